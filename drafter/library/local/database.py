"""A SQLite file of derived data that several threads may ask at once.

Each reader has a connection of its own for that time and sees one state of the file; only one writes at a time. A file
that is damaged, or that another version of the program made, is thrown away and rebuilt.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drafter.errors import BusyError

PATIENCE = 10.0
"""Seconds to wait for another process that writes."""

_BESIDE = ("", "-wal", "-shm", "-journal")


class Database:
    """The tables that `statements` make, in `file`; in memory where it can neither be made nor opened."""

    def __init__(self, file: Path, layout: int, statements: tuple[str, ...], purpose: str) -> None:
        self._file = file
        self._layout = layout
        self._statements = statements
        self._purpose = purpose
        self._one_writes = threading.RLock()
        self._idle: list[sqlite3.Connection] = []
        self._kept = True
        self._writer = self._opened()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection on which all questions see the same state."""
        if not self._kept:
            with self._one_writes:
                yield self._writer
            return
        try:
            base = self._idle.pop()
        except IndexError:
            base = self._connected()
        base.execute("BEGIN")
        try:
            yield base
        finally:
            base.execute("ROLLBACK")
            self._idle.append(base)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are kept together at the end, or not at all; BusyError if another process is
        writing."""
        with self._one_writes:
            try:
                self._writer.execute("BEGIN IMMEDIATE")
                try:
                    yield self._writer
                except BaseException:
                    if self._writer.in_transaction:  # a full disk has ended it already
                        self._writer.execute("ROLLBACK")
                    raise
                self._writer.execute("COMMIT")
            except sqlite3.OperationalError as busy:
                raise BusyError(
                    f"{self._purpose} cannot be written ({busy})", file=self._file, remedy="try again in a while"
                ) from busy

    def close(self) -> None:
        """Let go of the file; nothing may be asked afterwards."""
        with self._one_writes:
            for base in (self._writer, *self._idle):
                base.close()
            self._idle.clear()

    def _opened(self) -> sqlite3.Connection:
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            try:
                return self._prepared(self._connected())
            except sqlite3.OperationalError:
                break  # the disk is full or read-only, or another process holds the file for long
            except sqlite3.DatabaseError:
                self._throw_away()
        self._kept = False
        return self._prepared(self._connected(":memory:"))

    def _connected(self, place: str = "") -> sqlite3.Connection:
        base = sqlite3.connect(
            place or self._file, timeout=PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=16
        )
        base.execute("PRAGMA synchronous = NORMAL")
        base.execute("PRAGMA cache_size = -64000")
        return base

    def _prepared(self, base: sqlite3.Connection) -> sqlite3.Connection:
        try:
            if _layout(base) != self._layout:
                base.execute("PRAGMA journal_mode = WAL")
                base.execute("BEGIN IMMEDIATE")
                if _layout(base) not in (0, self._layout):
                    raise sqlite3.DatabaseError("another layout")  # noqa: TRY301 - thrown away as a damaged one is
                for statement in self._statements:
                    base.execute(statement)
                base.execute(f"PRAGMA user_version = {self._layout}")
                base.execute("COMMIT")
        except BaseException:
            base.close()
            raise
        return base

    def _throw_away(self) -> None:
        for suffix in _BESIDE:
            with suppress(OSError):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)


def _layout(base: sqlite3.Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])
