"""A pane at the side: a list of entries about the paragraph, or a line that says that there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from drafter.tui.actions import at, bindings
from drafter.tui.shown.entry import PaneEntry
from drafter.tui.shown.wording import bracketed
from drafter.tui.widgets.passages import Passages

_HINTS = {action.name: action.label for action in at("pane")}


class Pane(Passages):
    """Entries one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]

    @dataclass
    class EntryChosen(Message):
        """An entry was acted upon: `how` is "put_in", "phrase", "refuse" or "verified"."""

        entry: PaneEntry
        how: str

    def __init__(self, empty: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = empty
        self._entries: tuple[PaneEntry, ...] = ()
        self._shown: tuple[tuple[PaneEntry, ...], str] | None = None

    @property
    def entries(self) -> tuple[PaneEntry, ...]:
        return self._entries

    def show(self, entries: Sequence[PaneEntry], empty: str | None = None) -> None:
        """Show other entries; where there are none, say so."""
        shown = (tuple(entries), empty or self._said)
        if self._shown != shown:
            self._shown = shown
            self._entries, said = shown
            bodies = [entry.body for entry in entries]
            self.put([bracketed(body) for body in bodies] if self.app.no_color else bodies, empty=said)

    @property
    def chosen(self) -> PaneEntry | None:
        """The entry under the cursor."""
        return self._entries[self.cursor] if self._entries else None

    def hint(self, action: str) -> str:
        """What a key does to the entry under the cursor, "" where it does nothing."""
        entry = self.chosen
        if entry is None:
            return ""
        if action == "verified":
            return _HINTS[action] if entry.update else ""
        if action != "put_in":
            return _HINTS[action] if entry.suggestion or (entry.update and action == "refuse") else ""
        if entry.run:
            return "Open its source"
        if entry.update and entry.update.proposed is None:
            return "Fill in"
        suggests = entry.finding is not None and entry.finding.suggest is not None
        return _HINTS[action] if entry.suggestion or entry.update or suggests else ""

    def on_passages_picked(self, event: Passages.Picked) -> None:
        event.stop()
        self._act("put_in")

    def action_put_in(self) -> None:
        self._act("put_in")

    def action_phrase(self) -> None:
        self._act("phrase")

    def action_refuse(self) -> None:
        self._act("refuse")

    def action_verified(self) -> None:
        self._act("verified")

    def _act(self, how: str) -> None:
        if self.chosen:
            self.post_message(self.EntryChosen(self.chosen, how))
