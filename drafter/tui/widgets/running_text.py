"""A long text, with a passage for each paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.tui.shown.passage import TextPassage
from drafter.tui.widgets.passages import Passages


class RunningText(Passages):
    """Passages that have keys and may be marked as changed."""

    DEFAULT_CSS = "RunningText { padding: 1 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._passages: tuple[TextPassage, ...] = ()

    @property
    def passages(self) -> tuple[TextPassage, ...]:
        return self._passages

    def show(self, passages: Sequence[TextPassage], at: str = "", empty: str = "") -> None:
        """Show a text, with the cursor on the passage `at`."""
        self._passages = tuple(passages)
        place = next((n for n, passage in enumerate(passages) if passage.key == at), 0)
        self.put([passage.body for passage in passages], place, empty)

    @property
    def at(self) -> str:
        """The key of the passage under the cursor."""
        return self._passages[self.cursor].key if self._passages else ""

    def to_change(self, step: int) -> None:
        """Go to the next changed passage, or the one before, round the end."""
        count = len(self._passages)
        for distance in range(1, count + 1):
            place = (self.cursor + step * distance) % count
            if self._passages[place].changed:
                self.cursor = place
                return
        self.notify("Nothing changed in this text.")
