"""Next year's draft: for which session, and in which file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from drafter.errors import DrafterError
from drafter.model.symbol import Symbol
from drafter.tui.actions import bindings
from drafter.tui.dialogs.naming import file_named, folder_told, wrong_file
from drafter.tui.office import office
from drafter.tui.work import drafts


@dataclass(frozen=True, slots=True)
class Beginning:
    """The file of a new draft, and its session where it is not the next one."""

    path: Path
    session: int | None


def new_draft(app: App[Any], symbol: Symbol, begin: Callable[[Beginning], None]) -> None:
    """Ask where a draft from the text `symbol` begins; `begin` gets the answer."""

    def chosen(new: Beginning | None) -> None:
        if new is not None:
            begin(new)

    try:
        app.push_screen(NewDraft(symbol, drafts.next_session(office(app).desk, symbol)), chosen)
    except DrafterError as error:
        office(app).complain(error)


class NewDraft(ModalScreen[Beginning | None]):
    """Gives where a draft from the text `symbol` begins, or None where the drafter closed it; `session` is the next."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]
    AUTO_FOCUS = "#file"

    def __init__(self, symbol: Symbol, session: int | None) -> None:
        super().__init__()
        self._symbol, self._next = symbol, str(session or "")
        self._suggested = self._file_name(session)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(f"A new draft from {self._symbol.short}", classes="question", markup=False)
            with Horizontal(classes="field"):
                yield Label("Session")
                yield Input(self._next, id="session", type="integer", max_length=3, compact=True)
            with Horizontal(classes="field"):
                yield Label("File")
                yield Input(self._suggested, id="file", compact=True)
            with Horizontal(classes="field"):
                yield Label("Folder")
                yield Label(folder_told(self._suggested), id="folder", markup=False)
            yield Label("every change is written to this file · Enter makes it, Esc closes", id="hint")

    def _file_name(self, session: int | None) -> str:
        return drafts.suggested_file(self._symbol, Path(), session).name

    @on(Input.Changed, "#session")
    def _session_changed(self, event: Input.Changed) -> None:
        """The name follows the session until the drafter has given another."""
        file = self.query_one("#file", Input)
        if event.value.isdecimal() and file.value == self._suggested:
            self._suggested = file.value = self._file_name(int(event.value))

    @on(Input.Changed, "#file")
    def _file_changed(self, event: Input.Changed) -> None:
        self.query_one("#folder", Label).update(folder_told(event.value))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        name, session = (self.query_one(f"#{field}", Input) for field in ("file", "session"))
        number = session.value.strip()
        known = number == self._next or (number.isdecimal() and int(number) > 0)
        wrong = "" if known else "a session is a number, such as 81"
        if problem := wrong or wrong_file(name.value):
            hint = self.query_one("#hint", Label)
            hint.update(problem)
            hint.add_class("wrong")
            (session if wrong else name).focus()
        else:
            self.dismiss(Beginning(file_named(name.value), int(number) if number != self._next else None))

    def action_cancel(self) -> None:
        self.dismiss(None)
