"""Automatic numbering: which style a paragraph has, and which list counts it.

The base document's styles count by themselves (1. → (a) → (i) → a. → i.). A list of its own is added only where
counting starts again (a part, subparagraphs below an unnumbered paragraph) or a number reads otherwise (7 bis).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element

from drafter.model import numbering
from drafter.model.resolution import Kind, Paragraph
from drafter.ooxml.elements import child
from drafter.ooxml.names import W

STYLE_LIST = 1
"""The list in which the operative styles count by themselves."""

_LEVELS = 5
_FIRST_ADDED = 501
"""Above any number in a base document, even after Word has saved it."""
_STEMS = {Kind.PREAMBULAR: "UNPreambular", Kind.OPERATIVE: "UNOperative"}
_PATTERNS = {Kind.OPERATIVE: "UNOperative1", Kind.PREAMBULAR: "UNPreambular1"}
"""The style that identifies a pattern, since Word renumbers patterns when it saves."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph's style and, where it is not the style's own, the (list, level) that counts it."""

    style: str
    number: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Added:
    number: int
    kind: Kind
    level: int
    start: int
    variant: str


class Lists:
    """The lists of one text: `places` counts as Word will, `write` puts the added lists into the numbering part."""

    def __init__(self) -> None:
        self._added: list[_Added] = []
        self._counts: dict[int, list[int]] = {}

    def places(self, paragraphs: Sequence[Paragraph]) -> list[Place]:
        """The place of each paragraph, so that Word's numbers are those of `numbering.printed`.

        Gaps in the numbering of an adopted text are closed.
        """
        paragraphs = tuple(map(numbering.by_itself, paragraphs))
        last: list[int | None] = [None] * _LEVELS
        going_on: list[int | None] = [None] * _LEVELS
        tops: dict[str, int] = {}
        before: tuple[str, Kind] | None = None
        found = []
        for paragraph, mark in zip(paragraphs, numbering.printed(paragraphs), strict=True):
            if paragraph.kind is Kind.HEADING:
                found.append(Place(f"UNHeading{min(paragraph.level, 2) + 1}"))
                continue
            level = min(paragraph.level, _LEVELS - 1)
            suffix = str(level) if level else ""
            if paragraph.continued:
                found.append(Place(f"UNContinued{suffix}"))
                continue
            if before != (paragraph.part, paragraph.kind):
                before = (paragraph.part, paragraph.kind)
                last, going_on = [None] * _LEVELS, [None] * _LEVELS
                going_on[0] = tops.get(paragraph.part)
            style = _STEMS[paragraph.kind] + suffix
            number: int | None = None
            if mark:
                wanted = going_on[level] or (last[level - 1] if level else None)
                number = self._count(wanted, paragraph.kind, level, paragraph.variant, mark)
                if not paragraph.variant:
                    going_on[level] = number
                    if not level:
                        tops[paragraph.part] = number
            elif paragraph.kind is Kind.OPERATIVE:
                style = "UNOperativeSingle"
            last[level] = number
            for deeper in range(level + 1, _LEVELS):
                last[deeper] = going_on[deeper] = None
            found.append(Place(style, None if number in {None, STYLE_LIST} else (number or 0, level)))
        return found

    def write(self, root: _Element) -> None:
        """Put the added lists into the base document's numbering part, patterns before lists as the schema asks."""
        first_list = root.find(f"{W}num")
        at = len(root) if first_list is None else root.index(first_list)
        for added in self._added:
            link = root.find(f"{W}abstractNum/{W}lvl/{W}pStyle[@{W}val='{_PATTERNS[added.kind]}']")
            if link is None:
                continue
            pattern = next(link.iterancestors(f"{W}abstractNum"))
            root.insert(at, _own_pattern(pattern, added))
            at += 1
            child(child(root, "num", numId=added.number), "abstractNumId", val=added.number)

    def _count(self, wanted: int | None, kind: Kind, level: int, variant: str, mark: str) -> int:
        """The list that gives `mark`: the one wanted if its next number is right, otherwise a new one."""
        if wanted is None and not self._counts and kind is Kind.OPERATIVE and not level and not variant:
            wanted = STYLE_LIST
        if wanted is not None and not variant:
            counts = self._counts.setdefault(wanted, [0] * _LEVELS)
            if _shown(counts[level] + 1, level, "") == mark:
                counts[level:] = [counts[level] + 1] + [0] * (_LEVELS - level - 1)
                return wanted
        start = next(number for number in range(1, 10_000) if _shown(number, level, variant) == mark)
        added = _Added(_FIRST_ADDED + len(self._added), kind, level, start, variant)
        self._added.append(added)
        self._counts[added.number] = [0] * level + [start] + [0] * (_LEVELS - level - 1)
        return added.number


def _shown(number: int, level: int, variant: str) -> str:
    if level:
        return f"{numbering.list_mark(level, number)} {variant}".strip()
    return f"{number} {variant}".strip() + "."


def _own_pattern(pattern: _Element, added: _Added) -> _Element:
    """A copy of a pattern for one list: it belongs to no style, starts where it must, and names its variant."""
    made = deepcopy(pattern)
    made.set(f"{W}abstractNumId", str(added.number))
    for level in made.findall(f"{W}lvl"):
        for link in level.findall(f"{W}pStyle"):
            level.remove(link)
        if level.get(f"{W}ilvl") != str(added.level):
            continue
        start, text = level.find(f"{W}start"), level.find(f"{W}lvlText")
        if start is not None:
            start.set(f"{W}val", str(added.start))
        if text is not None and added.variant:
            mark = text.get(f"{W}val", "")
            for gap in level.findall(f"{W}suff"):
                gap.set(f"{W}val", "space")
            text.set(f"{W}val", f"{mark} {added.variant}" if added.level else f"{mark.rstrip('.')} {added.variant}.")
    return made
