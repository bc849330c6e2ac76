"""The screens that the desk opens on its draft."""

from __future__ import annotations

from textual.screen import Screen

from drafter.tui.state.session import Session


def screen_on(what: str, session: Session, place: str) -> Screen[str | None]:
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
