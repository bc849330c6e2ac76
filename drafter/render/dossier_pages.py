"""A paragraph's dossier as Markdown, HTML or a Word file, from the templates `dossier.md.j2` and `dossier.html.j2`, and
`summary.docx` for the styles and the page of the Word file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drafter.align.marked import Fate, Piece
from drafter.errors import DrafterError
from drafter.render import pages
from drafter.render.dossier import Dossier

BASE = "summary.docx"

_FAINT, _OUT, _IN = "Faint", "Words out", "Words in"
_STYLES = ("Title", "Subtitle", "Normal", "Heading 1", "Heading 2", "Aside", _FAINT, _OUT, _IN)
_MARKED = {Fate.OUT: _OUT, Fate.IN: _IN}


def dossier_page(dossier: Dossier, suffix: str) -> bytes:
    """The dossier in the format of that file name ending; the same dossier gives the same bytes.

    Raises DrafterError for another ending and for a fault in a template of the user's own.
    """
    if suffix == ".md":
        return pages.markdown("dossier", dossier=dossier)
    if suffix == ".html":
        return pages.html("dossier", dossier=dossier)
    if suffix == ".docx":
        return _word(dossier, pages.base(BASE))
    raise DrafterError(f"a dossier cannot be written as {suffix or 'that'}", remedy="use .md, .html or .docx")


def _word(dossier: Dossier, base: Path) -> bytes:
    from drafter.render.listing import Listing

    made = Listing(base, _STYLES)
    made.paragraph("Title", f"{dossier.label}: {dossier.title}")
    made.paragraph("Subtitle", f"{dossier.draft} against {dossier.base} · unofficial")
    made.paragraph("Heading 1", "As drafted")
    made.paragraph("Normal", *_marked(dossier.words))
    for note in dossier.footnotes:
        made.paragraph("Aside", f"Footnote {note}")
    for what, said in (("Why", dossier.reason), ("Private note", dossier.note)):
        if said:
            made.paragraph("Aside", f"{what}: {said}")
    if dossier.clearances:
        made.paragraph("Heading 1", "Clearances")
        for one in dossier.clearances:
            made.paragraph("Normal", f"{one.name}: {one.state}{f', {one.day}' if one.day else ''}")
    if dossier.sources:
        made.paragraph("Heading 1", "Sources of its words")
        for source in dossier.sources:
            made.paragraph("Normal", f"{source.symbol} {source.label} ", (source.date, _FAINT))
            made.paragraph("Aside", f"“{source.quote}”")
    if dossier.wanted:
        made.paragraph("Heading 1", "Proposals")
        for wish in dossier.wanted:
            made.paragraph("Heading 2", f"{', '.join(wish.by)} ", (wish.state, _FAINT))
            made.paragraph("Normal", (wish.found or "(nothing)", _OUT), " → ", (wish.put or "(nothing)", _IN))
            if wish.why:
                made.paragraph("Aside", f"Why: {wish.why}")
    made.paragraph("Heading 1", "Through the years")
    if not dossier.years:
        made.paragraph("Normal", "No earlier text of this series is in the library.")
    for year in dossier.years:
        made.paragraph("Heading 2", f"{year.text} {', '.join(year.labels)} ", (year.said, _FAINT))
        if year.words:
            made.paragraph("Normal", *_marked(year.words))
        for changed in year.notes:
            made.paragraph("Aside", "Footnote: ", *_marked(changed))
    return made.content()


def _marked(words: Iterable[Piece]) -> list[str | tuple[str, str]]:
    return [(piece.text, _MARKED[piece.fate]) if piece.fate in _MARKED else piece.text for piece in words]
