"""What the library has for the item of a text: its own texts over the years, and language from elsewhere.

Only this module asks the library. Answers are kept by the words they are about and serve every state of a draft: after
an edit only the changed words are looked up again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from drafter.library.runs import run_hashes
from drafter.library.searchable import Searchable
from drafter.library.series import title_key
from drafter.library.terms import plain_words
from drafter.library.values import Hit, Passage, SearchHits, Where, YearlyAddition, YearlyChange
from drafter.model.draft import Draft
from drafter.model.resolution import Kind, Resolution
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol
from drafter.suggest.updates import in_base

LATELY = timedelta(days=400)
"""What was adopted since then counts as the last session, whose other texts hold most of the new language."""

LOOKED_AT, LATE_LOOKED_AT = 150, 100
"""How many passages like a paragraph are looked at, of all times and of the last session."""

_SEARCHED, _ASKED = 100, 5000
"""For how many wordings similar passages are kept, and for how many wordings small answers are."""

TELLING = 1000
"""How many passages tell by their silence that words are not used so."""

_OPENINGS = 40
"""Among how many paragraphs one is looked for that opens with some words."""

Made = TypeVar("Made")


@dataclass(frozen=True)
class Item:
    """What the library is asked by: all states of a draft belong to one item, unless its title changes.

    `base` is the adopted text itself or, for a draft, its base, which then is one of the earlier texts.
    """

    base: Symbol | None
    title: str
    is_draft: bool

    @classmethod
    def of(cls, text: Resolution | Draft) -> Item:
        if isinstance(text, Draft):
            return cls(Symbol.parse(text.base), text.title.text, is_draft=True)
        return cls(text.symbol, text.title.text, is_draft=False)


class ItemCandidates:
    """What the library, as it was when first asked, has from `before` a day (None: everything).

    `anchor` is the adopted text itself or, for a draft, its base where that is known.
    """

    def __init__(self, text: Resolution | Draft, searchable: Searchable, before: date | None = None) -> None:
        self.item = Item.of(text)
        self.anchor = _anchor(text)
        self.before = before
        self.searchable = searchable
        self._made: dict[Callable[[ItemCandidates], Any], Any] = {}
        self.hits = lru_cache(_SEARCHED)(self._hits)
        self.near = lru_cache(_ASKED)(self._near)
        self.phrase = lru_cache(_ASKED)(self._phrase)
        self.passages = lru_cache(_ASKED)(self._passages)
        self.runs = lru_cache(_ASKED)(_runs)
        self.opens = lru_cache(_ASKED)(self._opens)
        self.plain = lru_cache(_ASKED)(_plain)
        self.updates = lru_cache(1)(self._updates)

    def serve(self, text: Resolution | Draft, searchable: Searchable, before: date | None) -> bool:
        """Whether the answers kept here hold for that text too."""
        same = self.searchable is searchable and self.before == before and self.anchor is _anchor(text)
        return same and self.item == Item.of(text)

    def once(self, make: Callable[[ItemCandidates], Made]) -> Made:
        """What a miner derives from the candidates, worked out once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @cached_property
    def series(self) -> tuple[Symbol, ...]:
        """All texts of the same item in the library, oldest first."""
        known = self.searchable.contents.series
        return (known.of(self.item.base) if self.item.base else ()) or known.titled(self.item.title)

    @cached_property
    def series_key(self) -> str:
        return title_key(self.item.title)

    @cached_property
    def earlier(self) -> tuple[Resolution, ...]:
        """The item's texts before this one, oldest first; for a draft, its base too."""
        own = self.item.base.sort_key if self.item.base else None
        texts = (
            self.searchable.library.get(symbol)
            for symbol in self.series
            if own is None or symbol.sort_key < own or (self.item.is_draft and symbol.sort_key == own)
        )
        return tuple(text for text in texts if self.before is None or (text.adopted and text.adopted < self.before))

    @cached_property
    def said_before(self) -> str:
        """The words of the item's earlier texts, paragraphs apart."""
        return " ¶ ".join(["", *(self.plain(one.text) for text in self.earlier for one in text.paragraphs), ""])

    @cached_property
    def own(self) -> frozenset[str]:
        """The symbols of the item's own texts."""
        return frozenset({str(symbol) for symbol in self.series} | self._base)

    @property
    def _base(self) -> set[str]:
        return {str(self.item.base)} if self.item.base else set()

    @cached_property
    def where(self) -> Where:
        """Everything adopted before the day, without the item's own texts."""
        return Where(before=self.before, without_symbols=self.own, without_series=frozenset({self.series_key}))

    @cached_property
    def today(self) -> date:
        """The day from which age is counted: the day given, or that of the newest text."""
        if self.before:
            return self.before
        days = [entry.adopted for entry in self.searchable.contents.entries if entry.adopted]
        return max(days, default=date(1945, 10, 24))

    def _hits(self, text: str) -> tuple[Hit, ...]:
        """The passages most like a text, of all times and of the last session; of the item itself only earlier ones."""
        found: dict[tuple[str, int], Hit] = {}
        earlier = {str(one.symbol) for one in self.earlier}
        where = Where(before=self.before, without_symbols=self.own - earlier | self._base)
        for since, limit in ((None, LOOKED_AT), (self.today - LATELY, LATE_LOOKED_AT)):
            for hit in self.searchable.index.search(text, replace(where, since=since), limit).hits:
                found.setdefault((hit.passage.symbol, hit.passage.place), hit)
        return tuple(found.values())

    def _near(self, text: str) -> Mapping[str, float]:
        """Symbol → likeness of other resolutions to a paragraph's text."""
        return self.searchable.index.resolutions(text, self.where)

    def _phrase(self, words: str, kind: Kind | None = None) -> SearchHits:
        """How often a phrase occurs outside the item, and the newest passage that has it."""
        where = self.where if kind is None else replace(self.where, kinds=frozenset({kind}))
        return self.searchable.index.phrase(words, where, 1)

    def _opens(self, words: str, kind: Kind) -> bool:
        """Whether an adopted paragraph of a kind, among the newest that have these plain words, opens with them."""
        where = Where(before=self.before, kinds=frozenset({kind}))
        found = self.searchable.index.phrase(words, where, _OPENINGS)
        return any(self.plain(hit.passage.text).startswith(words) for hit in found.hits)

    @property
    def tells(self) -> bool:
        """Whether the library is large enough for what it lacks to tell something."""
        return self._size >= TELLING

    @cached_property
    def _size(self) -> int:
        return self.searchable.index.stats().passages

    def _passages(self, symbol: str) -> Mapping[int, Passage]:
        """The passages of a resolution by their places."""
        return {one.place: one for one in self.searchable.index.get(symbol)}

    def changes(self, since: date) -> Iterator[YearlyChange]:
        """What changed in any item's text since a day."""
        return self.searchable.changes.changes(since, self.before)

    def additions(self, since: date) -> Iterator[YearlyAddition]:
        """The paragraphs that any item's text added since a day."""
        return self.searchable.changes.additions(since, self.before)

    def _updates(self, session: int | None) -> tuple[Update, ...]:
        """What the turn to a session changes in the anchor."""
        if self.anchor is None:
            return ()
        return in_base(self.anchor, self.searchable.library, session, before=self.before)


def _anchor(text: Resolution | Draft) -> Resolution | None:
    if isinstance(text, Draft):
        return text.adopted.resolution if text.adopted else None
    return text


def _plain(text: str) -> str:
    """The words of a text alone, with one space between them."""
    return " ".join(plain_words(text))


def _runs(text: str) -> frozenset[int]:
    """The six-word runs of a text."""
    return frozenset(run_hashes(plain_words(text)))
