"""Note marks that can be read: raised digits, and digits that only their place shows to be marks.

In plain text a mark is a number with nothing to set it apart: "Covenant,5 the", "2008,9", "27 March 20086". Notes are
marked in order and on their own page, which tells a mark from a figure: of all ways to read the marks, the one that
places the most of them best is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.parse.blocks import TextBlock

GLUED = 6
"""The score from which digits are plainly a mark, glued to a word, a stop or a year."""

_LIKELY = 400
"""Places considered for one note: no text has so many, and a page of bare figures is not worth more time."""

_DIGITS = re.compile(r"\d+")
_STOPS = frozenset(",.;:)”’\"'!?]—–")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Add|Rev|Corr|No|Nos|L|para|paras|vol|chap|sect|art|CP|CMP|CMA|E|COP|PC|WG|SR|fig|Dec|pp|p)|/[A-Z]+)\.$"
)
_NUMBER_ENDS = re.compile(r"(?:\d{4}|/\d{1,3})\.$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_GROUPED = re.compile(r"(?<![\d/])\d{1,3}\W$")
"""Digits before a stop, after which three more are one figure ("126,500"), not a year or a symbol's end."""
_GLUED_BETWEEN = re.compile(r"[a-z]{3} ?\d{1,3}[a-z]{3}")
"""A mark with no space after it ("Agreement4and")."""
_STROKED = re.compile(r"(?<![^\s(])(\d{1,3}/\d{1,3})(?=[\s,;])")
_SYMBOL = re.compile(r"[A-Z]+/\S*$")


@dataclass(frozen=True, slots=True)
class Candidate:
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
    last: Candidate
    before: _Chain | None


def raised(blocks: Sequence[TextBlock], pages: Mapping[int, int]) -> list[Candidate]:
    """Marks that the source sets in superscript."""
    found = [
        Candidate(n, at := span.start + digits.start(), at + len(digits[0]), int(digits[0]), 9, block.page_at(at))
        for n, block in enumerate(blocks)
        for span in block.raised
        for digits in _DIGITS.finditer(block.text[span.start : span.end])
        if len(digits[0]) < 4
    ]
    # A raised figure that no note and no order accounts for, as in m², stays in the text.
    highest = max(pages, default=len(found))
    return [mark for mark in found if 0 < mark.number <= highest]


def legible(blocks: Sequence[TextBlock], pages: Mapping[int, int], *, once: bool = False) -> list[Candidate]:
    """The marks of plain text; `pages` has the page of each note, `once` says that each is marked only once."""
    candidates = [c for n, block in enumerate(blocks) for c in _candidates(n, block, pages)]
    firsts = _in_order(candidates, pages)
    if once:
        return firsts
    repeats = _repeats(candidates, firsts, blocks)
    return firsts + repeats + (_set_apart(candidates, firsts, blocks) if repeats else [])


def _candidates(n: int, block: TextBlock, known: Container[int]) -> Iterator[Candidate]:
    """Every run of digits that could be, or end in, the mark of a known note."""
    text = block.text
    for run in _DIGITS.finditer(text):
        start, end = run.span()
        if start and _may_follow(text, start, end):
            page = block.page_at(start)
            for length, score in _ways(text, start, end, known):
                yield Candidate(n, end - length, end, int(text[end - length : end]), score, page)


def _may_follow(text: str, start: int, end: int) -> bool:
    """Whether a mark may end here: before white space, closing punctuation, a word it is glued to, or the end."""
    following = text[end : end + 1]
    if following in (".", ","):
        # Two notes in one place ("conflict,10,11 and") are no figure.
        two = following == "," == text[start - 1] and text[start - 2 : start - 1].isalpha()
        return two or not text[end + 1 : end + 2].isdigit()
    if following.islower():
        return bool(_GLUED_BETWEEN.search(text, max(0, start - 4), end + 3))
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
            if len(digits) < 3 or before == ";" or not _GROUPED.search(text, max(0, start - 6), start):
                yield len(digits), 8
        elif before.isalpha():
            word = text[max(0, start - 12) : start]
            if not _SYMBOL.search(word):
                yield len(digits), 7 if before.islower() else 3
    if len(digits) == 4 and before != "/" and _YEAR.match(digits):
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


def _in_order(candidates: Sequence[Candidate], pages: Mapping[int, int]) -> list[Candidate]:
    """One candidate for each note at most, in the order of both, with the highest sum of scores."""
    by_number: dict[int, list[Candidate]] = {}
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
        likely = by_number[number]
        if len(likely) > _LIKELY:
            likely = sorted(likely, key=lambda c: -c.score)[:_LIKELY]
        for candidate in likely:
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
    found: list[Candidate] = []
    link = chains[-1] if chains else None
    while link is not None:
        found.append(link.last)
        link = link.before
    return found


def _repeats(
    candidates: Sequence[Candidate], firsts: Sequence[Candidate], blocks: Sequence[TextBlock]
) -> list[Candidate]:
    """Marks of notes marked before: taken only where they are plainly glued to what they follow."""
    taken = {(c.block, c.start) for c in firsts}
    introduced = {c.number: c.place for c in firsts}
    ends = {(c.block, c.end) for c in firsts}
    named = _first_named(blocks)
    found: list[Candidate] = []
    for candidate in candidates:
        at = introduced.get(candidate.number)
        if (
            at is None
            or candidate.place <= at
            or (candidate.block, candidate.start) in taken
            or (candidate.block, candidate.end) in ends
        ):
            continue
        if candidate.score >= 7 or (
            candidate.score == 3 and named.get(_stroked(candidate, blocks), candidate.block) < candidate.block
        ):
            found.append(candidate)
            ends.add((candidate.block, candidate.end))
    return found


def _set_apart(
    candidates: Sequence[Candidate], firsts: Sequence[Candidate], blocks: Sequence[TextBlock]
) -> list[Candidate]:
    """Marks with a space before them ("Rights, 1 the"), earlier in the paragraph than one glued to its word.

    Looked for only where numbers are used several times.
    """
    first = {c.number: c for c in firsts}
    return [
        c
        for c in candidates
        if c.score in (5, 6)
        and (taken := first.get(c.number))
        and c.block == taken.block
        and c.end < taken.start
        and blocks[c.block].text[c.end : c.end + 2].lstrip().islower()
    ]


def _first_named(blocks: Sequence[TextBlock]) -> dict[str, int]:
    """The block in which each number such as "16/8" first stands by itself."""
    first: dict[str, int] = {}
    for n, block in enumerate(blocks):
        for number in _STROKED.findall(block.text):
            first.setdefault(number, n)
    return first


def _stroked(candidate: Candidate, blocks: Sequence[TextBlock]) -> str:
    """ "16/8" of "16/812", where 12 is the candidate."""
    text = blocks[candidate.block].text
    return text[text.rfind(" ", 0, candidate.start) + 1 : candidate.start].lstrip("(“")
