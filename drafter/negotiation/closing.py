"""How far paragraphs are, by what arrives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.model.negotiated import Closure, ClosureStatus
from drafter.model.proposal import Outcome, Proposal
from drafter.negotiation.values import Round

CLOSED = (ClosureStatus.INFORMALS, ClosureStatus.AD_REF, ClosureStatus.AGREED)
"""From where on a paragraph is reopened by a proposal."""

_LADDER = tuple(ClosureStatus)


def closed_by(round_: Round, closures: Iterable[Closure], arriving: Iterable[Proposal] = ()) -> tuple[Closure, ...]:
    """The statuses that change where a file has these, whatever order files come in.

    Of two for a paragraph the further one stands, and equal ones have the holdouts and packages of both. A closed
    paragraph with proposals that are open, or arrive, is reopened.
    """
    new = [one for one in arriving if one.id not in round_.by_id]
    open_ = {one.row for one in (*round_.of(Outcome.OPEN), *new)}
    arrived = {one.row for one in new}
    made = dict(round_.closed)
    for one in closures:
        further = _further(made.get(one.label) or Closure(one.label), one)
        made[one.label] = replace(further, package=tuple(sorted(further.package, key=round_.order)))
    for label, one in made.items():
        touched = open_ if one != round_.closed.get(label) else arrived
        if one.status in CLOSED and label in touched:
            made[label] = replace(one, reopened=True)
    return tuple(one for label, one in made.items() if one != round_.closed.get(label))


def _further(one: Closure, other: Closure) -> Closure:
    first, second = _LADDER.index(one.status), _LADDER.index(other.status)
    if first != second:
        return one if first > second else other
    return replace(
        one,
        pending=tuple(sorted({*one.pending, *other.pending})),
        package=tuple({*one.package, *other.package}),
        reopened=one.reopened or other.reopened,
    )
