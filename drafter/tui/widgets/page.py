"""Several texts under headings in one column, painted as one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.strip import Strip

from drafter.tui.shown.block import PageBlock
from drafter.tui.widgets.wrapped import Wrapped, empty_line


class Page(Wrapped):
    """Blocks one below the other; scrolls where they are longer than the room."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[PageBlock, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(line for block in self._blocks for line in _lines(block))

    def show(self, blocks: Sequence[PageBlock], *, top: bool = False) -> None:
        """Show other blocks; `top` scrolls back to the beginning."""
        before = self.in_room
        self._blocks = tuple(blocks)
        self.rewrap()
        if top and self.scroll_offset.y:
            self.scroll_to(0, 0, animate=False)
        else:
            self.refresh_differing(before)

    def wrap(self, width: int) -> int:
        style = self.rich_style
        strips: list[Strip] = []
        first = 0
        for place, block in enumerate(self._blocks):
            if block.filling and len(strips) >= self.size.height:
                break
            if place:
                strips.append(empty_line(first - 1, width, style))
            strips += self._block(block, width, first)
            if block.filling:
                del strips[self.size.height :]
            first += len(_lines(block))
        self._strips = [strip.extend_cell_length(width, style) for strip in strips]
        return max(len(self._strips), self.size.height)

    def _block(self, block: PageBlock, width: int, first: int) -> list[Strip]:
        head: list[Strip] = []
        if block.heading:
            rule = Content.assemble(("─ ", block.style), (block.heading, block.style)).truncate(width, ellipsis=True)
            rule = rule.append_text(f" {'─' * max(0, width - rule.cell_length - 1)}", block.style)
            head = self.strips(rule.truncate(width), width, first)
        lines = self.strips(block.body, width, first + len(head))
        if block.most is not None and len(lines) > block.most:
            lines = lines[-block.most :] if block.tail else lines[: block.most]
        return [*head, *lines]


def _lines(block: PageBlock) -> list[str]:
    """The lines of a block before they are wrapped, with the empty one behind it."""
    return [*([block.heading] if block.heading else []), *block.body.plain.split("\n"), ""]
