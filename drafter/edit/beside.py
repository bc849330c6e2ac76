"""A draft beside its base, row by row: which paragraph came from which, and the words that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.align.groups import joined, pair_groups
from drafter.align.pairs import align
from drafter.align.words import word_changes
from drafter.model.change import PairKind, WordChange
from drafter.model.draft import Draft, printed
from drafter.model.numbering import labels
from drafter.model.resolution import Resolution


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One paragraph of either side, or those of a split or merge.

    `was` and `now` are the labels, `places` those of the draft as printed; `old` and `new` the texts, a line feed
    between paragraphs; `changes` counts in characters of these. One side is empty where it was added or deleted.
    """

    kind: PairKind
    was: tuple[str, ...]
    now: tuple[str, ...]
    places: tuple[int, ...]
    old: str
    new: str
    changes: tuple[WordChange, ...]


def beside(draft: Draft, base: Resolution) -> Iterator[BesideRow]:
    """The rows in the draft's order, each dropped paragraph where it stood."""
    old, new = base.paragraphs, printed(draft).paragraphs
    before, after = labels(old), labels(new)
    for group in pair_groups(align(old, new, known=known_pairs(draft, base))):
        was, now = joined(old, group.old), joined(new, group.new)
        yield BesideRow(
            group.kind,
            tuple(before[i] for i in group.old),
            tuple(after[j] for j in group.new),
            group.new,
            was,
            now,
            word_changes(was, now),
        )


def known_pairs(draft: Draft, base: Resolution) -> tuple[tuple[int, int], ...]:
    """(place in the base, place in the draft as printed) of each paragraph whose origin the base has."""
    place = {label: index for index, label in enumerate(labels(base.paragraphs))}
    return tuple(
        (place[one.origin], index)
        for index, one in enumerate(draft.standing)
        if one.origin is not None and one.origin in place
    )
