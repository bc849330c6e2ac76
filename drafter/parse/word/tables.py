"""The tables in a Word file: those that lay out its text are read as text, the others are put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml.etree import _Element

from drafter.ooxml.names import W
from drafter.parse.lines import Line, SourceTable
from drafter.parse.masthead import organ_of
from drafter.parse.tables import lays_out, opens

Words = Callable[[_Element], str]
"""The words in a cell."""


@dataclass(frozen=True, slots=True)
class WordTables:
    """`aside` are the tables whose words are put aside, `read` has the number of rows of each that is read as text."""

    aside: tuple[SourceTable, ...] = ()
    read: tuple[int, ...] = ()

    @property
    def told(self) -> str:
        """The line that tells of the tables read as text, "" where there are none."""
        if not self.read:
            return ""
        counted = ", ".join(f"{count} row{'s' if count > 1 else ''}" for count in self.read)
        what = "a table" if len(self.read) == 1 else f"{len(self.read)} tables"
        return f"the text has {what} ({counted}), read cell by cell, each as a paragraph of its own"


def tables_of(lines: Sequence[Line], elements: Mapping[int, Sequence[_Element]]) -> WordTables:
    """The tables below the line that begins the text; those above it are its masthead."""
    begun = False
    aside: list[SourceTable] = []
    read: list[int] = []
    for table, group in groupby(lines, lambda line: _outermost(elements[line.number][0])):
        held = tuple(group)
        if table is None or not begun:
            begun = begun or any(organ_of(line.text) or opens(line.text) for line in held)
            continue
        rows = _read(held, elements)
        if lays_out(rows):
            read.append(len(rows))
        else:
            aside.append(SourceTable(rows, frozenset(line.number for line in held)))
    return WordTables(tuple(aside), tuple(read))


def in_markdown(root: _Element, words: Words) -> str:
    """The rows of all tables, a line each. A cell that goes on from the row above repeats it."""
    return "".join(f"| {' | '.join(row)} |\n" for table in root.iter(f"{W}tbl") for row in _rows(table, words))


def _outermost(element: _Element) -> _Element | None:
    return next(reversed(list(element.iterancestors(f"{W}tbl"))), None)


def _read(lines: Sequence[Line], elements: Mapping[int, Sequence[_Element]]) -> tuple[tuple[str, ...], ...]:
    """The words of each cell in the outermost rows that have any."""
    rows: dict[_Element, dict[_Element, list[str]]] = {}
    for line in lines:
        *_, row = elements[line.number][0].iterancestors(f"{W}tr")
        cell = next(one for one in elements[line.number][0].iterancestors(f"{W}tc") if _within(one) is row)
        words = f"{line.mark.printed} {line.text}" if line.mark else line.text
        rows.setdefault(row, {}).setdefault(cell, []).append(words)
    return tuple(
        tuple(" ".join(said.get(cell, ())) for cell in row.iter(f"{W}tc") if _within(cell) is row)
        for row, said in rows.items()
    )


def _within(cell: _Element) -> _Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)


def _rows(table: _Element, words: Words) -> Iterator[list[str]]:
    above: list[str] = []
    for row in table.findall(f"{W}tr"):
        cells: list[str] = []
        for cell in row.findall(f"{W}tc"):
            wide = cell.find(f"{W}tcPr/{W}gridSpan")
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            said = above[len(cells)] if goes_on and len(cells) < len(above) else _escaped(words(cell))
            cells.append(said)
            span = "" if wide is None else wide.get(f"{W}val", "")
            cells += [""] * (int(span) - 1 if span.isdecimal() and len(span) < 3 else 0)
        above = cells
        yield cells


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("|", r"\|")
