"""Language on the same matter, agreed elsewhere or earlier in this item: a phrase to put in, or a paragraph to add."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import islice

from rapidfuzz import fuzz

from drafter.library.terms import plain_words
from drafter.library.values import Hit, Passage
from drafter.model.resolution import Paragraph
from drafter.model.suggestion import Suggestion
from drafter.suggest.from_passage import fits, from_passage
from drafter.suggest.setting import Setting

BEST = 50
"""How many passages are made into suggestions, if so many are asked for."""

LIKE = 55
"""From this likeness on (rapidfuzz's token set ratio, of 100) a passage is on the same matter."""

FRESH = 500
"""Days in which language loses two thirds of its freshness."""

NEWER = 2.0
"""The factor for language adopted since the present text, which its drafters cannot have considered."""

WEIGHED = 150
"""How many of the best passages are compared with one another."""

FOLLOWED, FOLLOWED_LIKE = 10, 70
"""For how many passages the next paragraph is looked at, and how like this paragraph they must be (of 100)."""

FOLLOWING = 0.3
"""The worth of a passage that follows one like this paragraph, relative to that one."""

_FEWEST_NEW = 3
_SHORT = 40


def prior(setting: Setting, place: int) -> Iterator[Suggestion]:
    """The passages that add most of what is likely to be wanted, no two adding the same."""
    for rank, candidate in enumerate(islice(_chosen(_candidates(setting, place)), BEST)):
        suggestion = from_passage(setting, place, candidate.passage, 1 / (1 + rank / 4), follows=candidate.follows)
        if suggestion:
            yield suggestion


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A passage, how likely it is to be wanted, and its six-word runs that the present text does not have.

    One that `follows` was not found by its own words: it comes after a passage like the paragraph.
    """

    passage: Passage
    worth: float
    new: frozenset[int]
    follows: bool = False


def _candidates(setting: Setting, place: int) -> list[_Candidate]:
    paragraph = setting.paragraphs[place]
    weighed = ((hit.passage, _worth(setting, paragraph, hit)) for hit in setting.hits(place))
    worths = {passage: worth for passage, worth in weighed if worth}
    alike = (_Candidate(passage, worth, setting.new_runs(passage)) for passage, worth in worths.items())
    found = [
        candidate
        for candidate in (*alike, *_following(setting, paragraph, worths))
        if len(candidate.new) >= _FEWEST_NEW and fits(setting, place, candidate.passage)
    ]
    found.sort(key=lambda candidate: (-candidate.worth, candidate.passage.symbol, candidate.passage.place))
    return found[:WEIGHED]


def _worth(setting: Setting, paragraph: Paragraph, hit: Hit) -> float:
    """Likeness counts most, then how new the passage is, then how close its resolution is to the present text.

    0 for a passage on another matter.
    """
    passage = hit.passage
    age = (setting.candidates.today - passage.adopted).days if passage.adopted else math.inf
    fresh = 0.3 + math.exp(-age / FRESH)
    if passage.adopted and setting.adopted and passage.adopted > setting.adopted:
        fresh *= NEWER
    near = 1.0 if passage.symbol in setting.candidates.own else 0.05 + setting.related.get(passage.symbol, 0.0)
    like = fuzz.token_set_ratio(paragraph.text, passage.text, score_cutoff=LIKE) / 100
    return float(hit.score * like**3 * fresh * near**0.6)


def _following(setting: Setting, paragraph: Paragraph, worths: Mapping[Passage, float]) -> Iterator[_Candidate]:
    """The paragraphs after the best passages like this one, where at least half of their words are new here."""
    like = (
        passage
        for passage in sorted(worths, key=lambda passage: -worths[passage])
        if fuzz.token_set_ratio(paragraph.text, passage.text, score_cutoff=FOLLOWED_LIKE)
    )
    seen = set(worths)
    for passage in islice(like, FOLLOWED):
        following = setting.candidates.passages(passage.symbol).get(passage.place + 1)
        if following is None or following in seen or following.kind is not paragraph.kind:
            continue
        seen.add(following)
        new = setting.new_runs(following)
        if len(new) >= len(plain_words(following.text)) // 2:
            yield _Candidate(following, worths[passage] * FOLLOWING, new, follows=True)


def _chosen(candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """In turn the passage that adds most, each run of words weighted by the passages that have it.

    What a passage adds never grows as others are chosen, so only the top one is looked at again.
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
