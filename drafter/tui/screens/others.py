"""The screens that the desk opens on its draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import Screen

from drafter.tui.office import session_of
from drafter.tui.state.session import Session


def open_on(what: str, app: App[Any], place: str, go: Callable[[str | None], None]) -> None:
    """Open the screen with that name, or what must be asked before; `go` shows the paragraph it comes back with."""
    if what == "versions":
        from drafter.tui.screens.versions import choose_version

        choose_version(app)
    elif what == "colleague":
        from drafter.tui.screens.colleague import choose_file

        choose_file(app, go)
    else:
        app.push_screen(_screen(what, session_of(app), place), go)


def _screen(what: str, session: Session, place: str) -> Screen[str | None]:
    """The screen with that name, beginning at a paragraph; its module is imported only now."""
    if what == "updates":
        from drafter.tui.screens.updates import UpdatesScreen

        return UpdatesScreen(place)
    if what == "status":
        from drafter.tui.screens.status import StatusScreen

        return StatusScreen()
    if what == "whole":
        from drafter.tui.screens.whole import WholeScreen

        return WholeScreen(session, place)
    from drafter.tui.screens.hand_in import HandInScreen

    return HandInScreen()
