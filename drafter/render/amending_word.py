"""An amendment paper as a Word file, as the L. documents are set; the statement as a plain listing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element

from drafter.model.inline import Inline
from drafter.ooxml import elements
from drafter.render.amending import HOUSE_STYLE, PaperLine, PrintedAmendment, lines, statement, statement_title
from drafter.render.document import TextElements, assemble, starred_note
from drafter.resources import own, shipped

_INSTRUCTION, _ALONE, _BLOCK, _RULE = "UNContinued", "UNOperativeSingle", "UNPreambular", "UNFootnoteRule"
_LINE = "_" * 18
_BASE = "summary.docx"


def paper_word(paper: PrintedAmendment, *, base: Path | None = None) -> bytes:
    """The paper under its masthead, from the base document of drafts.

    Its notes stand below the text and not at the foot of the page: other programs than Word print the asterisk of such
    a footnote twice.
    """
    body = [_paragraph(line) for line in lines(paper)]
    if paper.notes:
        body.append(elements.paragraph([elements.run(_LINE)], style=_RULE))
    body += [starred_note(mark, list(_runs(note))) for mark, note in paper.notes]
    text = TextElements(list(_runs(paper.title)), body, sponsors=list(_sponsors(paper.sponsored)))
    return assemble(paper.masthead, text, paper.title, base=base)


def statement_word(paper: PrintedAmendment) -> bytes:
    """The statement as a listing, with the note that its form is no official one."""
    from drafter.render.listing import Listing

    base = own("templates") / _BASE
    made = Listing(base if base.is_file() else shipped("templates") / _BASE, ("Title", "Aside", "Normal", "Fact"))
    made.paragraph("Title", statement_title(paper))
    made.paragraph("Aside", HOUSE_STYLE)
    for line in statement(paper):
        made.paragraph("Fact" if line.block else "Normal", line.text.text)
    for mark, note in paper.own_notes:
        made.paragraph("Aside", f"{mark} {note.text}")
    return made.content()


def _paragraph(line: PaperLine) -> _Element:
    runs = list(_runs(line.text))
    if line.number:
        runs[:0] = [elements.run(f"{line.number}."), elements.tab()]
    return elements.paragraph(runs, style=_INSTRUCTION if line.number else _BLOCK if line.block else _ALONE)


def _sponsors(line: str) -> Iterator[_Element]:
    """The line of sponsors, whose asterisk is upright."""
    before, star, behind = line.partition("*")
    yield elements.run(before)
    if star:
        upright = elements.run(star)
        elements.child(elements.run_properties(upright), "b", val=0)
        yield from (upright, elements.run(behind))


def _runs(text: Inline) -> Iterator[_Element]:
    for run in text.without_marks().runs():
        yield elements.run(run.text, italic=run.italic)
