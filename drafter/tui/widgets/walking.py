"""The keys that go through a list, whatever stands in it."""

from __future__ import annotations

from textual.binding import Binding, BindingType

WALKING: list[BindingType] = [
    Binding("up", "cursor(-1)", show=False),
    Binding("down,j", "cursor(1)", show=False),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown", "page(1)", show=False),
    Binding("home", "edge(0)", show=False),
    Binding("end", "edge(-1)", show=False),
]
"""Bound to the actions `cursor`, `page` and `edge` of the list."""
