"""Which proposals collide, and what would stand there by each owner's reading; nobody comes first.

Conflicts are the connected overlaps: stretches of one paragraph that overlap, any change of a paragraph that another
deletes, replaces, splits or merges, and different moves of one paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from drafter.align.units import inline_of, units
from drafter.model.inline import Inline
from drafter.model.negotiated import Alternative, Conflict, Meeting, Neighbours, Stand
from drafter.model.proposal import TITLE, Deed, Outcome, Proposal, united
from drafter.negotiation.apply import applied, order
from drafter.negotiation.slots import block
from drafter.negotiation.values import Round

_WORDS = (Deed.WORDS, Deed.TITLE)
_WHOLE = (Deed.REPLACE, Deed.DELETE, Deed.SPLIT, Deed.MERGE)
_Group = tuple[Proposal, ...]


@dataclass(frozen=True)
class MergedRound:
    """Proposals against their base: those that stand, and those that collide in groups."""

    round_: Round
    proposals: tuple[Proposal, ...]

    @cached_property
    def _groups(self) -> tuple[_Group, ...]:
        return _collisions(self.round_, self.proposals)

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
        made = [_conflict(self.round_, group) for group in self._groups]
        return tuple(sorted(made, key=lambda one: (self.round_.places[one.labels[0]], one.start, one.proposals)))

    @cached_property
    def pairs(self) -> tuple[Neighbours, ...]:
        """The stretches that stand next to each other, with at most space between."""
        made: list[Neighbours] = []
        for label, some in _by_label(one for one in self.standing if one.kind in _WORDS).items():
            base = units(self.round_.inline(label))
            for one, other in pairwise(sorted(some, key=order)):
                end = _end(one)
                if all(unit.text.isspace() for unit in base[end : other.start]):
                    same = one.start == end == other.start == _end(other)
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
    accepted = round_.of(Outcome.ACCEPTED)
    against = MergedRound(round_, united((*accepted, *round_.of(Outcome.OPEN)))).colliding
    taken = {one.id for one in accepted}
    return tuple(one for one in (*accepted, *merge(round_).standing) if one.id in taken or one.id not in against)


def rivals(round_: Round, chosen: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, open or accepted, that cannot stand beside these."""
    live = round_.of(Outcome.OPEN, Outcome.ACCEPTED)
    names = {one.id for one in chosen}
    against: dict[str, Proposal] = {}
    for one in chosen:
        near = _about(round_, one)
        for other in live:
            if other.id not in names and near & _about(round_, other) and _collisions(round_, (one, other)):
                against[other.id] = other
    return tuple(against[name] for name in sorted(against))


def _about(round_: Round, one: Proposal) -> frozenset[str]:
    """The labels of the paragraphs that a proposal touches; of a new one also that of the paragraph before it."""
    if one.kind is Deed.DELETE:
        return frozenset(block(round_, one.label))
    return frozenset(label for label in (one.label, one.second, one.after if one.kind is Deed.NEW else "") if label)


def _by_label(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    found: dict[str, list[Proposal]] = defaultdict(list)
    for one in proposals:
        found[one.label].append(one)
    return found


def _end(one: Proposal) -> int:
    return one.start + len(units(one.found))


def _collisions(round_: Round, proposals: Sequence[Proposal]) -> tuple[_Group, ...]:
    """The groups of two and more that collide by way of one another, each in order of place."""
    joined = {one.id: one.id for one in proposals}

    def head(name: str) -> str:
        while joined[name] != name:
            joined[name] = name = joined[joined[name]]
        return name

    for one, other in _colliding_pairs(round_, proposals):
        first, second = sorted((head(one.id), head(other.id)))
        joined[second] = first
    groups: dict[str, list[Proposal]] = defaultdict(list)
    for one in proposals:
        groups[head(one.id)].append(one)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _colliding_pairs(round_: Round, proposals: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Enough pairs to tell the groups by: what collides is connected by them."""
    words: dict[str, list[Proposal]] = defaultdict(list)
    whole: dict[str, list[Proposal]] = defaultdict(list)
    moves: dict[str, list[Proposal]] = defaultdict(list)
    for one in proposals:
        if one.kind in _WORDS:
            words[one.label].append(one)
        elif one.kind is Deed.MOVE:
            moves[one.label].append(one)
        elif one.kind in _WHOLE:
            for label in _about(round_, one):
                whole[label].append(one)
    for some in words.values():
        yield from _overlaps(sorted(some, key=order))
    for some in moves.values():
        yield from pairwise(some)
    for label, deeds in whole.items():
        yield from _with_whole(deeds, words.get(label, ()), moves.get(label, ()))
    for one in proposals:
        yield from ((one, other) for other in _new_inside(round_, one, whole))


def _overlaps(edits: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Each stretch with an earlier one that it overlaps; words put in at an edge overlap nothing."""
    last: Proposal | None = None
    end = 0
    for one in edits:
        if last is not None and one.start < end:
            yield last, one
        if last is None or _end(one) > end or one.start >= end:
            last, end = one, _end(one)


def _with_whole(
    deeds: Sequence[Proposal], words: Sequence[Proposal], moves: Sequence[Proposal]
) -> Iterator[tuple[Proposal, Proposal]]:
    """What is done to a paragraph as a whole, with all else in it; deletions stand together, a move with a rewrite."""
    others = [one for one in deeds if one.kind is not Deed.DELETE]
    yield from pairwise(others)
    for one in deeds:
        if others and one.kind is Deed.DELETE:
            yield one, others[0]
        yield from ((one, edit) for edit in words)
        if one.kind in (Deed.DELETE, Deed.MERGE):
            yield from ((one, move) for move in moves)


def _new_inside(round_: Round, one: Proposal, whole: dict[str, list[Proposal]]) -> Iterator[Proposal]:
    """The deletions of a list in which a new paragraph would stand."""
    if one.kind is not Deed.NEW or one.form is None or not one.after:
        return
    for deed in whole.get(one.after, ()):
        if deed.kind is Deed.DELETE and one.form.level > round_.paragraphs[deed.label].level:
            yield deed


def _conflict(round_: Round, group: _Group) -> Conflict:
    touched = {label for one in group for label in _about(round_, one)}
    labels = tuple(sorted(touched, key=lambda label: round_.places[label]))
    ids = tuple(sorted(one.id for one in group))
    start = end = 0
    if all(one.kind in _WORDS for one in group):
        start, end = min(one.start for one in group), max(map(_end, group))
        found = inline_of(units(round_.inline(labels[0]))[start:end])
    else:
        if all(one.kind is Deed.MOVE for one in group):
            start = end = -1
        found = _joined([round_.inline(label) for label in labels])
    retain = sorted(
        {name for one in round_.positions if one.stand is Stand.RETAIN and one.on in touched for name in one.by}
    )
    base = Alternative(None, found, tuple(retain))
    made: dict[tuple[object, ...], list[tuple[str, _Group]]] = defaultdict(list)
    for name in sorted({name for one in group for name in one.by}):
        for own in _of_one(round_, name, group):
            made[_said(round_, own, labels, start, end)].append((name, own))
    readings = []
    for (put, does, *_), held in made.items():
        assert isinstance(put, Inline) and isinstance(does, Deed)
        names = tuple(sorted({name for name, _ in held}))
        readings.append(Alternative(does, put, names, tuple(sorted({one.id for _, own in held for one in own}))))
    readings.sort(key=lambda one: (one.put.text, one.put.markup, one.does or "", one.proposals))
    return Conflict(labels, start, end, found, ids, (base, *readings))


def _of_one(round_: Round, name: str, group: _Group) -> Iterator[_Group]:
    """What one owner wants of a conflict: all of its own, or one of those that collide among themselves at a time."""
    own = tuple(one for one in group if name in one.by)
    against = [one for some in _collisions(round_, own) for one in some]
    alone = tuple(one for one in own if one not in against)
    yield from [(*alone, one) for one in against] or [alone]


def _said(round_: Round, own: _Group, labels: Sequence[str], start: int, end: int) -> tuple[object, ...]:
    """The words of a reading, what it does, and where it differs in more than words, what tells it apart."""
    whole = [one for one in own if one.kind not in _WORDS]
    does = min((one.kind for one in whole), key=list(Deed).index) if whole else Deed.WORDS
    if not whole:
        text = units(round_.inline(labels[0]))
        made, at = [], start
        for one in sorted(own, key=order):
            made += [*text[at : one.start], *units(one.put)]
            at = _end(one)
        stretch = (*made, *text[at:end]) if start >= 0 and (start or end) else None
        if stretch is not None:
            return inline_of(stretch), does
    result = applied(round_, own)
    shown = {*labels} - {TITLE}
    ids = {one.id for one in own}
    parts = [one.inline for one in result if one.origin in shown or one.id in ids]
    apart = sorted(one.id for one in whole if one.kind in (Deed.MOVE, Deed.NEW))
    return _joined(parts), does, *apart


def _joined(parts: Sequence[Inline]) -> Inline:
    whole = Inline()
    for number, part in enumerate(parts):
        whole = whole + (Inline("\n") if number else Inline()) + part
    return whole
