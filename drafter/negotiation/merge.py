"""Proposals against their base: what stands, what collides, and what stands side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from drafter.align.units import units
from drafter.model.negotiated import Conflict, Meeting, Neighbours
from drafter.model.proposal import Outcome, Proposal, united
from drafter.negotiation.apply import order
from drafter.negotiation.collisions import STRETCHES, Group, collisions, end_of, touched
from drafter.negotiation.readings import conflict_of
from drafter.negotiation.values import Round


@dataclass(frozen=True)
class MergedRound:
    """Proposals against their base: those that stand, and those that collide in groups."""

    round_: Round
    proposals: tuple[Proposal, ...]

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        return collisions(self.round_, self.proposals)

    @cached_property
    def colliding(self) -> frozenset[str]:
        """The ids of the proposals that are in a conflict."""
        return frozenset(one.id for group in self._groups for one in group)

    @cached_property
    def standing(self) -> tuple[Proposal, ...]:
        """The proposals that are in no conflict."""
        return tuple(one for one in self.proposals if one.id not in self.colliding)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """In order of place."""
        made = [conflict_of(self.round_, group) for group in self._groups]
        return tuple(sorted(made, key=lambda one: (self.round_.places[one.labels[0]], one.start, one.proposals)))

    @cached_property
    def pairs(self) -> tuple[Neighbours, ...]:
        """The stretches that stand next to each other, with at most space between."""
        made: list[Neighbours] = []
        for label, some in _by_label(one for one in self.standing if one.kind in STRETCHES).items():
            base = units(self.round_.inline(label))
            for one, other in pairwise(sorted(some, key=order)):
                end = end_of(one)
                if all(unit.text.isspace() for unit in base[end : other.start]):
                    same = one.start == end == other.start == end_of(other)
                    made.append(Neighbours(Meeting.SAME_GAP if same else Meeting.TOUCHING, (one.id, other.id)))
        return tuple(made)


def merge(round_: Round) -> MergedRound:
    """The open proposals of a round."""
    return MergedRound(round_, round_.of(Outcome.OPEN))


def of_owners(round_: Round, names: Iterable[str]) -> MergedRound:
    """All that these owners propose but what they took back."""
    wanted = set(names)
    live = round_.of(Outcome.OPEN, Outcome.ACCEPTED, Outcome.REJECTED)
    return MergedRound(
        round_,
        tuple(one for one in live if any(wanted.intersection(came.by) and not came.withdrawn for came in one.arrivals)),
    )


def everything(round_: Round) -> tuple[Proposal, ...]:
    """What was accepted, and what is open and collides neither with that nor with anything open."""
    accepted = MergedRound(round_, round_.of(Outcome.ACCEPTED)).standing
    against = MergedRound(round_, united((*accepted, *round_.of(Outcome.OPEN)))).colliding
    taken = {one.id for one in accepted}
    return tuple(one for one in (*accepted, *merge(round_).standing) if one.id in taken or one.id not in against)


def rivals(round_: Round, chosen: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, open or accepted, that cannot stand beside these."""
    live = round_.of(Outcome.OPEN, Outcome.ACCEPTED)
    names = {one.id for one in chosen}
    against: dict[str, Proposal] = {}
    for one in chosen:
        near = _near(round_, one)
        for other in live:
            if other.id not in names and near & _near(round_, other) and collisions(round_, (one, other)):
                against[other.id] = other
    return tuple(against[name] for name in sorted(against))


def _near(round_: Round, one: Proposal) -> frozenset[str]:
    """The labels that tell whether two proposals may collide at all."""
    return touched(round_, one) | ({one.after} if one.after else frozenset())


def _by_label(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    found: dict[str, list[Proposal]] = defaultdict(list)
    for one in proposals:
        found[one.label].append(one)
    return found
