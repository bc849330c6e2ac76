"""A list of one-line items with a cursor, drawn line by line: a long list costs no more than a short one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from drafter.tui.widgets.differing import differing
from drafter.tui.widgets.walking import WALKING

Item = TypeVar("Item", bound=Hashable)

_MARGIN = 3
"""Lines that are seen beyond the cursor, so that what comes next is always in view."""


class Lines(ScrollView, Generic[Item], can_focus=True):
    """The cursor moves with the keys, the wheel and the mouse."""

    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor"}
    DEFAULT_CSS = """
    Lines {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        .lines--cursor { background: $primary 18%; }
        &:focus .lines--cursor { background: $primary 40%; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = WALKING

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor came to another item."""

        lines: Lines[Any]
        key: str

        @property
        def control(self) -> Lines[Any]:
            return self.lines

    @dataclass
    class ItemPicked(Moved):
        """An item was clicked twice."""

    def __init__(
        self, key_of: Callable[[Item], str], drawn: Callable[[Item, int], Strip], *, id: str | None = None
    ) -> None:
        """`key_of` tells an item from the others, also after it changed; `drawn` is the item in one line of at most so
        many cells."""
        super().__init__(id=id)
        self._key_of, self._draw = key_of, drawn
        self._items: tuple[Item, ...] = ()
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(512)

    @property
    def items(self) -> tuple[Item, ...]:
        return self._items

    @property
    def current(self) -> Item | None:
        """The item under the cursor; None while there is none."""
        return self._items[self.cursor] if 0 <= self.cursor < len(self._items) else None

    def show(self, items: Sequence[Item], select: str | None = None) -> None:
        """Show other items, with the cursor on the one named `select`, or where it was."""
        before = self._in_room
        keep = select or (self._key_of(self.current) if self.current is not None else None)
        self._items = tuple(items)
        self.virtual_size = Size(self.size.width, len(self._items))
        place = next((n for n, item in enumerate(self._items) if self._key_of(item) == keep), self.cursor)
        self.set_reactive(Lines.cursor, self.validate_cursor(place))
        self._keep_visible()
        if regions := differing(self.size.width, before, self._in_room):
            self.refresh(*regions)

    @property
    def _in_room(self) -> list[tuple[Item, bool] | None]:
        """The items that are seen, and which one is under the cursor."""
        top, items = self.scroll_offset.y, self._items
        return [(items[n], n == self.cursor) if n < len(items) else None for n in range(top, top + self.size.height)]

    def select(self, key: str) -> None:
        """Put the cursor on an item."""
        for place, item in enumerate(self._items):
            if self._key_of(item) == key:
                self.cursor = place
                return

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self._items) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        if old == new:
            return
        self._keep_visible()
        for place in (old, new):
            self.refresh(Region(0, place - self.scroll_offset.y, self.size.width, 1))
        if self.current is not None:
            self.post_message(self.Moved(self, self._key_of(self.current)))

    def action_cursor(self, step: int) -> None:
        self.cursor += step

    def action_page(self, step: int) -> None:
        self.cursor += step * max(1, self.size.height - 1)

    def action_edge(self, place: int) -> None:
        self.cursor = place if place == 0 else len(self._items) - 1

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if not 0 <= place < len(self._items):
            return
        self.cursor = place
        if event.chain == 2:
            self.post_message(self.ItemPicked(self, self._key_of(self._items[place])))

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        if place >= len(self._items):
            return self._blank
        key = (self._items[place], place == self.cursor, self.has_focus, self.size.width, self.app.theme)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._draw(self._items[place], self.size.width).adjust_cell_length(self.size.width)
            at_cursor = place == self.cursor
            strip = strip.apply_style(self.get_component_rich_style("lines--cursor") if at_cursor else self.rich_style)
            self._strips[key] = strip
        return strip

    @property
    def _blank(self) -> Strip:
        key = ("", self.size.width, self.app.theme)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = Strip.blank(self.size.width, self.rich_style)
        return strip

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._items))
        self._keep_visible()

    def _keep_visible(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not height:
            return
        margin = min(_MARGIN, (height - 1) // 2)
        highest, lowest = self.cursor + margin - height + 1, self.cursor - margin
        wanted = max(0, min(max(top, highest), lowest, len(self._items) - height))
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True, force=True)
