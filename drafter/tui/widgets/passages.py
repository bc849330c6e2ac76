"""Passages one below the other, with a cursor that goes from passage to passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from drafter.tui.shown.beside import Body
from drafter.tui.widgets import columns
from drafter.tui.widgets.walking import WALKING
from drafter.tui.widgets.wrapped import Wrapped, empty_line

_CURSOR = "▌"
"""Beside the passage under the cursor, for those who see no colour."""


class Passages(Wrapped, can_focus=True):
    """Each passage is wrapped when it comes into sight; one that is longer than the room is scrolled through."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"passages--cursor", "passages--bar", "passages--empty"}
    DEFAULT_CSS = """
    Passages {
        height: 1fr;
        .passages--cursor { background: $primary 10%; }
        .passages--bar { color: $primary; }
        &:focus .passages--cursor { background: $primary 22%; }
        .passages--empty { color: $foreground 62%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = WALKING

    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class Picked(Message):
        """A passage was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, focusable=True)
        self._bodies: tuple[Body, ...] = ()
        self._empty = Content("")
        self._tops: list[int] = [0]
        self._firsts: list[int] = [0]
        self._drawn: dict[tuple[int, bool, bool], list[Strip]] = {}

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self._bodies

    @property
    def text(self) -> str:
        return "\n\n".join(body.plain for body in self._bodies)

    def put(self, bodies: Sequence[Body], cursor: int = 0, empty: str = "") -> None:
        """Show other passages with the cursor on one of them, or say why there are none."""
        before = self.in_room
        self._bodies = tuple(bodies)
        self._empty = Content(empty)
        self._firsts = [0, *accumulate(body.plain.count("\n") + 2 for body in self._bodies)]
        self.set_reactive(Passages.cursor, self.validate_cursor(cursor))
        self.rewrap()
        self.refresh_bindings()
        if self.size.height:
            self.to_cursor(top=True)
            self.refresh_differing(before)
        else:
            self.call_after_refresh(self.to_cursor, top=True)

    def wrap(self, width: int) -> int:
        rules = self.styles.get_rules()
        heights = (columns.height(body, rules, width - 2) + 1 for body in self._bodies)
        self._tops = [0, *accumulate(heights)]
        self._drawn.clear()
        return max(0, self._tops[-1] - 1)

    def line(self, number: int) -> Strip | None:
        if not self._bodies:
            said = self.strips(self._empty, self.room - 2, 0, self.get_visual_style("passages--empty"))
            return self._padded(said, cursor=False)[number] if number < len(said) else None
        place = bisect_right(self._tops, number) - 1
        if place >= len(self._bodies):
            return None
        lines = self._passage(place)
        within = number - self._tops[place]
        if within < len(lines):
            return lines[within]
        return empty_line(self._firsts[place + 1] - 1, self.room, self.rich_style)

    def _passage(self, place: int) -> list[Strip]:
        at_cursor = place == self.cursor
        key = (place, at_cursor, at_cursor and self.has_focus)
        if key not in self._drawn:
            style = self.get_visual_style("passages--cursor") if at_cursor else self.visual_style
            ink = self.get_component_rich_style("passages--cursor") if at_cursor else self.rich_style
            strips = columns.lines(self, self._bodies[place], self.room - 2, self._firsts[place], style, ink)
            self._drawn[key] = self._padded(strips, cursor=at_cursor)
        return self._drawn[key]

    def _padded(self, strips: Sequence[Strip], *, cursor: bool) -> list[Strip]:
        style = self.get_component_rich_style("passages--cursor") if cursor else self.rich_style
        bar = self.get_component_rich_style("passages--bar", partial=True)
        beside = Strip([Segment(_CURSOR, style + bar) if cursor else Segment(" ", style)], 1)
        return [Strip.join([beside, strip]).extend_cell_length(self.room, style) for strip in strips]

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self._bodies) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        if old != new:
            self.to_cursor()
            self.refresh()
            self.refresh_bindings()

    def to_cursor(self, *, top: bool = False) -> None:
        """Scroll until the passage under the cursor is seen; with `top`, near the top, under what comes before it."""
        self._wrap()
        if not self._bodies or not self.size.height:
            return
        start, end = self._tops[self.cursor], self._tops[self.cursor + 1] - 1
        if top:
            self._scroll(max(0, start - self.size.height // 4))
            return
        above = start < self.scroll_offset.y or end - start > self.size.height
        if above:
            self._scroll(start)
        elif end > self.scroll_offset.y + self.size.height:
            self._scroll(end - self.size.height)

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        super().on_resize()
        self.to_cursor()

    def action_cursor(self, step: int) -> None:
        """To the next passage; first to the end of one that is longer than the room."""
        if self._bodies:
            top, height = self.scroll_offset.y, self.size.height
            start, end = self._tops[self.cursor], self._tops[self.cursor + 1] - 1
            if step > 0 and start <= top + height < end:
                self._scroll(min(top + height - 1, end - height))
                return
            if step < 0 and start < top < end:
                self._scroll(max(top - height + 1, start))
                return
        self.cursor += step

    def action_page(self, step: int) -> None:
        if self._bodies:
            wanted = self._tops[self.cursor] + step * self.size.height
            place = bisect_right(self._tops, max(0, wanted)) - 1
            self.cursor = place if place != self.cursor else place + step

    def action_edge(self, place: int) -> None:
        self.cursor = place if place == 0 else len(self._bodies) - 1

    def on_click(self, event: events.Click) -> None:
        if self.text_selection is not None or not self._bodies:
            return
        number = event.get_content_offset_capture(self).y + self.scroll_offset.y
        place = bisect_right(self._tops, number) - 1
        if place < len(self._bodies):
            self.cursor = place
            if event.chain == 2:
                self.post_message(self.Picked())
