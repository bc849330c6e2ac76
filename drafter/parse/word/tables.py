"""The tables in a text, which is read cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from drafter.ooxml.names import W
from drafter.parse.masthead import organ_of

Words = Callable[[_Element], str]
"""The words in a cell."""


def told(root: _Element) -> str:
    """The line that tells of the tables below the organ's line, "" where none is there; a masthead often is one."""
    begun = False
    rows: list[int] = []
    for element in root.iter(f"{W}p", f"{W}tbl"):
        if element.tag == f"{W}tbl":
            if begun:
                rows.append(len(element.findall(f"{W}tr")))
        elif not begun:
            begun = organ_of("".join(str(text.text or "") for text in element.iter(f"{W}t")).strip()) is not None
    if not rows:
        return ""
    counted = ", ".join(f"{count} row{'s' if count > 1 else ''}" for count in rows)
    what = "a table" if len(rows) == 1 else f"{len(rows)} tables"
    return f"the text has {what} ({counted}), read cell by cell, each as a paragraph of its own"


def in_markdown(root: _Element, words: Words) -> str:
    """The rows of all tables, a line each. A cell that goes on from the row above repeats it."""
    return "".join(f"| {' | '.join(row)} |\n" for table in root.iter(f"{W}tbl") for row in _rows(table, words))


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
