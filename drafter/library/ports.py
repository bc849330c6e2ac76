"""What the library asks of an engine: five ports, and the factory that opens the stores behind four of them.

The records are the library itself; everything else is derived from them and may be thrown away at any time. A derived
store remembers the fingerprint of each record, or of each pair of neighbouring texts, that it has taken in, so that
only what has changed is taken in again. Every engine may be asked by several threads at once; where another process
holds it for long, it raises BusyError.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from drafter.library.contents import Holdings
from drafter.library.record import Record
from drafter.library.values import (
    ANYWHERE,
    CatalogueEntry,
    Coverage,
    Indexed,
    PairChanges,
    PairCounts,
    Passage,
    Reread,
    SearchHits,
    Stats,
    Verified,
    Where,
    YearlyAddition,
    YearlyChange,
)
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Resolution
from drafter.model.symbol import Symbol

Pair = tuple[str, str]
"""The whole symbols of two neighbouring texts of one item, the older first."""


class Records(Protocol):
    """The resolutions with their sources, and the catalogue. Each call sees what is kept at that moment.

    Names are symbols, or what people write for one ("75/190"). A missing one is a LibraryError that proposes similar
    ones; a record that cannot be read is a DrafterError with its place.
    """

    @property
    def place(self) -> str:
        """The name by which another process can open this library too."""

    @property
    def stores(self) -> Stores:
        """The factory of the stores that are derived from these records."""

    def add(self, path: Path, *, force: bool = False, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
        """Read the file, keep it and what was read under its symbol, and return the reading.

        The same bytes again change nothing and return the record as it stands, hand corrections included; another
        source of a symbol that is there replaces it only with `force`. If the file comes from another library, with its
        record beside it, the record is taken along. `revisions` says how tracked changes in a Word file are read.
        """

    def holding(self, path: Path) -> Symbol | None:
        """The symbol whose source is this file, byte for byte; None if there is none."""

    def remove(self, symbol: Symbol | str) -> None:
        """Take a resolution out: its record and its source."""

    def get(self, symbol: Symbol | str) -> Resolution:
        """The resolution of that symbol."""

    def reading(self, symbol: Symbol | str) -> Reading:
        """The same with what was repaired, set aside and not placed."""

    def symbol(self, name: Symbol | str) -> Symbol:
        """The symbol of that name; a LibraryError with near ones where there is none."""

    def entries(self) -> tuple[CatalogueEntry, ...]:
        """Everything that can be read, in the order of the symbols."""

    def contents(self) -> Holdings:
        """Everything; the same object as long as nothing has changed."""

    def fingerprints(self) -> Mapping[str, str]:
        """Whole symbol → the fingerprint of its record, for each record that can be read."""

    def series_of(self, name: Symbol | str) -> tuple[Symbol, ...]:
        """The item's resolutions, oldest first, by the symbol of one of them or by its title; () where unknown."""

    def record(self, name: Symbol | str) -> Record:
        """The same with the source it was read from."""

    def holder(self, sha256: str) -> Symbol | None:
        """The symbol whose source has this checksum."""

    def keep(self, symbol: Symbol, kept: Record, content: bytes | None = None) -> None:
        """Keep a record, in place of an earlier one of its symbol, and the source that it names, if given."""

    def verify(self) -> Iterator[Verified]:
        """Each record compared with what its source reads to now, in the order of their names."""

    def reread(self, name: Symbol | str) -> Reread:
        """Read a source again by today's readers and keep that, corrections made by hand included; see `reread`."""

    def __contains__(self, symbol: Symbol) -> bool: ...


class Index(Protocol):
    """Passages by their words. Symbols are whole ("A/RES/75/190"); sizes are in bytes.

    Where a day is given as `before`, what comes later must have no influence. Nothing adopted on that day or later, and
    nothing undated, is found or counted. Nor may statistics from it count: in how many passages a term occurs, how many
    passages there are, their usual length, the commonest words. So, as long as there is something later, an answer is
    the same, scores included, whatever that is and however much of it; there is no tolerance.

    A library that ends before the day may be scored by other statistics, those of the engine. Then at least six of the
    ten best passages, eight on average, are the same in both; the best of one is among the three best of the other; and
    a text that is there word for word is the best in both. Two engines may differ by as much.

    `since` and the other filters only choose among the passages; what they leave out may have an influence.
    """

    def add(self, resolutions: Iterable[Indexed]) -> None:
        """Take resolutions in, each in place of an earlier one of its symbol; all of them or, on a failure, none."""

    def remove(self, symbols: Iterable[str]) -> None:
        """Forget resolutions; a symbol that is not there is no error."""

    def search(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        """The passages most like `text`, wherever in them its words are."""

    def resolutions(self, text: str, where: Where = ANYWHERE, limit: int = 60) -> Mapping[str, float]:
        """Symbol → likeness, at most 1, of its best passage among the `limit` most similar ones; cheaper than a
        search."""

    def phrase(self, text: str, where: Where = ANYWHERE, limit: int = 20) -> SearchHits:
        """The passages that contain the words of `text` in a row, newest first."""

    def get(self, symbol: str) -> tuple[Passage, ...]:
        """The passages of one resolution in order; none where it is not there."""

    def frequency(self, text: str, where: Where = ANYWHERE) -> int:
        """In how many passages every word of `text` occurs."""

    def fingerprints(self) -> Mapping[str, str]:
        """Symbol → fingerprint of each resolution taken in."""

    def stats(self) -> Stats: ...


class AgreedLanguage(Protocol):
    """Which words of a text stand in adopted texts, in runs of six words and more."""

    def add(self, resolutions: Iterable[Indexed]) -> None:
        """Take resolutions in, each in place of an earlier one of its symbol, in batches: what a killed process did not
        get to is missing from `fingerprints`."""

    def remove(self, symbols: Iterable[str]) -> None:
        """Forget resolutions; a symbol that is not there is no error."""

    def fingerprints(self) -> Mapping[str, str]:
        """Symbol → fingerprint of each resolution taken in."""

    def coverage(self, text: str, before: date | None = None, without: frozenset[str] = frozenset()) -> Coverage:
        """The longest runs of `text` that stand in texts adopted before a day, resolutions `without` left out.

        With a day, undated texts do not count.
        """

    def close(self) -> None: ...


class Changes(Protocol):
    """What changed in each item from one text to the next."""

    def add(self, pairs: Iterable[PairChanges]) -> None:
        """Take pairs of texts in, each in place of an earlier one, some at a time, as in `AgreedLanguage`."""

    def remove(self, pairs: Iterable[Pair]) -> None:
        """Forget pairs of texts; one that is not there is no error."""

    def fingerprints(self) -> Mapping[Pair, str]:
        """The fingerprint of each pair taken in."""

    def changes(self, since: date | None = None, before: date | None = None) -> Iterator[YearlyChange]:
        """Words inserted or replaced by texts adopted from a day up to (not on) another, oldest first."""

    def additions(self, since: date | None = None, before: date | None = None) -> Iterator[YearlyAddition]:
        """Paragraphs added by texts adopted from a day up to (not on) another, oldest first."""

    def close(self) -> None: ...


class Counts(Protocol):
    """How often something in one text of an item stayed, moved or became something else in the next, by key."""

    def add(self, pairs: Iterable[PairCounts]) -> None:
        """Take pairs of texts in, each in place of an earlier one; each is kept at once."""

    def remove(self, pairs: Iterable[Pair]) -> None:
        """Forget pairs of texts; one that is not there is no error."""

    def fingerprints(self) -> Mapping[Pair, str]:
        """The fingerprint of each pair taken in."""

    def of(self, key: str) -> Mapping[Pair, tuple[int, int, int]]:
        """The three counts of a key in each pair that has it."""

    def close(self) -> None: ...


class Stores(Protocol):
    """Opens the stores derived from one library; the caller keeps a store that it opened."""

    def index(self) -> Index: ...
    def agreed(self) -> AgreedLanguage: ...
    def changes(self) -> Changes: ...
    def counts(self) -> Counts: ...
