"""Splits, and seen from the other side merges: one paragraph whose words went into several neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from drafter.align.likeness import Compared
from drafter.model.resolution import Kind

SHORTEST = 3
"""Fewest words in the same order that make a portion."""


def portions(
    wholes: Sequence[Compared],
    parts: Sequence[Compared],
    to_part: Mapping[int, int],
    free: Container[int],
    share: float,
) -> dict[int, list[int]]:
    """Wholes by index with the indices of the adjacent parts they went into, two at least.

    The part that a whole is paired with is its first portion; `free` ones beside it join as long as `share` of
    their words are the whole's, in its order, and not the other portions'.
    """
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
                and _belongs(wholes[whole], [parts[n] for n in group], parts[place], share, first=step < 0)
            ):
                group = [*group, place] if step > 0 else [place, *group]
                used.add(place)
                place += step
        if len(group) > 1:
            found[whole] = group
    return found


def _belongs(whole: Compared, others: Sequence[Compared], part: Compared, share: float, *, first: bool) -> bool:
    """Whether `share` of the words of `part`, put before (`first`) or after the others, come from the whole."""
    if part.paragraph.kind is Kind.HEADING or len(part.words) < SHORTEST:
        return False
    spare = Counter(whole.words)
    for other in others:
        spare -= Counter(other.words)
    if sum((spare & Counter(part.words)).values()) < share * len(part.words):
        return False
    have = [word for other in others for word in other.words]
    both = [*part.words, *have] if first else [*have, *part.words]
    gain = LCSseq.similarity(whole.words, both) - LCSseq.similarity(whole.words, have)
    return gain >= max(SHORTEST, share * len(part.words))
