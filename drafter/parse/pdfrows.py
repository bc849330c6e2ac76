"""The rows of a page, made from its pieces of text: one row to a baseline, with raised figures in their place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.model.inline import Span
from drafter.parse.pdfpieces import SPACE, PagePieces, PdfPiece

_WIDE = 3.0
"""Type sizes between two pieces that belong to different columns of a masthead or running head."""
_COLUMN = 1.5
"""The same in a table."""


@dataclass(slots=True)
class PdfRow:
    """Pieces of one baseline, sorted from left to right."""

    page: int
    y: float
    size: float
    pieces: list[PdfPiece] = field(default_factory=list)

    @property
    def x(self) -> float:
        return self.pieces[0].x

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    def styled(self, start: int = 0) -> Styled:
        return styled(self.pieces[start:], self.y, self.size)

    @property
    def text(self) -> str:
        return self.styled().text

    @property
    def columns(self) -> tuple[str, ...]:
        """The words of each column, where the row has several."""
        parts = self.apart(_COLUMN)
        return tuple(part.text for part in parts) if len(parts) > 1 else ()

    def apart(self, wide: float = _WIDE) -> list[PdfRow]:
        """The row, split at each wide space."""
        rows = [PdfRow(self.page, self.y, self.size, [self.pieces[0]])]
        for before, piece in pairwise(self.pieces):
            if piece.x - before.right > wide * self.size:
                rows.append(PdfRow(self.page, self.y, self.size))
            rows[-1].pieces.append(piece)
        return rows


@dataclass(frozen=True, slots=True)
class Styled:
    text: str
    italics: tuple[Span, ...]
    raised: tuple[Span, ...]


def is_raised(piece: PdfPiece, y: float, size: float) -> bool:
    return piece.size < 0.85 * size and piece.y - y > 0.1 * size


def styled(pieces: Sequence[PdfPiece], y: float, size: float) -> Styled:
    """The text of pieces, with one space where they are apart, and its italic and raised stretches."""
    characters: list[str] = []
    italics: list[Span] = []
    raised: list[Span] = []
    before: PdfPiece | None = None
    for piece in pieces:
        if before and piece.x - before.right > SPACE * size and characters and characters[-1] != " ":
            characters.append(" ")
        start = len(characters)
        for character in piece.text:
            space = character.isspace()
            if space and (not characters or characters[-1] == " "):
                continue
            characters.append(" " if space else character)
        end = len(characters)
        if end > start:
            if piece.italic:
                italics.append(Span(start, end))
            if is_raised(piece, y, size):
                raised.append(Span(start, end))
        before = piece
    text = "".join(characters)
    kept = len(text.rstrip())
    return Styled(text[:kept], _within(text, italics, kept, whole=True), _within(text, raised, kept))


def _within(text: str, spans: Sequence[Span], length: int, *, whole: bool = False) -> tuple[Span, ...]:
    """Spans without white space at their ends, joined where only white space parts them, of `whole` words."""
    found: list[Span] = []
    for span in spans:
        end = min(span.end, length)
        start = span.start
        while whole and 0 < end < length and text[end - 1].isalpha() and text[end].isalpha():
            end += 1
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start == end:
            continue
        if found and not text[found[-1].end : start].strip():
            start = found.pop().start
        found.append(Span(start, end))
    return tuple(found)


def rows_of(page: PagePieces, number: int) -> tuple[list[PdfRow], list[PdfRow]]:
    """(rows from top to bottom, one column after the other; rotated text, as in margins and watermarks)."""
    upright = [piece for piece in page.pieces if not piece.turned]
    turned = [PdfRow(number, piece.y, piece.size, [piece]) for piece in page.pieces if piece.turned]
    middle = _gutter(upright, page.width)
    if middle is None:
        return _rows(upright, number), turned
    across = [piece for piece in upright if piece.x < middle < piece.right]
    left = [piece for piece in upright if piece.right <= middle]
    right = [piece for piece in upright if piece.x >= middle]
    top = max(piece.y for piece in left)
    above = [piece for piece in across if piece.y > top]
    below = [piece for piece in across if piece.y <= top]
    return [row for part in (above, left, right, below) for row in _rows(part, number)], turned


def _rows(pieces: Sequence[PdfPiece], number: int) -> list[PdfRow]:
    """Large type first, so that a raised figure finds the row it belongs to."""
    rows: list[PdfRow] = []
    heights: list[float] = []
    for piece in sorted(pieces, key=lambda piece: -piece.size):
        at = bisect_left(heights, piece.y - 0.75 * piece.size)
        best: PdfRow | None = None
        while at < len(rows) and heights[at] <= piece.y + 0.4 * piece.size:
            row = rows[at]
            same = abs(row.y - piece.y) < 0.3 * piece.size
            lifted = piece.size < 0.85 * row.size and -0.15 < (piece.y - row.y) / row.size < 0.7
            if (same or lifted) and (best is None or abs(row.y - piece.y) < abs(best.y - piece.y)):
                best = row
            at += 1
        if best is None:
            best = PdfRow(number, piece.y, piece.size)
            at = bisect_left(heights, piece.y)
            rows.insert(at, best)
            heights.insert(at, piece.y)
        best.pieces.append(piece)
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.x)
        row.size = _main_size(row.pieces)
        row.y = min((p.y for p in row.pieces if p.size >= 0.85 * row.size), default=row.y)
    rows.reverse()
    return rows


def _main_size(pieces: Sequence[PdfPiece]) -> float:
    """The size of most of its characters."""
    counts: dict[float, int] = {}
    for piece in pieces:
        counts[piece.size] = counts.get(piece.size, 0) + len(piece.text)
    return max(counts, key=lambda size: counts[size])


def _gutter(pieces: Sequence[PdfPiece], width: float) -> float | None:
    """The middle of a page set in two columns: wide pieces on both sides, next to none across."""
    middle = width / 2
    left = right = across = 0
    for piece in pieces:
        long = piece.right - piece.x > 0.25 * width
        if piece.x < middle - 5 and piece.right > middle + 5:
            across += long
        elif piece.right <= middle:
            left += long
        else:
            right += long
    return middle if min(left, right) > 11 and across * 8 < left + right else None
