"""What the top line of a round's screen says: what it is on, how far it is, since when it is kept."""

from __future__ import annotations

from drafter.model.negotiated import ClosureStatus
from drafter.negotiation.values import Round
from drafter.tui.shown.board_rows import BoardRow
from drafter.tui.shown.plain import shown
from drafter.tui.state.round_session import RoundSession, facts


def named(round_: Round) -> str:
    """The text and its version."""
    return shown(f"{round_.text.title.text} · {round_.stage}" if round_.stage else round_.text.title.text)


def at(row: BoardRow | None) -> str:
    """The paragraph that is shown and where it stands, for windows that have room for one pane."""
    return shown(" · ".join(filter(None, (row.label, row.said)))) if row is not None else ""


def counted(session: RoundSession, brackets: int | None, *, short: bool) -> str:
    """How many paragraphs are agreed, open and contested; `brackets` are those of the compilation text."""
    round_, known = session.round, facts(session.round)
    agreed = sum(one.status is not ClosureStatus.OPEN for one in round_.closures)
    open_ = sum(bool(known.open(place)) for place in known.places)
    contested = sum(bool(known.conflicts(place)) for place in known.places)
    said = [f"{agreed} agreed", f"{open_} open", f"{contested} contested"]
    if short:
        return " · ".join((*said, *filter(None, [session.not_filed])))
    said += [] if brackets is None else [f"{brackets} brackets"]
    return " · ".join((*said, f"{len(round_.proposals)} proposals", session.when_saved))
