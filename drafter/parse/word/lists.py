"""Automatic numbering, counted as Word counts it: a level's count begins again below any paragraph of a higher one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from drafter.model.numbering import letters
from drafter.model.session import roman
from drafter.ooxml.asking import number, value
from drafter.ooxml.names import W
from drafter.parse.word.styles import Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_MOST = 399


@dataclass(frozen=True, slots=True)
class Counted:
    """A paragraph's automatic number: as printed ("(ii)"), its form ("lowerRoman") and its count."""

    printed: str
    form: str
    count: int
    level: int


class WordLists:
    """Counts the paragraphs of one file in reading order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._patterns: dict[str, _Element] = {}
        self._lists: dict[str, _Element] = {}
        if root is not None:
            self._patterns = {found.get(f"{W}abstractNumId", ""): found for found in root.iter(f"{W}abstractNum")}
            self._lists = {found.get(f"{W}numId", ""): found for found in root.findall(f"{W}num")}
        self._levels: dict[tuple[str, int], _Element | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, style: str, properties: _Element | None) -> Counted | None:
        """The number of the next paragraph; None where it has none."""
        place = self._place(style, properties)
        return self._counted(*place) if place else None

    def _place(self, style: str, properties: _Element | None) -> tuple[str, int] | None:
        given = value(properties, "numPr", "numId")
        level = number(properties, "numPr", "ilvl")
        if given is None:
            styled = self._styles.numbering(style)
            if styled is None:
                return None
            given, of_style, owner = styled
            level = level if level is not None else of_style if of_style is not None else self._linked(given, owner)
        elif level is None:
            styled = self._styles.numbering(style)
            level = styled[1] if styled and styled[1] is not None else 0
        if given not in self._lists or not 0 <= (level or 0) < _LEVELS:
            return None
        return given, level or 0

    def _linked(self, list_id: str, style: str) -> int:
        """The level of a list that is tied to a style."""
        pattern = self._patterns.get(self._pattern(list_id))
        for level in pattern.findall(f"{W}lvl") if pattern is not None else ():
            if value(level, "pStyle") == style:
                return number_of(level)
        return 0

    def _pattern(self, list_id: str) -> str:
        """The pattern of a list, through the numbering style where it stands for one."""
        for _ in range(10):
            found = value(self._lists.get(list_id), "abstractNumId") or ""
            link = value(self._patterns.get(found), "numStyleLink")
            onward = self._styles.numbered_by(link) if link else None
            if onward is None or onward not in self._lists:
                return found
            list_id = onward
        return found

    def _level(self, list_id: str, level: int) -> _Element | None:
        key = list_id, level
        if key not in self._levels:
            own = (
                over.find(f"{W}lvl")
                for over in self._lists[list_id].findall(f"{W}lvlOverride")
                if number_of(over) == level
            )
            pattern = self._patterns.get(self._pattern(list_id))
            shared = pattern.findall(f"{W}lvl") if pattern is not None else []
            found = next((one for one in own if one is not None), None)
            if found is None:
                found = next((one for one in shared if number_of(one) == level), None)
            self._levels[key] = found
        return self._levels[key]

    def _counted(self, list_id: str, level: int) -> Counted | None:
        own = self._level(list_id, level)
        if own is None:
            return None
        counts = self._counts.setdefault(self._pattern(list_id), [None] * _LEVELS)
        first = self._start(list_id, level)
        if (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            for over in self._lists[list_id].findall(f"{W}lvlOverride"):
                restart = number(over, "startOverride")
                if number_of(over) == level and restart is not None:
                    counts[level], first = None, restart
        before = counts[level]
        count = counts[level] = first if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if self._restarts(list_id, deeper, level):
                counts[deeper] = None
        form = value(own, "numFmt") or "decimal"
        legal = own.find(f"{W}isLgl") is not None

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            at = self._level(list_id, place)
            its_form = (value(at, "numFmt") or "decimal") if at is not None else "decimal"
            its_count = counts[place]
            its_count = self._start(list_id, place) if its_count is None else its_count
            return formatted(its_count, "decimal" if legal and place < level else its_form)

        text = "•" if form == "bullet" else _PLACE.sub(shown, value(own, "lvlText") or "").strip()
        return Counted(text, form, count, level) if text else None

    def _start(self, list_id: str, level: int) -> int:
        found = number(self._level(list_id, level), "start")
        return 1 if found is None else found

    def _restarts(self, list_id: str, deeper: int, level: int) -> bool:
        """Whether a count begins again below a paragraph of `level`."""
        after = number(self._level(list_id, deeper), "lvlRestart")
        return after is None or (after != 0 and level < after)


def number_of(element: _Element) -> int:
    """The level that an element is about; -1 where it names none."""
    found = element.get(f"{W}ilvl", "")
    return int(found) if found.isdecimal() and len(found) < 3 else -1


def formatted(count: int, form: str) -> str:
    """A count as a numbering format prints it.

    >>> formatted(28, "lowerLetter"), formatted(4, "upperRoman"), formatted(3, "decimalZero")
    ('bb', 'IV', '03')
    """
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and 0 < count <= _MOST:
        mark = letters(count)
        return mark if form == "lowerLetter" else mark.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count <= _MOST:
        numeral = roman(count)
        return numeral.lower() if form == "lowerRoman" else numeral
    return f"{count:02}" if form == "decimalZero" else str(count)
