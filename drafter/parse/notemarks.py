"""Note marks found in the text and tied to their notes.

In plain text a mark is a number with nothing to set it apart: "Covenant,5 the", "2008,9", "27 March 20086". Notes are
marked in order and on their own page, which tells a mark from a figure: of all ways to read the marks, the one that
places the most of them best is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.model.inline import Inline
from drafter.model.reading import Unplaced
from drafter.model.resolution import Footnote
from drafter.parse.blocks import Block
from drafter.parse.cleaning import cleaned, italic, marked, numerals_mended
from drafter.parse.illegible import Illegible, illegible, numbered, place_of_lost_mark
from drafter.parse.masthead import Masthead
from drafter.parse.pages import Note
from drafter.rules.citations import italic_spans

_DIGITS = re.compile(r"\d+")
_STOPS = frozenset(",.;:)”’\"'!?]—–")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Add|Rev|Corr|No|Nos|L|para|paras|vol|chap|sect|art|CP|CMP|CMA|E|COP|PC|WG|SR|fig|Dec|pp|p)|/[A-Z]+)\.$"
)
_NUMBER_ENDS = re.compile(r"(?:\d{4}|/\d{1,3})\.$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_SYMBOL = re.compile(r"[A-Z]+/\S*$")

Change = tuple[int, str, str, str, str]
"""Block (or -1 and a place), what was found, how it was read, and why."""


@dataclass(slots=True)
class Marked:
    inlines: list[Inline]
    footnotes: tuple[Footnote, ...]
    repairs: list[Change] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Digits that may be the mark `number`; `start`..`end` are what would be cut out of the text."""

    block: int
    start: int
    end: int
    number: int
    score: int
    page: int

    @property
    def place(self) -> tuple[int, int]:
        return self.block, self.end


@dataclass(frozen=True, slots=True)
class _Chain:
    last: _Candidate
    before: _Chain | None


def tied(blocks: Sequence[Block], notes: Sequence[Note], facts: Masthead) -> Marked:
    """The blocks' texts without marks, and the notes; a number without its text is a missing note."""
    repairs: list[Change] = []
    given = [note for note in notes if note.number.isdigit()]
    facts.furniture.extend(
        f"{note.number} {' '.join(line.text for line in note.lines)}" for note in notes if not note.number.isdigit()
    )
    chosen = _raised(blocks)
    texts: dict[int, Inline] = {}
    again: list[Note] = []
    unread = illegible(blocks) if not chosen else []
    if unread:
        chosen, texts = _guessed(blocks, unread, given, repairs)
    else:
        pages = {int(note.number): note.page for note in given}
        if not chosen and pages:
            candidates = [c for n, block in enumerate(blocks) for c in _candidates(n, block, pages)]
            firsts = _in_order(candidates, pages)
            chosen = firsts + _repeats(candidates, firsts, blocks)
        for note in given:
            if int(note.number) in texts:
                again.append(note)
            else:
                texts[int(note.number)] = _note(note)
        repairs.extend(_italics_set(given, texts))
    chosen.sort(key=lambda candidate: candidate.place)
    marks = [candidate.number for candidate in chosen]
    lowest, highest = 1, max([*texts, *marks], default=0)
    if texts and min(texts) > 1 and min(marks, default=2) > 1 and not unread:
        # A bound volume numbers its notes from page to page; those without a mark here are another resolution's.
        lowest, highest = min(marks, default=1), max(marks, default=0)
        repairs.append(
            (-1, "notes", f"{lowest} to {highest}", "numbered from 1", "the volume numbers its notes through")
        )
        again.extend(note for note in given if not lowest <= int(note.number) <= highest)
    by_block: dict[int, list[_Candidate]] = {}
    for candidate in chosen:
        by_block.setdefault(candidate.block, []).append(candidate)
    inlines = [_without(block, by_block.get(n, ())) for n, block in enumerate(blocks)]
    footnotes = [
        Footnote(str(number), texts.get(number, Inline()), missing=number not in texts)
        for number in range(lowest, highest + 1)
    ]
    repairs.extend(
        (-1, f"note {note.id}", "", "missing", "the source has lost the text of this note")
        for note in footnotes
        if note.missing
    )
    unplaced = [
        Unplaced(note.lines[0].number, " ".join([note.number, *(line.text for line in note.lines)])) for note in again
    ]
    return Marked(inlines, tuple(footnotes), repairs, unplaced)


def _guessed(
    blocks: Sequence[Block], unread: Sequence[Illegible], given: Sequence[Note], repairs: list[Change]
) -> tuple[list[_Candidate], dict[int, Inline]]:
    """Marks whose numbers follow from their order, and the notes by number; every guess is a repair."""
    texts: dict[int, Inline] = {}
    pages: dict[int, int] = {}
    for note, following in zip(given, [*given[1:], None], strict=True):
        number = int(note.number)
        due = int(following.number) - 1 if following else number
        if number < due and number < 10 and str(due).startswith(note.number):
            why = f"the next note is {due + 1}; optical recognition lost a figure"
            repairs.append((-1, f"note {due}", note.number, str(due), why))
            number = due
        texts[number], mended = numerals_mended(_note(note), f"note {number}")
        repairs.extend((-1, mend.where, mend.found, mend.read_as, mend.why) for mend in mended)
        pages[number] = note.page
    chosen: list[_Candidate] = []
    for mark, number in zip(unread, numbered(unread, pages), strict=True):
        chosen.append(_Candidate(mark.block, mark.start, mark.end, number, 0, mark.page))
        why = f"an illegible note mark after “{_last_words(mark.before)}”; its number follows from the order"
        repairs.append((mark.block, "", mark.glyphs, f"note {number}", why))
    marked = {candidate.number for candidate in chosen}
    for number in sorted(set(texts) - marked):
        before = max((c for c in chosen if c.number < number), key=lambda c: (c.number, -c.block), default=None)
        first = before.block if before else 0
        on_page = [n for n, block in enumerate(blocks) if block.breaks and block.breaks[0][1] <= pages[number]]
        place = place_of_lost_mark(texts[number].text, blocks, first, max(on_page, default=first))
        if place:
            block, at = place
            chosen.append(_Candidate(block, at, at, number, 0, pages[number]))
            after = _last_words(blocks[block].text[:at])
            why = f"the source lost this mark; the note cites the records of the year in “{after}”"
            repairs.append((block, "", "", f"note {number}", why))
    return chosen, texts


def _last_words(text: str) -> str:
    return " ".join(text.split()[-4:])


def _raised(blocks: Sequence[Block]) -> list[_Candidate]:
    """Marks that the source sets in superscript."""
    return [
        _Candidate(n, at := span.start + digits.start(), at + len(digits[0]), int(digits[0]), 9, block.page_at(at))
        for n, block in enumerate(blocks)
        for span in block.raised
        for digits in _DIGITS.finditer(block.text[span.start : span.end])
    ]


def _candidates(n: int, block: Block, known: Container[int]) -> Iterator[_Candidate]:
    """Every run of digits that could be, or end in, the mark of a known note."""
    text = block.text
    for run in _DIGITS.finditer(text):
        start, end = run.span()
        if start and _may_follow(text, end):
            page = block.page_at(start)
            for length, score in _ways(text, start, end, known):
                yield _Candidate(n, end - length, end, int(text[end - length : end]), score, page)


def _may_follow(text: str, end: int) -> bool:
    """Whether a mark may end here: before white space, closing punctuation, or the end."""
    following = text[end : end + 1]
    if following in (".", ","):
        return not text[end + 1 : end + 2].isdigit()
    return not following or following.isspace() or following in ";:)”’—–]"


def _ways(text: str, start: int, end: int, known: Container[int]) -> Iterator[tuple[int, int]]:
    """(digits of the mark, score) for each way to read the run of digits `start`..`end`."""
    digits = text[start:end]
    before = text[start - 1]
    whole = len(digits) <= 3 and digits[0] != "0" and int(digits) in known
    if before.isspace():
        word = text[:start].rstrip()
        if whole and word:
            wide = len(word) < start - 1 or text[end : end + 2] == "  "
            yield len(digits), 6 if wide else 5 if word[-1] in _STOPS else 4 if word[-1].islower() else 1
    elif whole:
        if before == ".":
            if _ends_sentence(text, start, end):
                yield len(digits), 8
        elif before in _STOPS:
            if len(digits) < 3 or not text[start - 2 : start - 1].isdigit():
                yield len(digits), 8
        elif before.isalpha():
            word = text[max(0, start - 12) : start]
            if not _SYMBOL.search(word):
                yield len(digits), 7 if before.islower() else 3
    if len(digits) == 4 and _YEAR.match(digits):
        return
    for length in range(1, min(4, len(digits))):
        kept, mark = digits[:-length], digits[-length:]
        if mark[0] != "0" and int(mark) in known:
            yield length, 6 if _YEAR.match(kept) and not before.isdigit() else 3 if before == "/" else 2


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the stop before `start` ends a sentence, and is not a decimal point or part of a symbol."""
    rest = text[end:].lstrip()
    if rest and not (rest[0].isupper() or rest[0] in "“(["):
        return False
    head = text[max(0, start - 12) : start]
    return not _ABBREVIATION.search(head) and (not head[-2:-1].isdigit() or bool(_NUMBER_ENDS.search(head)))


def _in_order(candidates: Sequence[_Candidate], pages: dict[int, int]) -> list[_Candidate]:
    """One candidate for each note at most, in the order of both, with the highest sum of scores."""
    by_number: dict[int, list[_Candidate]] = {}
    for candidate in candidates:
        page = pages[candidate.number]
        if page - 1 <= candidate.page <= page:
            by_number.setdefault(candidate.number, []).append(candidate)
    # The best chains so far by where they end: a later end is kept only for a higher score.
    ends: list[tuple[int, int]] = []
    scores: list[int] = []
    chains: list[_Chain] = []
    for number in sorted(by_number):
        reached: list[tuple[int, _Chain]] = []
        for candidate in by_number[number]:
            at = bisect_left(ends, (candidate.block, candidate.start + 1))
            near = 20 if candidate.page == pages[number] else 16
            before = chains[at - 1] if at else None
            reached.append(((scores[at - 1] if at else 0) + near + candidate.score, _Chain(candidate, before)))
        for score, chain in reached:
            at = bisect_left(ends, chain.last.place)
            if at and scores[at - 1] >= score:
                continue
            after = at
            while after < len(ends) and scores[after] <= score:
                after += 1
            if at < len(ends) and after == at and ends[at] == chain.last.place:
                continue
            ends[at:after], scores[at:after], chains[at:after] = [chain.last.place], [score], [chain]
    found: list[_Candidate] = []
    link = chains[-1] if chains else None
    while link is not None:
        found.append(link.last)
        link = link.before
    return found


def _repeats(
    candidates: Sequence[_Candidate], firsts: Sequence[_Candidate], blocks: Sequence[Block]
) -> list[_Candidate]:
    """Marks of notes marked before: taken only where they are plainly glued to what they follow."""
    taken = {(c.block, c.start) for c in firsts}
    introduced = {c.number: c.place for c in firsts}
    ends = {(c.block, c.end) for c in firsts}
    found: list[_Candidate] = []
    for candidate in candidates:
        at = introduced.get(candidate.number)
        if (
            at is None
            or candidate.place <= at
            or (candidate.block, candidate.start) in taken
            or (candidate.block, candidate.end) in ends
        ):
            continue
        if candidate.score >= 7 or (candidate.score == 3 and _known_number(candidate, blocks)):
            found.append(candidate)
            ends.add((candidate.block, candidate.end))
    return found


def _known_number(candidate: _Candidate, blocks: Sequence[Block]) -> bool:
    """Whether "16/812" is "16/8" and note 12: the number stands elsewhere, marked with that note."""
    text = blocks[candidate.block].text
    start = text.rfind(" ", 0, candidate.start) + 1
    token = text[start : candidate.start].lstrip("(“")
    return "/" in token and any(
        re.search(rf"(?<!\S){re.escape(token)}(?=[\s,;])", other.text) for other in blocks[: candidate.block]
    )


def _without(block: Block, marks: Sequence[_Candidate]) -> Inline:
    """The block's text with its marks cut out and set as marks."""
    source = Inline(block.text, tuple(block.italics))
    whole = Inline()
    at = 0
    for mark in marks:
        kept = source[at : mark.start]
        whole = marked(whole + kept[: len(kept.text.rstrip())], str(mark.number))
        at = mark.end
    return cleaned(whole + source[at:])


def _note(note: Note) -> Inline:
    """A note's text; its italics are those of print, whatever the source set in italics."""
    block = Block(None, note.lines[0].number, 0)
    for line in note.lines:
        if line.text:
            block.add(line)
    inline = cleaned(Inline(block.text, tuple(block.italics)))
    spans = italic_spans(inline.text)
    return italic(inline, spans) if spans or inline.text.startswith("Ibid") else inline


def _italics_set(given: Sequence[Note], texts: Mapping[int, Inline]) -> Iterator[Change]:
    """The notes whose own italics gave way to those of print."""
    changed = [
        note.number
        for note in given
        if any(line.italics for line in note.lines)
        and "".join(line.text[s.start : s.end] for line in note.lines for s in line.italics)
        != "".join(texts[int(note.number)].text[s.start : s.end] for s in texts[int(note.number)].italics)
    ]
    if changed:
        why = "“Ibid.” and a record’s symbol are roman in print, its title italic"
        yield -1, f"notes {', '.join(changed)}", "italics of the source", "italics of print", why
