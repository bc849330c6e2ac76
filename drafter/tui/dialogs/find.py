"""Finding words in the draft: every place that has them, with its surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from drafter.edit.replacing import Occurrence, places
from drafter.model.draft import Draft
from drafter.tui.actions import bindings
from drafter.tui.shown.plain import lead_in, shown
from drafter.tui.shown.wording import ADDED
from drafter.tui.state.session import named

_MOST = 200
_BEFORE, _AFTER = 28, 120
"""Characters around a place; what a narrow window has no room for is cut off at its edge."""


def in_its_place(draft: Draft, place: Occurrence, found: str = "reverse", put: str = "") -> Content:
    """A place with some words before and after it; `put` follows the found words."""
    text = draft[place.id].text
    return Content.assemble(
        (f"{named(draft)[place.id]:<13} ", "bold"),
        shown(lead_in(text, place.start, _BEFORE)),
        (shown(text[place.start : place.end]), found),
        (shown(put), ADDED),
        shown(text[place.end : place.end + _AFTER]),
    )


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The words that were looked for, and the paragraph to go to."""

    words: str
    id: str


class Find(ModalScreen[FoundWords | None]):
    """Begins with the words looked for last; gives those that were found and where, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(self, draft: Draft, words: str = "") -> None:
        super().__init__()
        self._draft, self._words = draft, words
        self._places: tuple[Occurrence, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label("Find in the draft", classes="question")
            yield Input(self._words, placeholder="words", compact=True)
            yield OptionList(markup=False, compact=True)
            yield Label("Enter goes to the first; the arrows choose another", id="hint")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._places = places(self._draft, event.value)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(in_its_place(self._draft, place)) for place in self._places[:_MOST]])
        count = len(self._places)
        said = f"{count} place{'' if count == 1 else 's'}" if event.value else "Enter goes to the first"
        self.query_one("#hint", Label).update(said)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self._places:
            self._give(self._places[0])

    def key_down(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._give(self._places[event.option_index])

    def _give(self, place: Occurrence) -> None:
        self.dismiss(FoundWords(self.query_one(Input).value, place.id))

    def action_cancel(self) -> None:
        self.dismiss(None)
