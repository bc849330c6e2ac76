"""Paragraphs that several other items added lately, and where in a text they would follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from drafter.library.terms import plain_words
from drafter.library.values import YearlyAddition
from drafter.model.resolution import Kind, Paragraph

ADDED_LIKE = 85
"""From this likeness on (of 100) two added paragraphs are the same one, or a text has such a paragraph already."""

FOLLOWS_LIKE = 75
"""From this likeness on (of 100) a paragraph is one that they follow elsewhere."""

_KEPT = 5000

Group = tuple[YearlyAddition, ...]


class AddedElsewhere:
    """Groups of similar paragraphs that at least `items` items added, one item left out."""

    def __init__(self, additions: Iterable[YearlyAddition], without: str, items: int) -> None:
        grouped = _grouped(one for one in additions if one.series != without and not one.level)
        self._groups = [tuple(group) for group in grouped if len({one.series for one in group}) >= items]
        self._newest = [group[-1].text for group in self._groups]
        self._has = lru_cache(_KEPT)(self._those_in)
        self._follows = lru_cache(_KEPT)(self._following)

    def placed(self, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Group]]:
        """Each group that a text lacks, with the place of the paragraph most like one that the group follows
        elsewhere."""
        there = frozenset[int]().union(*(self._has(paragraph.text) for paragraph in paragraphs))
        best: dict[int, tuple[float, int, int]] = {}
        for place, paragraph in enumerate(paragraphs):
            for number, like, nth in self._follows(paragraph.text, paragraph.kind, paragraph.level):
                found = (like, -nth, -place)
                if number not in there and (number not in best or found > best[number]):
                    best[number] = found
        for number, (_, _, place) in sorted(best.items()):
            yield -place, self._groups[number]

    def _those_in(self, text: str) -> frozenset[int]:
        """The groups to which a paragraph with that text belongs."""
        found = process.extract(text, self._newest, scorer=fuzz.token_set_ratio, score_cutoff=ADDED_LIKE, limit=None)
        return frozenset(number for _, _, number in found)

    def _following(self, text: str, kind: Kind, level: int) -> tuple[tuple[int, float, int], ...]:
        """The groups of which one follows such a paragraph: group, likeness, and which of the group."""
        best: list[tuple[int, float, int]] = []
        for number, group in enumerate(self._groups):
            nths = [nth for nth, one in enumerate(group) if one.kind is kind and one.level == level]
            likes = ((fuzz.token_set_ratio(text, group[nth].follows, score_cutoff=FOLLOWS_LIKE), -nth) for nth in nths)
            like, nth = max(likes, default=(0.0, 0))
            if like:
                best.append((number, like, -nth))
        return tuple(best)


def _grouped(additions: Iterable[YearlyAddition]) -> list[list[YearlyAddition]]:
    groups: list[list[YearlyAddition]] = []
    by_opening: dict[tuple[str, ...], list[list[YearlyAddition]]] = {}
    for addition in additions:
        near = by_opening.setdefault(plain_words(addition.text)[:4], [])
        group = next(
            (one for one in near if fuzz.ratio(one[-1].text, addition.text, score_cutoff=ADDED_LIKE) > 0), None
        )
        if group is None:
            group = []
            near.append(group)
            groups.append(group)
        group.append(addition)
    return groups
