"""What a library holds at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from drafter.library.series import SeriesMap
from drafter.library.values import Damaged, Entry


@dataclass(frozen=True)
class Contents:
    """The entries in the order of their symbols, and the records that cannot be read."""

    entries: tuple[Entry, ...]
    damaged: tuple[Damaged, ...]

    @cached_property
    def series(self) -> SeriesMap:
        return SeriesMap(self.entries)
