"""What each owner would have of a paragraph: the base's words beside those with that owner's open proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model.proposal import TITLE, Deed, Outcome, Proposal
from drafter.negotiation.apply import excerpt, worded
from drafter.negotiation.collisions import STRETCHES, collisions
from drafter.negotiation.labels import called
from drafter.negotiation.values import Round


@dataclass(frozen=True, slots=True)
class Wanted:
    """The paragraph `label` as the owners `by` would have it, with a line feed between where it is several.

    `old` is "" for a new paragraph, `new` for one that goes; `after` the label behind which it would stand, where it
    is new or moves.
    """

    label: str
    by: tuple[str, ...]
    old: str
    new: str
    after: str | None
    proposals: tuple[str, ...]


def wanted(round_: Round) -> tuple[Wanted, ...]:
    """By paragraph in order of place, then by owner; proposals of one owner that collide stand each for itself."""
    names = called(round_)
    made: dict[tuple[str, tuple[str, ...]], list[Proposal]] = defaultdict(list)
    for one in round_.of(Outcome.OPEN):
        key = one.id if one.kind is Deed.NEW else one.label
        made[key, one.by].append(one)
    return tuple(
        _wanted(round_, names[group[0].id], by, group)
        for (_, by), some in made.items()
        for group in _apart(round_, some)
    )


def _apart(round_: Round, some: list[Proposal]) -> Iterator[list[Proposal]]:
    if collisions(round_, some):
        yield from ([one] for one in some)
    else:
        yield some


def _wanted(round_: Round, label: str, by: tuple[str, ...], some: list[Proposal]) -> Wanted:
    first = some[0]
    ids = tuple(one.id for one in some)
    after = next((one.after for one in some if one.after is not None), None)
    if first.kind is Deed.NEW:
        return Wanted(label, by, "", first.put.text, after, ids)
    base = round_.inline(first.label)
    if all(one.kind in STRETCHES for one in some) or first.label == TITLE:
        return Wanted(label, by, base.text, worded(base, some).text, after, ids)
    labels = [first.label, *(one.second for one in some if one.second)]
    old = "\n".join(round_.inline(one).text for one in sorted(labels, key=round_.places.__getitem__))
    new = "\n".join(one.text for one in excerpt(round_, some, labels))
    return Wanted(label, by, old, new, after, ids)
