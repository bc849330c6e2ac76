"""A text to read."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.visual import Visual

from drafter.tui.widgets.wrapped import Wrapped


class Reader(Wrapped):
    """One text, soft-wrapped to the width; scrolls when it is longer than the room."""

    def __init__(self, *, id: str | None = None, classes: str | None = None, focusable: bool = False) -> None:
        super().__init__(id=id, classes=classes, focusable=focusable)
        self._content = Content("")

    @property
    def content(self) -> Content:
        return self._content

    @property
    def text(self) -> str:
        return self._content.plain

    def show(self, content: Content, *, top: bool = False) -> None:
        """Show another text; `top` scrolls back to its beginning."""
        if content.is_same(self._content):
            return
        self._content = content
        lines = len(self._strips)
        self.wrap_again()
        if self.styles.is_auto_height and len(self._strips) != lines:
            self.refresh(layout=True)
        if top:
            self.scroll_to(0, 0, animate=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        room = max(1, width - self.styles.scrollbar_size_vertical)
        return len(Visual.to_strips(self, self._content, room, None, self.visual_style)) if self._content else 0

    def wrap(self, width: int) -> int:
        style = self.rich_style
        self._strips = [strip.extend_cell_length(width, style) for strip in self.strips(self._content, width, 0)]
        return len(self._strips)
