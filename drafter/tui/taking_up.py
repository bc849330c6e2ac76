"""What is read is opened: a draft on the desk, a round on its own screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from drafter.tui.office import office
from drafter.tui.opened import OpenedDraft
from drafter.tui.opened_round import OpenedRound
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.work.values import TakenUp

if TYPE_CHECKING:
    from drafter.tui.work.rounds import RoundTakenUp


def shown(app: App[Any], found: TakenUp | RoundTakenUp) -> tuple[OpenedDraft | None, OpenedRound | None]:
    """Show what was read: one of the two is open then."""
    if isinstance(found, TakenUp):
        desk, draft = DeskScreen(), OpenedDraft(app, found.file)
        office(app).session = found.session
        app.push_screen(desk)
        draft.look_over_soon()
        draft.tell(desk.resume)
        return draft, None
    from drafter.tui.screens.round import RoundScreen

    round_ = OpenedRound(app, found.file)
    office(app).negotiation = found.session
    app.push_screen(RoundScreen())
    round_.tell()
    return None, round_
