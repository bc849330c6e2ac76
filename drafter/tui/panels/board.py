"""The board: a row for each paragraph of a round with its status, holdouts and counts."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from drafter.tui.shown.board_rows import CONTESTED, OPEN, BoardRow
from drafter.tui.shown.plain import shown
from drafter.tui.widgets.lines import Lines

_LABEL = 8


class BoardPanel(Lines[BoardRow]):
    """The round's paragraphs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"board--label", "board--agreed", "board--open", "board--contested"}
    DEFAULT_CSS = """
    BoardPanel {
        .board--label { color: $foreground 62%; }
        .board--agreed { color: $text-success; }
        .board--open { color: $text-accent; text-style: bold; }
        .board--contested { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(lambda row: row.place, self._drawn, id=id)

    def next(self, step: int, *, contested: bool) -> str | None:
        """The place of the next open row (before the cursor with step -1), round the end; said where there is none."""
        count = len(self.items)
        around = (self.items[(self.cursor + step * distance) % count] for distance in range(1, count + 1))
        there = next((row.place for row in around if (row.conflicts if contested else row.open)), None)
        if there is None:
            self.notify(f"There is no {'conflict' if contested else 'open proposal'} here.", timeout=2)
        return there

    def _drawn(self, item: BoardRow, width: int) -> Strip:
        style = {OPEN: "open", CONTESTED: "contested"}.get(item.sign, "agreed")
        label = item.indented
        return Strip(
            [
                Segment(f" {item.sign} ", self._style(style)),
                Segment(f"{label:<{max(_LABEL, len(label) + 1)}}", self._style("label")),
                Segment(f"{shown(item.said)}  " if item.said else "", self._style(style)),
                Segment(shown(item.words), None if item.heading else self._style("label")),
            ]
        ).adjust_cell_length(width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"board--{name}", partial=True)
