"""The masthead: symbol, session, committee, agenda item and sponsors in one form."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from drafter.edit.edits import FieldValue, SetField, Several
from drafter.model.draft import Draft
from drafter.model.symbol import Symbol
from drafter.tui.actions import bindings

_FIELDS = (
    ("symbol", "Symbol", "A/C.3/76/L.__"),
    ("session", "Session", "76"),
    ("committee", "Main Committee", "3"),
    ("agenda_item", "Agenda item", "74 (c)"),
    ("agenda_title", "Title of the item", ""),
    ("sponsors", "Sponsors, with ; between", ""),
    ("author", "Author of the changes", ""),
)


class Masthead(ModalScreen[Several | None]):
    """Gives one edit for all fields that changed, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog"), *bindings("masthead")]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label("Masthead", classes="question")
            for name, label, example in _FIELDS:
                with Horizontal(classes="field"):
                    yield Label(label)
                    yield Input(_written(self._draft, name), placeholder=example, id=name, compact=True)
            yield Label("Tab goes on, Enter keeps, Esc closes", id="hint")

    @on(Input.Submitted)
    def action_keep(self) -> None:
        edits = []
        for name, label, _ in _FIELDS:
            text = self.query_one(f"#{name}", Input).value.strip()
            if text == _written(self._draft, name):
                continue
            try:
                edits.append(SetField(name, _value(name, text)))
            except ValueError:
                hint = self.query_one("#hint", Label)
                hint.update(f"{label} cannot be {text!r}")
                hint.add_class("wrong")
                self.query_one(f"#{name}", Input).focus()
                return
        self.dismiss(Several(tuple(edits), "edit the masthead") if edits else None)

    def action_cancel(self) -> None:
        self.dismiss(None)


def _written(draft: Draft, name: str) -> str:
    value = getattr(draft, name)
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def _value(name: str, text: str) -> FieldValue:
    match name:
        case "symbol":
            symbol = Symbol.parse(text) if text else None
            if text and symbol is None:
                raise ValueError(text)
            return symbol
        case "session" | "committee":
            return int(text) if text else None
        case "sponsors":
            return tuple(filter(None, (one.strip() for one in text.split(";"))))
        case _:
            return text
