"""A long text, a passage a paragraph, with a cursor that goes from passage to passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True)
class Passage:
    """A paragraph as it is shown; `changed` where it differs from the other text."""

    key: str
    body: Content
    changed: bool = False


class RunningText(OptionList):
    """Passages one below the other."""

    DEFAULT_CSS = """
    RunningText {
        border: none; background: transparent; scrollbar-size-vertical: 1; height: 1fr; overflow-x: hidden;
        padding: 1 2;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted { background: $primary 10%; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $primary 20%; color: $foreground; text-style: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._passages: tuple[Passage, ...] = ()

    def show(self, passages: Sequence[Passage], at: str = "") -> None:
        """Show a text, with the cursor on the passage `at`."""
        self._passages = tuple(passages)
        self.clear_options()
        self.add_options([Option(passage.body + "\n") for passage in passages])
        place = next((n for n, passage in enumerate(passages) if passage.key == at), 0)
        if passages:
            self.highlighted = place
            self.call_after_refresh(self.scroll_to_highlight, top=True)

    @property
    def at(self) -> str:
        """The key of the passage under the cursor."""
        place = self.highlighted
        return self._passages[place].key if place is not None and place < len(self._passages) else ""

    def to_change(self, step: int) -> None:
        """Go to the next changed passage, or the one before, round the end."""
        count = len(self._passages)
        here = self.highlighted or 0
        for distance in range(1, count + 1):
            place = (here + step * distance) % count
            if self._passages[place].changed:
                self.highlighted = place
                return
        self.notify("Nothing changed in this text.")
