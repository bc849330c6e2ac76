"""Whose something is, by the names of the round, however its file writes them."""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import DrafterError
from drafter.model.negotiated import Position
from drafter.model.proposal import Arrival, Proposal, united
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.values import Round
from drafter.rules.parties import PartyNames


class OwnerlessError(DrafterError):
    """A file that does not say whose its proposals are."""


def owned(given: TakenIn, names: PartyNames) -> TakenIn:
    """What a file gave, each party by its name."""

    def came(one: Proposal | Position) -> tuple[Arrival, ...]:
        return tuple(replace(each, by=names.owners(each.by)) for each in one.arrivals)

    return replace(
        given,
        proposals=united(replace(one, arrivals=came(one)) for one in given.proposals),
        positions=tuple(replace(one, arrivals=came(one)) for one in given.positions),
        closures=tuple(replace(one, pending=names.owners(one.pending)) for one in given.closures),
    )


def anchored(given: TakenIn, round_: Round) -> TakenIn:
    """What a file gave, the places of new and moved paragraphs named as a round names them."""
    named = {one.id: round_.anchored(one) for one in given.proposals}
    return replace(
        given,
        proposals=united(named.values()),
        positions=tuple(replace(one, on=named[one.on].id if one.on in named else one.on) for one in given.positions),
    )


def owners(given: TakenIn) -> tuple[str, ...]:
    """All parties that a file's proposals, positions and statuses name, in the order of the alphabet."""
    named = {name for one in given.proposals for name in one.by}
    named |= {name for one in given.positions for name in one.by}
    return tuple(sorted(named | {name for one in given.closures for name in one.pending}))
