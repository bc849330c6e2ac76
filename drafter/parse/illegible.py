"""Note marks that optical recognition could not read: `2017,'`, "Korea,?", "Child,®", "Koreal".

Their numbers follow from their order. A mark is the next number, or repeats one given before; the notes whose text
survived say which numbers must begin on which page; and a glyph looks more like some figures than like others. Of all
numberings the cheapest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.model.session import from_ordinal, year_of_session
from drafter.parse.blocks import TextBlock

_GLYPHS = {"'": "1", "’": "17", "?": "2", "*": "4", "®": "035689", "°": "0", ">": "5", "!": "1", "l": "1"}
_SUSPECT = re.compile(r"(?<=[A-Za-z,;.])(?P<glyphs>['?®*>!°]{1,3}|(?<=[a-rt-z])’)(?=[\s,;]|$)")
_WORD = re.compile(r"[\w/’-]+")
_ENOUGH, _TOO_MANY = 3, 600
_REMEMBERED = 120
"""How many marks back a name or a resolution may still be recognised by its note."""
_WRONG_FIGURE, _LOST_FIGURE, _WRONG_PAGE, _BARE_REPEAT, _LOST_MARK = 3.0, 1.5, 6.0, 3.0, 4.0
_SLIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Illegible:
    """A mark that cannot be read, at `start`..`end` of a block's text; `words` are the last ones before it."""

    block: int
    start: int
    end: int
    glyphs: str
    page: int
    before: str
    words: tuple[str, ...]

    @classmethod
    def at(cls, n: int, block: TextBlock, start: int, end: int, glyphs: str) -> Illegible:
        before = block.text[:start][-90:]
        return cls(n, start, end, glyphs, block.page_at(start), before, tuple(_WORD.findall(before)))


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    highest: int
    numbers: tuple[int, ...]


def illegible(blocks: Sequence[TextBlock]) -> list[Illegible]:
    """The suspected marks in reading order; none where there are too few to go by."""
    found = [
        Illegible.at(n, block, hit.start(), hit.end(), hit["glyphs"])
        for n, block in enumerate(blocks)
        for hit in _SUSPECT.finditer(block.text)
    ]
    if len(found) > _TOO_MANY or sum(mark.glyphs not in ("’", "'", "*") for mark in found) < _ENOUGH:
        return []
    return sorted([*found, *_glued_letters(blocks)], key=lambda mark: (mark.block, mark.start))


def _glued_letters(blocks: Sequence[TextBlock]) -> list[Illegible]:
    """Whether a word ("Koreal") occurs only here, and often without its last letter."""
    words: dict[str, int] = {}
    for block in blocks:
        for word in re.findall(r"[A-Z][a-z]{3,}", block.text):
            words[word] = words.get(word, 0) + 1
    return [
        Illegible.at(n, block, hit.end() - 1, hit.end(), "l")
        for n, block in enumerate(blocks)
        for hit in re.finditer(r"\b[A-Z][a-z]{3,}l\b", block.text)
        if words.get(hit[0]) == 1 and words.get(hit[0][:-1], 0) > 3
    ]


def numbered(marks: Sequence[Illegible], pages: Mapping[int, int]) -> list[int]:
    """The number of each mark; `pages` has the page of each note whose text survived."""
    paths = [_Path(0.0, 0, ())]
    last = max(pages, default=0)
    for place, mark in enumerate(marks):
        named, cited = (
            [n for n in range(max(place - _REMEMBERED, 0), place) if alike(marks[n], mark)]
            for alike in (_same_name, _same_resolution)
        )
        sibling = place > 0 and _siblings(marks[place - 1], mark)
        longer: dict[tuple[int, tuple[int, ...]], _Path] = {}
        for path in paths:
            known = {path.numbers[n] for n in named}, {path.numbers[n] for n in cited}
            for number, cost in _choices(mark, path, known, pages, last, sibling=sibling):
                highest = max(path.highest, number)
                key = (highest, (*path.numbers, number))
                step = _Path(path.cost + cost, *key)
                if key not in longer or longer[key].cost > step.cost:
                    longer[key] = step
        paths = sorted(longer.values(), key=lambda path: path.cost)[:64]
    if not paths[0].numbers:
        return []
    best = min(paths, key=lambda path: path.cost + _LOST_MARK * sum(number > path.highest for number in pages))
    return list(best.numbers)


def _choices(
    mark: Illegible,
    path: _Path,
    numbers: tuple[set[int], set[int]],
    pages: Mapping[int, int],
    last: int,
    *,
    sibling: bool,
) -> list[tuple[int, float]]:
    """(number, cost) for each way to number a mark after those before it.

    `numbers` are those of the marks after the same name and after the same resolution; `sibling` says that the mark
    right before it may share its note.
    """
    choices: list[tuple[int, float]] = []
    named, cited = numbers
    for number in range(path.highest + 1, min(path.highest + 3, last) + 1):
        skipped = sum(_LOST_MARK if n in pages else 1.0 for n in range(path.highest + 1, number))
        astray = _WRONG_PAGE if number in pages and pages[number] != mark.page else 0.0
        known = _BARE_REPEAT if cited else _SLIGHT if named else 0.0
        choices.append((number, skipped + astray + known + _unlikeness(mark.glyphs, number)))
    for number in named | cited | set(path.numbers[-12:]):
        shared = sibling and path.numbers[-1] == number
        cost = _SLIGHT if number in named | cited or shared else _BARE_REPEAT
        choices.append((number, cost + _unlikeness(mark.glyphs, number)))
    return choices


def _unlikeness(glyphs: str, number: int) -> float:
    figures = str(number)
    if len(glyphs) == len(figures):
        pairs = zip(glyphs, figures, strict=True)
        return sum(_WRONG_FIGURE for glyph, figure in pairs if figure not in _GLYPHS[glyph])
    if len(glyphs) < len(figures) and any(figure in _GLYPHS[glyph] for glyph in glyphs for figure in figures):
        return _LOST_FIGURE
    return _LOST_FIGURE + _WRONG_FIGURE


def _same_name(one: Illegible, other: Illegible) -> bool:
    """Whether two marks follow the same name."""
    a, b = one.words, other.words
    return len(a) > 1 and a[-2:] == b[-2:]


def _same_resolution(one: Illegible, other: Illegible) -> bool:
    """Whether a mark follows the number of a resolution that stands before the other ("34/24 of 24 March 2017")."""
    return bool(other.words) and "/" in other.words[-1] and other.words[-1] in one.words[-8:]


def _siblings(one: Illegible, other: Illegible) -> bool:
    """The two International Covenants stand in one annex and shared one note while numbers were repeated."""
    named = [re.findall(r"International Covenant on", mark.before) for mark in (one, other)]
    return one.block == other.block and all(named)


_SUPPLEMENT = re.compile(r"Official Records of the General Assembly, (?P<session>\S+) Session, Supplement No\. 53\b")
_DATED = re.compile(r"resolutions? \d+/\d+ of \d{1,2} [A-Z][a-z]+ (?P<year>\d{4})[,;]?")


def place_of_lost_mark(note: str, blocks: Sequence[TextBlock], first: int, last: int) -> tuple[int, int] | None:
    """Where a note whose mark was lost belongs: (block, character), from block `first` to `last`; None if unknown.

    Supplement No. 53 of a session holds the Human Rights Council's resolutions of the year in which it opens.
    """
    found = _SUPPLEMENT.search(note)
    session = from_ordinal(found["session"]) if found else None
    if session is None:
        return None
    for n in range(first, last + 1):
        for dated in _DATED.finditer(blocks[n].text):
            if int(dated["year"]) == year_of_session(session):
                return n, dated.end()
    return None
