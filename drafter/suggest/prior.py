"""Language on the same matter, agreed elsewhere or once here: a phrase to put in, or a whole paragraph to add."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import islice

from rapidfuzz import fuzz

from drafter.library.index import Hit, Passage
from drafter.model.resolution import Paragraph
from drafter.model.suggestion import Suggestion
from drafter.suggest.placed import fits, placed
from drafter.suggest.setting import Setting

BEST = 14
"""How many passages are made into suggestions."""

FRESH = 365
"""Days in which language loses two thirds of its freshness."""

WEIGHED = 150
"""How many of the worthiest passages are weighed against one another."""

_FEWEST_NEW = 3
_SHORT = 20


def prior(setting: Setting, place: int) -> Iterator[Suggestion]:
    """The passages that bring most of what is likely to be wanted, no two bringing the same."""
    for rank, candidate in enumerate(islice(_chosen(_candidates(setting, place)), BEST)):
        suggestion = placed(setting, place, candidate.passage, 1 / (1 + rank / 4))
        if suggestion:
            yield suggestion


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A passage, how likely it is to be wanted, and its six-word runs that are new to the text in hand."""

    passage: Passage
    worth: float
    new: frozenset[int]


def _candidates(setting: Setting, place: int) -> list[_Candidate]:
    found = []
    paragraph = setting.paragraphs[place]
    for hit in setting.hits(place):
        new = setting.new_runs(hit.passage)
        if len(new) >= _FEWEST_NEW and fits(paragraph, hit.passage):
            found.append(_Candidate(hit.passage, _worth(setting, paragraph, hit), new))
    found.sort(key=lambda candidate: (-candidate.worth, candidate.passage.symbol, candidate.passage.place))
    return found[:WEIGHED]


def _worth(setting: Setting, paragraph: Paragraph, hit: Hit) -> float:
    """Likeness counts most, then how new the passage is, then how near its resolution is to the one in hand."""
    passage = hit.passage
    age = (setting.today - passage.adopted).days if passage.adopted else math.inf
    fresh = 0.3 + math.exp(-age / FRESH)
    near = 1.0 if passage.symbol in setting.own else 0.1 + setting.related.get(passage.symbol, 0.0)
    like = fuzz.token_set_ratio(paragraph.text, passage.text) / 100
    return float(hit.score * like**2 * fresh * near**0.6)


def _chosen(candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """One after the other the passage that adds most, a run of words weighing by the passages that have it.

    What a passage adds never grows as others are chosen: so only the one on top is looked at again.
    """
    weight: defaultdict[int, float] = defaultdict(float)
    for candidate in candidates:
        for run in candidate.new:
            weight[run] += candidate.worth
    said: set[int] = set()

    def adds(candidate: _Candidate) -> float:
        return sum(weight[run] for run in candidate.new - said) / (len(candidate.new) + _SHORT)

    queue = [(-adds(candidate), place) for place, candidate in enumerate(candidates)]
    heapify(queue)
    while queue:
        _, place = heappop(queue)
        now = adds(candidates[place])
        if queue and now < -queue[0][0]:
            heappush(queue, (-now, place))
        elif now > 0:
            said |= candidates[place].new
            yield candidates[place]
