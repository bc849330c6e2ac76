"""A row of tabs in one line; the chosen one is reversed and bold, and can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class TabStrip(Widget):
    """Shows names, posts which one was clicked; whoever owns it decides what that means."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = "TabStrip { height: 1; padding: 0 1; color: $foreground 62%; }"

    active: reactive[str] = reactive("")
    tabs: reactive[tuple[tuple[str, str], ...]] = reactive(())

    @dataclass
    class TabChosen(Message):
        """A tab was clicked."""

        tab: str

    def __init__(self, tabs: Sequence[tuple[str, str]], active: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(TabStrip.tabs, tuple(tabs))
        self.set_reactive(TabStrip.active, active)

    def render(self) -> Content:
        return Content.assemble(
            *((f" {name} ", "bold reverse $primary" if tab == self.active else "") for tab, name in self._fitting())
        )

    def _fitting(self) -> list[tuple[str, str]]:
        """The tabs, their names cut where they do not fit, the active one whole."""
        room = self.size.width
        names = list(self.tabs)
        longest = max((len(name) for _, name in names), default=0)
        while longest > 2 and sum(len(name) + 2 for _, name in names) > room:
            longest -= 1
            names = [(tab, name if tab == self.active else name[:longest]) for tab, name in self.tabs]
        return names

    def on_click(self, event: events.Click) -> None:
        right = self.styles.padding.left
        for tab, name in self._fitting():
            right += len(name) + 2
            if event.x < right:
                self.post_message(self.TabChosen(tab))
                return
