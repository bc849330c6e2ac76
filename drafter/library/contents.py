"""What a library holds at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from drafter.library.series import SeriesMap
from drafter.library.values import CatalogueEntry, Damaged
from drafter.model.symbol import Symbol


@dataclass(frozen=True)
class Holdings:
    """The entries in the order of their symbols, and the records that cannot be read."""

    entries: tuple[CatalogueEntry, ...]
    damaged: tuple[Damaged, ...]

    @cached_property
    def series(self) -> SeriesMap:
        return SeriesMap(self.entries)

    def series_of(self, name: Symbol | str) -> tuple[Symbol, ...]:
        """The item's resolutions, oldest first, by the symbol of one of them or by its title; () where unknown."""
        symbol = name if isinstance(name, Symbol) else Symbol.parse(name)
        return self.series.of(symbol) if symbol else self.series.titled(str(name))
