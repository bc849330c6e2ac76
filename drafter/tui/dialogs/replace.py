"""Find and replace over the draft: each place is shown as it would read and can be left out."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label
from textual.widgets.selection_list import Selection

from drafter.edit import gestures
from drafter.edit.gestures import Gesture
from drafter.edit.replacing import Occurrence, places
from drafter.model.draft import Draft
from drafter.tui.actions import bindings
from drafter.tui.dialogs.find import in_its_place
from drafter.tui.shown.wording import REMOVED, bracketed
from drafter.tui.widgets.ticks import Ticks


class Replace(ModalScreen[Gesture | None]):
    """Gives one gesture for all chosen places, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog"), *bindings("replace")]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._places: tuple[Occurrence, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label("Find and replace", classes="question")
            yield Input(placeholder="find", id="find", compact=True)
            yield Input(placeholder="put in its place", id="put", compact=True)
            yield Ticks(compact=True)
            yield Label("Enter or Ctrl+E replaces what is ticked; Space leaves a place out", id="hint")

    @on(Input.Changed)
    def _changed(self) -> None:
        self._places = places(self._draft, self.query_one("#find", Input).value, exact=True)
        put = self.query_one("#put", Input).value
        listed = self.query_one(Ticks)
        listed.clear_options()
        listed.add_options(
            [Selection(self._seen(place, put), number, True) for number, place in enumerate(self._places)]
        )

        listed.highlighted = 0 if self._places else None

    def _seen(self, place: Occurrence, put: str) -> Content:
        seen = in_its_place(self._draft, place, REMOVED, put)
        return bracketed(seen) if self.app.no_color else seen

    @on(Input.Submitted, "#find")
    def _to_second(self) -> None:
        self.query_one("#put", Input).focus()

    @on(Input.Submitted, "#put")
    def action_put_in(self) -> None:
        chosen = [self._places[number] for number in self.query_one(Ticks).selected]
        if chosen:
            self.dismiss(gestures.replace_at(self._draft, chosen, self.query_one("#put", Input).value))
        else:
            self.query_one("#hint", Label).update("there is no place to replace")

    def action_cancel(self) -> None:
        self.dismiss(None)
