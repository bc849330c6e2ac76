"""What became of things from year to year, counted by key, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from drafter.library.local.database import Database
from drafter.library.ports import Pair
from drafter.library.values import PairCounts

LAYOUT = 1
_TABLES = (
    "CREATE TABLE pair (number INTEGER PRIMARY KEY, old TEXT, new TEXT, mark TEXT, UNIQUE (old, new))",
    "CREATE TABLE seen (key TEXT, pair INTEGER, stood INTEGER, stepped INTEGER, other INTEGER, "
    "PRIMARY KEY (key, pair)) WITHOUT ROWID",
    "CREATE INDEX seen_pair ON seen (pair)",
)


class SqliteCounts:
    """Counts are stored with the number of their pair, since a common key occurs in thousands of pairs."""

    def __init__(self, file: Path) -> None:
        self._database = Database(file, LAYOUT, _TABLES, "what is counted from year to year")

    def close(self) -> None:
        self._database.close()

    def fingerprints(self) -> Mapping[Pair, str]:
        with self._database.reading() as base:
            return {(old, new): mark for old, new, mark in base.execute("SELECT old, new, mark FROM pair")}

    def add(self, pairs: Iterable[PairCounts]) -> None:
        for pair in pairs:
            with self._database.writing() as base:
                _forget(base, (pair.old, pair.new))
                number = base.execute(
                    "INSERT INTO pair (old, new, mark) VALUES (?, ?, ?)", (pair.old, pair.new, pair.fingerprint)
                ).lastrowid
                rows = ((key, number, *three) for key, three in pair.counts)
                base.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)", rows)

    def remove(self, pairs: Iterable[Pair]) -> None:
        with self._database.writing() as base:
            for pair in pairs:
                _forget(base, pair)

    def of(self, key: str) -> Mapping[Pair, tuple[int, int, int]]:
        with self._database.reading() as base:
            rows = base.execute(
                "SELECT old, new, stood, stepped, other FROM seen JOIN pair ON pair = number WHERE key = ?", (key,)
            )
            return {(old, new): (stood, stepped, other) for old, new, stood, stepped, other in rows}


def _forget(base: sqlite3.Connection, pair: Pair) -> None:
    base.execute("DELETE FROM seen WHERE pair IN (SELECT number FROM pair WHERE old = ? AND new = ?)", pair)
    base.execute("DELETE FROM pair WHERE old = ? AND new = ?", pair)
