"""Two states of one round side by side, for whoever has to choose between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from drafter.edit import settling
from drafter.edit.settling import Competing
from drafter.model.negotiated import Closure
from drafter.model.proposal import Arrival, Deed, Proposal
from drafter.negotiation.labels import called, rows, told
from drafter.negotiation.values import Round


def competing(mine: Round, theirs: Round) -> tuple[Competing, ...]:
    """What differs, in order of place: the base's words as markup, and each proposal, stand, status and decision in
    words; "" where one of them lacks it."""
    own, other = dict(_said(mine)), dict(_said(theirs))
    places = {label: place for place, label in enumerate((*theirs.places, *mine.places))}
    keys = sorted(own | other, key=lambda key: (places.get(key[0], -1), key))
    found = [Competing(" ".join(filter(None, key)), own.get(key, ""), other.get(key, "")) for key in keys]
    found = [one for one in found if one.mine != one.theirs]
    stage = (Competing("stage", mine.stage, theirs.stage),) if mine.stage != theirs.stage else ()
    return (*stage, *settling.competing(mine.text, theirs.text), *found)


def _said(round_: Round) -> Iterator[tuple[tuple[str, str], str]]:
    names = called(round_)
    for party in round_.parties:
        yield ("party", party.name), "; ".join((", ".join(party.spellings), ", ".join(party.members)))
    for one in round_.proposals:
        place = one.place or names[one.id]
        yield (place, one.id), f"{_does(one)} – {_by(one.arrivals)}{_state(round_, one)}"
    for position in round_.positions:
        place = round_.by_id[position.on].place if position.on in round_.by_id else position.on
        words = f" “{position.found}”" if position.found else ""
        yield (place, f"{position.stand.value} {position.on}{words}"), _by(position.arrivals)
    for closure in map(partial(told, names=rows(round_)), round_.closures):
        yield (closure.label, "status"), _status(closure)


def _by(arrivals: tuple[Arrival, ...]) -> str:
    return "; ".join(map(_came, arrivals))


def _came(one: Arrival) -> str:
    whence = ", ".join(filter(None, (one.file, one.place, one.day, one.why, "withdrawn" if one.withdrawn else "")))
    return f"{', '.join(one.by)} ({whence})" if whence else ", ".join(one.by)


def _does(one: Proposal) -> str:
    if one.kind is Deed.MOVE:
        return f"move behind {one.after or 'the beginning'}"
    return f"{one.kind.value}: {one.found.markup or '(nothing)'} → {one.put.markup or '(nothing)'}"


def _state(round_: Round, one: Proposal) -> str:
    decision = round_.decided.get(one.id)
    signed = filter(None, (decision.why, decision.by, decision.at) if decision else ())
    return "; ".join(("", round_.outcome(one).value, *signed))


def _status(closure: Closure) -> str:
    parts = [closure.status.told]
    parts += [f"pending {', '.join(closure.pending)}"] if closure.pending else []
    parts += [f"with {', '.join(closure.package)}"] if closure.package else []
    return "; ".join([*parts, *(["reopened"] if closure.reopened else [])])
