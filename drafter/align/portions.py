"""Splits, and seen from the other side merges: one paragraph whose words went into several neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from drafter.align.likeness import Text
from drafter.model.resolution import Kind

FROM_WHOLE = 0.6
"""The share of a portion's words that the whole must have, in order, beyond what the other portions have."""
SHORTEST = 3
"""Words in order below which nothing is taken for a portion."""


def portions(
    wholes: Sequence[Text],
    parts: Sequence[Text],
    to_part: Mapping[int, int],
    to_whole: Mapping[int, int],
    taken: Container[int] = frozenset(),
) -> dict[int, list[int]]:
    """Wholes by index with the indices of the adjacent parts they went into, two at least.

    A part that is paired already is the first portion; free ones beside it join it as long as each brings words
    of the whole that the others do not have. `taken` holds parts that are wholes themselves.
    """
    found: dict[int, list[int]] = {}
    used: set[int] = set()
    for whole, part in sorted(to_part.items()):
        if part in taken or wholes[whole].paragraph.kind is Kind.HEADING or wholes[whole].key == parts[part].key:
            continue
        group = [part]
        for step in (1, -1):
            place = part + step
            while (
                0 <= place < len(parts)
                and place not in to_whole
                and place not in used
                and _belongs(wholes[whole], [parts[n] for n in group], parts[place], first=step < 0)
            ):
                group = [*group, place] if step > 0 else [place, *group]
                used.add(place)
                place += step
        if len(group) > 1:
            found[whole] = group
    return found


def _belongs(whole: Text, others: Sequence[Text], part: Text, *, first: bool) -> bool:
    """Whether `part`, put before (`first`) or after the others, brings enough words of the whole, in its order."""
    if part.paragraph.kind is Kind.HEADING or len(part.words) < SHORTEST:
        return False
    spare = Counter(whole.words)
    for other in others:
        spare -= Counter(other.words)
    if sum((spare & Counter(part.words)).values()) < FROM_WHOLE * len(part.words) * 0.8:
        return False
    have = [word for other in others for word in other.words]
    both = [*part.words, *have] if first else [*have, *part.words]
    gain = LCSseq.similarity(whole.words, both) - LCSseq.similarity(whole.words, have)
    return gain >= max(SHORTEST, FROM_WHOLE * len(part.words))
