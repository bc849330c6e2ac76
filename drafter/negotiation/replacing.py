"""What a delegation takes back when it sends its proposals anew: whatever it does not repeat."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from drafter.model.negotiated import Position
from drafter.model.proposal import Arrival, Proposal
from drafter.negotiation.values import Round


def taken_back(round_: Round, owners: Collection[str], repeated: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """The proposals of the round that these owners have in it and do not repeat, with their arrivals withdrawn.

    Where others came with them in one file, the others stay.
    """
    still = {(one.id, name) for one in repeated for name in one.by}
    found = []
    for one in round_.proposals:
        gone = {name for name in owners if (one.id, name) not in still}
        arrivals = tuple(each for came in one.arrivals for each in _withdrawn(came, gone))
        if arrivals != one.arrivals:
            found.append(replace(one, arrivals=arrivals))
    return tuple(found)


def unsaid(round_: Round, owners: Collection[str], repeated: Iterable[Position]) -> tuple[Position, ...]:
    """The positions of the round that these owners took and do not repeat, without them; one that nobody else took has
    no arrivals."""
    still = {(one.on, one.stand, one.found, name) for one in repeated for name in one.by}
    found = []
    for one in round_.positions:
        gone = {name for name in owners if (one.on, one.stand, one.found, name) not in still}
        arrivals = tuple(
            replace(came, by=kept) for came in one.arrivals if (kept := tuple(n for n in came.by if n not in gone))
        )
        if arrivals != one.arrivals:
            found.append(replace(one, arrivals=arrivals))
    return tuple(found)


def _withdrawn(came: Arrival, gone: Collection[str]) -> Iterator[Arrival]:
    out = tuple(name for name in came.by if name in gone)
    if came.withdrawn or not out:
        yield came
        return
    if rest := tuple(name for name in came.by if name not in gone):
        yield replace(came, by=rest)
    yield replace(came, by=out, withdrawn=True)
