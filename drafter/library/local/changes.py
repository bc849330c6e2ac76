"""What changed from year to year, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from drafter.library.local.database import Database
from drafter.library.ports import Pair
from drafter.library.values import PairChanges, YearlyAddition, YearlyChange
from drafter.model.resolution import Kind

LAYOUT = 2
BATCH = 50
"""How many pairs of texts are committed together."""

_TABLES = (
    "CREATE TABLE pair (number INTEGER PRIMARY KEY, old TEXT, new TEXT, day TEXT, series TEXT, fingerprint TEXT, "
    "UNIQUE (old, new))",
    "CREATE TABLE change (pair INTEGER, label TEXT, before TEXT, was TEXT, after TEXT, new TEXT)",
    "CREATE INDEX change_pair ON change (pair)",
    "CREATE TABLE addition (pair INTEGER, label TEXT, kind TEXT, level INTEGER, follows TEXT, text TEXT)",
    "CREATE INDEX addition_pair ON addition (pair)",
)
_BETWEEN = "JOIN pair ON pair = number WHERE day >= ? AND day < ? ORDER BY day, pair.new"


class SqliteChanges:
    """The day and the series are stored with the pair, as they are the same for all its changes."""

    def __init__(self, file: Path) -> None:
        self._database = Database(file, LAYOUT, _TABLES, "what changed from year to year")

    def close(self) -> None:
        self._database.close()

    def fingerprints(self) -> Mapping[Pair, str]:
        with self._database.reading() as base:
            return {(old, new): mark for old, new, mark in base.execute("SELECT old, new, fingerprint FROM pair")}

    def add(self, pairs: Iterable[PairChanges]) -> None:
        waiting = iter(pairs)
        while batch := list(islice(waiting, BATCH)):
            with self._database.writing() as base:
                for pair in batch:
                    _forget(base, (pair.old, pair.new))
                    one = next(iter(pair.changes), None) or next(iter(pair.additions), None)
                    number = base.execute(
                        "INSERT INTO pair (old, new, day, series, fingerprint) VALUES (?, ?, ?, ?, ?)",
                        (
                            pair.old,
                            pair.new,
                            one.day.isoformat() if one else None,
                            one.series if one else None,
                            pair.fingerprint,
                        ),
                    ).lastrowid
                    base.executemany(
                        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
                        ((number, c.label, *map(" ".join, (c.before, c.was, c.after)), c.new) for c in pair.changes),
                    )
                    base.executemany(
                        "INSERT INTO addition VALUES (?, ?, ?, ?, ?, ?)",
                        ((number, a.label, a.kind.value, a.level, a.follows, a.text) for a in pair.additions),
                    )

    def remove(self, pairs: Iterable[Pair]) -> None:
        with self._database.writing() as base:
            for pair in pairs:
                _forget(base, pair)

    def changes(self, since: date | None = None, before: date | None = None) -> Iterator[YearlyChange]:
        for symbol, label, day, series, left, was, right, new in self._rows(
            f"SELECT pair.new, label, day, series, before, was, after, change.new FROM change {_BETWEEN}, change.rowid",
            since,
            before,
        ):
            around = tuple(left.split()), tuple(was.split()), tuple(right.split())
            yield YearlyChange(symbol, label, date.fromisoformat(day), series, *around, new)

    def additions(self, since: date | None = None, before: date | None = None) -> Iterator[YearlyAddition]:
        for symbol, label, day, series, kind, level, follows, text in self._rows(
            f"SELECT pair.new, label, day, series, kind, level, follows, text FROM addition {_BETWEEN}, addition.rowid",
            since,
            before,
        ):
            yield YearlyAddition(symbol, label, date.fromisoformat(day), series, Kind(kind), level, follows, text)

    def _rows(self, question: str, since: date | None, before: date | None) -> list[tuple[Any, ...]]:
        between = (since.isoformat() if since else "0", before.isoformat() if before else "9999")
        with self._database.reading() as base:
            return base.execute(question, between).fetchall()


def _forget(base: sqlite3.Connection, pair: Pair) -> None:
    for table in ("change", "addition"):
        base.execute(f"DELETE FROM {table} WHERE pair IN (SELECT number FROM pair WHERE old = ? AND new = ?)", pair)
    base.execute("DELETE FROM pair WHERE old = ? AND new = ?", pair)
