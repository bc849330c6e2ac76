"""One question, one line of text as the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from drafter.tui.actions import bindings
from drafter.tui.widgets.long_line import LongLine


class Ask(ModalScreen[str | None]):
    """Gives the text, or None where the drafter closed the question; `prose` wraps a long answer.

    `check` says what is wrong with an answer, "" where nothing is; a wrong one cannot be given.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(
        self,
        question: str,
        value: str = "",
        hint: str = "",
        check: Callable[[str], str] | None = None,
        *,
        prose: bool = False,
    ) -> None:
        super().__init__()
        self._prose = prose
        self._question, self._value, self._hint = question, value, hint
        self._check = check or (lambda _: "")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, classes="question", markup=False)
            yield LongLine(self._value, id="answer") if self._prose else Input(self._value, id="answer", compact=True)
            yield Label(self._hint or "Enter keeps it, Esc closes", id="hint", markup=False)

    @on(Input.Submitted)
    @on(LongLine.Entered)
    def _given(self, event: Input.Submitted | LongLine.Entered) -> None:
        wrong = self._check(event.value)
        if wrong:
            hint = self.query_one("#hint", Label)
            hint.update(wrong)
            hint.add_class("wrong")
        else:
            self.dismiss(event.value)

    def action_cancel(self) -> None:
        self.dismiss(None)
