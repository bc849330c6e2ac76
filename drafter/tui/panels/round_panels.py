"""The round's panels side by side; in narrow windows one at a time, under tabs."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from drafter.tui.panels.board import BoardPanel
from drafter.tui.panels.round_side import ROUND_PANES, RoundSide
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.tab_strip import TabStrip

_ORDER = ("board", "text", *ROUND_PANES)
"""The panes, in the order in which Tab goes through them."""


class RoundPanels(Vertical):
    """Knows which pane is in front, and gives it the focus."""

    def __init__(self, board: BoardPanel, text: Page, side: RoundSide) -> None:
        super().__init__(classes="at-board")
        self._board, self._text, self._side = board, text, side
        self._strip = TabStrip([(pane, pane.capitalize()) for pane in _ORDER], "board", id="panes")

    def compose(self) -> ComposeResult:
        yield self._strip
        with Horizontal(id="room"):
            yield self._board
            yield self._text
            yield self._side

    @property
    def pane(self) -> str:
        """The pane that has the focus, or is in front."""
        return next((pane for pane in ("board", "text") if self.has_class(f"at-{pane}")), self._side.active)

    def to(self, pane: str) -> None:
        """Bring a pane to the front."""
        if pane in ROUND_PANES:
            self._side.front(pane)
        for known in ("board", "text", "side"):
            self.set_class(known == (pane if pane not in ROUND_PANES else "side"), f"at-{known}")
        self._strip.active = pane
        self.screen.set_focus(self._side.panes.get(pane, self._board))

    def step(self, step: int) -> None:
        """To the next pane, or with -1 the one before."""
        self.to(_ORDER[(_ORDER.index(self.pane) + step) % len(_ORDER)])
