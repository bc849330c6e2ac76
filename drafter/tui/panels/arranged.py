"""The desk's panels side by side; in narrow windows one at a time, under tabs."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from drafter.tui.panels.outline import OutlinePanel
from drafter.tui.panels.paragraph import ParagraphPanel
from drafter.tui.panels.side import PANES, SidePanel
from drafter.tui.widgets.tab_strip import TabStrip

_ORDER = ("outline", "text", *PANES)
"""The panes, in the order in which Tab goes through them."""


class DeskPanels(Vertical):
    """Knows which pane is in front, and gives it the focus. A pane is "outline", "text" or one of the side's."""

    def __init__(self, outline: OutlinePanel, text: ParagraphPanel, side: SidePanel) -> None:
        super().__init__(classes="at-outline")
        self._outline, self._text, self._side = outline, text, side
        self._strip = TabStrip([(pane, pane.capitalize()) for pane in _ORDER], "outline", id="panes")

    def compose(self) -> ComposeResult:
        yield self._strip
        with Horizontal(id="room"):
            yield self._outline
            yield self._text
            yield self._side

    @property
    def pane(self) -> str:
        """The pane that has the focus, or is in front."""
        return next((pane for pane in ("outline", "text") if self.has_class(f"at-{pane}")), self._side.active)

    def to(self, pane: str) -> None:
        """Bring a pane to the front."""
        if pane in PANES:
            self.remove_class("without-side")
            self._side.front(pane)
        for known in ("outline", "text", "side"):
            self.set_class(known == (pane if pane not in PANES else "side"), f"at-{known}")
        self._strip.active = pane
        typing = pane == "text" and self._text.editing
        if self.is_attached:
            self.screen.set_focus(self._text.editor if typing else self._side.panes.get(pane, self._outline))

    def step(self, step: int) -> None:
        """To the next pane, or with -1 the one before."""
        self.to(_ORDER[(_ORDER.index(self.pane) + step) % len(_ORDER)])

    def turn_side(self) -> None:
        """Show the side pane, or hide it if it is shown."""
        if not self._side.display:
            self.to(self._side.active)
        else:
            self.add_class("without-side")
            if self.pane in PANES:
                self.to("outline")
