"""What the screens have in common: they are furnished once their widgets are there, and know the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen, ScreenResultType

if TYPE_CHECKING:
    from drafter.tui.app import DrafterApp
    from drafter.tui.state.session import Session


class Room(Screen[ScreenResultType]):
    """A screen that fills its widgets when it opens. One that is closed before they are there is mounted all the
    same, but empty; it is left alone."""

    def on_mount(self) -> None:
        if self.is_attached and not self._pruning:
            self.furnish()

    @property
    def office(self) -> DrafterApp:
        """The app, which holds the session."""
        return cast("DrafterApp", self.app)

    @property
    def session(self) -> Session:
        session = self.office.session
        assert session is not None, "this screen is shown only with a draft"
        return session

    def furnish(self) -> None:
        """Fill the widgets."""
        raise NotImplementedError
