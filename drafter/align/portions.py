"""Splits, and seen from the other side merges: one paragraph whose words went into several neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from difflib import SequenceMatcher

from rapidfuzz.distance import LCSseq

from drafter.align.likeness import Compared, Weights
from drafter.model.resolution import Kind

SHORTEST = 3
"""Fewest words in the same order that make a portion."""
WHOLLY = 0.8
"""The share of its words from which an unpaired paragraph is taken for a portion at once."""
MOSTLY = 0.7
"""The same when nothing else has been found for it, with the share that it has of what no other portion says."""
HALF = 0.5
"""The share of its words in the whole's order that is enough too."""
LEAST = 0.2
"""The least share of its words for that."""
OPENING = 0.5
"""What counts instead of `MOSTLY` where the whole opens as the portion does."""
ON_END = 7
"""Words on end that whole and portion must then share."""


def portions(
    wholes: Sequence[Compared],
    parts: Sequence[Compared],
    to_part: Mapping[int, int],
    free: Container[int],
    weights: Weights,
    *,
    certain: bool,
) -> dict[int, list[int]]:
    """Wholes by index with the indices of the adjacent parts they went into, two at least.

    The part that a whole is paired with is its first portion; `free` ones beside it join as long as they are portions
    too, `certain` ones or likely.
    """
    belongs = _wholly if certain else _mostly
    found: dict[int, list[int]] = {}
    used: set[int] = set()
    for whole, part in sorted(to_part.items()):
        if wholes[whole].paragraph.kind is Kind.HEADING or wholes[whole].same(parts[part]):
            continue
        group = [part]
        for step in (1, -1):
            place = part + step
            while (
                place in free
                and place not in used
                and _can_be(wholes[whole], parts[place], weights)
                and belongs(wholes[whole], [parts[n] for n in group], parts[place], weights, first=step < 0)
            ):
                group = [*group, place] if step > 0 else [place, *group]
                used.add(place)
                place += step
        if len(group) > 1:
            found[whole] = group
    return found


def _can_be(whole: Compared, part: Compared, weights: Weights) -> bool:
    """Whether the part has words enough, and enough of them in common with the whole, to be looked at."""
    if part.paragraph.kind is Kind.HEADING or len(part.words) < SHORTEST:
        return False
    return weights.total(whole.bag & part.bag) >= LEAST / 2 * part.weight


def _wholly(whole: Compared, others: Sequence[Compared], part: Compared, weights: Weights, *, first: bool) -> bool:
    """Whether hardly a word of `part`, put before (`first`) or after the others, is not the whole's, in its order."""
    if part.paragraph.kind is not whole.paragraph.kind:
        return False
    said, _ = _shares(whole, others, part, weights)
    return said >= WHOLLY and _in_order(whole, others, part, first=first) >= WHOLLY


def _mostly(whole: Compared, others: Sequence[Compared], part: Compared, weights: Weights, *, first: bool) -> bool:
    """Whether `part` says what the whole has beyond the others, and says some of it in the same words on end.

    Where it is put first and the whole begins with its words, less is enough; so it is where most of it is in order.
    """
    said, had = _shares(whole, others, part, weights)
    if said < LEAST or said + had < OPENING:
        return False
    if first and whole.words[:ON_END] == part.words[:ON_END]:
        return True
    if said >= HALF and _in_order(whole, others, part, first=first) >= HALF:
        return True
    run = SequenceMatcher(None, whole.words, part.words, autojunk=False).find_longest_match().size
    return said + had >= MOSTLY and run >= ON_END


def _in_order(whole: Compared, others: Sequence[Compared], part: Compared, *, first: bool) -> float:
    """The share of the part's words that the whole has in its order beyond the others; 0 where they are too few."""
    have = [word for other in others for word in other.words]
    both = [*part.words, *have] if first else [*have, *part.words]
    gain = LCSseq.similarity(whole.words, both) - LCSseq.similarity(whole.words, have)
    return gain / len(part.words) if gain >= SHORTEST else 0.0


def _shares(whole: Compared, others: Sequence[Compared], part: Compared, weights: Weights) -> tuple[float, float]:
    """How much of the part the whole says beyond the others, and how much of that the part says; 0 to 1 by weight."""
    spare = Counter(whole.words)
    for other in others:
        spare -= Counter(other.words)
    shared = weights.total((spare & Counter(part.words)).elements())
    own, rest = weights.total(part.words), weights.total(spare.elements())
    return (shared / own if own else 0.0), (shared / rest if rest else 0.0)
