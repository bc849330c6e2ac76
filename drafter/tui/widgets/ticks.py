"""Boxes to tick: the tick is a sign that is there or not, while Textual's differ only in colour."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Checkbox, SelectionList

_TICKED, _EMPTY = "[✓]", "[ ]"


class Tick(Checkbox):
    """One box, its words on as many lines as they need."""

    DEFAULT_CSS = """
    Tick { background: transparent; border: none; padding: 0; width: 1fr; &:focus { text-style: bold; } }
    """

    @property
    def _button(self) -> Content:
        return Content.styled(_TICKED if self.value else _EMPTY, "bold $text-success" if self.value else "")


class Ticks(SelectionList[int]):
    """A list of them."""

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        place = self.scroll_offset.y + y
        if place >= self.option_count:
            return strip
        ticked = self.get_option_at_index(place).value in self.selected
        _, inner, _, gap, *rest = strip
        return Strip([Segment(_TICKED if ticked else _EMPTY, gap.style, inner.control), gap, *rest])
