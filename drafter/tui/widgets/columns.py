"""A passage in wrapped lines: as it is, or its two wordings in columns; where these would be too narrow, one above the
other."""

from __future__ import annotations

from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style as Ink
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style

from drafter.tui.shown.beside import Body
from drafter.tui.widgets.wrapped import Wrapped

_ROOM = 110
"""The least columns for two wordings beside each other, which a window of 120 has."""
_BETWEEN = " │ "


def height(body: Body, rules: RulesMap, width: int) -> int:
    """How many lines a passage takes."""
    if isinstance(body, Content):
        return body.get_height(rules, width)
    if width < _ROOM:
        return body.left.get_height(rules, width) + body.right.get_height(rules, width)
    return max(side.get_height(rules, _column(width)) for side in (body.left, body.right))


def lines(on: Wrapped, body: Body, width: int, first: int, style: Style, ink: Ink) -> list[Strip]:
    """The lines of a passage; its first one is the line `first` of the text that the widget shows."""
    if isinstance(body, Content):
        return on.strips(body, width, first, style)
    second = first + body.left.plain.count("\n") + 1
    if width < _ROOM:
        return [*on.strips(body.left, width, first, style), *on.strips(body.right, width, second, style)]
    column, between = _column(width), Strip([Segment(_BETWEEN, ink)], len(_BETWEEN))
    sides = zip_longest(
        on.strips(body.left, column, first, style), on.strips(body.right, column, second, style), fillvalue=Strip([])
    )
    return [Strip.join([left.extend_cell_length(column, ink), between, right]) for left, right in sides]


def _column(width: int) -> int:
    return (width - len(_BETWEEN)) // 2
