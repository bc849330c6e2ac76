"""What the miners look at: the text in hand, and the library as it stood before a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from drafter.library.runs import run_hashes
from drafter.library.searchable import Searchable
from drafter.library.series import title_key
from drafter.library.terms import plain_words
from drafter.library.values import Hit, Passage, Where
from drafter.model import numbering
from drafter.model.draft import Draft
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol

RECENT = timedelta(days=2 * 366)
"""What was adopted since then is recent: the last session or two."""

LATELY = timedelta(days=400)
"""What was adopted since then is of the last session: most new language stands in its other texts."""

LOOKED_AT, LATE_LOOKED_AT = 150, 100
"""How many passages like a paragraph are looked at, of all times and of the last session."""


class Setting:
    """A text, its item's earlier texts, and everything adopted `before` a day (strictly; None: everything).

    Each answer is worked out once and kept; a changed draft is a new setting.
    """

    def __init__(self, text: Resolution | Draft, searchable: Searchable, before: date | None = None) -> None:
        self.text = text
        self.searchable = searchable
        self.before = before
        self.paragraphs: tuple[Paragraph, ...] = (
            tuple(one.paragraph for one in text.standing) if isinstance(text, Draft) else text.paragraphs
        )
        self.labels = numbering.labels(self.paragraphs)
        self.origins: tuple[str | None, ...] = (
            tuple(one.origin for one in text.standing) if isinstance(text, Draft) else self.labels
        )
        self._hits: dict[int, tuple[Hit, ...]] = {}
        self._passages: dict[str, dict[int, Passage]] = {}
        self._new_runs: dict[tuple[str, int], frozenset[int]] = {}

    @property
    def refused(self) -> tuple[str, ...]:
        return self.text.refused if isinstance(self.text, Draft) else ()

    @cached_property
    def base(self) -> Symbol | None:
        """The adopted text in hand, or the one that the draft goes out from."""
        return Symbol.parse(self.text.base) if isinstance(self.text, Draft) else self.text.symbol

    @cached_property
    def adopted(self) -> date | None:
        """The day on which the text in hand was adopted, or the one that the draft goes out from."""
        if not isinstance(self.text, Draft):
            return self.text.adopted
        return self.text.adopted.resolution.adopted if self.text.adopted else None

    @cached_property
    def series(self) -> tuple[Symbol, ...]:
        """All texts of the same item in the library, oldest first."""
        known = self.searchable.contents.series
        return (known.of(self.base) if self.base else ()) or known.titled(self.text.title.text)

    @cached_property
    def series_key(self) -> str:
        return title_key(self.text.title.text)

    @cached_property
    def earlier(self) -> tuple[Resolution, ...]:
        """The item's texts before this one, oldest first; of a draft its base too."""
        own = self.base.sort_key if self.base else None
        of_a_draft = isinstance(self.text, Draft)
        texts = (
            self.searchable.library.get(symbol)
            for symbol in self.series
            if own is None or symbol.sort_key < own or (of_a_draft and symbol.sort_key == own)
        )
        return tuple(text for text in texts if self.before is None or (text.adopted and text.adopted < self.before))

    @cached_property
    def own(self) -> frozenset[str]:
        """The symbols of the item's own texts."""
        return frozenset({str(symbol) for symbol in self.series} | ({str(self.base)} if self.base else set()))

    @cached_property
    def where(self) -> Where:
        """Everything adopted before the day, the item's own texts left out."""
        return Where(before=self.before, without_symbols=self.own, without_series=frozenset({self.series_key}))

    @cached_property
    def today(self) -> date:
        """The day from which age is counted: the one given, or that of the newest text."""
        if self.before:
            return self.before
        days = [entry.adopted for entry in self.searchable.contents.entries if entry.adopted]
        return max(days, default=date(1945, 10, 24))

    def hits(self, place: int) -> tuple[Hit, ...]:
        """The passages most like paragraph `place`, of all times and of the last session; none like a heading.

        Of the item itself only earlier texts are among them.
        """
        if place not in self._hits:
            paragraph = self.paragraphs[place]
            found: dict[tuple[str, int], Hit] = {}
            if paragraph.kind is not Kind.HEADING:
                earlier = {str(text.symbol) for text in self.earlier}
                base = {str(self.base)} if self.base else set()
                where = Where(before=self.before, without_symbols=self.own - earlier | base)
                for since, limit in ((None, LOOKED_AT), (self.today - LATELY, LATE_LOOKED_AT)):
                    for hit in self.searchable.index.search(paragraph.text, replace(where, since=since), limit).hits:
                        found.setdefault((hit.passage.symbol, hit.passage.place), hit)
            self._hits[place] = tuple(found.values())
        return self._hits[place]

    def following(self, passage: Passage) -> Passage | None:
        """The passage that stands after another in its resolution."""
        if passage.symbol not in self._passages:
            found = self.searchable.index.get(passage.symbol)
            self._passages[passage.symbol] = {one.place: one for one in found}
        return self._passages[passage.symbol].get(passage.place + 1)

    @cached_property
    def related(self) -> Mapping[str, float]:
        """How near other resolutions are to this one, from 0 to 1, by how much of it they are like."""
        votes: defaultdict[str, float] = defaultdict(float)
        for paragraph in self.paragraphs:
            if paragraph.kind is not Kind.HEADING:
                for symbol, likeness in self.searchable.index.resolutions(paragraph.text, self.where).items():
                    votes[symbol] += likeness**2
        most = max(votes.values(), default=1)
        return {symbol: score / most for symbol, score in votes.items()}

    @cached_property
    def runs(self) -> frozenset[int]:
        """The six-word runs of the text in hand."""
        return frozenset(run for paragraph in self.paragraphs for run in run_hashes(plain_words(paragraph.text)))

    def new_runs(self, passage: Passage) -> frozenset[int]:
        """The six-word runs of a passage that the text in hand does not have."""
        key = (passage.symbol, passage.place)
        if key not in self._new_runs:
            self._new_runs[key] = frozenset(run_hashes(plain_words(passage.text))) - self.runs
        return self._new_runs[key]

    @cached_property
    def plain(self) -> str:
        """The words of the whole text, paragraphs apart: to ask whether it says something already."""
        return " ¶ ".join(" ".join(plain_words(paragraph.text)) for paragraph in self.paragraphs)

    def says(self, words: str) -> bool:
        """Whether these words stand somewhere in the text, one after the other."""
        return f" {' '.join(plain_words(words))} " in f" {self.plain} "
