"""The stores that make the library searchable, brought up to date with its files whenever they are opened.

Three small stores beside the catalogue: the paragraphs by their words, the six-word runs of agreed language, and
what changed from year to year. Each remembers which record it has taken in, so a changed file costs what that file
costs, and a store that is missing or damaged is rebuilt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

from drafter.errors import BusyError, StoppedError
from drafter.library.once import Once
from drafter.library.series import title_key
from drafter.library.values import Indexed, PairChanges, Passage
from drafter.model import numbering
from drafter.model.resolution import Kind, Resolution

if TYPE_CHECKING:
    from drafter.library.contents import Holdings
    from drafter.library.ports import AgreedLanguage, Changes, Index, Pair, Records

Key = TypeVar("Key")
Item = TypeVar("Item")
Taken = TypeVar("Taken", contravariant=True)
Told = Callable[[str], None]
"""Called with a line about work that takes a while."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some work on the library is: `done` of `of` texts, or pairs of texts."""

    purpose: str
    done: int
    of: int

    def __str__(self) -> str:
        return f"preparing the library ({self.purpose}): {self.done:,} of {self.of:,}"


Watch = Callable[[Progress], None]
"""Called before each text is taken in, and once all are; it may raise StoppedError to stop the work there."""

SLOW = 50
"""Up to how many resolutions are taken in without a message."""


class _Store(Protocol[Key, Taken]):
    """What the stores have in common."""

    def add(self, items: Iterable[Taken], /) -> None: ...
    def remove(self, keys: Iterable[Key], /) -> None: ...
    def fingerprints(self) -> Mapping[Key, str]: ...


class Searchable:
    """The library as it is now, to be searched.

    If the work was stopped (`stopped` says how far it came), only what was taken in until then is searched; a new
    Searchable continues from there.
    """

    def __init__(self, library: Records, tell: Told = lambda _: None, watch: Watch = lambda _: None) -> None:
        self.library = library
        self.stopped: Progress | None = None
        self._tell = tell
        self._watch = watch
        self._index = Once(self._opened_index)
        self._agreed = Once(self._opened_agreed)
        self._changes = Once(self._opened_changes)

    def prepare(self) -> None:
        """Bring everything up to date now rather than at the first question."""
        _ = self.index, self.agreed, self.changes

    @cached_property
    def contents(self) -> Holdings:
        """What the library held at the first question."""
        return self.library.contents()

    @property
    def index(self) -> Index:
        return self._index.value

    @property
    def agreed(self) -> AgreedLanguage:
        return self._agreed.value

    @property
    def changes(self) -> Changes:
        return self._changes.value

    @cached_property
    def _wanted(self) -> Mapping[str, str]:
        """Symbol → fingerprint of each record that could be read at the first question."""
        known = self.library.fingerprints()
        symbols = (str(entry.symbol) for entry in self.contents.entries)
        return {symbol: known[symbol] for symbol in symbols if symbol in known}

    def _opened_index(self) -> Index:
        index = self.library.stores.index()
        self._bring_up(index, self._wanted, self._indexed, "search")
        return index

    def _opened_agreed(self) -> AgreedLanguage:
        agreed = self.library.stores.agreed()
        self._bring_up(agreed, self._wanted, self._indexed, "agreed language")
        return agreed

    def _opened_changes(self) -> Changes:
        changes = self.library.stores.changes()
        wanted = {
            (old, new): f"{self._wanted[old]} {self._wanted[new]}"
            for series in self.contents.series.all()
            for old, new in pairwise(map(str, series))
            if old in self._wanted and new in self._wanted
        }
        self._bring_up(changes, wanted, self._changed, "changes from year to year")
        return changes

    def _indexed(self, symbol: str, fingerprint: str) -> Indexed:
        return indexed(self.library.get(symbol), fingerprint)

    def _changed(self, pair: Pair, fingerprint: str) -> PairChanges:
        from drafter.library.yearly import pair_changes  # texts are aligned only where something is missing

        old, new = pair
        return pair_changes(self.library.get(old), self.library.get(new), fingerprint)

    def _bring_up(
        self, store: _Store[Key, Item], wanted: Mapping[Key, str], read: Callable[[Key, str], Item], purpose: str
    ) -> None:
        """Take out what is gone and take in what is missing; look again once no other process is writing."""

        def missing() -> list[Key]:
            known = store.fingerprints()
            return [key for key, fingerprint in wanted.items() if known.get(key) != fingerprint]

        def taken_in() -> Iterator[Item]:
            for key in self._until_stopped(missing(), purpose):
                yield read(key, wanted[key])

        with self._or_as_it_is():
            if gone := [key for key in store.fingerprints() if key not in wanted]:
                store.remove(gone)
            if waiting := missing():
                self._say(waiting, purpose)
                store.add(taken_in())

    @contextmanager
    def _or_as_it_is(self) -> Iterator[None]:
        """If another process is doing the same work, go on with what is there."""
        try:
            yield
        except BusyError:
            self._tell("another drafter is preparing the library; what is there already is searched")

    def _until_stopped(self, items: list[Item], purpose: str) -> Iterator[Item]:
        """The items until the work is stopped; a store keeps what it was given, even if that is not all."""
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
    """A resolution as an index takes it in, without headings, which hold no language worth finding."""
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
