"""Note marks found in the text and tied to their notes.

In plain text a mark is a number with nothing to set it apart: "Covenant,5 the", "2008,9", "27 March 20086". Notes are
marked in order and on their own page, which tells a mark from a figure: of all ways to read the marks, the one that
places the most of them best is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.model.inline import Inline, NoteMark, Span
from drafter.model.resolution import Footnote
from drafter.parse.blocks import Block
from drafter.parse.cleaning import cleaned
from drafter.parse.masthead import Masthead
from drafter.parse.pages import Note
from drafter.rules.citations import italic_spans

_DIGITS = re.compile(r"\d+")
_STOPS = frozenset(",.;:)”’\"'!?]—–")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Add|Rev|Corr|No|Nos|L|para|paras|vol|chap|sect|art|CP|CMP|CMA|E|COP|PC|WG|SR|fig|Dec|pp|p)|/[A-Z]+)\.$"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_SYMBOL = re.compile(r"[A-Z]+/\S*$")

Change = tuple[int, str, str, str, str]
"""Block (or -1 and a place), what was found, how it was read, and why."""


@dataclass(slots=True)
class Marked:
    inlines: list[Inline]
    footnotes: tuple[Footnote, ...]
    repairs: list[Change] = field(default_factory=list)


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
    numbered = [note for note in notes if note.number.isdigit()]
    pages = {int(note.number): note.page for note in numbered}
    chosen = _raised(blocks)
    if not chosen and pages:
        candidates = [c for n, block in enumerate(blocks) for c in _candidates(n, block, pages)]
        firsts = _in_order(candidates, pages)
        chosen = firsts + _repeats(candidates, firsts, blocks)
    chosen.sort(key=lambda candidate: candidate.place)
    highest = max([*pages, *(c.number for c in chosen)], default=0)
    by_block: dict[int, list[_Candidate]] = {}
    for candidate in chosen:
        by_block.setdefault(candidate.block, []).append(candidate)
    inlines = [_without(block, by_block.get(n, ())) for n, block in enumerate(blocks)]
    texts: dict[int, Inline] = {}
    for note in numbered:
        texts.setdefault(int(note.number), _note(note))
    footnotes = [
        Footnote(str(number), texts.get(number, Inline()), missing=number not in texts)
        for number in range(1, highest + 1)
    ]
    repairs.extend(
        (-1, f"note {note.id}", "", "missing", "the source has no text for this note")
        for note in footnotes
        if note.missing
    )
    for note in notes:
        if not note.number.isdigit():
            facts.furniture.append(f"{note.number} {' '.join(line.text for line in note.lines)}")
    return Marked(inlines, tuple(footnotes), repairs)


def _raised(blocks: Sequence[Block]) -> list[_Candidate]:
    """Marks that the source sets in superscript."""
    return [
        _Candidate(n, at := span.start + digits.start(), at + len(digits[0]), int(digits[0]), 9, _page_at(block, at))
        for n, block in enumerate(blocks)
        for span in block.raised
        for digits in _DIGITS.finditer(block.text[span.start : span.end])
    ]


def _page_at(block: Block, at: int) -> int:
    page = block.breaks[0][1] if block.breaks else 0
    for start, later in block.breaks:
        if start > at:
            break
        page = later
    return page


def _candidates(n: int, block: Block, known: Iterable[int]) -> Iterable[_Candidate]:
    text = block.text
    for run in _DIGITS.finditer(text):
        start, end = run.span()
        if start == 0:
            continue
        following = text[end : end + 1]
        if following and not (following.isspace() or following in ",.;:)”’—–]"):
            continue
        if following in ",." and text[end + 1 : end + 2].isdigit():
            continue
        before = text[start - 1]
        page = _page_at(block, start)
        digits = run[0]
        if before.isspace():
            word = text[:start].rstrip()
            if len(digits) <= 3 and int(digits) in known and word:
                stop = word[-1] in _STOPS
                wide = len(word) < start - 1 or text[end : end + 2] == "  "
                score = 5 if wide else 4 if stop else 2 if word[-1].isalpha() and word[-1].islower() else 1
                yield _Candidate(n, start, end, int(digits), score, page)
            continue
        head = text[max(0, start - 12) : start]
        if len(digits) <= 3 and int(digits) in known and digits[0] != "0":
            if before in _STOPS and not _ABBREVIATION.search(head) and not (len(digits) == 3 and head[-2:-1].isdigit()):
                yield _Candidate(n, start, end, int(digits), 8, page)
            elif before.isalpha() and before.islower() and not _SYMBOL.search(head):
                yield _Candidate(n, start, end, int(digits), 7, page)
            elif before.isalpha() and head[-2:-1].isalpha():
                yield _Candidate(n, start, end, int(digits), 3, page)
        for cut in range(1, min(4, len(digits))):
            number = digits[-cut:]
            if number[0] == "0" or int(number) not in known:
                continue
            kept = digits[:-cut]
            if len(kept) == 4 and _YEAR.match(kept) and before.isspace():
                yield _Candidate(n, end - cut, end, int(number), 6, page)
            elif before == "/" and len(kept) <= 3:
                yield _Candidate(n, end - cut, end, int(number), 4, page)
            elif before in "–-" and _YEAR.match(kept):
                yield _Candidate(n, end - cut, end, int(number), 5, page)


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
        if candidate.score >= 7 or (candidate.score == 4 and _known_number(candidate, blocks)):
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
    text = block.text
    if not marks:
        return cleaned(Inline(text, tuple(block.italics)))
    whole = Inline()
    at = 0
    source = Inline(text, tuple(block.italics))
    for mark in marks:
        kept = source[at : mark.start]
        bare = kept.text.rstrip()
        kept = kept[: len(bare)]
        whole = whole + kept
        whole = Inline(whole.text, whole.italics, (*whole.marks, NoteMark(len(whole.text), str(mark.number))))
        at = mark.end
    return cleaned(whole + source[at:])


def _note(note: Note) -> Inline:
    block = Block(None, note.lines[0].number, 0)
    for line in note.lines:
        if line.text:
            block.add(line)
    inline = cleaned(Inline(block.text, tuple(block.italics)))
    if not inline.italics:
        inline = Inline(inline.text, tuple(Span(start, end) for start, end in italic_spans(inline.text)))
    return inline
