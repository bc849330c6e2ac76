"""A Word file of headings, paragraphs and tables, built by python-docx on the styles and the page of a base document.

Not for the text of a resolution: importing python-docx alone takes longer than writing that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from drafter import files
from drafter.errors import UnreadableError
from drafter.ooxml import archive
from drafter.ooxml.elements import clean

Words = str | tuple[str, str]
"""Words, or words and the character style they are set in."""


class Listing:
    """A file that is written from top to bottom."""

    def __init__(self, base: Path, styles: Iterable[str]) -> None:
        """Start from the base document without its text; it must have these styles."""
        archive.read(base)
        self._document = docx.Document(BytesIO(files.read_bytes(base)))
        known = {style.name for style in self._document.styles}
        if lacking := [name for name in styles if name not in known]:
            raise UnreadableError(
                f"this Word file lacks the style “{lacking[0]}” that such a page is set with",
                file=base,
                remedy=f"start from the shipped {base.name}",
            )
        body = self._document.element.body
        for element in list(body):
            if element.tag != qn("w:sectPr"):
                body.remove(element)

    def paragraph(self, style: str, *words: Words) -> None:
        """A paragraph; line feeds in its words stand for paragraph marks and show as ¶."""
        _put(self._document.add_paragraph(style=style), words)

    def on_its_side(self) -> None:
        """Set the page wider than it is high."""
        for section in self._document.sections:
            section.page_width, section.page_height = section.page_height, section.page_width
            section.orientation = WD_ORIENT.LANDSCAPE
            section.left_margin = section.right_margin = Twips(900)

    def table(
        self,
        style: str,
        cell_style: str,
        widths: Sequence[int],
        rows: Iterable[Sequence[Sequence[Words]]],
        *,
        head: Sequence[str] = (),
    ) -> None:
        """A table with columns of these widths, in twentieths of a point; no row is split over two pages.

        `head` names the columns, in bold and on each page again; such a table has lines between its rows.
        """
        table = self._document.add_table(rows=0, cols=len(widths), style=style)
        table.autofit = False
        whole = table._tbl.tblPr.find(qn("w:tblW"))
        whole.set(qn("w:type"), "dxa")
        whole.set(qn("w:w"), str(sum(widths)))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Twips(width)
        if head:
            whole.addnext(_lines())
        named = [[[name] for name in head]] if head else []
        for number, row in enumerate((*named, *rows)):
            made = table.add_row()
            properties = made._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if named and not number:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, words, width in zip(made.cells, row, widths, strict=True):
                cell.width = Twips(width)
                cell.paragraphs[0].style = cell_style
                _put(cell.paragraphs[0], words)
                for run in cell.paragraphs[0].runs if named and not number else ():
                    run.bold = True

    def content(self) -> bytes:
        """The file; the same calls give the same bytes."""
        saved = BytesIO()
        self._document.save(saved)
        return archive.write(archive.unpacked(saved.getvalue()))


def _lines() -> _Element:
    """Thin lines above, below and between the rows."""
    made = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for key, value in (("val", "single"), ("sz", "4"), ("color", "A0A0A0")):
            line.set(qn(f"w:{key}"), value)
        made.append(line)
    return made


def _put(paragraph: Paragraph, words: Iterable[Words]) -> None:
    for each in words:
        text, style = (each, None) if isinstance(each, str) else each
        if text:
            paragraph.add_run(clean(text).replace("\n", " ¶ "), style=style)
