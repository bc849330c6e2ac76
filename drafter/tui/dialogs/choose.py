"""One question, a few answers to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from drafter.tui.actions import bindings


class Choose(ModalScreen[str | None]):
    """Gives the chosen answer's name, or None where the drafter closed the question.

    `answers` are names with their words; the first is chosen by Enter alone. `preview` tells what would come of the
    answer under the cursor.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(
        self,
        question: str,
        answers: Sequence[tuple[str, str | Content]],
        told: str = "",
        preview: Callable[[str], str | Content] | None = None,
    ) -> None:
        super().__init__()
        self._preview = preview
        self._question, self._answers, self._told = question, answers, told

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, classes="question", markup=False)
            if self._told:
                yield Label(self._told, classes="told", markup=False)
            yield OptionList(*(Option(words, id=name) for name, words in self._answers), markup=False, compact=True)
            if self._preview is not None:
                yield Label("", id="preview", markup=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if self._preview is not None and event.option_id is not None:
            self.query_one("#preview", Label).update(self._preview(event.option_id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_cancel(self) -> None:
        self.dismiss(None)
