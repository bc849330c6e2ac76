"""What widgets for running text share: soft wrap, painting line by line, selecting with the mouse."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as Ink
from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from drafter.tui.widgets.differing import differing

_MARKED = "reverse"
"""Seen without colour too."""


class Wrapped(ScrollView):
    """Text in wrapped lines; showing another text needs no new layout.

    Selected text is copied as it was before wrapping.
    """

    ALLOW_SELECT: ClassVar[bool] = True
    DEFAULT_CSS = "Wrapped { overflow-x: hidden; scrollbar-size: 0 1; scrollbar-gutter: stable; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None, focusable: bool = False) -> None:
        super().__init__(id=id, classes=classes)
        self.can_focus = focusable
        self._blank = Strip([])
        self._strips: list[Strip] = []
        self._wrapped_for: tuple[object, ...] = ()
        self._marked_in = ""
        self._known: LRUCache[tuple[object, ...], list[Strip]] = LRUCache(64)

    def wrap(self, width: int) -> int:  # noqa: ARG002
        """Wrap the text to a width, into `_strips`, and give the number of its lines; none where there is no text."""
        return len(self._strips)

    def line(self, number: int) -> Strip | None:
        """A wrapped line; None behind the last one."""
        return self._strips[number] if number < len(self._strips) else None

    @property
    def text(self) -> str:
        """The text as it is before it is wrapped; "" where there is none."""
        return ""

    @property
    def room(self) -> int:
        """Columns for the text; the scrollbar's is kept free, so that it never hides a letter."""
        return max(1, self.scrollable_content_region.width)

    def wrap_again(self) -> None:
        """Wrap and paint the text again, after it or its look has changed."""
        self.rewrap()
        self.refresh()

    def rewrap(self) -> None:
        """Wrap the text again, and leave painting to the caller. A selection in another text is dropped."""
        if self.is_attached and self.text_selection is not None and self.text != self._marked_in:
            self.screen.selections = {one: marked for one, marked in self.screen.selections.items() if one is not self}
        self._wrapped_for = ()
        self._wrap()

    @property
    def in_room(self) -> list[Strip | None]:
        """The lines that are seen."""
        top = self.scroll_offset.y
        return [self.line(number) for number in range(top, top + self.size.height)]

    def refresh_differing(self, before: list[Strip | None]) -> None:
        """Paint again what is seen, where it is no longer what it was."""
        if regions := differing(self.size.width, before, self.in_room):
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        self._wrap()
        return self.line(y + self.scroll_offset.y) or self._blank

    def on_resize(self) -> None:
        self._wrap()

    def notify_style_update(self) -> None:
        self._wrapped_for = ()
        super().notify_style_update()

    def _wrap(self) -> None:
        wanted = (self.size, self.app.theme)
        if self._wrapped_for == wanted or not self.size.width:
            return
        self._wrapped_for = wanted
        width = self.room
        self._blank = Strip.blank(width, self.rich_style)
        size = Size(width, self.wrap(width))
        self.set_reactive(Wrapped.virtual_size, size)  # no new layout: the room for the scrollbar is kept free
        self._refresh_scrollbars()
        self._scroll_update(size)

    def strips(self, content: Content, width: int, first: int, style: Style | None = None) -> list[Strip]:
        """A content in wrapped lines; its first line is the line `first` of `text`."""
        if not content:
            return []
        content = _marked(content, first, self.text_selection)
        style = style or self.visual_style
        key = (content.plain, tuple(content.spans), width, style, self.app.theme, first)
        if (known := self._known.get(key)) is not None:
            return known
        if first:
            strips = self._known.get((*key[:-1], 0)) or Visual.to_strips(
                self, content, width, None, style, apply_selection=False
            )
            self._known[*key[:-1], 0] = strips
            strips = [_counted(strip, first) for strip in strips]
        else:
            strips = Visual.to_strips(self, content, width, None, style, apply_selection=False)
        self._known[key] = strips
        return strips

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract(self.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        self._marked_in = self.text
        self.wrap_again()

    def text_select_all(self) -> None:
        """What a double click does is the widget's own affair."""

    def on_click(self, event: events.Click) -> None:
        """A double click marks the paragraph."""
        if event.chain == 2:
            _, at = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
            lines = self.text.split("\n")
            if at is not None and at.y < len(lines):
                whole = Selection(Offset(0, at.y), Offset(len(lines[at.y]), at.y))
                self.screen.selections = {self: whole}


def empty_line(number: int, width: int, style: Ink) -> Strip:
    """An empty line that knows which line of the text it is."""
    return Strip([Segment("", style + _at(0, number)), Segment(" " * width, style)], width)


def _marked(content: Content, first: int, selection: Selection | None) -> Content:
    if selection is None:
        return content
    start = 0
    for number, line in enumerate(content.plain.split("\n"), first):
        if span := selection.get_span(number):
            end = len(line) if span[1] == -1 else span[1]
            content = content.stylize(_MARKED, start + span[0], start + end)
        start += len(line) + 1
    return content


def _counted(strip: Strip, first: int) -> Strip:
    """The line with its places counted from the beginning of the whole text, not from that of its own content."""
    segments = []
    for words, style, control in strip:
        if style is not None and "offset" in style.meta:
            x, y = style.meta["offset"]
            style += _at(x, y + first)
        segments.append(Segment(words, style, control))
    return Strip(segments, strip.cell_length)


@lru_cache(4096)
def _at(x: int, y: int) -> Ink:
    return Ink.from_meta({"offset": (x, y)})
