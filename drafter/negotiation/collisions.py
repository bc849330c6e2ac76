"""Which proposals collide: those of one group are connected by overlaps; nobody comes first.

Stretches of one paragraph that overlap, any change of a paragraph that another deletes, replaces, splits or merges, and
different moves of one paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.align.units import units
from drafter.model.proposal import Deed, Proposal
from drafter.negotiation.apply import order
from drafter.negotiation.slots import block
from drafter.negotiation.values import Round

STRETCHES = (Deed.WORDS, Deed.TITLE)
"""The deeds on a stretch of words; all others are on whole paragraphs."""

_WHOLE = (Deed.REPLACE, Deed.DELETE, Deed.SPLIT, Deed.MERGE)
Group = tuple[Proposal, ...]


def touched(round_: Round, one: Proposal) -> frozenset[str]:
    """The labels of the paragraphs that a proposal touches; of a new one also that of the paragraph before it."""
    if one.kind is Deed.DELETE:
        return frozenset(block(round_, one.label))
    return frozenset(label for label in (one.label, one.second, one.after if one.kind is Deed.NEW else "") if label)


def end_of(one: Proposal) -> int:
    return one.start + len(units(one.found))


def collisions(round_: Round, proposals: Sequence[Proposal]) -> tuple[Group, ...]:
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
        if one.kind in STRETCHES:
            words[one.label].append(one)
        elif one.kind is Deed.MOVE:
            moves[one.label].append(one)
        elif one.kind in _WHOLE:
            for label in touched(round_, one):
                whole[label].append(one)
    for some in words.values():
        yield from _overlaps(sorted(some, key=order))
    for some in moves.values():
        yield from pairwise(some)
    for label, deeds in whole.items():
        yield from _with_whole(deeds, words.get(label, ()), moves.get(label, ()))
    for one in proposals:
        yield from ((one, other) for other in _inside(round_, one, whole))


def _overlaps(edits: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Each stretch with an earlier one that it overlaps; words put in at an edge overlap nothing."""
    last: Proposal | None = None
    end = 0
    for one in edits:
        if last is not None and one.start < end:
            yield last, one
        if last is None or end_of(one) > end or one.start >= end:
            last, end = one, end_of(one)


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


def _inside(round_: Round, one: Proposal, whole: dict[str, list[Proposal]]) -> Iterator[Proposal]:
    """The deletions of a list in which a new or moved paragraph would stand."""
    if one.kind not in (Deed.NEW, Deed.MOVE) or not one.after:
        return
    level = one.form.level if one.form is not None else round_.paragraphs[one.label].level
    for deed in whole.get(one.after, ()):
        if deed.kind is Deed.DELETE and level > round_.paragraphs[deed.label].level:
            yield deed
