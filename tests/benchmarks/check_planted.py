"""Plant one slip in each of 50 real paragraphs a rule, drawn at random, and count what the checker finds.

    python -m tests.benchmarks.check_planted [SEED]

Found means: a finding of that rule in that paragraph (or note) which overlaps the planted words and was not there
before. Also prints errors, warnings and notes a resolution on the texts as adopted, and what a check costs.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from drafter.check.checker import check, slips_at
from drafter.check.citations import citations
from drafter.check.profile import Profile
from drafter.check.rule import Setting
from drafter.model.finding import Finding, Severity
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol
from drafter.parse import read_text
from drafter.rules.tables import table
from tests.support import real

WANTED = 50
Planted = tuple[Resolution, int | None, int, int]


@dataclass
class Ground:
    """A text and what the library would know, for planting."""

    text: Resolution
    known: dict[Symbol, date]

    def setting(self) -> Setting:
        return Setting(Profile.of(self.text), session=self.text.session, adopted=self.known.get)


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
    return with_paragraph(text, index, replace(paragraph, inline=inline)), index, start, start + len(words)


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
    return with_paragraph(ground.text, index, deeper), index, 0, 0


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
    return with_paragraph(ground.text, index, plain), index, 0, len(paragraph.opener)


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
    text, place, _, _ = rewritten(ground.text, index, one.end, one.dated_end, "")
    return text, place, one.start, one.end


def wrong_date(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    cited = [
        c for c in citations(ground.text.paragraphs[index].text, ground.text.organ)
        if c.dated and c.organ and (symbol := c.symbol(ground.text.organ)) and ground.known.get(symbol) == c.dated
    ]  # fmt: skip
    if not cited:
        return None
    one = rng.choice(cited)
    text, place, _, _ = rewritten(
        ground.text, index, one.dated_end - 4, one.dated_end, str((one.dated or date.min).year - 1)
    )
    return text, place, one.start, one.dated_end


def own_paragraph(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    plant = substitute(
        r"\bparagraphs? (\d+)(?= above| below| of the present resolution)", lambda found: "paragraph 812"
    )
    return plant(ground, index, rng) or _inserted(ground, index, " in accordance with paragraph 812 above", 28, 31)


def _inserted(ground: Ground, index: int, words: str, start: int, end: int) -> Planted | None:
    text = ground.text.paragraphs[index].text
    if not text or text[-1] not in ",;:.":
        return None
    planted, place, at, _ = rewritten(ground.text, index, len(text) - 1, len(text) - 1, words)
    return planted, place, at + start, at + end


def _mark(ground: Ground, index: int, rng: random.Random) -> NoteMark | None:
    marks = ground.text.paragraphs[index].inline.marks
    return rng.choice(marks) if marks else None


def note_lost(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    if (mark := _mark(ground, index, rng)) is None:
        return None
    kept = tuple(note for note in ground.text.footnotes if note.id != mark.note)
    return replace(ground.text, footnotes=kept), index, mark.at, mark.at


def _remarked(ground: Ground, index: int, old: NoteMark, new: NoteMark) -> Planted:
    paragraph = ground.text.paragraphs[index]
    marks = tuple(new if mark == old else mark for mark in paragraph.inline.marks)
    inline = Inline(paragraph.text, paragraph.inline.italics, marks)
    return with_paragraph(ground.text, index, replace(paragraph, inline=inline)), index, new.at, new.at


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
    text, place, _, _ = rewritten(ground.text, index, end - 1, end, "")
    return text, place, start, end


def money(ground: Ground, index: int, rng: random.Random) -> Planted | None:
    if ground.text.paragraphs[index].kind is not Kind.OPERATIVE:
        return None
    words = ", and requests the Secretary-General to submit a report"
    return _inserted(ground, index, words, len(", and "), len(words))


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
    "spaces": substitute(r"(?<=\w) (?=\w)", lambda found: "  "),
    "quotation-marks": substitute("[’“”]", lambda found: "'" if found[0] == "’" else '"'),
    "brackets": bracket,
    "square-brackets": substitute(r"\b[a-z]{5,}\b", lambda found: f"[{found[0]}]"),
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
}  # fmt: skip
"""One planter a rule; those on pending updates, superseded resolutions and sessions to come have unit tests."""


def grounds() -> list[Ground]:
    texts = [read_text(content, name=f"{stem}.txt").resolution for stem, content in real.texts("ga_78_80_text").items()]
    known = {text.symbol: text.adopted for text in texts if text.symbol and text.adopted}
    return [Ground(text, known) for text in texts]


def _at(finding: Finding, index: int | None, start: int, end: int) -> bool:
    return finding.index == index and finding.start <= end and start <= finding.end


def planted(listed: list[Ground], seed: int) -> None:
    print(f"{'rule':18} planted  found")
    total = Counter[str]()
    for rule, plant in PLANTERS.items():
        rng = random.Random(f"{seed}-{rule}")
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
            before = {f for f in check(ground.text, ground.setting()) if f.rule == rule and f.index == index}
            text, place, start, end = made
            if any(_at(f, index, start, end) for f in before):
                continue
            tried += 1
            ok = any(f.rule == rule and _at(f, place, start, end) for f in check(text, ground.setting()))
            hit += ok
            if not ok and "-v" in sys.argv:
                print("   missed", ground.text.symbol, repr(text.paragraphs[index].text[max(0, start - 40) : end + 40]))
        total.update(planted=tried, found=hit)
        print(f"{rule:18} {tried:7} {hit / max(tried, 1):6.1%}")
    print(f"{'all':18} {total['planted']:7} {total['found'] / total['planted']:6.1%}")


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
    planted(ready, int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdigit() else 1)
