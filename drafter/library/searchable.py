"""What is derived from the library to be searched, brought up to date with its files whenever it is opened.

Three small stores beside the catalogue: the paragraphs by their words, the six-word runs of agreed language, and
what changed from year to year. Each remembers which record it has taken in, so a changed file costs what that file
costs, and a store that is missing or damaged is built anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

from drafter.errors import BusyError, StoppedError
from drafter.library.index import Indexed, Passage
from drafter.library.series import title_key
from drafter.library.store import Contents, Library
from drafter.model import numbering
from drafter.model.resolution import Kind, Resolution

if TYPE_CHECKING:
    from drafter.library.agreed import AgreedLanguage
    from drafter.library.changes import Changes
    from drafter.library.index import Index

Item = TypeVar("Item")
Told = Callable[[str], None]
"""What is told about work that takes a while."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some work on the library is: `done` of `of` texts, or pairs of texts."""

    purpose: str
    done: int
    of: int

    def __str__(self) -> str:
        return f"preparing the library ({self.purpose}): {self.done:,} of {self.of:,}"


Watch = Callable[[Progress], None]
"""Hears of each text before it is taken in, and once all are; raises StoppedError to stop there."""

SLOW = 50
"""How many resolutions are taken in without a word."""

BATCH = 50
"""How many pairs of texts are mined before they are kept for good."""


class _Store(Protocol):
    """What the index and agreed language have in common."""

    def add(self, resolutions: Iterable[Indexed]) -> None: ...
    def remove(self, symbols: Iterable[str]) -> None: ...
    def fingerprints(self) -> Mapping[str, str]: ...


class Searchable:
    """The library as it stands now, to be searched.

    Where the work was stopped (`stopped` says how far it was), what was taken in until then is searched; a new
    Searchable goes on from there.
    """

    def __init__(self, library: Library, tell: Told = lambda _: None, watch: Watch = lambda _: None) -> None:
        self.library = library
        self.stopped: Progress | None = None
        self._tell = tell
        self._watch = watch

    def prepare(self) -> None:
        """Bring everything up to date now, and not when it is first asked."""
        _ = self.index, self.agreed, self.changes

    @cached_property
    def contents(self) -> Contents:
        """What the library held when it was first asked."""
        return self.library.contents()

    @cached_property
    def _record(self) -> Mapping[str, str]:
        """Symbol → fingerprint of each record that can be read."""
        marks = self.library.marks()
        stems = ((entry.symbol, entry.symbol.file_stem) for entry in self.contents.entries)
        return {str(symbol): marks[stem] for symbol, stem in stems if stem in marks}

    @cached_property
    def index(self) -> Index:
        from drafter.library.engine import TantivyIndex

        index = TantivyIndex(self.library.derived / "index")
        self._brought_up(index, "search")
        return index

    @cached_property
    def agreed(self) -> AgreedLanguage:
        from drafter.library.agreed import AgreedLanguage

        agreed = AgreedLanguage(self.library.derived / "agreed.sqlite")
        self._brought_up(agreed, "agreed language")
        return agreed

    @cached_property
    def changes(self) -> Changes:
        from drafter.library.changes import Changes

        changes = Changes(self.library.derived / "changes.sqlite")
        wanted = {
            (str(old), str(new)): f"{self._record[str(old)]} {self._record[str(new)]}"
            for series in self.contents.series.all()
            for old, new in pairwise(series)
        }
        known = changes.fingerprints()
        gone = [pair for pair, fingerprint in known.items() if wanted.get(pair) != fingerprint]
        missing = [pair for pair, fingerprint in wanted.items() if known.get(pair) != fingerprint]
        with self._or_as_it_is():
            if gone:
                changes.remove(gone)
            self._say(missing, "changes from year to year")
            for number, (old, new) in enumerate(self._until_stopped(missing, "changes from year to year"), 1):
                changes.add(self.library.get(old), self.library.get(new), wanted[old, new])
                if number % BATCH == 0:
                    changes.keep()
            changes.keep()
        return changes

    def _brought_up(self, store: _Store, purpose: str) -> None:
        """Take out what is gone and take in what is missing; looked at again once no other process writes."""
        gone, missing = self._difference(store.fingerprints())
        with self._or_as_it_is():
            if gone:
                store.remove(gone)
            if missing:
                self._say(missing, purpose)
                store.add(self._missing(store, purpose))

    @contextmanager
    def _or_as_it_is(self) -> Iterator[None]:
        """Where another process is at the same work, go on with what is there."""
        try:
            yield
        except (BusyError, sqlite3.OperationalError):
            self._tell("another drafter is preparing the library; what is there already is searched")

    def _difference(self, known: Mapping[str, str]) -> tuple[list[str], list[str]]:
        gone = [symbol for symbol in known if symbol not in self._record]
        return gone, [symbol for symbol, fingerprint in self._record.items() if known.get(symbol) != fingerprint]

    def _missing(self, store: _Store, purpose: str) -> Iterator[Indexed]:
        for symbol in self._until_stopped(self._difference(store.fingerprints())[1], purpose):
            yield indexed(self.library.get(symbol), self._record[symbol])

    def _until_stopped(self, items: list[Item], purpose: str) -> Iterator[Item]:
        """The items, as many as there is time for: a store keeps what it was given, also where that is not all."""
        if self.stopped is not None:
            return
        for done, item in enumerate(items):
            progress = Progress(purpose, done, len(items))
            try:
                self._watch(progress)
            except StoppedError:
                self.stopped = progress
                return
            yield item
        with suppress(StoppedError):
            self._watch(Progress(purpose, len(items), len(items)))

    def _say(self, items: list[Item], purpose: str) -> None:
        if len(items) > SLOW:
            self._tell(f"preparing the library ({purpose}): {len(items)} to read, once")


def indexed(resolution: Resolution, fingerprint: str) -> Indexed:
    """A resolution as an index takes it in; headings are no language to search."""
    symbol = str(resolution.symbol)
    series = title_key(resolution.title.text)
    labels = numbering.labels(resolution.paragraphs)
    return Indexed(
        symbol,
        fingerprint,
        tuple(
            Passage(
                symbol,
                label,
                place,
                paragraph.text,
                paragraph.kind,
                paragraph.level,
                resolution.organ,
                resolution.adopted,
                series,
            )
            for place, (paragraph, label) in enumerate(zip(resolution.paragraphs, labels, strict=True))
            if paragraph.kind is not Kind.HEADING
        ),
    )
