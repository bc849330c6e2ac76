"""The library's stores in plain lists, read from end to end for every answer: what any engine is measured by."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Any

from drafter.library.ports import Pair
from drafter.library.runs import RUN
from drafter.library.terms import plain_words, words
from drafter.library.values import (
    ANYWHERE,
    AgreedPlace,
    AgreedRun,
    Coverage,
    Hit,
    Indexed,
    PairChanges,
    PairCounts,
    Passage,
    SearchHits,
    Stats,
    Where,
    YearlyAddition,
    YearlyChange,
)


@dataclass
class Kept:
    """What one library's stores hold; whoever opens them again finds it."""

    lock: RLock = field(default_factory=RLock)
    index: dict[str, Indexed] = field(default_factory=dict)
    agreed: dict[str, Indexed] = field(default_factory=dict)
    changes: dict[Pair, PairChanges] = field(default_factory=dict)
    counts: dict[Pair, PairCounts] = field(default_factory=dict)


_KEPT: dict[Path, Kept] = {}


class PlainStores:
    """The stores of the library that `folder` names; nothing is written there."""

    def __init__(self, folder: Path) -> None:
        self._kept = _KEPT.setdefault(folder, Kept())

    def index(self) -> PlainIndex:
        return PlainIndex(self._kept)

    def agreed(self) -> PlainAgreed:
        return PlainAgreed(self._kept)

    def changes(self) -> PlainChanges:
        return PlainChanges(self._kept)

    def counts(self) -> PlainCounts:
        return PlainCounts(self._kept)


class PlainIndex:
    """A passage weighs what the rare words weigh that it shares with the text, and less the longer it is."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, resolutions: Iterable[Indexed]) -> None:
        coming = {one.symbol: one for one in resolutions}
        with self._kept.lock:
            self._kept.index = {**self._kept.index, **coming}

    def remove(self, symbols: Iterable[str]) -> None:
        gone = set(symbols)
        with self._kept.lock:
            self._kept.index = {symbol: one for symbol, one in self._kept.index.items() if symbol not in gone}

    def search(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        weights = self._weights(text, where)
        hits = []
        for passage in self._passages(where):
            own = plain_words(passage.text)
            if score := sum(weights.get(word, 0.0) for word in set(own)):
                hits.append(Hit(passage, score / (1 + len(own) / 45)))
        hits.sort(key=lambda hit: (-hit.score, hit.passage.symbol, hit.passage.place))
        return SearchHits(tuple(hits[:limit]), None, len(weights), len(set(plain_words(text))))

    def resolutions(self, text: str, where: Where = ANYWHERE, limit: int = 60) -> Mapping[str, float]:
        best: dict[str, float] = {}
        hits = self.search(text, where, limit).hits
        for hit in hits:
            best.setdefault(hit.passage.symbol, hit.score / hits[0].score)
        return best

    def phrase(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        wanted = plain_words(text)
        if not wanted:
            return SearchHits((), 0, 0, 0)
        hits = [Hit(one, 1.0) for one in self._passages(where) if _places(plain_words(one.text), wanted)]
        hits.sort(key=lambda hit: hit.passage.adopted or date.max, reverse=True)
        return SearchHits(tuple(hits[:limit]), len(hits), len(wanted), len(wanted))

    def get(self, symbol: str) -> tuple[Passage, ...]:
        one = self._kept.index.get(symbol)
        return one.passages if one else ()

    def frequency(self, text: str, where: Where = ANYWHERE) -> int:
        wanted = set(plain_words(text))
        return sum(wanted <= set(plain_words(one.text)) for one in self._passages(where)) if wanted else 0

    def fingerprints(self) -> Mapping[str, str]:
        return {symbol: one.fingerprint for symbol, one in self._kept.index.items()}

    def stats(self) -> Stats:
        held = self._kept.index
        return Stats(len(held), sum(len(one.passages) for one in held.values()), 0)

    def _weights(self, text: str, where: Where) -> dict[str, float]:
        known = [set(plain_words(one.text)) for one in self._passages(Where(before=where.before))]
        counts = {word: sum(word in own for own in known) for word in set(plain_words(text))}
        return {word: math.log(1 + len(known) / count) for word, count in counts.items() if count}

    def _passages(self, where: Where) -> Iterator[Passage]:
        for one in (passage for held in self._kept.index.values() for passage in held.passages):
            dated = where.before is None and where.since is None
            if one.adopted is not None:
                dated = (where.before is None or one.adopted < where.before) and (
                    where.since is None or one.adopted >= where.since
                )
            named = one.symbol not in where.without_symbols and one.series not in where.without_series
            fits = (not where.organs or one.organ in where.organs) and (not where.kinds or one.kind in where.kinds)
            if dated and named and fits:
                yield one


class PlainAgreed:
    """Every run of a text looked for in every paragraph."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, resolutions: Iterable[Indexed]) -> None:
        for one in resolutions:
            with self._kept.lock:
                self._kept.agreed = {**self._kept.agreed, one.symbol: one}

    def remove(self, symbols: Iterable[str]) -> None:
        gone = set(symbols)
        with self._kept.lock:
            self._kept.agreed = {symbol: one for symbol, one in self._kept.agreed.items() if symbol not in gone}

    def fingerprints(self) -> Mapping[str, str]:
        return {symbol: one.fingerprint for symbol, one in self._kept.agreed.items()}

    def coverage(self, text: str, before: date | None = None, without: frozenset[str] = frozenset()) -> Coverage:
        worded = words(text)
        runs = by_reading(text, list(self._kept.agreed.values()), before, without)
        inside = {n for n, word in enumerate(worded) for run in runs if run.start <= word.start < run.end}
        return Coverage(tuple(runs), len(worded), len(inside))

    def close(self) -> None:
        pass


def by_reading(text: str, library: list[Indexed], before: date | None, without: frozenset[str]) -> list[AgreedRun]:
    """The longest runs of the text, by reading all of the library."""
    worded = words(text)
    own = [word.text for word in worded]
    passages = [
        (passage, plain_words(passage.text))
        for one in library
        if one.symbol not in without
        for passage in one.passages
        if before is None or (passage.adopted is not None and passage.adopted < before)
    ]

    def stands_in(start: int, end: int) -> list[Passage]:
        return [passage for passage, there in passages if _places(there, tuple(own[start:end]))]

    found = []
    for start in range(len(own)):
        for end in range(start + RUN, len(own) + 1):
            if not stands_in(start, end):
                break
            found.append((start, end))
    longest = [
        run for run in found if not any(other != run and other[0] <= run[0] and run[1] <= other[1] for other in found)
    ]
    runs = []
    for start, end in longest:
        where = stands_in(start, end)
        first = min(where, key=lambda p: (p.adopted or date.max, _number_of(p.symbol), p.place))
        newest = max(where, key=lambda p: (p.adopted or date.min, _number_of(p.symbol)))
        latest = min((p for p in where if p.symbol == newest.symbol), key=lambda p: p.place)
        runs.append(
            AgreedRun(
                worded[start].start,
                worded[end - 1].end,
                end - start,
                len({p.symbol for p in where}),
                AgreedPlace(first.symbol, first.label, first.adopted),
                AgreedPlace(latest.symbol, latest.label, latest.adopted),
            )
        )
    return runs


class PlainChanges:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, pairs: Iterable[PairChanges]) -> None:
        for one in pairs:
            with self._kept.lock:
                self._kept.changes = {**self._kept.changes, (one.old, one.new): one}

    def remove(self, pairs: Iterable[Pair]) -> None:
        gone = set(pairs)
        with self._kept.lock:
            self._kept.changes = {pair: one for pair, one in self._kept.changes.items() if pair not in gone}

    def fingerprints(self) -> Mapping[Pair, str]:
        return {pair: one.fingerprint for pair, one in self._kept.changes.items()}

    def changes(self, since: date | None = None, before: date | None = None) -> Iterator[YearlyChange]:
        yield from _between((one for pair in self._kept.changes.values() for one in pair.changes), since, before)

    def additions(self, since: date | None = None, before: date | None = None) -> Iterator[YearlyAddition]:
        yield from _between((one for pair in self._kept.changes.values() for one in pair.additions), since, before)

    def close(self) -> None:
        pass


class PlainCounts:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, pairs: Iterable[PairCounts]) -> None:
        for one in pairs:
            with self._kept.lock:
                self._kept.counts = {**self._kept.counts, (one.old, one.new): one}

    def remove(self, pairs: Iterable[Pair]) -> None:
        gone = set(pairs)
        with self._kept.lock:
            self._kept.counts = {pair: one for pair, one in self._kept.counts.items() if pair not in gone}

    def fingerprints(self) -> Mapping[Pair, str]:
        return {pair: one.fingerprint for pair, one in self._kept.counts.items()}

    def of(self, key: str) -> Mapping[Pair, tuple[int, int, int]]:
        return {pair: dict(one.counts)[key] for pair, one in self._kept.counts.items() if key in dict(one.counts)}

    def close(self) -> None:
        pass


def _between(all_of_them: Iterable[Any], since: date | None, before: date | None) -> list[Any]:
    inside = (
        one for one in all_of_them if (not since or one.day >= since) and (not before or one.day < before)
    )  # fmt: skip
    return sorted(inside, key=lambda one: (one.day, one.symbol))


def _places(there: tuple[str, ...], wanted: tuple[str, ...]) -> list[int]:
    return [at for at in range(len(there) - len(wanted) + 1) if there[at : at + len(wanted)] == wanted]


def _number_of(symbol: str) -> int:
    return int(symbol.rpartition("/")[2])
