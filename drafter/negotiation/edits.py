"""The one edit of a round: what is taken in, said, decided and brought back, by name."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.negotiated import Closure, Decision, Position
from drafter.model.proposal import Proposal
from drafter.negotiation.values import Round


@dataclass(frozen=True, slots=True)
class RoundEdit:
    """`taken` and `positions` come to those that are there; `closures` and `decisions` take the place of those on the
    same paragraph or proposal; `reopened` are the proposals whose decisions fall. `taken_back` and `unsaid` are
    proposals and positions that are there, as they stand without owners who took them back. `whole` is another round
    altogether.
    """

    name: str
    taken: tuple[Proposal, ...] = ()
    positions: tuple[Position, ...] = ()
    closures: tuple[Closure, ...] = ()
    decisions: tuple[Decision, ...] = ()
    reopened: tuple[str, ...] = ()
    taken_back: tuple[Proposal, ...] = ()
    unsaid: tuple[Position, ...] = ()
    whole: Round | None = None


def apply(round_: Round, edit: RoundEdit) -> Round:
    """The round after an edit."""
    if edit.whole is not None:
        return edit.whole
    closures = {one.label: one for one in (*round_.closures, *edit.closures)}
    decisions = {one.on: one for one in round_.decisions if one.on not in edit.reopened}
    decisions |= {one.on: one for one in edit.decisions}
    proposals = {one.id: one for one in (*round_.proposals, *edit.taken_back)}
    positions = {(one.on, one.stand, one.found): one for one in (*round_.positions, *edit.unsaid)}
    said = [one for one in positions.values() if one.arrivals]
    changed = edit.taken or edit.taken_back
    more = round_.having(proposals=(*proposals.values(), *edit.taken)) if changed else round_
    return more.having(positions=(*said, *edit.positions), closures=closures.values(), decisions=decisions.values())


def replacing(round_: Round) -> RoundEdit:
    """The edit that makes a round another one as a whole."""
    return RoundEdit("take the file as it is", whole=round_)
