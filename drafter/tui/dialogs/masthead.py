"""The masthead: title, symbol, session, committee, agenda item and sponsors in one form."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from drafter.edit import gestures
from drafter.edit.gestures import Gesture
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.tui.actions import bindings
from drafter.tui.widgets.long_line import LongLine

_LONG = ("title", "agenda_title", "sponsors")
_EXAMPLES = (
    ("title", ""),
    ("symbol", "A/C.3/76/L.__"),
    ("session", "76"),
    ("committee", "3"),
    ("agenda_item", "74 (c)"),
    ("agenda_title", ""),
    ("sponsors", "one; another"),
    ("author", ""),
)


class MastheadForm(ModalScreen[Gesture | None]):
    """Gives one gesture for all fields that changed, or None; the cursor begins in the field `first`."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog"), *bindings("masthead")]

    def __init__(self, draft: Draft, first: str = "symbol") -> None:
        super().__init__()
        self._draft, self._first = draft, first

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label("Masthead", classes="question")
            with VerticalScroll(can_focus=False):
                for name, example in _EXAMPLES:
                    with Horizontal(classes="field"):
                        yield Label(gestures.FIELDS[name])
                        yield self._field(name, example)
            yield Label("Tab goes on, Enter keeps, Esc closes", id="hint")

    def _field(self, name: str, example: str) -> Input | LongLine:
        typed = gestures.field_as_typed(self._draft, name)
        if name in _LONG:
            return LongLine(typed, example, id=name)
        return Input(typed, example, id=name, compact=True)

    def on_mount(self) -> None:
        self.query_one(f"#{self._first}").focus()

    @on(Input.Submitted)
    @on(LongLine.Entered)
    def action_keep(self) -> None:
        fields = (self.query_one(f"#{name}") for name, _ in _EXAMPLES)
        written = {str(one.id): one.value for one in fields if isinstance(one, Input | LongLine)}
        try:
            self.dismiss(gestures.masthead(self._draft, written))
        except DrafterError as error:
            hint = self.query_one("#hint", Label)
            hint.update(error.problem)
            hint.add_class("wrong")
            self.query_one(f"#{error.place}").focus()

    def action_cancel(self) -> None:
        self.dismiss(None)
