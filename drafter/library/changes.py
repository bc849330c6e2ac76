"""What changed in each item from one text to the next: words put in or replaced, and paragraphs added.

Mined from the aligned texts of all series, never a list made by hand; derived from the library like its index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drafter.align.pairs import align
from drafter.align.passages import passages
from drafter.align.words import word_changes
from drafter.library.series import title_key
from drafter.library.terms import plain_words
from drafter.model import numbering
from drafter.model.change import PairKind
from drafter.model.resolution import Kind, Resolution

LAYOUT = 2
CONTEXT = 3
"""How many words before and after a change are kept with it."""

_LIKE = 0.5
_LONGEST = 25
_TABLES = """
CREATE TABLE pair (
    number INTEGER PRIMARY KEY, old TEXT, new TEXT, day TEXT, series TEXT, fingerprint TEXT, UNIQUE (old, new));
CREATE TABLE change (pair INTEGER, label TEXT, before TEXT, was TEXT, after TEXT, new TEXT);
CREATE INDEX change_pair ON change (pair);
CREATE TABLE addition (pair INTEGER, label TEXT, kind TEXT, level INTEGER, follows TEXT, text TEXT);
CREATE INDEX addition_pair ON addition (pair);
"""


@dataclass(frozen=True, slots=True)
class Change:
    """Where `symbol` was adopted (its item's next text), the plain words `was` between the plain words `before`
    and `after` had become `new`, as it is printed in paragraph `label`; `new` alone is not empty for sure."""

    symbol: str
    label: str
    day: date
    series: str
    before: tuple[str, ...]
    was: tuple[str, ...]
    after: tuple[str, ...]
    new: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A paragraph that is new in `symbol`, and the text of the one it follows there ("" at the beginning)."""

    symbol: str
    label: str
    day: date
    series: str
    kind: Kind
    level: int
    follows: str
    text: str


class Changes:
    """All changes, in one SQLite file; what was added is kept once `keep` is called."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._base = _opened(file)

    def fingerprints(self) -> Mapping[tuple[str, str], str]:
        """(older symbol, newer symbol) → fingerprint of each pair of texts taken in."""
        return {(old, new): mark for old, new, mark in self._base.execute("SELECT old, new, fingerprint FROM pair")}

    def add(self, old: Resolution, new: Resolution, fingerprint: str) -> None:
        """Take in two neighbouring texts of one item, anew; an undated one is noted and teaches nothing."""
        self.remove([(str(old.symbol), str(new.symbol))])
        number = self._base.execute(
            "INSERT INTO pair (old, new, day, series, fingerprint) VALUES (?, ?, ?, ?, ?)",
            (str(old.symbol), str(new.symbol), _iso(new), title_key(new.title.text), fingerprint),
        ).lastrowid
        if new.adopted is None:
            return
        labels = numbering.labels(new.paragraphs)
        for passage in passages(align(old.paragraphs, new.paragraphs)):
            if not passage.new:
                continue
            place = passage.new[0]
            paragraph = new.paragraphs[place]
            if paragraph.kind is Kind.HEADING:
                continue
            if passage.kind is PairKind.ADDED:
                row = (number, labels[place], paragraph.kind.value, paragraph.level, _follows(new, place))
                self._base.execute("INSERT INTO addition VALUES (?, ?, ?, ?, ?, ?)", (*row, paragraph.text))
            elif passage.kind is not PairKind.SAME and passage.similarity >= _LIKE and len(passage.old) == 1:
                was = old.paragraphs[passage.old[0]].text
                self._base.executemany(
                    "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
                    ((number, labels[place], *change) for change in _changed(was, paragraph.text)),
                )

    def remove(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Forget pairs of texts."""
        for pair in list(pairs):
            for table in ("change", "addition"):
                self._base.execute(
                    f"DELETE FROM {table} WHERE pair IN (SELECT number FROM pair WHERE old = ? AND new = ?)", pair
                )
            self._base.execute("DELETE FROM pair WHERE old = ? AND new = ?", pair)

    def keep(self) -> None:
        """Keep what was added and removed so far, whatever happens next."""
        self._base.commit()

    def changes(self, since: date | None = None, before: date | None = None) -> Iterator[Change]:
        """Words put in or replaced by texts adopted from a day up to (not on) another, oldest first."""
        rows = self._base.execute(
            "SELECT pair.new, label, day, series, before, was, after, change.new FROM change "
            "JOIN pair ON pair = number WHERE day >= ? AND day < ? ORDER BY day, pair.new, change.rowid",
            (since.isoformat() if since else "0", before.isoformat() if before else "9999"),
        )
        for symbol, label, day, series, left, was, right, new in rows:
            yield Change(
                symbol,
                label,
                date.fromisoformat(day),
                series,
                tuple(left.split()),
                tuple(was.split()),
                tuple(right.split()),
                new,
            )

    def additions(self, since: date | None = None, before: date | None = None) -> Iterator[Addition]:
        """Paragraphs added by texts adopted from a day up to (not on) another, oldest first."""
        rows = self._base.execute(
            "SELECT pair.new, label, day, series, kind, level, follows, text FROM addition JOIN pair ON pair = number "
            "WHERE day >= ? AND day < ? ORDER BY day, pair.new, addition.rowid",
            (since.isoformat() if since else "0", before.isoformat() if before else "9999"),
        )
        for symbol, label, day, series, kind, level, follows, text in rows:
            yield Addition(symbol, label, date.fromisoformat(day), series, Kind(kind), level, follows, text)


def _opened(file: Path) -> sqlite3.Connection:
    for _ in range(2):
        try:
            base = sqlite3.connect(file, timeout=10, check_same_thread=False)
            layout = base.execute("PRAGMA user_version").fetchone()[0]
            if layout == LAYOUT:
                return base
            if layout == 0:
                base.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {LAYOUT}; COMMIT;")
                return base
        except sqlite3.DatabaseError:
            pass
        base.close()
        file.unlink(missing_ok=True)
    return base


def _iso(resolution: Resolution) -> str | None:
    return resolution.adopted.isoformat() if resolution.adopted else None


def _follows(resolution: Resolution, place: int) -> str:
    return resolution.paragraphs[place - 1].text if place else ""


def _changed(old: str, new: str) -> Iterator[tuple[str, str, str, str]]:
    """Each change that says something beyond numbers, with its neighbours."""
    for change in word_changes(old, new):
        was = plain_words(old[change.old_start : change.old_end])
        put_in = new[change.new_start : change.new_end].strip()
        now = plain_words(put_in)
        if not now or was == now or max(len(was), len(now)) > _LONGEST:
            continue
        if any(character.isdigit() for word in (*was, *now) for character in word):
            continue
        before = plain_words(old[: change.old_start])[-CONTEXT:]
        after = plain_words(old[change.old_end :])[:CONTEXT]
        yield " ".join(before), " ".join(was), " ".join(after), put_in
