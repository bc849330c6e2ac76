"""Which rows of the outline are seen: sections folded under their headings, or only the rows of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from drafter.model.resolution import Kind
from drafter.parse.blocks import STANDALONE
from drafter.tui.shown.rows import OutlineMark, OutlineRow


class OutlineFilter(Enum):
    """Which rows are seen; the value is what the outline is called then."""

    ALL = "all"
    CHANGED = "only changed"
    PENDING = "only to update"
    FINDINGS = "only findings"

    @property
    def next(self) -> OutlineFilter:
        kinds = list(OutlineFilter)
        return kinds[(kinds.index(self) + 1) % len(kinds)]

    def has(self, row: OutlineRow) -> bool:
        match self:
            case OutlineFilter.CHANGED:
                return row.changed
            case OutlineFilter.PENDING:
                return OutlineMark.UPDATE in row.marks
            case OutlineFilter.FINDINGS:
                return OutlineMark.FINDING in row.marks
            case _:
                return True


@dataclass(frozen=True, slots=True)
class OutlineView:
    """`folded` are the ids of headings whose sections are not seen; a filter looks into these too."""

    folded: frozenset[str] = frozenset()
    only: OutlineFilter = OutlineFilter.ALL

    def seen(self, rows: Sequence[OutlineRow], place: str = "") -> tuple[OutlineRow, ...]:
        """The rows that are seen; the one of the id `place` is seen in any filter, so that the cursor stays on it."""
        if self.only is not OutlineFilter.ALL:
            return tuple(row for row in rows if row.id == place or self.only.has(row))
        return tuple(self._unfolded(rows))

    def turned(self, rows: Sequence[OutlineRow], id: str) -> OutlineView:
        """The section of that row folded, or open if it was folded."""
        heading = heading_of(rows, id)
        return self if heading is None else replace(self, folded=self.folded ^ {heading})

    def turned_all(self, rows: Sequence[OutlineRow]) -> OutlineView:
        """All sections folded; all open if some were folded."""
        headings = (row.id for row in rows if row.kind is Kind.HEADING)
        return replace(self, folded=frozenset() if self.folded else frozenset(headings))

    def showing(self, rows: Sequence[OutlineRow], id: str) -> OutlineView:
        """The view in which the row of that id is seen: its sections opened, a filter that hides it left."""
        if any(row.id == id for row in self.seen(rows)):
            return self
        return OutlineView(self.folded - set(_above(rows, id)), OutlineFilter.ALL)

    def _unfolded(self, rows: Sequence[OutlineRow]) -> Iterator[OutlineRow]:
        place = 0
        while place < len(rows):
            row = rows[place]
            end = section_end(rows, place) if row.id in self.folded else place + 1
            titled = end > place + 1 and is_title(rows, place + 1)
            words = f"{row.words} · {rows[place + 1].words}" if titled else row.words
            yield replace(row, words=words, hidden=end - place - 1)
            place = end


def section_end(rows: Sequence[OutlineRow], place: int) -> int:
    """The place after the section that the heading at `place` opens; the title below a numeral is part of it."""
    for later in range(place + 1 + is_title(rows, place + 1), len(rows)):
        if rows[later].kind is Kind.HEADING and rows[later].level <= rows[place].level:
            return later
    return len(rows)


def is_title(rows: Sequence[OutlineRow], place: int) -> bool:
    """Whether the row is the title of a section whose numeral, "IX" or "Part II", stands as a heading above it."""
    if not 0 < place < len(rows):
        return False
    above, row = rows[place - 1], rows[place]
    headings = above.kind is row.kind is Kind.HEADING and above.level == row.level
    return headings and bool(STANDALONE.fullmatch(above.words)) and not STANDALONE.fullmatch(row.words)


def heading_of(rows: Sequence[OutlineRow], id: str) -> str | None:
    """The id of the nearest heading at or above a row; None if there is none."""
    above = _above(rows, id)
    return above[0] if above else None


def _above(rows: Sequence[OutlineRow], id: str) -> list[str]:
    """The headings whose sections contain a row, the nearest first; a heading is in its own, a title in that of its
    numeral."""
    place = next((n for n, row in enumerate(rows) if row.id == id), -1)
    headings = [n for n in range(place, -1, -1) if rows[n].kind is Kind.HEADING and not is_title(rows, n)]
    return [rows[n].id for n in headings if section_end(rows, n) > place]
