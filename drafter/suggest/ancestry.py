"""An adopted text among the earlier texts of its item: where each of its paragraphs stood, and what was dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from drafter.align.lineage import Lineages
from drafter.align.pairs import align
from drafter.model import numbering
from drafter.model.resolution import Resolution

SAME = 80
"""From this likeness on (rapidfuzz's token set ratio, of 100) a dropped paragraph is still there in other words."""

_KEPT, _PAIRS = 5_000, 50_000


class Row(NamedTuple):
    """A paragraph of an earlier text, and its place in the anchor; None if the anchor no longer has it."""

    text: Resolution
    place: int
    now: int | None


class Ancestry:
    """The texts `earlier` than `anchor`, oldest first. Paragraphs are named by their places.

    With `own_counts` the anchor is itself the newest of the earlier texts, as it is for a draft with that base.
    """

    def __init__(self, earlier: Sequence[Resolution], anchor: Resolution, *, own_counts: bool = False) -> None:
        self._earlier = tuple(earlier)
        self._anchor = anchor
        self._own_counts = own_counts
        self._lineages = Lineages((*earlier, anchor))
        self.years = lru_cache(_KEPT)(self._years)
        self.same = lru_cache(_KEPT)(self._same)
        self.is_same = lru_cache(_PAIRS)(_is_same)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The anchor's places by their labels."""
        return {label: place for place, label in enumerate(numbering.labels(self._anchor.paragraphs))}

    def _years(self, place: int) -> tuple[tuple[Resolution, tuple[int, ...]], ...]:
        """The earlier texts that have the anchor's paragraph, newest first, each with its places there."""
        years = self._lineages.of(place)[1:]
        older = tuple((self._earlier[year.text], year.indices) for year in years if year.indices)
        return ((self._anchor, (place,)), *older) if self._own_counts else older

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The paragraphs of the earlier texts, the newest text first, in the order of the anchor."""
        own = [Row(self._anchor, place, place) for place in self.places.values()] if self._own_counts else []
        aligned = ((text, align(text.paragraphs, self._anchor.paragraphs).pairs) for text in reversed(self._earlier))
        older = (Row(text, pair.old, pair.new) for text, pairs in aligned for pair in pairs if pair.old is not None)
        return (*own, *older)

    @cached_property
    def _dropped(self) -> tuple[str, ...]:
        """The texts of all paragraphs that the anchor no longer has."""
        return tuple(dict.fromkeys(row.text.paragraphs[row.place].text for row in self.rows if row.now is None))

    def _same(self, text: str) -> frozenset[str]:
        """The dropped paragraphs that say what `text` says."""
        found = process.extract(text, self._dropped, scorer=fuzz.token_set_ratio, score_cutoff=SAME, limit=None)
        return frozenset(dropped for dropped, _, _ in found)


def _is_same(text: str, other: str) -> bool:
    """Whether two paragraphs say the same."""
    return fuzz.token_set_ratio(text, other, score_cutoff=SAME) > 0
