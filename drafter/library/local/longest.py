"""The longest runs of a text that occur somewhere, found without reading every place of each six-word run.

A text occurs at a beginning when its word n is at the place beginning + n. The longest runs follow each other: the next
one contains the first six-word run that the last one does not. So its occurrences are followed, first back and then on,
and only those that go furthest; they soon become few, and for other six-word runs only those places are looked up.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.library.local.places import resolution_at
from drafter.library.runs import RUN

_CHEAPER = 4
"""Looking up one place costs as much as reading this many."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The six-word runs of one text, to be found at places below `until`, resolutions `left_out` (by number) aside."""

    base: sqlite3.Connection
    hashes: list[int]
    until: int
    left_out: frozenset[int]

    def longest(self) -> Iterator[tuple[int, int, set[int]]]:
        """Each run that lies in no other: its first word, the word after its last, and all its beginnings."""
        at = 0
        while at < len(self.hashes):
            end = at
            if beginnings := self._everywhere(at):
                start, beginnings = self._furthest(beginnings, at, -1)
                end, beginnings = self._furthest(beginnings, at, len(self.hashes))
                yield start, end + RUN, beginnings
            at = end + 1

    def _furthest(self, beginnings: set[int], at: int, beyond: int) -> tuple[int, set[int]]:
        """How near to `beyond` any occurrence of the six-word run `at` goes on, and the beginnings of those that do.

        Two six-word runs that share a word stand in one paragraph, and so does all between them: each fifth is enough.
        """
        while (distance := abs(beyond - at)) > 1:
            step = min(RUN - 1, distance // 2)
            further = at + step if beyond > at else at - step
            if on := self._still(beginnings, further):
                at, beginnings = further, on
            else:
                beyond = further
        return at, beginnings

    def _everywhere(self, at: int) -> set[int]:
        rows = self.base.execute("SELECT place FROM run WHERE hash = ? AND place < ?", (self.hashes[at], self.until))
        if not self.left_out:
            return {place - at for (place,) in rows}
        return {place - at for (place,) in rows if resolution_at(place) not in self.left_out}

    def _still(self, beginnings: set[int], at: int) -> set[int]:
        """The beginnings at which the six-word run `at` is in its place too."""
        few = _CHEAPER * len(beginnings)
        rows = self.base.execute(
            "SELECT place FROM run WHERE hash = ? AND place BETWEEN ? AND ?",
            (self.hashes[at], min(beginnings) + at, max(beginnings) + at),
        ).fetchmany(few)
        if len(rows) == few:
            rows = self.base.execute(
                "SELECT place FROM json_each(?) CROSS JOIN run ON hash = ? AND place = value + ?",
                (json.dumps(list(beginnings)), self.hashes[at], at),
            ).fetchall()
        return beginnings.intersection(place - at for (place,) in rows)
