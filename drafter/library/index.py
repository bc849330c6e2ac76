"""What a search index answers, whichever engine stands behind it.

The library's files are the record; an index is derived from them and may be thrown away at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from drafter.model.draft import Source
from drafter.model.organ import Organ
from drafter.model.resolution import Kind


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph where it stands: `label` of `symbol`, which `organ` adopted on `adopted`.

    `place` counts the paragraphs of a resolution from 0; `series` is the same for each year's text of one item.
    """

    symbol: str
    label: str
    place: int
    text: str
    kind: Kind = Kind.OPERATIVE
    level: int = 0
    organ: Organ = Organ.GENERAL_ASSEMBLY
    adopted: date | None = None
    series: str = ""

    def source(self, quote: str) -> Source:
        """The place as the source of some of its words."""
        return Source(self.symbol, self.label, self.adopted.isoformat() if self.adopted else "", quote)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A resolution as an index takes it in; `fingerprint` tells whether the record has changed since."""

    symbol: str
    fingerprint: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Which passages count: adopted `since` a day and `before` another.

    `before` is strict: nothing adopted on that day or later. With either, nothing undated.
    """

    before: date | None = None
    since: date | None = None
    organs: frozenset[Organ] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    without_symbols: frozenset[str] = frozenset()
    without_series: frozenset[str] = frozenset()


ANYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; `score` orders the hits of one search and says nothing across searches."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, best first.

    `matched` passages hold the words, None where they were not counted; `complete` is False where a part of
    the index did not answer or only some of the text's terms were looked for (`sought` of `terms`).
    """

    hits: tuple[Hit, ...]
    matched: int | None
    sought: int
    terms: int
    answered: bool = True

    @property
    def complete(self) -> bool:
        return self.answered and self.sought == self.terms


@dataclass(frozen=True, slots=True)
class Stats:
    resolutions: int
    passages: int
    bytes_on_disk: int


class Index(Protocol):
    """Passages by their words. Symbols are whole ("A/RES/75/190"); sizes are in bytes."""

    def add(self, resolutions: Iterable[Indexed]) -> None:
        """Take resolutions in, each in place of an earlier one of its symbol; all of them or, on a failure, none."""

    def remove(self, symbols: Iterable[str]) -> None:
        """Forget resolutions; a symbol that is not there is no error."""

    def search(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> Found:
        """The passages most like `text`, wherever in the words it may be."""

    def resolutions(self, text: str, where: Where = ANYWHERE, limit: int = 60) -> Mapping[str, float]:
        """Symbol → likeness, at most 1, of its best among the `limit` likeliest passages; cheaper than a search."""

    def phrase(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> Found:
        """The passages in which the words of `text` stand one after the other, newest first."""

    def get(self, symbol: str) -> tuple[Passage, ...]:
        """The passages of one resolution in order; none where it is not there."""

    def frequency(self, text: str, where: Where = ANYWHERE) -> int:
        """In how many passages every word of `text` stands."""

    def fingerprints(self) -> Mapping[str, str]:
        """Symbol → fingerprint of each resolution taken in."""

    def stats(self) -> Stats: ...
