"""What changed between two texts: pairs of paragraphs, and words within a pair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PairKind(StrEnum):
    SAME = "same"
    EDITED = "edited"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the old text (its index, None where added) and one of the new (None where deleted).

    A split or a merge is several pairs that share a side. `similarity` runs from 0 to 1.
    """

    old: int | None
    new: int | None
    kind: PairKind
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Each paragraph of either side stands in at least one pair; pairs follow the new order, with deleted
    paragraphs where they stood. `changed_words` counts words in and out, `words` those of the longer side."""

    pairs: tuple[Pair, ...]
    changed_words: int
    words: int


@dataclass(frozen=True, slots=True)
class WordChange:
    """Characters `old_start`..`old_end` of the old text became `new_start`..`new_end` of the new; one of the
    two may be empty. What lies between changes is equal, character for character, typography aside."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
