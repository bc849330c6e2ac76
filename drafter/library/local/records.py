"""The resolutions on disk: each source as it came, and beside it the text read from it, as a record.

corpus/A_RES_75_190.md      the source
corpus/A_RES_75_190.toml    the record
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import files
from drafter.errors import DrafterError, LibraryError
from drafter.library.local.stores import LocalStores
from drafter.library.record import Record, SourceFile, dumps, record
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Resolution
from drafter.model.symbol import Symbol

if TYPE_CHECKING:
    from drafter.library.contents import Holdings
    from drafter.library.local.catalogue import Catalogue, State
    from drafter.library.values import CatalogueEntry, Reread, Verified


class FolderRecords:
    """The library in the folder `root`. Opening it touches nothing; each call sees what is on disk at that moment."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._contents: Holdings | None = None
        self._states: Mapping[str, State] = {}
        self._one_looks = threading.Lock()

    @property
    def place(self) -> str:
        return str(self.root.absolute())

    @property
    def stores(self) -> LocalStores:
        return LocalStores(self.derived)

    @cached_property
    def _catalogue(self) -> Catalogue:
        from drafter.library.local.catalogue import Catalogue  # to show one text SQLite is not needed

        return Catalogue(self.root)

    @property
    def derived(self) -> Path:
        """The folder for what is derived from the library, such as an index; it may be deleted at any time."""
        self._require()
        return self._catalogue.folder

    def add(self, path: Path, *, force: bool = False, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
        from drafter.library.intake import take_in

        return take_in(self, path, force=force, revisions=revisions)

    def holding(self, path: Path) -> Symbol | None:
        return self.holder(hashlib.sha256(files.read_bytes(path)).hexdigest())

    def holder(self, sha256: str) -> Symbol | None:
        if not self.root.is_dir():
            return None
        stem = self._catalogue.holder(sha256)
        if stem is None:
            return None
        try:
            kept = self._record(stem)
        except DrafterError:
            return None
        held = kept.source is not None and kept.source.sha256 == sha256
        return kept.reading.resolution.symbol if held else None

    def remove(self, symbol: Symbol | str) -> None:
        found = self.symbol(symbol)
        path = self._path(found)
        source: SourceFile | None = None
        with contextlib.suppress(DrafterError):  # a damaged record can still be taken out
            source = self._record(found.file_stem).source
        try:
            path.unlink()
            if source:
                (self.root / Path(source.name).name).unlink(missing_ok=True)
        except OSError as error:
            raise LibraryError(f"cannot remove it: {files.reason(error)}", file=path) from error
        self._contents = None

    def get(self, symbol: Symbol | str) -> Resolution:
        return self.reading(symbol).resolution

    def reading(self, symbol: Symbol | str) -> Reading:
        return self.record(symbol).reading

    def symbol(self, name: Symbol | str) -> Symbol:
        self._require()
        found = name if isinstance(name, Symbol) else Symbol.parse(name)
        if found is None or found not in self:
            from drafter.library.near import near

            raise LibraryError(
                f"{name} is not in the library {self.root}", remedy=near(found or str(name), self.entries())
            )
        return found

    def entries(self) -> tuple[CatalogueEntry, ...]:
        return self.contents().entries

    def contents(self) -> Holdings:
        """Read from the catalogue only after a change on disk."""
        from drafter.library.contents import Holdings

        self._require()
        states = self._catalogue.states()
        with self._one_looks:
            if self._contents is None or states != self._states:
                entries, damaged = self._catalogue.entries()
                if self._contents is None or (self._contents.entries, self._contents.damaged) != (entries, damaged):
                    self._contents = Holdings(entries, damaged)
                self._states = states
            return self._contents

    def fingerprints(self) -> dict[str, str]:
        """The time and size of each record's file: what another program writes is seen too."""
        self._require()
        states = self._catalogue.states()
        stems = ((entry.symbol, states.get(entry.symbol.file_stem)) for entry in self.contents().entries)
        return {str(symbol): f"{state[0]}-{state[1]}" for symbol, state in stems if state}

    def series_of(self, name: Symbol | str) -> tuple[Symbol, ...]:
        return self.contents().series_of(name)

    def verify(self) -> Iterator[Verified]:
        from drafter.library.sources import READER
        from drafter.library.values import Problem, Verified
        from drafter.library.verify import problems

        contents = self.contents()
        wrong = {damaged.stem: damaged.problem for damaged in contents.damaged}
        for stem in sorted({*wrong, *(entry.symbol.file_stem for entry in contents.entries)}):
            if stem in wrong:
                yield Verified(stem, (Problem("record", wrong[stem]),))
            else:
                kept = self._record(stem)
                older = kept.source is not None and kept.source.reader < READER
                yield Verified(stem, problems(kept, self._source(kept)), older)

    def reread(self, name: Symbol | str) -> Reread:
        from drafter.library.reread import reread

        symbol = self.symbol(name)
        kept = self.record(symbol)
        again, what = reread(symbol, kept, self._source(kept))
        if again != kept:
            self.keep(symbol, again)
        return what

    def __contains__(self, symbol: Symbol) -> bool:
        return self._path(symbol).is_file()

    def record(self, name: Symbol | str) -> Record:
        return self._record(self.symbol(name).file_stem)

    def _source(self, kept: Record) -> Path | None:
        return self.root / Path(kept.source.name).name if kept.source else None

    def keep(self, symbol: Symbol, kept: Record, content: bytes | None = None) -> None:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"cannot make this folder: {files.reason(error)}", file=self.root) from error
        before = self._record(symbol.file_stem).source if symbol in self else None
        if content is not None and kept.source:
            files.write(self.root / kept.source.name, content, durable=False)
        files.write(self._path(symbol), dumps(kept.reading, kept.source), durable=False)
        if before and kept.source and before.name != kept.source.name:
            (self.root / before.name).unlink(missing_ok=True)
        self._catalogue.note(symbol.file_stem, kept)
        self._contents = None

    def _record(self, stem: str) -> Record:
        path = self.root / f"{stem}.toml"
        return record(files.read_text(path), path)

    def _path(self, symbol: Symbol) -> Path:
        return self.root / f"{symbol.file_stem}.toml"

    def _require(self) -> None:
        if not self.root.is_dir():
            raise LibraryError(
                "there is no library here", file=self.root, remedy="make one with drafter corpus add FILE"
            )
