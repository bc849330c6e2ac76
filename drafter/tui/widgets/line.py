"""One line of text that changes often; it costs no layout."""

from __future__ import annotations

from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class StateLine(Widget):
    """Cut where the room ends."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = "StateLine { height: 1; }"

    said: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        return Content(self.said).truncate(self.size.width, ellipsis=True)
