"""What was rewritten on its matter: it says little in the same words, but that little as no other paragraph does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.align.likeness import Compared, Weights
from drafter.align.phrases import in_common
from drafter.model.resolution import Kind

ALONE = 0.22
"""Likeness, their own phrases counted, from which two paragraphs alone between two pairs are one; in the same part."""
CROWDED = 0.015
"""What is asked for more where others stand beside them, for each two that could be a pair there."""
REWRITTEN = 0.43
"""The same for two paragraphs of one part that stand near each other."""
REWRITTEN_ELSEWHERE = 0.6
"""The same wherever they stand."""
NEAR = 6
"""Gaps between pairs in order that two paragraphs are apart at most to be near."""
PHRASES = 3.0
"""What the share of their own phrases counts against that of their words."""


def rewritten(
    old: Sequence[Compared],
    new: Sequence[Compared],
    free: tuple[Sequence[int], Sequence[int]],
    gaps: tuple[Sequence[int], Sequence[int]],
    weights: Weights,
) -> Iterator[tuple[float, int, int]]:
    """Pairs of free paragraphs by index with what speaks for them, from 1; `gaps` are as between pairs in order."""
    old_gap, new_gap = gaps
    beside = Counter(old_gap[i] for i in free[0]), Counter(new_gap[j] for j in free[1])
    for i, j, phrases in in_common(old, new, *free, weights):
        one, other, gap = old[i], new[j], old_gap[i]
        if (one.paragraph.kind is Kind.HEADING) != (other.paragraph.kind is Kind.HEADING):
            continue
        bar = REWRITTEN_ELSEWHERE
        if one.paragraph.kind is other.paragraph.kind and abs(gap - new_gap[j]) <= NEAR:
            crowd = beside[0][gap] * beside[1][gap]
            bar = min(ALONE + CROWDED * crowd, REWRITTEN) if gap == new_gap[j] else REWRITTEN
        worth = (weights.likeness(one, other) + PHRASES * phrases) / bar
        if worth >= 1:
            yield worth, i, j
