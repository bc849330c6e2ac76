"""The table of a compilation text as a Word file, as Markdown and as plain text."""

from __future__ import annotations

import re

from drafter.render.compilation.tabular import Tabulated
from drafter.resources import own, shipped

_BASE = "summary.docx"
_WIDTHS = (1250, 4200, 4000, 1500, 1500, 1590)


def word(table: Tabulated, title: str) -> bytes:
    """The table on a page on its side, its heads repeated on each page."""
    from drafter.render.listing import Listing

    given = own("templates") / _BASE
    made = Listing(given if given.is_file() else shipped("templates") / _BASE, ("Title", "Aside", "Facts", "Fact"))
    made.on_its_side()
    made.paragraph("Title", title)
    for line in table.about:
        made.paragraph("Aside", line)
    rows = [[[cell] for cell in row.cells] for row in table.rows]
    made.table("Facts", "Fact", _WIDTHS, rows, head=table.heads)
    return made.content()


def plain(table: Tabulated, title: str, *, markdown: bool) -> str:
    """The table between bars, as Markdown has it; in plain text without its escapes."""

    def line(cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(_cell(cell, markdown=markdown) for cell in cells)} |"

    head = f"# {_escaped(title)}" if markdown else title
    about = [part for one in table.about for part in (_escaped(one) if markdown else one, "")]
    rule = f"|{'|'.join(' --- ' for _ in table.heads)}|"
    return "\n".join((head, "", *about, line(table.heads), rule, *(line(row.cells) for row in table.rows), ""))


def _cell(text: str, *, markdown: bool) -> str:
    bare = " ".join(text.split())
    return _escaped(bare) if markdown else bare.replace("\\", "\\\\").replace("|", "\\|")


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)
