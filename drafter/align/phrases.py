"""What two paragraphs say in the same words and hardly any other paragraph does.

A paragraph rewritten on its matter keeps few of its words, but keeps them together: "separated families", "landlocked
developing countries' trade costs". Two neighbouring words are a phrase here; one that only these two paragraphs have
counts in full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from drafter.align.likeness import Compared, Weights

Phrase = tuple[int, int]

MOST = 12
"""Paragraphs from which a phrase tells nothing."""


def _phrases(text: Compared) -> set[Phrase]:
    return set(pairwise(text.words))


def in_common(
    old: Sequence[Compared],
    new: Sequence[Compared],
    free_old: Iterable[int],
    free_new: Iterable[int],
    weights: Weights,
) -> Iterator[tuple[int, int, float]]:
    """Each two free paragraphs, by index, that share phrases, and the share of their weight that these make, 0 to 1."""
    befores, afters = (
        {place: _phrases(side[place]) for place in free} for side, free in ((old, free_old), (new, free_new))
    )
    both = set().union(*befores.values()).intersection(set().union(*afters.values()))
    having = Counter(chain.from_iterable(_phrases(text) & both for text in (*old, *new)))
    holding: dict[Phrase, list[int]] = defaultdict(list)
    for i, phrases in befores.items():
        for phrase in phrases & both:
            if having[phrase] <= MOST:
                holding[phrase].append(i)
    totals = [{place: _total(phrases, weights) for place, phrases in side.items()} for side in (befores, afters)]
    for j, phrases in afters.items():
        shared: dict[int, float] = defaultdict(float)
        for phrase in phrases & holding.keys():
            worth = 2 * _weight(phrase, weights) / having[phrase]
            for i in holding[phrase]:
                shared[i] += worth
        for i, worth in shared.items():
            yield i, j, 2 * worth / (totals[0][i] + totals[1][j])


def _weight(phrase: Phrase, weights: Weights) -> float:
    return (weights[phrase[0]] + weights[phrase[1]]) / 2


def _total(phrases: Iterable[Phrase], weights: Weights) -> float:
    return sum(_weight(phrase, weights) for phrase in phrases)
