"""Plant one slip in each of 50 real paragraphs a rule, drawn at random, and count what the checker finds.

    python -m tests.benchmarks.check_planted [SEED] [RULE…]

Found means: a finding of that rule in that paragraph (or note) which overlaps the planted words and was not there
before. Also prints errors, warnings and notes a resolution on the texts as adopted, and what a check costs.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from drafter.check.background import for_draft
from drafter.check.checker import check, slips_at
from drafter.check.citations import citations
from drafter.check.profile import Profile
from drafter.check.rule import Background
from drafter.edit.begin import begin
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.model.draft import Draft, DraftParagraph, Status, printed
from drafter.model.finding import Finding, Severity
from drafter.model.inline import Inline, NoteMark
from drafter.model.numbering import labels
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.session import ORDINAL, ordinal
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol
from drafter.parse import read_text
from drafter.rules.tables import table
from drafter.suggest.updates import updates
from tests.support import real

WANTED = 50


class Planted(NamedTuple):
    """A text with a slip at characters `start`..`end` of a paragraph, or of note `note`, and what is known of it."""

    text: Resolution
    index: int | None
    start: int
    end: int
    note: str | None = None
    setting: Background | None = None


@dataclass
class Ground:
    """A text and what the library would know, for planting."""

    text: Resolution
    known: dict[Symbol, date]
    titled: dict[str, list[Symbol]]
    library: Records

    def series(self, symbol: Symbol) -> tuple[Symbol, ...]:
        """The item's resolutions up to the session before this text's, oldest first, by one of them."""
        listed = next((each for each in self.titled.values() if symbol in each), [])
        session = self.text.session or 0
        return tuple(each for each in listed if (each.session_number or 0) < session)

    def successor(self, symbol: Symbol) -> Symbol | None:
        series = self.series(symbol)
        return series[-1] if series and series[-1] != symbol else None

    def updates(self, draft: Draft) -> tuple[Update, ...]:
        """What the turn of the year changes in it, as far as the text alone tells."""
        return updates(draft, self.library, draft.session)

    def setting(self) -> Background:
        return Background(Profile.of(self.text), session=self.text.session, adopted=self.known.get)


def with_paragraph(text: Resolution, index: int, paragraph: Paragraph) -> Resolution:
    return replace(text, paragraphs=(*text.paragraphs[:index], paragraph, *text.paragraphs[index + 1 :]))


def rewritten(text: Resolution, index: int, start: int, end: int, words: str) -> Planted:
    """The text with characters `start`..`end` of one paragraph replaced."""
    paragraph = text.paragraphs[index]
    italic = paragraph.inline.is_italic(start, max(end, start + 1)) and start == 0
    inline = paragraph.inline.replace(start, end, Inline(words, Inline(words).italics))
    if italic:
        opening = len(paragraph.opener) - (end - start) + len(words)
        inline = Inline(inline.text, (type(paragraph.inline.italics[0])(0, opening),), inline.marks)
    return Planted(with_paragraph(text, index, replace(paragraph, inline=inline)), index, start, start + len(words))


Planter = Callable[[Ground, int, random.Random], Planted | None]


def substitute(pattern: str, words: Callable[[re.Match[str]], str]) -> Planter:
    """Plant by rewriting one match of a pattern."""
    compiled = re.compile(pattern)

    def plant(ground: Ground, index: int, rng: random.Random) -> Planted | None:
        found = list(compiled.finditer(ground.text.paragraphs[index].text))
        if not found:
            return None
        chosen = rng.choice(found)
        return rewritten(ground.text, index, *chosen.span(), words(chosen))

    return plant


def from_table(wrong_to_right: dict[str, str]) -> Planter:
    """Plant a wrong form for a right one of a table."""
    pairs = {right.removeprefix("the "): wrong for wrong, right in wrong_to_right.items()}
    pattern = r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, pairs), key=len, reverse=True)) + r")(?![\w-])"
    return substitute(pattern, lambda found: pairs[found[0]])


def ending(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    text = ground.text.paragraphs[index].text
    if not text or text[-1] not in ",;:.":
        return None
    return rewritten(ground.text, index, len(text) - 1, len(text), rng.choice([m for m in "!,;" if m != text[-1]]))


def level_order(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    paragraph = ground.text.paragraphs[index]
    deeper = replace(paragraph, level=paragraph.level + 2)
    return Planted(with_paragraph(ground.text, index, deeper), index, 0, 0)


def misspelt(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    found = list(re.finditer(r"(?<![\w’'-])[a-z]{7,}(?![\w’'-])", ground.text.paragraphs[index].text))
    if not found:
        return None
    word = rng.choice(found)
    at = rng.randrange(1, len(word[0]) - 1)
    wrong = rng.choice(
        [word[0][:at] + word[0][at + 1 :], word[0][:at] + word[0][at + 1] + word[0][at] + word[0][at + 2 :]]
    )
    return None if wrong == word[0] else rewritten(ground.text, index, *word.span(), wrong)


def opening_form(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    paragraph = ground.text.paragraphs[index]
    if paragraph.level or not paragraph.opener:
        return None
    wrong = "Recalls" if paragraph.kind is Kind.PREAMBULAR else "Recalling"
    return rewritten(ground.text, index, 0, len(paragraph.opener), wrong)


def opening_italics(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    paragraph = ground.text.paragraphs[index]
    if paragraph.level or not paragraph.opener:
        return None
    plain = replace(paragraph, inline=Inline(paragraph.text, (), paragraph.inline.marks))
    return Planted(with_paragraph(ground.text, index, plain), index, 0, len(paragraph.opener))


def opening_repeated(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    paragraph = ground.text.paragraphs[index]
    bare = re.sub(r"^(?:Also|Further) (\w)", lambda found: found[1].upper(), paragraph.opener)
    bare = re.sub(r"(?<=\w) (?:also|further)\b", "", bare) if paragraph.kind is Kind.PREAMBULAR else bare
    before = ground.text.paragraphs[index - 1] if index else None
    if bare == paragraph.opener or paragraph.level or before is None or before.opener != bare:
        return None
    return rewritten(ground.text, index, 0, len(paragraph.opener), bare)


def first_mention(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    earlier = {c.number for p in ground.text.paragraphs[:index] for c in citations(p.text, ground.text.organ)}
    title = {c.number for c in citations(ground.text.title.text, ground.text.organ)}
    cited = [
        c for c in citations(ground.text.paragraphs[index].text, ground.text.organ)
        if c.dated and c.organ and c.number not in earlier | title
    ]  # fmt: skip
    if not cited:
        return None
    one = rng.choice(cited)
    planted = rewritten(ground.text, index, one.end, one.dated_end, "")
    return planted._replace(start=one.start, end=one.end)


def wrong_date(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    cited = [
        c for c in citations(ground.text.paragraphs[index].text, ground.text.organ)
        if c.dated and c.organ and (symbol := c.symbol(ground.text.organ)) and ground.known.get(symbol) == c.dated
    ]  # fmt: skip
    if not cited:
        return None
    one = rng.choice(cited)
    planted = rewritten(ground.text, index, one.dated_end - 4, one.dated_end, str((one.dated or date.min).year - 1))
    return planted._replace(start=one.start, end=one.dated_end)


def own_paragraph(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    plant = substitute(
        r"\bparagraphs? (\d+)(?= above| below| of the present resolution)", lambda found: "paragraph 812"
    )
    return plant(ground, index, rng) or _inserted(ground, index, " in accordance with paragraph 812 above", 28, 31)


def _inserted(ground: Ground, index: int, words: str, start: int, end: int) -> Planted | None:
    text = ground.text.paragraphs[index].text
    if not text or text[-1] not in ",;:.":
        return None
    planted = rewritten(ground.text, index, len(text) - 1, len(text) - 1, words)
    return planted._replace(start=planted.start + start, end=planted.start + end)


def _mark(ground: Ground, index: int, rng: random.Random) -> NoteMark | None:
    marks = ground.text.paragraphs[index].inline.marks
    return rng.choice(marks) if marks else None


def note_lost(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    if (mark := _mark(ground, index, rng)) is None:
        return None
    kept = tuple(note for note in ground.text.footnotes if note.id != mark.note)
    return Planted(replace(ground.text, footnotes=kept), index, mark.at, mark.at)


def _remarked(ground: Ground, index: int, old: NoteMark, new: NoteMark) -> Planted:
    paragraph = ground.text.paragraphs[index]
    marks = tuple(new if mark == old else mark for mark in paragraph.inline.marks)
    inline = Inline(paragraph.text, paragraph.inline.italics, marks)
    return Planted(with_paragraph(ground.text, index, replace(paragraph, inline=inline)), index, new.at, new.at)


def note_repeated(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    mark = _mark(ground, index, rng)
    earlier = [one.note for p in ground.text.paragraphs[:index] for one in p.inline.marks]
    return _remarked(ground, index, mark, NoteMark(mark.at, rng.choice(earlier))) if mark and earlier else None


def note_place(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    mark = _mark(ground, index, rng)
    text = ground.text.paragraphs[index].text
    if mark is None or mark.at < 2 or text[mark.at - 1] not in ",;.:":
        return None
    return _remarked(ground, index, mark, NoteMark(mark.at - 1, mark.note))


def bracket(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    pairs = list(re.finditer(r"\([^()]*\w\)", ground.text.paragraphs[index].text))
    if not pairs:
        return None
    start, end = rng.choice(pairs).span()
    return rewritten(ground.text, index, end - 1, end, "")._replace(start=start, end=end)


def money(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    if ground.text.paragraphs[index].kind is not Kind.OPERATIVE:
        return None
    words = ", and requests the Secretary-General to submit a report"
    return _inserted(ground, index, words, len(", and "), len(words))


def _renoted(ground: Ground, note: Footnote, words: str, start: int, end: int) -> Planted:
    notes = tuple(replace(one, inline=Inline(words)) if one is note else one for one in ground.text.footnotes)
    return Planted(replace(ground.text, footnotes=notes), None, start, end, note.id)


def _note(ground: Ground, index: int, rng: random.Random) -> Footnote | None:
    mark = _mark(ground, index, rng)
    return next((note for note in ground.text.footnotes if mark and note.id == mark.note and not note.missing), None)


def note_form(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    """A treaty without volume, Official Records without session, or a note without its full stop."""
    if (note := _note(ground, index, rng)) is None:
        return None
    for pattern, words in ((r"Treaty Series, vols?\. [\d, and]+, Nos?\. ", "Treaty Series, No. "),
                           (r"Official Records of the General Assembly, [\w -]+ Session, ",
                            "Official Records of the General Assembly, ")):  # fmt: skip
        if found := re.search(pattern, note.text):
            return _renoted(ground, note, note.text[: found.start()] + words + note.text[found.end() :], *found.span())
    size = len(note.text) - 1
    return _renoted(ground, note, note.text[:-1], size, size) if note.text.endswith(".") else None


def note_twice(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    note = _note(ground, index, rng)
    earlier = [one for one in ground.text.footnotes if not one.missing and not one.text.startswith("Ibid")]
    earlier = earlier[: ground.text.footnotes.index(note)] if note in earlier else []
    if note is None or not earlier or note in earlier:
        return None
    words = rng.choice(earlier).text
    return _renoted(ground, note, words, 0, len(words))


def old_session(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    """The session at which the item comes back is the text's own, as in a draft not brought up to date."""
    text = ground.text
    last = max((n for n, p in enumerate(text.paragraphs) if p.kind is Kind.OPERATIVE and not p.part), default=-1)
    if index != last or text.session is None:
        return None
    plant = substitute(rf"(?<=at its ){ORDINAL.pattern}(?= session)", lambda _: ordinal(text.session or 0))
    return plant(ground, index, rng)


def superseded(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    """A resolution that another of its title followed: in place of the one cited, else cited besides."""
    text = ground.text
    setting = replace(ground.setting(), is_draft=True, successor=ground.successor)
    often = Counter(c.number for p in text.paragraphs for c in citations(p.text, text.organ))
    for one in citations(text.paragraphs[index].text, text.organ):
        symbol = one.symbol(text.organ)
        series = ground.series(symbol) if symbol else ()
        place = series.index(symbol) if symbol in series else 0
        if place and series[-1] == symbol and often[one.number] == 1:
            return rewritten(text, index, one.start, one.end, series[place - 1].short)._replace(setting=setting)
    if rng.random() > 0.005:  # most of the fifty by the first way
        return None
    gone = [one for each in ground.titled.values() for one in each if ground.successor(one)]
    fresh = [one for one in gone if not {one.short, str((ground.successor(one) or one).short)} & set(often)]
    if not fresh:
        return None
    cited = rng.choice(fresh).short
    lead = " in line with its resolution "
    planted = _inserted(ground, index, lead + cited, len(lead), len(lead + cited))
    return planted and planted._replace(setting=setting)


def pending_update(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    """An update that was not taken, in a draft whose first paragraph is new and whose second was dropped."""
    if len(ground.text.paragraphs) < 4:
        return None
    draft = begin(ground.text, "base.toml")
    known = labels(ground.text.paragraphs)
    found = [u for u in ground.updates(draft) if u.note is None and u.label == known[index] and index > 1]
    if not found:
        return None
    new = DraftParagraph("new", ground.text.paragraphs[0], None, Status.ADDED)
    dropped = replace(draft.paragraphs[1], status=Status.DELETED)
    edited = replace(draft, paragraphs=(new, draft.paragraphs[0], dropped, *draft.paragraphs[2:]))
    whole, update = printed(edited), rng.choice(found)
    setting = for_draft(edited, whole, ground.library, (update,))
    return Planted(whole, index, update.start, update.end, None, setting)


_LATER = {
    wrong: right for wrong, right in table("names")["countries"].items() if wrong in table("names")["countries_after"]
}


def country_renamed(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    """A country under the name that it had until some session before the text's."""
    names = table("names")["countries_after"]
    if plant := from_table(_LATER)(ground, index, rng):
        return plant
    name = rng.choice(sorted(name for name in _LATER if names[name] < (ground.text.session or 0)))
    return _inserted(ground, index, f" and in {name}", len(" and in "), len(f" and in {name}"))


_DATE = r"\b(\d{1,2}) (January|March|June|September|December) (\d{4})"
_FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_SMALL = rf"\b(?:{'|'.join(_FEW)})(?= (?:years|months|days|members|sessions)\b)"
_STILL_WRONG = {
    wrong: right
    for wrong, right in table("names")["countries"].items()
    if wrong not in table("names")["countries_after"]
}

PLANTERS: dict[str, Planter] = {
    "ending": ending,
    "capital": substitute(r"^[A-Z](?=[a-z])", lambda found: found[0].lower()),
    "level-order": level_order,
    "per-cent": substitute(r"(?<=\d) per cent", lambda found: "%"),
    "date": substitute(_DATE, lambda found: f"{found[2]} {found[1]}, {found[3]}"),
    "small-number": substitute(_SMALL, lambda found: str(_FEW.index(found[0]) + 2)),
    "double-word": substitute(r"\b[a-z]{2,}\b(?<!that)(?<!had)(?= )", lambda found: f"{found[0]} {found[0]}"),
    "double-mark": substitute(r"(?<=\w),(?= \w)", lambda found: ",,"),
    "spaces": substitute(r"(?<=\w) (?=\w)", lambda found: "  "),
    "quotation-marks": substitute("[’“”]", lambda found: "'" if found[0] == "’" else '"'),
    "brackets": bracket,
    "square-brackets": substitute(r"\b[a-z]{5,}\b", lambda found: f"[{found[0]}]"),
    "internal-remark": substitute(r"\b[a-z]{5,}\b", lambda found: f"{found[0]} (internal note: ask legal)"),
    "spelling": from_table(table("spelling")["preferred"]),
    "misspelt": misspelt,
    "body-name": from_table(table("names")["bodies"]),
    "country-name": from_table(_STILL_WRONG),
    "symbol-in-text": substitute(r"(?<=resolution )(\d\d/\d+)(?= of)", lambda found: f"A/RES/{found[1]}"),
    "this-resolution": substitute("the present resolution", lambda found: "this resolution"),
    "council-year": substitute(r"(?<=Security Council resolution )(\d{4}) \(\d{4}\)", lambda found: found[1]),
    "first-mention": first_mention,
    "wrong-date": wrong_date,
    "placeholder": substitute(r"\b(\d\d)/\d+(?= of)", lambda found: f"{found[1]}/___"),
    "opening-form": opening_form,
    "opening-italics": opening_italics,
    "opening-repeated": opening_repeated,
    "own-paragraph": own_paragraph,
    "note-mark": note_lost,
    "note-repeated": note_repeated,
    "note-place": note_place,
    "money": money,
    "note-form": note_form,
    "note-twice": note_twice,
    "old-session": old_session,
    "superseded": superseded,
    "pending-update": pending_update,
    "country-name, renamed": country_renamed,
}  # fmt: skip
"""One planter a rule, or for a rule with two ways to slip one each (after the comma)."""


def grounds() -> list[Ground]:
    texts = [read_text(content, name=f"{stem}.txt").resolution for stem, content in real.texts("ga_78_80_text").items()]
    known = {text.symbol: text.adopted for text in texts if text.symbol and text.adopted}
    titled: dict[str, list[Symbol]] = {}
    for text in sorted(texts, key=lambda text: text.session or 0):
        if text.symbol:
            titled.setdefault(text.title.text.casefold(), []).append(text.symbol)
    library = open_records(Path(tempfile.mkdtemp(prefix="check-planted-")))
    return [Ground(text, known, titled, library) for text in texts]


def _at(finding: Finding, planted: Planted) -> bool:
    return (
        (finding.note == planted.note if planted.note else finding.index == planted.index)
        and finding.start <= planted.end
        and planted.start <= finding.end
    )


def planted(listed: list[Ground], seed: int, chosen: list[str]) -> None:
    print(f"{'rule':22} planted  found")
    total = Counter[str]()
    for name in chosen:
        plant = PLANTERS[name]
        rule = name.partition(",")[0]
        rng = random.Random(f"{seed}-{name}")
        spots = [
            (ground, index)
            for ground in listed
            for index, paragraph in enumerate(ground.text.paragraphs)
            if paragraph.kind is not Kind.HEADING and not paragraph.part and not paragraph.continued
        ]
        rng.shuffle(spots)
        tried = hit = 0
        for ground, index in spots:
            if tried == WANTED:
                break
            made = plant(ground, index, rng)
            if made is None:
                continue
            before = {f for f in check(ground.text, ground.setting()) if f.rule == rule}
            if any(_at(f, made) for f in before):
                continue
            tried += 1
            ok = any(f.rule == rule and _at(f, made) for f in check(made.text, made.setting or ground.setting()))
            hit += ok
            if not ok and "-v" in sys.argv:
                around = made.text.paragraphs[index].text[max(0, made.start - 40) : made.end + 40]
                print("   missed", ground.text.symbol, repr(around))
        total.update(planted=tried, found=hit)
        print(f"{name:22} {tried:7} {hit / max(tried, 1):6.1%}", flush=True)
    print(f"{'all':22} {total['planted']:7} {total['found'] / total['planted']:6.1%}")


def as_adopted(listed: list[Ground]) -> None:
    kinds = Counter(f.severity for ground in listed for f in check(ground.text, ground.setting()))
    shares = ", ".join(f"{kinds[severity] / len(listed):.2f} {severity}s" for severity in Severity)
    print(f"{shares} a resolution, {len(listed)} resolutions")


def cost(listed: list[Ground]) -> None:
    ground = min(listed, key=lambda one: abs(len(one.text.paragraphs) - 90))
    slips_at.cache_clear()
    begun = time.perf_counter()
    check(ground.text, ground.setting())
    whole = time.perf_counter() - begun
    each = []
    for index in range(len(ground.text.paragraphs)):
        made = rewritten(ground.text, index, 0, 0, "Anew ")
        begun = time.perf_counter()
        check(made[0], ground.setting())
        each.append(time.perf_counter() - begun)
    each.sort()
    median, worst = each[len(each) // 2], each[-1]
    print(f"{len(each)} paragraphs: whole check {whole * 1000:.1f} ms, after an edit {median * 1000:.1f} ms")
    print(f"(worst {worst * 1000:.1f} ms); ratio {median / whole:.2f}")


if __name__ == "__main__":
    ready = grounds()
    as_adopted(ready)
    cost(ready)
    chosen = [name for name in PLANTERS if name in sys.argv] or list(PLANTERS)
    planted(ready, int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdigit() else 1, chosen)
