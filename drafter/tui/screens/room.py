"""What the screens have in common: they are furnished once their widgets are there."""

from __future__ import annotations

from textual.screen import Screen, ScreenResultType


class Room(Screen[ScreenResultType]):
    """A screen that fills its widgets when it opens. One that is closed before they are there is mounted all the
    same, but empty; it is left alone."""

    def on_mount(self) -> None:
        if self.is_attached and not self._pruning:
            self.furnish()

    def furnish(self) -> None:
        """Fill the widgets."""
        raise NotImplementedError
