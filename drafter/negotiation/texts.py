"""The texts that a round makes: as decided, as one or several delegations would have it, with all that stands."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.draft import Draft
from drafter.model.proposal import Outcome, Proposal
from drafter.negotiation.apply import applied
from drafter.negotiation.merge import MergedRound, everything, of_owners
from drafter.negotiation.references import renumbered
from drafter.negotiation.values import Round


def accepted(round_: Round) -> tuple[Proposal, ...]:
    """What was accepted and can stand together."""
    return MergedRound(round_, round_.of(Outcome.ACCEPTED)).standing


def decided(round_: Round) -> Draft:
    """The base with what was accepted, to the letter."""
    return applied(round_, accepted(round_))


def issued(round_: Round) -> Draft:
    """The decided text as it goes out: its references to its own paragraphs follow their new numbers."""
    return renumbered(round_, decided(round_))


def all_standing(round_: Round) -> Draft:
    """The base with what was accepted, and with what is open and in no conflict."""
    return applied(round_, everything(round_))


def only(round_: Round, names: Iterable[str]) -> tuple[Draft, tuple[str, ...]]:
    """The base with these delegations' proposals alone; the labels at which their own collide and the base is left."""
    found = of_owners(round_, names)
    left = {label for conflict in found.conflicts for label in conflict.labels}
    return applied(round_, found.standing), tuple(sorted(left, key=lambda label: round_.places[label]))
