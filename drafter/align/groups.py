"""Paragraphs that changed together, for those who show or write the change.

A split or a merge is shown as one text on either side: its paragraphs joined by paragraph marks. The word
changes of a split therefore hold an inserted "\\n" (a new paragraph mark) rather than whole paragraphs out and in:

>>> from drafter.align.words import word_changes
>>> old, new = "Welcomes the report, and invites States to act;", "Welcomes the report;\\nInvites States to act;"
>>> [(old[c.old_start:c.old_end], new[c.new_start:c.new_end]) for c in word_changes(old, new)]
[(', and invites', ';\\nInvites')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.align.tokens import PARAGRAPH_MARK
from drafter.align.words import word_changes
from drafter.model.change import Alignment, PairKind, WordChange
from drafter.model.resolution import Paragraph


@dataclass(frozen=True, slots=True)
class PairGroup:
    """Indices of the old and of the new paragraphs that belong together; one side is empty where added or deleted.

    `old` has several of a merge, `new` of a split, each adjacent and in order.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    kind: PairKind
    similarity: float


def pair_groups(alignment: Alignment) -> Iterator[PairGroup]:
    """The alignment's pairs with each split and each merge as one group, in the same order."""
    rows: dict[tuple[str, int], list[tuple[int | None, int | None]]] = {}
    order: list[tuple[tuple[str, int], PairKind, float]] = []
    for place, pair in enumerate(alignment.pairs):
        if pair.kind is PairKind.SPLIT and pair.old is not None:
            key = ("split", pair.old)
        elif pair.kind is PairKind.MERGED and pair.new is not None:
            key = ("merged", pair.new)
        else:
            key = ("", place)
        if key not in rows:
            order.append((key, pair.kind, pair.similarity))
        rows.setdefault(key, []).append((pair.old, pair.new))
    for key, kind, similarity in order:
        old = sorted({old for old, _ in rows[key] if old is not None})
        new = sorted({new for _, new in rows[key] if new is not None})
        yield PairGroup(tuple(old), tuple(new), kind, similarity)


def joined(paragraphs: Sequence[Paragraph], indices: Sequence[int]) -> str:
    """The texts of these paragraphs with a paragraph mark (one line feed) between them."""
    return PARAGRAPH_MARK.join(paragraphs[index].text for index in indices)


def group_changes(
    old: Sequence[Paragraph], new: Sequence[Paragraph], group: PairGroup, *, typography: bool = False
) -> tuple[WordChange, ...]:
    """Word changes in characters of `joined(old, group.old)` and `joined(new, group.new)`."""
    return word_changes(joined(old, group.old), joined(new, group.new), typography=typography)
