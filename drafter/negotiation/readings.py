"""What would stand where proposals collide: by the base, and by each owner's reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.align.units import inline_of, units
from drafter.model.inline import Inline
from drafter.model.negotiated import Alternative, Conflict, Stand
from drafter.model.proposal import Deed
from drafter.negotiation.apply import excerpt, order
from drafter.negotiation.collisions import STRETCHES, Group, collisions, end_of, touched
from drafter.negotiation.values import Round


def conflict_of(round_: Round, group: Group) -> Conflict:
    """Proposals that collide by way of one another, with all their readings, the base's first, then by text."""
    concerned = {label for one in group for label in touched(round_, one)}
    labels = tuple(sorted(concerned, key=lambda label: round_.places[label]))
    ids = tuple(sorted(one.id for one in group))
    start = end = 0
    if all(one.kind in STRETCHES for one in group):
        start, end = min(one.start for one in group), max(map(end_of, group))
        found = inline_of(units(round_.inline(labels[0]))[start:end])
    else:
        if all(one.kind is Deed.MOVE for one in group):
            start = end = -1
        found = _joined([round_.inline(label) for label in labels])
    retain = sorted(
        {name for one in round_.positions if one.stand is Stand.RETAIN and one.on in concerned for name in one.by}
    )
    base = Alternative(None, found, tuple(retain))
    made: dict[tuple[object, ...], list[tuple[str, Group]]] = defaultdict(list)
    for name in sorted({name for one in group for name in one.by}):
        for own in _of_one(round_, name, group):
            made[_said(round_, own, labels, start, end)].append((name, own))
    readings = []
    for (put, does, *_), held in made.items():
        assert isinstance(put, Inline) and isinstance(does, Deed)
        names = tuple(sorted({name for name, _ in held}))
        ways = sorted({tuple(sorted(one.id for one in own)) for _, own in held}, key=lambda way: (len(way), way))
        readings.append(Alternative(does, put, names, tuple(sorted({one for way in ways for one in way})), tuple(ways)))
    readings.sort(key=lambda one: (one.put.text, one.put.markup, one.does or "", one.proposals))
    return Conflict(labels, start, end, found, ids, (base, *readings))


def _of_one(round_: Round, name: str, group: Group) -> Iterator[Group]:
    """What one owner wants of a conflict: all of its own, or one of those that collide among themselves at a time."""
    own = tuple(one for one in group if name in one.by)
    against = [one for some in collisions(round_, own) for one in some]
    alone = tuple(one for one in own if one not in against)
    yield from [(*alone, one) for one in against] or [alone]


def _said(round_: Round, own: Group, labels: Sequence[str], start: int, end: int) -> tuple[object, ...]:
    """The words of a reading, what it does, and where it differs in more than words, what tells it apart."""
    whole = [one for one in own if one.kind not in STRETCHES]
    does = min((one.kind for one in whole), key=list(Deed).index) if whole else Deed.WORDS
    if not whole:
        text = units(round_.inline(labels[0]))
        made, at = [], start
        for one in sorted(own, key=order):
            made += [*text[at : one.start], *units(one.put)]
            at = end_of(one)
        stretch = (*made, *text[at:end]) if start >= 0 and (start or end) else None
        if stretch is not None:
            return inline_of(stretch), does
    parts = [one.inline for one in excerpt(round_, own, labels)]
    apart = sorted(one.id for one in whole if one.kind in (Deed.MOVE, Deed.NEW))
    return _joined(parts), does, *apart


def _joined(parts: Sequence[Inline]) -> Inline:
    whole = Inline()
    for number, part in enumerate(parts):
        whole = whole + (Inline("\n") if number else Inline()) + part
    return whole
