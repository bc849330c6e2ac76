"""The top line: what is open, and its state."""

from __future__ import annotations

from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TitleBar(Widget):
    """`left` gives way to `right` where the line is short."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = "TitleBar { dock: top; height: 1; padding: 0 1; background: $surface; }"

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")
    warning: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        width = self.size.width
        right = self.right[:width]
        name = "drafter  "
        warning = f" {self.warning} " if self.warning else ""
        room = width - len(right) - len(name) - len(warning) - 2
        left = Content(self.left).truncate(max(0, room), ellipsis=True)
        gap = " " * max(1, width - len(name) - left.cell_length - len(warning) - len(right))
        return Content.assemble(
            (name, "bold $primary"), left, (warning, "bold $warning"), gap, (right, "$foreground 62%")
        )
