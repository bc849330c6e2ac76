"""What the top line of a round's screen says: what it is on, how far it is, since when it is kept."""

from __future__ import annotations

from drafter.model.negotiated import ClosureStatus
from drafter.negotiation.values import Round
from drafter.tui.shown.plain import shown
from drafter.tui.state.round_session import RoundSession, facts


def named(round_: Round) -> str:
    """The text and its version."""
    return shown(f"{round_.text.title.text} · {round_.stage}" if round_.stage else round_.text.title.text)


def counted(session: RoundSession, brackets: int | None) -> str:
    """How many paragraphs are agreed, open and contested; `brackets` are those of the compilation text."""
    round_, known = session.round, facts(session.round)
    agreed = sum(one.status is not ClosureStatus.OPEN for one in round_.closures)
    open_ = sum(bool(known.open(place)) for place in known.places)
    contested = sum(bool(known.conflicts(place)) for place in known.places)
    said = [f"{agreed} agreed", f"{open_} open", f"{contested} contested"]
    said += [] if brackets is None else [f"{brackets} brackets"]
    return " · ".join((*said, f"{len(round_.proposals)} proposals", session.when_saved))
