"""A field for one line of text that wraps to as many rows as it needs, so that a long title is read as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from drafter.tui.shown.plain import one_line


class LongLine(TextArea):
    """Enter gives the text; there is no way to type or paste a second line into it."""

    DEFAULT_CSS = """
    LongLine {
        height: auto;
        max-height: 9;
        width: 1fr;
        border: none;
        padding: 0 1;
        background: $panel;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", show=False, priority=True)]

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        value: str

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(one_line(value), id=id, placeholder=placeholder, compact=True, highlight_cursor_line=False)
        self.move_cursor(self.document.end)

    @property
    def value(self) -> str:
        return self.text

    def edit(self, edit: Edit) -> EditResult:
        edit.text = one_line(edit.text)
        return super().edit(edit)

    def action_submit(self) -> None:
        self.post_message(self.Entered(self.text))
