"""A draft as a table for circulation: last year's words, this year's, and the reason, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.align.marked import Fate, Piece, pieces
from drafter.edit.beside import BesideRow
from drafter.errors import DrafterError
from drafter.model.change import PairKind
from drafter.model.draft import Draft
from drafter.render import pages

_OUT, _IN = "Words out", "Words in"
_STYLES = ("Title", "Subtitle", "Normal", "Fact", "Facts", "Aside", _OUT, _IN)
_WIDTHS = (5600, 5600, 3000)
_MARKED = {Fate.OUT: _OUT, Fate.IN: _IN}


@dataclass(frozen=True, slots=True)
class YearRow:
    """One paragraph of either year: the labels, last year's words with those that go marked, this year's with those
    that come; "" and () where a year has none."""

    was: str
    old: tuple[Piece, ...]
    now: str
    new: tuple[Piece, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class YearTable:
    title: str
    base: str
    rows: tuple[YearRow, ...]

    @property
    def heads(self) -> tuple[str, str, str]:
        return (f"Last year, {self.base}", "This year", "Reason")


def year_table(draft: Draft, base: str, rows: Iterable[BesideRow]) -> YearTable:
    """The table of a draft from its rows beside the base, which is called `base`; every paragraph is in it."""
    dropped = {one.origin: one.reason for one in draft if one.deleted and one.origin}
    standing = draft.standing
    made = []
    for row in rows:
        whole = tuple(pieces(row.old, row.new, row.changes))
        reasons = [standing[place].reason for place in row.places]
        reasons += [dropped.get(label, "") for label in row.was if not row.places]
        made.append(
            YearRow(
                ", ".join(row.was),
                tuple(piece for piece in whole if piece.fate is not Fate.IN),
                ", ".join(row.now),
                tuple(piece for piece in whole if piece.fate is not Fate.OUT),
                "; ".join(dict.fromkeys(filter(None, (*reasons, _moved(row))))),
            )
        )
    return YearTable(draft.title.text, base, tuple(made))


def table_page(table: YearTable, suffix: str) -> bytes:
    """The table as ".md", ".html" or ".docx". Raises DrafterError for another ending."""
    if suffix == ".md":
        return pages.markdown("years", table=table)
    if suffix == ".html":
        return pages.html("years", table=table)
    if suffix == ".docx":
        return _word(table, pages.base("summary.docx"))
    raise DrafterError(f"a table cannot be written as {suffix or 'that'}", remedy="use .md, .html or .docx")


def _word(table: YearTable, base: Path) -> bytes:
    from drafter.render.listing import Listing, Words

    def cell(label: str, words: Sequence[Piece]) -> list[Words]:
        marked: list[Words] = [
            (piece.text, _MARKED[piece.fate]) if piece.fate in _MARKED else piece.text for piece in words
        ]
        return [f"{label}: ", *marked] if label else ["—"]

    made = Listing(base, _STYLES)
    made.on_its_side()
    made.paragraph("Title", table.title)
    made.paragraph("Subtitle", f"Draft against {table.base} · unofficial")
    rows: list[list[list[Words]]] = [
        [cell(row.was, row.old), cell(row.now, row.new), [row.reason]] for row in table.rows
    ]
    made.table("Facts", "Fact", _WIDTHS, rows, head=table.heads)
    return made.content()


def _moved(row: BesideRow) -> str:
    return "moved" if row.kind is PairKind.MOVED else ""
