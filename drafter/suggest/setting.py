"""What the miners look at: the present text, and what the library has for its item."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cached_property
from heapq import nlargest
from typing import Any, TypeVar

from drafter.library.searchable import Searchable
from drafter.library.terms import plain_words
from drafter.library.values import Hit, Passage
from drafter.model import numbering
from drafter.model.draft import Draft
from drafter.model.refusal import Refusal
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.rules.common_words import rarity_of
from drafter.rules.places import places_in
from drafter.suggest.candidates import ItemCandidates

RECENT = timedelta(days=2 * 366)
"""What was adopted since then is recent: about the last two sessions."""

SUBJECT, TELLING = 25, 0.35
"""How many words say what a text is about, and how rare they are at least."""

Made = TypeVar("Made")


class Setting:
    """A text, and everything adopted `before` a day (strictly; None: everything).

    Each answer is worked out once and kept. A changed draft is a new setting; it takes over the candidates of its item
    from its `last` one.
    """

    def __init__(
        self,
        text: Resolution | Draft,
        searchable: Searchable,
        before: date | None = None,
        last: Setting | None = None,
    ) -> None:
        self.text = text
        self.paragraphs: tuple[Paragraph, ...] = (
            tuple(one.paragraph for one in text.standing) if isinstance(text, Draft) else text.paragraphs
        )
        self.labels = numbering.labels(self.paragraphs)
        self.origins: tuple[str | None, ...] = (
            tuple(one.origin for one in text.standing) if isinstance(text, Draft) else self.labels
        )
        self.ids: tuple[str, ...] = tuple(one.id for one in text.standing) if isinstance(text, Draft) else self.labels
        self._made: dict[Callable[[Setting], Any], Any] = {}
        shared = last is not None and last.candidates.serve(text, searchable, before)
        self.candidates: ItemCandidates = (
            last.candidates if last is not None and shared else ItemCandidates(text, searchable, before)
        )

    def once(self, make: Callable[[Setting], Made]) -> Made:
        """What a miner derives from the setting, worked out once."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @property
    def refused(self) -> tuple[str | Refusal, ...]:
        return self.text.refused if isinstance(self.text, Draft) else ()

    @cached_property
    def adopted(self) -> date | None:
        """The day on which the text, or the base of the draft, was adopted."""
        return self.candidates.anchor.adopted if self.candidates.anchor else None

    def hits(self, place: int) -> tuple[Hit, ...]:
        """The passages most like paragraph `place`; none like a heading."""
        paragraph = self.paragraphs[place]
        return () if paragraph.kind is Kind.HEADING else self.candidates.hits(paragraph.text)

    @cached_property
    def related(self) -> Mapping[str, float]:
        """How close other resolutions are to this text, from 0 to 1, by how much of it they resemble."""
        votes: defaultdict[str, float] = defaultdict(float)
        for paragraph in self.paragraphs:
            if paragraph.kind is not Kind.HEADING:
                for symbol, likeness in self.candidates.near(paragraph.text).items():
                    votes[symbol] += likeness**2
        most = max(votes.values(), default=1)
        return {symbol: score / most for symbol, score in votes.items()}

    @cached_property
    def runs(self) -> frozenset[int]:
        """The six-word runs of the text."""
        return frozenset[int]().union(*(self.candidates.runs(paragraph.text) for paragraph in self.paragraphs))

    def new_runs(self, passage: Passage) -> frozenset[int]:
        """The six-word runs of a passage that the text does not have."""
        return self.candidates.runs(passage.text) - self.runs

    @cached_property
    def _plain(self) -> str:
        """The words of the whole text, paragraphs apart."""
        return " ¶ ".join(["", *(self.candidates.plain(paragraph.text) for paragraph in self.paragraphs), ""])

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """The words of the whole text, and how often it has each."""
        return Counter(self._plain.split())

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words that the text is about: those it has often and others seldom."""
        said = (word for word in self.vocabulary if word.isalpha() and rarity_of(word) >= TELLING)
        return frozenset(nlargest(SUBJECT, said, lambda word: self.vocabulary[word] * rarity_of(word)))

    @cached_property
    def places(self) -> frozenset[str]:
        """The States and territories that the text and its title name."""
        return places_in("\n".join((self.text.title.text, *(paragraph.text for paragraph in self.paragraphs))))

    def had(self, words: str) -> bool:
        """Whether the text or an earlier one of its item has these plain words in a row."""
        return f" {words} " in self._plain or f" {words} " in self.candidates.said_before

    def says(self, words: str) -> bool:
        """Whether the text has these words somewhere in a row."""
        return f" {' '.join(plain_words(words))} " in self._plain
