"""Language on the same matter, agreed elsewhere: a phrase to put in, or a whole paragraph to add."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz

from drafter.align.words import word_changes
from drafter.library.index import Hit, Passage
from drafter.model.draft import Source
from drafter.model.resolution import Paragraph
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.suggest.setting import Setting
from drafter.suggest.wording import Piece, new_paragraph, quoted, reworded, turned

BEST = 12
"""How many passages are made into suggestions."""

LIKE = 60
"""From this likeness (rapidfuzz's ratio, of 100) a passage words the same paragraph otherwise: its words are put in."""

FRESH = 365
"""Days in which language loses two thirds of its freshness."""

NEW_THERE = 1.3
"""What counts for a paragraph that was itself added by the text it stands in."""

_FEWEST_NEW = 3
_SHORT = 20


def prior(setting: Setting, place: int) -> Iterator[Suggestion]:
    """The passages that bring most of what is likely to be wanted, no two bringing the same."""
    paragraph = setting.paragraphs[place]
    for rank, candidate in enumerate(islice(_chosen(_candidates(setting, place)), BEST)):
        suggestion = _made(paragraph, setting.labels[place], candidate, 1 / (1 + rank / 4))
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
        if len(new) >= _FEWEST_NEW and (_is_like(paragraph, hit.passage) or _as_following(paragraph, hit.passage)):
            found.append(_Candidate(hit.passage, _worth(setting, hit), new))
    return sorted(found, key=lambda candidate: (-candidate.worth, candidate.passage.symbol, candidate.passage.place))


def _worth(setting: Setting, hit: Hit) -> float:
    """Likeness counts most, then how new the passage is, then how near its resolution is to the one in hand."""
    age = (setting.today - hit.passage.adopted).days if hit.passage.adopted else math.inf
    fresh = 0.3 + math.exp(-age / FRESH)
    added = NEW_THERE if (hit.passage.symbol, hit.passage.label) in setting.added_elsewhere else 1.0
    near = (0.1 + setting.related.get(hit.passage.symbol, 0.0)) ** 0.3
    return float(hit.score * fresh * added * near)


def _chosen(candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """One after the other the passage that adds most, by how many others say the same."""
    weight: defaultdict[int, float] = defaultdict(float)
    for candidate in candidates:
        for run in candidate.new:
            weight[run] += candidate.worth
    left = list(candidates)
    said: set[int] = set()

    def adds(candidate: _Candidate) -> float:
        return sum(weight[run] for run in candidate.new - said) / math.pow(len(candidate.new) + _SHORT, 0.3)

    while left:
        best = max(left, key=adds)
        if adds(best) == 0:
            return
        left.remove(best)
        said |= best.new
        yield best


def _made(paragraph: Paragraph, label: str, candidate: _Candidate, score: float) -> Suggestion | None:
    passage = candidate.passage
    source = (passage.symbol, passage.label, passage.adopted.isoformat() if passage.adopted else "")
    if _is_like(paragraph, passage):
        changes = [change for change in word_changes(paragraph.text, passage.text) if change.new_end > change.new_start]
        if not changes:
            return None
        pieces = [
            Piece(change.old_start, change.old_end, passage.text[change.new_start : change.new_end])
            for change in changes
        ]
        inline = reworded(paragraph, pieces)
        if inline is None:
            return None
        first, last = changes[0], changes[-1]
        quote = quoted(passage.text, first.new_start, last.new_end)
        return Suggestion(
            SuggestionKind.PRIOR,
            inline,
            f"the same matter, worded so in {_year(passage)}",
            (Source(*source, quote),),
            score=score,
        )
    following = _as_following(paragraph, passage)
    if following is None:
        return None
    return Suggestion(
        SuggestionKind.PRIOR,
        new_paragraph(following, paragraph.kind),
        f"on the same matter, in {_year(passage)}",
        (Source(*source, quoted(passage.text)),),
        after=label,
        score=score,
    )


def _is_like(paragraph: Paragraph, passage: Passage) -> bool:
    """Whether the passage words the same paragraph otherwise."""
    return fuzz.ratio(paragraph.text, passage.text, score_cutoff=LIKE) > 0


def _as_following(paragraph: Paragraph, passage: Passage) -> str | None:
    """The passage as it would read after the paragraph; None where it would be of another rank."""
    if paragraph.level:
        return passage.text if passage.level > 0 and passage.kind is paragraph.kind else None
    return turned(passage.text, paragraph.kind)


def _year(passage: Passage) -> str:
    organ = f" of the {passage.organ}" if not passage.symbol.startswith("A/RES") else ""
    return f"a resolution{organ} of {passage.adopted.year}" if passage.adopted else f"a resolution{organ}"
