"""A wrapped text that is read, not changed: painted line by line, so that a keystroke needs no new layout."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class Reader(ScrollView):
    """One text, soft-wrapped to the width; scrolls when it is longer than the room."""

    DEFAULT_CSS = "Reader { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None, focusable: bool = False) -> None:
        super().__init__(id=id, classes=classes)
        self.can_focus = focusable
        self._content = Content("")
        self._strips: list[Strip] = []
        self._blank = Strip([])
        self._wrapped_for: tuple[object, ...] = ()

    @property
    def content(self) -> Content:
        return self._content

    def show(self, content: Content, *, top: bool = False) -> None:
        """Show another text; `top` scrolls back to its beginning."""
        if content.is_same(self._content):
            return
        self._content = content
        self._wrapped_for = ()
        lines = len(self._strips)
        self._wrap()
        if self.styles.is_auto_height and len(self._strips) != lines:
            self.refresh(layout=True)
        if top:
            self.scroll_to(0, 0, animate=False)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(Visual.to_strips(self, self._content, width, None, self.visual_style)) if self._content else 0

    def render_line(self, y: int) -> Strip:
        self._wrap()
        line = y + self.scroll_offset.y
        if line >= len(self._strips):
            return self._blank
        return self._strips[line]

    def on_resize(self) -> None:
        self._wrap()

    def notify_style_update(self) -> None:
        self._wrapped_for = ()
        super().notify_style_update()

    def _wrap(self) -> None:
        wanted = (self.size.width, self.app.theme)
        if self._wrapped_for == wanted or not self.size.width:
            return
        self._wrapped_for = wanted
        self._strips = Visual.to_strips(self, self._content, self.size.width, None, self.visual_style)
        style = self.rich_style
        self._blank = Strip.blank(self.size.width, style)
        self._strips = [strip.extend_cell_length(self.size.width, style) for strip in self._strips]
        size = Size(self.size.width, len(self._strips))
        if self.virtual_size != size:
            self.virtual_size = size
