"""What the terminal shows, cell by cell, so that only what differs is sent: on a slow line one waits for every byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from rich.cells import cell_len
from rich.console import COLOR_SYSTEMS, Console
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from drafter.tui.pen import PLAIN, Pen, pens_of, stroke

Cell: TypeAlias = tuple[str, Pen]
Piece: TypeAlias = tuple[int, int, Strip]
"""A column, a row, and what is painted there."""

_GAP = 4
"""Cells that are cheaper to write again than to jump over."""


class Canvas:
    """Knows each cell that was painted, until it is told to forget it."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell | None]] = {}

    def forget(self) -> None:
        """The terminal may show anything: the next cells are painted whatever they are."""
        self._rows.clear()

    def paint(self, pieces: Iterable[Piece], console: Console) -> str:
        """The sequences that bring what is shown to those pieces."""
        hand = _Hand(self._rows)
        system = COLOR_SYSTEMS[console.color_system or "truecolor"]
        for x, y, strip in pieces:
            row = self._rows.setdefault(y, [])
            row.extend([None] * (x + strip.cell_length - len(row)))
            if not all(_one_cell_each(text) and not (style and style.link) for text, style, _ in strip):
                # Terminals disagree on how wide such letters are: nothing to the right of them is known any more.
                hand.write_whole(x, y, strip.render(console))
                row[x:] = [None] * (len(row) - x)
                continue
            cells: list[Cell] = []
            for text, style, _ in strip:
                letters, blanks = pens_of(style, system)
                cells += [(letter, blanks if letter == " " else letters) for letter in text]
            if row[x : x + len(cells)] != cells:
                hand.write_differing(x, y, cells)
        return hand.written()


class Difference(CompositorUpdate):
    """An update of Textual's, sent as what differs from the canvas."""

    def __init__(self, canvas: Canvas, update: LayoutUpdate | ChopsUpdate) -> None:
        self._canvas, self._update = canvas, update

    def render_segments(self, console: Console) -> str:
        update = self._update
        return self._canvas.paint(_whole(update) if isinstance(update, LayoutUpdate) else _parts(update), console)


def _whole(update: LayoutUpdate) -> Iterator[Piece]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield x, y, strip
            x += strip.cell_length


def _parts(update: ChopsUpdate) -> Iterator[Piece]:
    """The pieces that `ChopsUpdate.render_segments` would paint."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > last or end <= first:
                continue
            whole = first <= x < last and end <= last
            yield x, y, strip if whole else strip.crop(0, min(end, last) - x)


class _Hand:
    """Writes cells, and knows where the cursor stands and in which look it writes."""

    def __init__(self, rows: dict[int, list[Cell | None]]) -> None:
        self._rows = rows
        self._out: list[str] = []
        self._at: tuple[int, int] | None = None
        self._pen = PLAIN

    def written(self) -> str:
        self._to_look(PLAIN)
        return "".join(self._out)

    def write_whole(self, x: int, y: int, sequences: str) -> None:
        """Sequences that begin and end in the plain look."""
        self._to_look(PLAIN)
        self._out.append(f"\x1b[{y + 1};{x + 1}H{sequences}")
        self._at = None

    def write_differing(self, x: int, y: int, cells: list[Cell]) -> None:
        row, out = self._rows[y], self._out
        pen = None
        for column, cell in enumerate(cells, x):
            if row[column] != cell:
                if self._at != (column, y):
                    self._to(column, y)
                if cell[1] is not pen:
                    pen = cell[1]
                    self._to_look(pen)
                out.append(cell[0])
                row[column] = cell
                self._at = (column + 1, y)

    def _to(self, x: int, y: int) -> None:
        if self._at is not None and self._at[1] == y and self._at[0] < x:
            between = self._rows[y][self._at[0] : x]
            if len(between) <= _GAP and all(cell and stroke(self._pen, cell[1])[0] == "" for cell in between):
                self._out += [cell[0] for cell in between if cell]
            else:
                self._out.append(f"\x1b[{x - self._at[0]}C")
        else:
            self._out.append(f"\x1b[{y + 1};{x + 1}H")

    def _to_look(self, look: Pen) -> None:
        sequence, self._pen = stroke(self._pen, look)
        if sequence:
            self._out.append(sequence)


@lru_cache(4096)
def _one_cell_each(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or all(
        cell_len(letter) == 1 and (letter.isprintable() or letter == "\xa0") for letter in text
    )
