"""Edit patterns: words that took other words' place, or joined them, in the texts of several items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.library.terms import plain_words
from drafter.library.values import YearlyChange
from drafter.suggest.wording import says_something

SHORTEST_PHRASE = 3
"""The fewest words of a phrase that can be said to spread."""

Words = tuple[str, ...]


@dataclass(slots=True)
class Pattern:
    """Words put in, and every change that did so."""

    new: str
    changes: list[YearlyChange] = field(default_factory=list)

    def items(self, without: str) -> set[str]:
        """The series that made this change, one of them left out."""
        return {change.series for change in self.changes} - {without}

    @property
    def latest(self) -> YearlyChange:
        return max(self.changes, key=lambda change: (change.day, change.symbol))


class Patterns:
    """The changes of the last years, by the words they change."""

    def __init__(self, changes: Iterable[YearlyChange]) -> None:
        self._replaced: defaultdict[Words, dict[Words, Pattern]] = defaultdict(dict)
        self._joined: defaultdict[Words, dict[Words, Pattern]] = defaultdict(dict)
        self._phrases: dict[Words, Pattern] = {}
        for change in changes:
            now = plain_words(change.new)
            if not says_something(change.was, now) or change.new.count("(") != change.new.count(")"):
                continue
            if change.was:
                _note(self._replaced[change.was], now, change)
            elif len(change.before) >= 2:
                _note(self._joined[change.before[-2:]], now, change)
            if len(now) >= SHORTEST_PHRASE:
                _note(self._phrases, now, change)

    def replacing(self, was: Words) -> Iterator[Pattern]:
        """What has replaced these words."""
        yield from self._replaced.get(was, {}).values()

    def joining(self, before: Words) -> Iterator[Pattern]:
        """What was inserted after these two words."""
        yield from self._joined.get(before, {}).values()

    def spreading(self, items: int, without: str) -> Iterator[Pattern]:
        """Phrases that at least that many items took up lately, one item left out."""
        return (pattern for pattern in self._phrases.values() if len(pattern.items(without)) >= items)


def _note(patterns: dict[Words, Pattern], now: Words, change: YearlyChange) -> None:
    patterns.setdefault(now, Pattern(change.new)).changes.append(change)
