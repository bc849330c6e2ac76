"""A pane at the side: a list of entries about the paragraph, from any source; what is not there is said plainly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from drafter.tui.actions import bindings
from drafter.tui.shown.entry import Entry


class Pane(OptionList):
    """Entries one below the other."""

    DEFAULT_CSS = """
    Pane {
        border: none; padding: 0; background: transparent; scrollbar-size-vertical: 1; height: 1fr; overflow-x: hidden;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-disabled { color: $foreground 62%; }
        & > .option-list--option-highlighted { background: $primary 14%; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $primary 28%; color: $foreground; text-style: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]

    @dataclass
    class Chosen(Message):
        """An entry was acted upon: `how` is "put_in", "phrase" or "refuse"."""

        entry: Entry
        how: str

    def __init__(self, empty: str, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._empty = empty
        self._entries: tuple[Entry, ...] = ()
        self._shown: tuple[tuple[Entry, ...], str] | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    def show(self, entries: Sequence[Entry], empty: str | None = None) -> None:
        """Show other entries; where there are none, say so."""
        said = empty or self._empty
        if self._shown == (tuple(entries), said):
            return
        self._entries = tuple(entries)
        self._shown = (self._entries, said)
        self.clear_options()
        if entries:
            self.add_options([Option(entry.body + "\n") for entry in entries])
        else:
            self.add_option(Option(Content(said), disabled=True))

    @property
    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        place = self.highlighted
        return self._entries[place] if place is not None and place < len(self._entries) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._act("put_in")

    def action_put_in(self) -> None:
        self._act("put_in")

    def action_phrase(self) -> None:
        self._act("phrase")

    def action_refuse(self) -> None:
        self._act("refuse")

    def _act(self, how: str) -> None:
        if self.chosen:
            self.post_message(self.Chosen(self.chosen, how))
