"""The compilation text with brackets as a Word file: real notes, automatic numbers with bis and alt, official layout.

A small box above the text says base, time and notation. Preambular paragraphs, which Word does not number, begin with
the label that the room calls them by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.etree import _Element

from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation.notation.textfile import PAST, legend, notation_line, past_line
from drafter.negotiation.notation.values import Compilation, CompiledRow, Dialect, RowKind
from drafter.negotiation.notation.writing import heading, written
from drafter.negotiation.values import Round
from drafter.ooxml import elements
from drafter.render import masthead
from drafter.render.compilation.facts import as_of, base_of
from drafter.render.document import TextElements, assemble, in_annex, printed
from drafter.render.lists import Lists
from drafter.render.notes import NoteMarks

_INSET = 1267
_EDGES = ("top", "left", "bottom", "right")


def bracketed(round_: Round, made: Compilation, dialect: Dialect, told: str) -> bytes:
    """The Word file; `told` is the time up to which it holds."""
    title = written(made.title, dialect)
    paragraphs = [paragraph(row, dialect) for row in made.rows]
    marks = NoteMarks(made.notes, (title, *(one.inline for one in paragraphs)))
    lists = Lists()
    runs = list(marks.runs(title))
    body: list[_Element] = []
    annexes: list[_Element] = []
    for one, place in printed(round_.text.organ, paragraphs, lists):
        target = annexes if in_annex(one.part) else body
        target.append(elements.paragraph(marks.runs(one.inline), style=place.style, number=place.number))
    (annexes or body).extend(_past(made))
    facts = (base_of(made), as_of(told), *legend(made, dialect), notation_line(made, dialect))
    head = replace(masthead.of_draft(round_.text), author="")
    if made.anonymous:
        head = replace(head, sponsors="")
    whole = TextElements(runs, [*boxed(facts), *body], annexes, marks.footnotes, lists)
    return assemble(head, whole, round_.text.title)


def paragraph(row: CompiledRow, dialect: Dialect) -> Paragraph:
    """A row as the paragraph that is printed: with its number, or its label before its words."""
    inline = written(row, dialect)
    variant = row.variant
    if row.kind is RowKind.ALT:
        variant = f"{variant} alt{f' {row.number}' if row.number > 1 else ''}".strip()
    if row.heading is Kind.OPERATIVE and not row.continued:
        return Paragraph(row.heading, inline, row.level, row.part, variant)
    labelled = row.heading is Kind.PREAMBULAR or row.kind is not RowKind.BASE
    words = Inline(f"{heading(row)}. ") + inline if labelled else inline
    return Paragraph(row.heading, words, row.level, row.part, variant, continued=row.continued)


def boxed(lines: Sequence[str]) -> Iterator[_Element]:
    """Small lines in one box, the first in bold."""
    for number, line in enumerate(lines):
        made = elements.paragraph([_small(line, bold=not number)], style="UNText")
        properties = elements.paragraph_properties(made)
        borders = elements.child(properties, "pBdr")
        for edge in _EDGES:
            elements.child(borders, edge, val="single", sz=4, space=4, color="808080")
        elements.child(properties, "spacing", before=0, after=0 if number + 1 < len(lines) else 240)
        elements.child(properties, "ind", left=_INSET, right=_INSET, firstLine=0)
        elements.child(properties, "jc", val="left")
        yield made


def _small(line: str, *, bold: bool = False) -> _Element:
    run = elements.run(line, bold=bold)
    elements.child(elements.run_properties(run), "sz", val=17)
    return run


def _past(made: Compilation) -> Iterator[_Element]:
    if made.history:
        yield elements.paragraph([elements.run(PAST)], style="UNHeading1")
        for one in made.history:
            yield elements.paragraph([elements.run(past_line(one))], style="UNText")
