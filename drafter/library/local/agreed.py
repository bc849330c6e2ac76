"""Agreed language: which words of a text stand in adopted texts, exactly, by their runs of six words.

Every run of six words is kept as a number together with its place: the day of adoption, the resolution and the word it
starts at. A longer run occurs wherever its six-word runs follow each other word by word, so no text has to be read
again to find it. The file is derived from the library and may be thrown away.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from drafter.library.local.database import Database
from drafter.library.local.longest import Sought
from drafter.library.local.places import (
    RESOLUTION_AT,
    UNDATED,
    day_at,
    day_number,
    day_of,
    place_of,
    resolution_at,
    word_at,
)
from drafter.library.runs import run_hashes
from drafter.library.terms import plain_words, words
from drafter.library.values import AgreedPlace, AgreedRun, Coverage, Indexed

LAYOUT = 1
STAGED = 4_000_000
"""How many six-word runs are sorted and written at a time."""

_MARGIN = 1 << 16
_TABLES = (
    "CREATE TABLE resolution (number INTEGER PRIMARY KEY AUTOINCREMENT, symbol TEXT UNIQUE, fingerprint TEXT NOT NULL)",
    "CREATE TABLE paragraph (resolution INTEGER, start INTEGER, label TEXT NOT NULL, PRIMARY KEY (resolution, start)) "
    "WITHOUT ROWID",
    "CREATE TABLE run (hash INTEGER, place INTEGER, PRIMARY KEY (hash, place)) WITHOUT ROWID",
    "CREATE TABLE gone (number INTEGER PRIMARY KEY)",
)


class SqliteAgreedLanguage:
    """The six-word runs of every adopted text, in one SQLite file."""

    def __init__(self, file: Path) -> None:
        self._database = Database(file, LAYOUT, _TABLES, "agreed language")

    def close(self) -> None:
        self._database.close()

    def fingerprints(self) -> Mapping[str, str]:
        with self._database.reading() as base:
            return dict(base.execute("SELECT symbol, fingerprint FROM resolution"))

    def add(self, resolutions: Iterable[Indexed]) -> None:
        waiting = iter(resolutions)
        while True:
            with self._database.writing() as base:
                staged = self._stage(base, waiting)
                base.execute("INSERT OR IGNORE INTO run SELECT hash, place FROM staged ORDER BY hash, place")
                base.execute("DROP TABLE staged")
            if not staged:
                return

    def _stage(self, base: sqlite3.Connection, waiting: Iterator[Indexed]) -> int:
        base.execute("CREATE TEMP TABLE staged (hash INTEGER, place INTEGER)")
        staged = 0
        for resolution in waiting:
            self._forget(base, resolution.symbol)
            number = base.execute(
                "INSERT INTO resolution (symbol, fingerprint) VALUES (?, ?)",
                (resolution.symbol, resolution.fingerprint),
            ).lastrowid
            assert number is not None
            start = _MARGIN
            for passage in resolution.passages:
                texts = plain_words(passage.text)
                base.execute("INSERT INTO paragraph VALUES (?, ?, ?)", (number, start, passage.label))
                first = place_of(day_number(passage.adopted), number, start)
                base.executemany(
                    "INSERT INTO staged VALUES (?, ?)", ((run, first + at) for at, run in enumerate(run_hashes(texts)))
                )
                staged += len(texts)
                start += max(len(texts), 1)
            if staged >= STAGED:
                break
        return staged

    def remove(self, symbols: Iterable[str]) -> None:
        """Forget resolutions. Their runs are skipped, and deleted once there are many of them."""
        with self._database.writing() as base:
            for symbol in symbols:
                self._forget(base, symbol)
            gone = base.execute("SELECT count(*) FROM gone").fetchone()[0]
            if gone > 100 and gone > base.execute("SELECT count(*) FROM resolution").fetchone()[0] // 10:
                base.execute(f"DELETE FROM run WHERE {RESOLUTION_AT} IN (SELECT number FROM gone)")
                base.execute("DELETE FROM gone")

    def _forget(self, base: sqlite3.Connection, symbol: str) -> None:
        row = base.execute("SELECT number FROM resolution WHERE symbol = ?", (symbol,)).fetchone()
        if row:
            base.execute("INSERT INTO gone VALUES (?)", row)
            base.execute("DELETE FROM paragraph WHERE resolution = ?", row)
            base.execute("DELETE FROM resolution WHERE number = ?", row)

    def coverage(self, text: str, before: date | None = None, without: frozenset[str] = frozenset()) -> Coverage:
        text_words = words(text)[: _MARGIN - 1]
        hashes = run_hashes([word.text for word in text_words])
        until = place_of(day_number(before) if before else UNDATED + 1)
        found: list[AgreedRun] = []
        covered: set[int] = set()
        with self._database.reading() as base:
            for start, end, beginnings in Sought(base, hashes, until, _left_out(base, without)).longest():
                covered.update(range(start, end))
                places = [beginning + start for beginning in beginnings]
                dated = [place for place in places if place < place_of(UNDATED)] or places
                found.append(
                    AgreedRun(
                        text_words[start].start,
                        text_words[end - 1].end,
                        end - start,
                        len({resolution_at(place) for place in places}),
                        _standing(base, day_at(min(places)), places, min),
                        _standing(base, day_at(max(dated)), places, max),
                    )
                )
        return Coverage(tuple(found), len(text_words), len(covered))


def _left_out(base: sqlite3.Connection, without: frozenset[str]) -> frozenset[int]:
    """The numbers of the resolutions removed, and of those in `without`."""
    rows = base.execute(
        "SELECT number FROM gone UNION SELECT number FROM resolution WHERE symbol IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(without)),),
    )
    return frozenset(number for (number,) in rows)


def _standing(base: sqlite3.Connection, day: int, places: Iterable[int], chosen: Callable[..., int]) -> AgreedPlace:
    """The first of the places in the resolution `chosen` by its symbol from those of one day."""
    that_day = sorted((place for place in places if day_at(place) == day), reverse=True)
    first_in = {resolution_at(place): place for place in that_day}
    number = chosen(first_in, key=lambda number: _natural(_symbol(base, number)))
    (label,) = base.execute(
        "SELECT label FROM paragraph WHERE resolution = ? AND start <= ? ORDER BY start DESC LIMIT 1",
        (number, word_at(first_in[number])),
    ).fetchone()
    return AgreedPlace(_symbol(base, number), label, day_of(day))


def _symbol(base: sqlite3.Connection, number: int) -> str:
    (symbol,) = base.execute("SELECT symbol FROM resolution WHERE number = ?", (number,)).fetchone()
    return str(symbol)


def _natural(symbol: str) -> tuple[object, ...]:
    """Sorts symbols of one day as a reader would: 75/9 before 75/10."""
    return tuple(piece.zfill(8) for piece in re.findall(r"\d+|\D+", symbol))
