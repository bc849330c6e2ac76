"""The board of a round as plain text: the counts first, then a line a paragraph on which something is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.cli.plain import cut, width
from drafter.model.negotiated import Closure
from drafter.model.proposal import TITLE, Outcome
from drafter.negotiation.board import Board
from drafter.negotiation.labels import rows, told
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round


def boarded(round_: Round, board: Board) -> Iterator[str]:
    """The lines, in order of place."""
    by_status = ", ".join(f"{count} {status.told}" for status, count in board.by_status.items() if count)
    yield f"{board.paragraphs} paragraphs: {by_status}"
    unbalanced = f", {board.unbalanced} without a partner" if board.unbalanced else ""
    yield f"{board.brackets} brackets{unbalanced}; {board.conflicts} conflicts, {board.options} options beside the base"
    names = max(map(len, board.by_delegation), default=0)
    for name, states in board.by_delegation.items():
        yield f"  {name:<{names}}  " + ", ".join(f"{count} {state.value}" for state, count in states.items() if count)
    live = Counter(one.row for one in round_.of(Outcome.OPEN))
    conflicts = Counter(one.labels[0] for one in merge(round_).conflicts)
    called = {TITLE: TITLE, **rows(round_)}
    said = [row for row in called if live[row] or row in round_.closed]
    labels = max((len(called[row]) for row in said), default=0)
    if said:
        yield ""
    for row in said:
        closure = round_.closed.get(row)
        standing = _told(told(closure, called) if closure else None, live[row], conflicts[row])
        yield cut(f"{called[row]:<{labels}}  {standing}", width())


def _told(closure: Closure | None, live: int, conflicts: int) -> str:
    """How far a paragraph is, who holds out, and what is open there."""
    parts = [closure.status.told if closure else "open"]
    if closure and closure.reopened:
        parts.append("reopened")
    if live:
        parts.append(f"{live} open proposal{'s' if live > 1 else ''}")
    if conflicts:
        parts.append(f"{conflicts} conflict{'s' if conflicts > 1 else ''}")
    if closure and closure.pending:
        parts.append(f"pending {', '.join(closure.pending)}")
    if closure and closure.package:
        parts.append(f"with {', '.join(closure.package)}")
    return " · ".join(parts)
