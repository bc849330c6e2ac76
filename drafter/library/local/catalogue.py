"""What a list of the library needs, in one small SQLite file: derived data, rebuilt where missing or stale.

A row is valid as long as its record's size and time of change are the same, so an edit by hand or by another process is
noticed. Nothing is lost with the file: a damaged one is thrown away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from drafter.errors import DrafterError
from drafter.files import read_text
from drafter.library.entries import entry_of
from drafter.library.record import Record, record
from drafter.library.values import CatalogueEntry, Damaged
from drafter.model.organ import Organ
from drafter.model.symbol import Symbol

HIDDEN = ".drafter"
"""The folder in a library that holds what can be derived from it."""

State = tuple[int, int]
"""When a record's file was changed, in nanoseconds, and its size in bytes."""

Answer = TypeVar("Answer")

_VERSION = 3
_BATCH = 200
_SCHEMA = """CREATE TABLE entry
    (stem TEXT PRIMARY KEY, changed INTEGER, size INTEGER, sha256 TEXT, summary TEXT, problem TEXT) WITHOUT ROWID"""
_INSERT = "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?)"


class Catalogue:
    """The entries of the library in `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder: Path | None = None
        self._looked = False

    @property
    def folder(self) -> Path:
        """Where derived files go: hidden in the library, or in the user's cache where the library is read-only."""
        if self._folder is None:
            self._folder = _writable(self._root)
        return self._folder

    def entries(self) -> tuple[tuple[CatalogueEntry, ...], tuple[Damaged, ...]]:
        """The entries in the order of their symbols, and the records that cannot be read."""

        def listed(database: sqlite3.Connection) -> tuple[tuple[CatalogueEntry, ...], tuple[Damaged, ...]]:
            self._refresh(database)
            rows = database.execute("SELECT stem, summary, problem FROM entry").fetchall()
            good = (_entry(summary) for _, summary, problem in rows if problem is None)
            damaged = (Damaged(stem, problem) for stem, _, problem in rows if problem is not None)
            return tuple(sorted(good, key=lambda entry: entry.symbol.sort_key)), tuple(damaged)

        return self._ask(listed)

    def note(self, stem: str, kept: Record) -> None:
        """Take in a record that has just been written."""
        row = _row(stem, _state((self._root / f"{stem}.toml").stat()), kept)

        def noted(database: sqlite3.Connection) -> None:
            with database:
                database.execute(_INSERT, row)

        self._ask(noted)

    def states(self) -> dict[str, State]:
        """The state of each record's file on disk now, by its stem."""
        return dict(_records(self._root))

    def holder(self, sha256: str) -> str | None:
        """The stem of the record whose source has this checksum."""

        def held(database: sqlite3.Connection) -> str | None:
            if not self._looked:
                self._refresh(database)
            row = database.execute("SELECT stem FROM entry WHERE sha256 = ?", (sha256,)).fetchone()
            return row[0] if row else None

        return self._ask(held)

    def _refresh(self, database: sqlite3.Connection) -> None:
        known = {
            stem: (changed, size) for stem, changed, size in database.execute("SELECT stem, changed, size FROM entry")
        }
        found = self.states()
        with database:
            gone = [(stem,) for stem in known.keys() - found.keys()]
            database.executemany("DELETE FROM entry WHERE stem = ?", gone)
        stale = [(stem, state) for stem, state in found.items() if known.get(stem) != state]
        for begin in range(0, len(stale), _BATCH):
            with database:
                for stem, state in stale[begin : begin + _BATCH]:
                    database.execute(_INSERT, _row(stem, state, _read(self._root / f"{stem}.toml")))

        self._looked = True

    def _ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """The answer from the file; from a new file if it is damaged, from memory if none can be made."""
        path = self.folder / "catalogue.sqlite"
        for _ in range(2):
            try:
                with contextlib.closing(sqlite3.connect(path, timeout=30)) as database:
                    _prepare(database)
                    return question(database)
            except sqlite3.OperationalError:
                break  # the disk is full or read-only, or another process holds the file for long
            except (sqlite3.DatabaseError, LookupError, TypeError, ValueError):
                self._looked = False
                with contextlib.suppress(OSError):
                    path.unlink()
        with contextlib.closing(sqlite3.connect(":memory:")) as database:
            _prepare(database)
            return question(database)


def _prepare(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA synchronous = OFF")  # a power cut may cost the file, which is then rebuilt
    if _version(database) != _VERSION:
        with database:
            database.execute("BEGIN IMMEDIATE")
            if _version(database) != _VERSION:  # no other process was quicker
                database.execute("DROP TABLE IF EXISTS entry")
                database.execute(_SCHEMA)
                database.execute(f"PRAGMA user_version = {_VERSION}")


def _version(database: sqlite3.Connection) -> int:
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    return version


def _writable(root: Path) -> Path:
    inside = root / HIDDEN
    try:
        inside.mkdir(exist_ok=True)
        ignore = inside / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        if os.access(inside, os.W_OK):
            return inside
    except OSError:
        pass
    import platformdirs

    name = hashlib.sha256(str(root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    for cache in (platformdirs.user_cache_path("drafter", appauthor=False), Path(tempfile.gettempdir()) / "drafter"):
        with contextlib.suppress(OSError):
            (cache / name).mkdir(parents=True, exist_ok=True)
            return cache / name
    return inside


def _state(found: os.stat_result) -> State:
    return found.st_mtime_ns, found.st_size


def _records(root: Path) -> Iterator[tuple[str, State]]:
    with os.scandir(root) as listed:
        for found in listed:
            if found.name.endswith(".toml") and not found.name.startswith(".") and found.is_file():
                yield found.name[:-5], _state(found.stat())


def _read(path: Path) -> Record | str:
    try:
        kept = record(read_text(path), path)
    except DrafterError as error:
        return str(error)
    symbol = kept.reading.resolution.symbol
    if symbol is None or symbol.file_stem != path.stem:
        return f"{path}: the record of {symbol or 'no symbol'} does not bear its name"
    return kept


def _row(stem: str, state: State, kept: Record | str) -> tuple[str | int | None, ...]:
    if isinstance(kept, str):
        return stem, *state, None, None, kept
    entry = entry_of(kept)
    return stem, *state, kept.source.sha256 if kept.source else None, _summary(entry) if entry else None, None


def _summary(entry: CatalogueEntry) -> str:
    values = {**asdict(entry), "symbol": str(entry.symbol)}
    values["adopted"] = entry.adopted.isoformat() if entry.adopted else None
    return json.dumps(values, ensure_ascii=False)


@lru_cache(maxsize=1 << 16)
def _entry(summary: str) -> CatalogueEntry:
    values = json.loads(summary)
    values["symbol"] = Symbol.parse(values["symbol"])
    values["organ"] = Organ(values["organ"])
    values["adopted"] = date.fromisoformat(values["adopted"]) if values["adopted"] else None
    values["cites"] = tuple(values["cites"])
    values["holders"] = tuple(map(tuple, values["holders"]))
    return CatalogueEntry(**values)
