"""The form between the readers and the recogniser: lines of a page, with what the format knew about them.

A reader (plain text, Markdown, Word, PDF by geometry) fills in what its format tells and leaves the rest
at None or empty; the recogniser works on text, and uses geometry and style only where they are there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.model.inline import Inline, NoteMark, Span
from drafter.model.resolution import Footnote, Kind
from drafter.parse.marks import Mark


@dataclass(frozen=True, slots=True)
class Given:
    """What a paragraph's style says it is, so that it need not be recognised."""

    kind: Kind
    level: int = 0
    continued: bool = False


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The rows of a table, each with the words of its cells, and the numbers of the lines that hold them.

    `certain` where the format says that it is one.
    """

    rows: tuple[tuple[str, ...], ...]
    lines: frozenset[int]
    certain: bool = True

    @property
    def first(self) -> int:
        return min(self.lines)


@dataclass(frozen=True, slots=True)
class KnownText:
    """What a format knows of a whole text: its notes, by the number of their marks, and whether italics are in it.

    `starred` are the texts of the notes that an asterisk or the like marks, `tables` those whose words are put aside,
    None where they are to be found by the look of their rows; `property` the symbol in the properties of the file.
    """

    notes: tuple[Footnote, ...]
    italics: bool
    starred: tuple[str, ...] = ()
    tables: tuple[SourceTable, ...] | None = None
    property: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source without the white space around it.

    number  its place in the source, counting from 1
    gap     blank lines before it (a geometric reader counts a paragraph's spacing as one)
    indent  leading spaces
    page    counts up at each page break that is known
    italics, raised   characters in italics and in superscript
    x, y, size        points from the top left corner, and type size, where the format has them
    marks   note marks, where they are more than raised figures
    mark    its automatic number, which is not in the text
    given   what its style says it is
    begins  whether it begins a paragraph or goes on with one, where its place on the page tells
    columns its words by column, where wide spaces part them
    """

    text: str
    number: int
    gap: int = 0
    indent: int = 0
    page: int = 0
    italics: tuple[Span, ...] = ()
    raised: tuple[Span, ...] = ()
    x: float | None = None
    y: float | None = None
    size: float | None = None
    marks: tuple[NoteMark, ...] = ()
    mark: Mark | None = None
    given: Given | None = None
    begins: bool | None = None
    columns: tuple[str, ...] = ()

    @property
    def inline(self) -> Inline:
        return Inline(self.text, self.italics, self.marks)


def shortened(line: Line, start: int) -> Line:
    """The line from the character `start` on."""
    return replace(
        line,
        text=line.text[start:],
        italics=tuple(
            replace(s, start=max(s.start - start, 0), end=s.end - start) for s in line.italics if s.end > start
        ),
        raised=tuple(
            replace(s, start=max(s.start - start, 0), end=s.end - start) for s in line.raised if s.end > start
        ),
        marks=tuple(replace(m, at=max(m.at - start, 0)) for m in line.marks),
    )
