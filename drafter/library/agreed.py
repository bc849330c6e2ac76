"""Agreed language: which words of a text stand in adopted texts, exactly, by their runs of six words.

Every run of six words is kept as a number together with its place: the day of adoption, the resolution and the
word it starts at. A longer run stands wherever its six-word runs follow each other word by word, so no text has
to be read again to find it. The file is derived from the library and may be thrown away.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from drafter.errors import BusyError
from drafter.library.index import Indexed, Passage
from drafter.library.runs import RUN, run_hashes
from drafter.library.terms import Word, plain_words, words

LAYOUT = 1
STAGED = 4_000_000
"""How many six-word runs are sorted and written at a time."""

_FIRST_DAY = date(1945, 1, 1)
_UNDATED = 1 << 16
_WORD_BITS, _RESOLUTION_BITS = 22, 24
_MARGIN = 1 << 16
_TABLES = """
CREATE TABLE IF NOT EXISTS resolution (
    number INTEGER PRIMARY KEY AUTOINCREMENT, symbol TEXT UNIQUE, fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS paragraph (
    resolution INTEGER, start INTEGER, label TEXT NOT NULL, PRIMARY KEY (resolution, start)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (hash INTEGER, place INTEGER, PRIMARY KEY (hash, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gone (number INTEGER PRIMARY KEY);
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where words stand: paragraph `label` of `symbol`, adopted on `adopted`."""

    symbol: str
    label: str
    adopted: date | None


@dataclass(frozen=True, slots=True)
class Run:
    """The words at the characters `start`..`end` stand in `count` resolutions, first and latest as given.

    No run lies within another: a longer one that stands somewhere takes its place.
    """

    start: int
    end: int
    words: int
    count: int
    first: Standing
    latest: Standing


@dataclass(frozen=True, slots=True)
class Coverage:
    """The runs of one text in order, how many words it has and how many of them lie in some run."""

    runs: tuple[Run, ...]
    words: int
    agreed_words: int


class AgreedLanguage:
    """The six-word runs of every adopted text, in one SQLite file."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._file = file
        self._base = self._opened()
        self._symbols: dict[int, str] | None = None

    def _opened(self) -> sqlite3.Connection:
        try:
            base = sqlite3.connect(self._file, timeout=10, isolation_level=None, check_same_thread=False)
            layout = base.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError:
            layout = -1
        if layout not in (0, LAYOUT):
            base.close()
            for suffix in ("", "-wal", "-shm"):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
            base = sqlite3.connect(self._file, timeout=10, isolation_level=None, check_same_thread=False)
        if layout != LAYOUT:
            base.execute("PRAGMA journal_mode = WAL")
            base.executescript(_TABLES)
            base.execute(f"PRAGMA user_version = {LAYOUT}")
        base.execute("PRAGMA synchronous = NORMAL")
        base.execute("PRAGMA cache_size = -64000")
        return base

    def close(self) -> None:
        self._base.close()

    def fingerprints(self) -> Mapping[str, str]:
        """Symbol → fingerprint of each resolution taken in."""
        return dict(self._base.execute("SELECT symbol, fingerprint FROM resolution"))

    def add(self, resolutions: Iterable[Indexed]) -> None:
        """Take resolutions in, each in place of an earlier one of its symbol, some thousands at a time: what a
        killed process has left out is missing from `fingerprints`."""
        waiting = iter(resolutions)
        while True:
            with self._writing() as base:
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
                first = _place(passage, number) + start
                base.executemany(
                    "INSERT INTO staged VALUES (?, ?)", ((run, first + at) for at, run in enumerate(run_hashes(texts)))
                )
                staged += len(texts)
                start += max(len(texts), 1)
            if staged >= STAGED:
                break
        return staged

    def remove(self, symbols: Iterable[str]) -> None:
        """Forget resolutions. Their runs are passed over, and swept out once there are many of them."""
        with self._writing() as base:
            for symbol in symbols:
                self._forget(base, symbol)
            gone = base.execute("SELECT count(*) FROM gone").fetchone()[0]
            if gone > 100 and gone > base.execute("SELECT count(*) FROM resolution").fetchone()[0] // 10:
                base.execute(
                    f"DELETE FROM run WHERE (place >> {_WORD_BITS}) & {(1 << _RESOLUTION_BITS) - 1} IN "
                    "(SELECT number FROM gone)"
                )
                base.execute("DELETE FROM gone")

    def _forget(self, base: sqlite3.Connection, symbol: str) -> None:
        row = base.execute("SELECT number FROM resolution WHERE symbol = ?", (symbol,)).fetchone()
        if row:
            base.execute("INSERT INTO gone VALUES (?)", row)
            base.execute("DELETE FROM paragraph WHERE resolution = ?", row)
            base.execute("DELETE FROM resolution WHERE number = ?", row)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self._base.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as busy:
            raise BusyError(
                f"agreed language cannot be written ({busy})", file=self._file, remedy="try again in a while"
            ) from busy
        try:
            yield self._base
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")
        self._symbols = None

    def coverage(self, text: str, before: date | None = None, without: frozenset[str] = frozenset()) -> Coverage:
        """The longest runs of `text` that stand in texts adopted before a day, resolutions `without` left out."""
        worded = words(text)[: _MARGIN - 1]
        found: list[Run] = []
        covered: set[int] = set()
        for start, end, places in self._longest(worded, before, without):
            covered.update(range(start, end))
            resolutions = {place >> _WORD_BITS for place in places}
            found.append(
                Run(
                    worded[start].start,
                    worded[end - 1].end,
                    end - start,
                    len(resolutions),
                    self._standing(min(resolutions, key=self._age), places),
                    self._standing(max(resolutions, key=self._newness), places),
                )
            )
        return Coverage(tuple(found), len(worded), len(covered))

    def stands(self, text: str, before: date | None = None, without: frozenset[str] = frozenset()) -> bool:
        """Whether the whole of a text of six words or more stands in some one adopted paragraph."""
        worded = words(text)
        return any(end - start == len(worded) for start, end, _ in self._longest(worded, before, without))

    def _longest(
        self, worded: tuple[Word, ...], before: date | None, without: frozenset[str]
    ) -> list[tuple[int, int, set[int]]]:
        """The runs `start`..`end` (in words) that lie in no other, each with the places its text starts from.

        Occurrences go on side by side: one that stands at the place p for the word 0 stands at p + 1 for the word 1.
        """
        closed: dict[tuple[int, int], set[int]] = {}
        going: list[tuple[int, set[int]]] = []
        hashes = run_hashes([word.text for word in worded])
        for at, places in enumerate([*self._places(hashes, before, without), set[int]()]):
            still: list[tuple[int, set[int]]] = []
            for start, occurrences in going:
                on = occurrences & places
                if len(on) < len(occurrences):
                    closed.setdefault((start, at - 1 + RUN), set()).update(occurrences - on)
                if on:
                    still.append((start, on))
                    places -= on
            if places:
                still.append((at, places))
            going = still
        longest: list[tuple[int, int, set[int]]] = []
        reached = 0
        for (start, end), occurrences in sorted(closed.items(), key=lambda run: (run[0][0], -run[0][1])):
            if end > reached:
                longest.append((start, end, {place + start for place in occurrences}))
                reached = end
        return longest

    def _places(self, hashes: list[int], before: date | None, without: frozenset[str]) -> Iterator[set[int]]:
        """For each six-word run of a text, where its text would start for the run to stand where it does."""
        left_out = self._left_out(without)
        limit = (_day(before) if before else _UNDATED + 1) << (_WORD_BITS + _RESOLUTION_BITS)
        for at, run in enumerate(hashes):
            rows = self._base.execute("SELECT place FROM run WHERE hash = ? AND place < ?", (run, limit))
            places = {place - at for (place,) in rows}
            if left_out:
                places = {place for place in places if place >> _WORD_BITS & _RESOLUTIONS not in left_out}
            yield places

    def _left_out(self, without: frozenset[str]) -> frozenset[int]:
        gone = {number for (number,) in self._base.execute("SELECT number FROM gone")}
        if without:
            gone.update(number for number, symbol in self._named().items() if symbol in without)
        return frozenset(gone)

    def _named(self) -> dict[int, str]:
        if self._symbols is None:
            self._symbols = dict(self._base.execute("SELECT number, symbol FROM resolution"))
        return self._symbols

    def _age(self, resolution: int) -> tuple[int, tuple[object, ...]]:
        return resolution >> _RESOLUTION_BITS, _natural(self._named()[resolution & _RESOLUTIONS])

    def _newness(self, resolution: int) -> tuple[int, tuple[object, ...]]:
        day, symbol = self._age(resolution)
        return (day if day < _UNDATED else -1), symbol

    def _standing(self, resolution: int, places: set[int]) -> Standing:
        """The first of the places within a resolution (its day and number), as a reader would name it."""
        day, number = resolution >> _RESOLUTION_BITS, resolution & _RESOLUTIONS
        word = min(place for place in places if place >> _WORD_BITS == resolution) & ((1 << _WORD_BITS) - 1)
        (label,) = self._base.execute(
            "SELECT label FROM paragraph WHERE resolution = ? AND start <= ? ORDER BY start DESC LIMIT 1",
            (number, word),
        ).fetchone()
        adopted = _FIRST_DAY + timedelta(days=day) if day < _UNDATED else None
        return Standing(self._named()[number], label, adopted)


_RESOLUTIONS = (1 << _RESOLUTION_BITS) - 1


def _day(day: date | None) -> int:
    return min(max((day - _FIRST_DAY).days, 0), _UNDATED - 1) if day else _UNDATED


def _place(passage: Passage, number: int) -> int:
    return ((_day(passage.adopted) << _RESOLUTION_BITS) | number) << _WORD_BITS


def _natural(symbol: str) -> tuple[object, ...]:
    """Orders symbols of one day as a reader would: 75/9 before 75/10."""
    return tuple(piece.zfill(8) for piece in re.findall(r"\d+|\D+", symbol))
