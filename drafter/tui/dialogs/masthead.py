"""The masthead: symbol, session, committee, agenda item and sponsors in one form."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from drafter.edit import gestures
from drafter.edit.gestures import Gesture
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.tui.actions import bindings

_EXAMPLES = (
    ("symbol", "A/C.3/76/L.__"),
    ("session", "76"),
    ("committee", "3"),
    ("agenda_item", "74 (c)"),
    ("agenda_title", ""),
    ("sponsors", "one; another"),
    ("author", ""),
)


class MastheadForm(ModalScreen[Gesture | None]):
    """Gives one gesture for all fields that changed, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog"), *bindings("masthead")]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label("Masthead", classes="question")
            for name, example in _EXAMPLES:
                with Horizontal(classes="field"):
                    yield Label(gestures.FIELDS[name])
                    yield Input(gestures.field_as_typed(self._draft, name), example, id=name, compact=True)
            yield Label("Tab goes on, Enter keeps, Esc closes", id="hint")

    @on(Input.Submitted)
    def action_keep(self) -> None:
        written = {name: self.query_one(f"#{name}", Input).value for name, _ in _EXAMPLES}
        try:
            self.dismiss(gestures.masthead(self._draft, written))
        except DrafterError as error:
            hint = self.query_one("#hint", Label)
            hint.update(error.problem)
            hint.add_class("wrong")
            self.query_one(f"#{error.place}", Input).focus()

    def action_cancel(self) -> None:
        self.dismiss(None)
