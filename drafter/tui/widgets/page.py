"""Several texts under headings in one column, painted as one: showing other ones needs no new layout."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from drafter.tui.shown.block import Block


class Page(ScrollView):
    """Blocks one below the other; scrolls where they are longer than the room."""

    DEFAULT_CSS = "Page { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self._blocks: tuple[Block, ...] = ()
        self._strips: list[Strip] = []
        self._blank = Strip([])
        self._wrapped_for: tuple[object, ...] = ()

    def show(self, blocks: Sequence[Block], *, top: bool = False) -> None:
        """Show other blocks; `top` scrolls back to the beginning."""
        self._blocks = tuple(blocks)
        self._wrapped_for = ()
        self._wrap()
        if top and self.scroll_offset.y:
            self.scroll_to(0, 0, animate=False)
        self.refresh()

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
        width = self.size.width
        wanted = (self.size, self.app.theme)
        if self._wrapped_for == wanted or width < 4:
            return
        self._wrapped_for = wanted
        style = self.rich_style
        self._blank = Strip.blank(width, style)
        self._strips = []
        for place, block in enumerate(self._blocks):
            if block.filling and len(self._strips) >= self.size.height:
                break
            if place:
                self._strips.append(self._blank)
            if block.heading:
                rule = Content.assemble(("─ ", block.style), (block.heading, block.style))
                rule = rule.append_text(f" {'─' * max(0, width - rule.cell_length - 1)}", block.style)
                self._strips += self._lines(rule.truncate(width))
            lines = self._lines(block.body)
            if block.most is not None and len(lines) > block.most:
                lines = lines[-block.most :] if block.tail else lines[: block.most]
            self._strips += lines
            if block.filling:
                del self._strips[self.size.height :]
        self._strips = [strip.extend_cell_length(width, style) for strip in self._strips]
        size = Size(width, max(len(self._strips), self.size.height))
        if self.virtual_size != size:
            self.virtual_size = size

    def _lines(self, content: Content) -> list[Strip]:
        return Visual.to_strips(self, content, self.size.width, None, self.visual_style) if content else []
