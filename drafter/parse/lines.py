"""The form between the readers and the recogniser: lines of a page, with what the format knew about them.

A reader (plain text, Markdown; PDF by geometry and Word later) fills in what its format tells and leaves the rest
at None or empty; the recogniser works on text, and uses geometry and style only where they are there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.model.inline import Inline, Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source without the white space around it.

    number  its place in the source, counting from 1
    gap     blank lines before it (a geometric reader counts a paragraph's spacing as one)
    indent  leading spaces
    page    counts up at each page break that is known
    italics, raised   characters in italics and in superscript
    x, y, size        points from the top left corner, and type size, where the format has them
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

    @property
    def inline(self) -> Inline:
        return Inline(self.text, self.italics)


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
    )
