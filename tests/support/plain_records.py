"""A library in a dictionary: the reference for what records answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import RLock

from drafter import files
from drafter.errors import LibraryError
from drafter.library.contents import Holdings
from drafter.library.entries import entry_of
from drafter.library.intake import take_in
from drafter.library.near import near
from drafter.library.record import Record, dumps
from drafter.library.reread import reread
from drafter.library.sources import READER
from drafter.library.values import CatalogueEntry, Reread, Verified
from drafter.library.verify import problems
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Resolution
from drafter.model.symbol import Symbol
from tests.support.plain_stores import PlainStores

_KEPT: dict[Path, dict[Symbol, Record]] = {}


class PlainRecords:
    """The library that `folder` names; only the sources are written there, to be read again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept = _KEPT.setdefault(folder, {})
        self._lock = RLock()
        self._contents = Holdings((), ())

    @property
    def place(self) -> str:
        return f"plain:{self._folder}"

    @property
    def stores(self) -> PlainStores:
        return PlainStores(self._folder)

    def add(self, path: Path, *, force: bool = False, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
        return take_in(self, path, force=force, revisions=revisions)

    def holding(self, path: Path) -> Symbol | None:
        return self.holder(hashlib.sha256(files.read_bytes(path)).hexdigest())

    def holder(self, sha256: str) -> Symbol | None:
        held = (symbol for symbol, one in list(self._kept.items()) if one.source and one.source.sha256 == sha256)
        return next(held, None)

    def remove(self, symbol: Symbol | str) -> None:
        with self._lock:
            del self._kept[self.symbol(symbol)]

    def get(self, symbol: Symbol | str) -> Resolution:
        return self.reading(symbol).resolution

    def reading(self, symbol: Symbol | str) -> Reading:
        return self.record(symbol).reading

    def record(self, name: Symbol | str) -> Record:
        return self._kept[self.symbol(name)]

    def keep(self, symbol: Symbol, kept: Record, content: bytes | None = None) -> None:
        with self._lock:
            self._kept[symbol] = kept
            if content is not None and kept.source:
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / kept.source.name).write_bytes(content)

    def symbol(self, name: Symbol | str) -> Symbol:
        found = name if isinstance(name, Symbol) else Symbol.parse(name)
        if found is None or found not in self._kept:
            raise LibraryError(
                f"{name} is not in the library {self.place}", remedy=near(found or str(name), self.entries())
            )
        return found

    def entries(self) -> tuple[CatalogueEntry, ...]:
        return self.contents().entries

    def contents(self) -> Holdings:
        with self._lock:
            found = (entry_of(one) for _, one in sorted(self._kept.items(), key=lambda item: item[0].sort_key))
            entries = tuple(entry for entry in found if entry is not None)
            if entries != self._contents.entries:
                self._contents = Holdings(entries, ())
            return self._contents

    def fingerprints(self) -> Mapping[str, str]:
        return {
            str(symbol): hashlib.sha256(dumps(one.reading, one.source).encode()).hexdigest()
            for symbol, one in list(self._kept.items())
        }

    def series_of(self, name: Symbol | str) -> tuple[Symbol, ...]:
        return self.contents().series_of(name)

    def verify(self) -> Iterator[Verified]:
        for symbol, one in sorted(self._kept.items(), key=lambda item: item[0].file_stem):
            older = one.source is not None and one.source.reader < READER
            yield Verified(symbol.file_stem, problems(one, self._source(one)), older)

    def reread(self, name: Symbol | str) -> Reread:
        symbol = self.symbol(name)
        again, what = reread(symbol, self._kept[symbol], self._source(self._kept[symbol]))
        self.keep(symbol, again)
        return what

    def _source(self, one: Record) -> Path | None:
        return self._folder / one.source.name if one.source else None

    def __contains__(self, symbol: Symbol) -> bool:
        return symbol in self._kept
