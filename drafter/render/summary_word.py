"""The summary as a Word file: what changed at a glance in a table, then paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.align.marked import Fate, Piece
from drafter.model.decisions import Clearance
from drafter.render.listing import Listing, Words
from drafter.render.summary_values import Code, Entry, Summary

_FAINT, _OUT, _IN = "Faint", "Words out", "Words in"
_STYLES = ("Title", "Subtitle", "Normal", "Heading 1", "Heading 2", "Aside", "Fact", "Facts", _FAINT, _OUT, _IN)
_MARKED = {Fate.OUT: _OUT, Fate.IN: _IN}
_WIDTHS = (1400, 1700, 6000)

Row = tuple[list[Words], list[Words], list[Words]]
"""What happened, where, and the words."""


def word(summary: Summary, base: Path) -> bytes:
    """The summary in the styles and page format of `base`. Raises UnreadableError if that lacks a style."""
    made = Listing(base, _STYLES)
    made.paragraph("Title", *_marked(summary.title))
    made.paragraph("Subtitle", f"{summary.draft} against {summary.base} · unofficial")
    made.paragraph("Normal", _counted(summary))
    if rows := list(_facts(summary)):
        made.table("Facts", "Fact", _WIDTHS, rows)
    if any(row[0][0] in (("Stronger*", _FAINT), ("Weaker*", _FAINT)) for row in rows):
        made.paragraph("Aside", "* Advice: there is no official scale of openings.")
    made.paragraph("Heading 1", "Paragraph by paragraph")
    legend: tuple[Words, ...] = (("Words out", _OUT), ", ", ("words in", _IN), "; ¶ ends a paragraph.")
    made.paragraph("Aside", "ADD: new. MOD: changed. SUP: dropped. MOV: moved. ", *legend)
    for entry in summary.entries:
        _entry(made, entry)
    if summary.clearances:
        made.paragraph("Heading 1", "Clearances (private)")
        rows = [_row(f"{one.state}".capitalize(), label, one.name, *_since(one)) for label, one in summary.clearances]
        made.table("Facts", "Fact", _WIDTHS, rows)
    if summary.verified:
        made.paragraph("Heading 1", "Verified, stays as it is (private)")
        stays = [_row("Stays", label, f"“{one.found}”", *_noted(one.note)) for label, one in summary.verified]
        made.table("Facts", "Fact", _WIDTHS, stays)
    made.paragraph("Heading 1", "Unchanged")
    made.paragraph("Normal", f"{', '.join(summary.unchanged) or 'None'}.")
    return made.content()


def _counted(summary: Summary) -> str:
    new, dropped, moved = (len(summary.coded(code)) for code in (Code.ADD, Code.SUP, Code.MOV))
    agreed = f" Agreed language: {summary.agreed}." if summary.agreed.new else ""
    return (
        f"{len(summary.edited)} of {summary.paragraphs} paragraphs changed in substance, "
        f"{len(summary.brought_up_to_date)} brought up to date, {new} new, {dropped} dropped, {moved} moved. "
        f"{summary.changed_words} words in and out, of {summary.words}.{agreed}"
    )


def _facts(summary: Summary) -> Iterator[Row]:
    for entry in summary.coded(Code.ADD):
        yield _row("New", entry.label, entry.start)
    for entry in summary.coded(Code.SUP):
        yield _row("Dropped", entry.label, entry.start)
    for entry in summary.coded(Code.MOV):
        yield _row("Moved", f"{', '.join(entry.old)} → {entry.label}", entry.start)
    for stronger, what in ((True, "Stronger*"), (False, "Weaker*")):
        for entry, moved in summary.moved_openings(stronger=stronger):
            yield _row(what, entry.label, f"{moved.old} → {moved.new}")
    for entry, request in summary.requests:
        costly: list[Words] = [(" (may have budget implications)", _FAINT)] if request.costly else []
        yield _row("New ask", entry.label, request.words, *costly)


def _row(what: str, where: str, *words: Words) -> Row:
    return [(what, _FAINT)], [where], list(words)


def _noted(note: str) -> list[Words]:
    return [(f": {note}", _FAINT)] if note else []


def _since(clearance: Clearance) -> list[Words]:
    return [(f", {clearance.day}", _FAINT)] if clearance.day else []


def _entry(made: Listing, entry: Entry) -> None:
    how = f" ({entry.how})" if entry.how else " (brought up to date)" if entry.updated else ""
    was, now = (", ".join(labels) or "—" for labels in (entry.old, entry.new))
    made.paragraph("Heading 2", f"{was} → {now} ", (f"{entry.code}{how}", _FAINT))
    made.paragraph("Normal", *_marked(entry.pieces))
    for note in entry.notes:
        made.paragraph("Aside", "Footnote: ", *_marked(note))
    if entry.agreed.new:
        made.paragraph("Aside", f"Agreed: {entry.agreed}.")
    if entry.reason:
        made.paragraph("Aside", f"Why: {entry.reason}")
    if entry.note:
        made.paragraph("Aside", f"Note: {entry.note}")
    for source in entry.sources:
        label, date = f", {source.label}" if source.label else "", f" ({source.date})" if source.date else ""
        quote = f": “{source.quote}”" if source.quote else ""
        made.paragraph("Aside", f"Source: {source.symbol}{label}{date}{quote}")


def _marked(pieces: Iterable[Piece]) -> Iterator[Words]:
    for piece in pieces:
        yield (piece.text, _MARKED[piece.fate]) if piece.fate in _MARKED else piece.text
