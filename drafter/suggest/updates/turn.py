"""The step from an adopted text to the next session, and what the library knew before a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.library.series import SeriesMap
from drafter.model.organ import Organ
from drafter.model.resolution import Paragraph, Resolution
from drafter.model.suggestion import Update, UpdateStatus
from drafter.model.symbol import Symbol

if TYPE_CHECKING:
    from drafter.library.catalogue import Entry
    from drafter.library.store import Contents, Library

CERTAIN, LIKELY, VERIFY = UpdateStatus


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the base in which updates are found: a paragraph, a note in full, the agenda item."""

    label: str
    text: str
    paragraph: Paragraph | None = None
    closing: bool = False
    note: str | None = None

    def update(
        self, start: int, end: int, proposed: str | None, status: UpdateStatus, why: str, source: object = ""
    ) -> Update:
        """An update of the characters `start`..`end`."""
        return Update(self.label, start, end, self.text[start:end], proposed, status, why, str(source), self.note)


class Known:
    """The library as it stood before a day (strictly; None: as it stands). Without a library nothing is known."""

    def __init__(self, library: Library | None, before: date | None) -> None:
        self.library = library
        self.before = before

    @cached_property
    def contents(self) -> Contents | None:
        return self.library.contents() if self.library else None

    @cached_property
    def entries(self) -> dict[Symbol, Entry]:
        return {
            entry.symbol: entry
            for entry in (self.contents.entries if self.contents else ())
            if self.before is None or (entry.adopted is not None and entry.adopted < self.before)
        }

    @cached_property
    def series(self) -> SeriesMap:
        if self.contents is not None and len(self.entries) == len(self.contents.entries):
            return self.contents.series
        return SeriesMap(tuple(self.entries.values()))

    def get(self, symbol: Symbol) -> Resolution:
        assert self.library is not None
        return self.library.get(symbol)

    def earlier(self, base: Resolution) -> tuple[Symbol, ...]:
        """The item's resolutions before the base, oldest first."""
        if base.symbol is None:
            return ()
        series = self.series.of(base.symbol) or self.series.titled(base.title.text)
        return tuple(symbol for symbol in series if symbol.sort_key < base.symbol.sort_key)

    def newest(self, symbol: Symbol, adopted_before: date | None = None) -> Symbol | None:
        """The newest resolution of the same item, `symbol` itself included; None where it is not known."""
        for one in reversed(self.series.of(symbol)):
            adopted = self.entries[one].adopted
            if adopted is not None and (adopted_before is None or adopted < adopted_before):
                return one
        return None

    def adopted(self, symbol: Symbol) -> date | None:
        return self.entries[symbol].adopted if symbol in self.entries else None


@dataclass(frozen=True)
class Turn:
    """From the base, of `session`, to the text for the session `to`; `earlier` are the item's texts before it."""

    base: Resolution
    symbol: Symbol
    session: int
    to: int
    known: Known
    earlier: tuple[Symbol, ...]

    @classmethod
    def of(cls, base: Resolution, to: int | None, known: Known) -> Turn | None:
        """None where the base's own symbol or session is not known; the item's own step where `to` is None."""
        if base.symbol is None or base.session is None:
            return None
        return cls(base, base.symbol, base.session, to or base.session + 1, known, known.earlier(base))

    @property
    def step(self) -> int:
        """Sessions, and so years, from the base to the draft."""
        return self.to - self.session

    @property
    def assembly(self) -> bool:
        return self.base.organ is Organ.GENERAL_ASSEMBLY

    def texts_before(self, count: int) -> Iterator[Resolution]:
        """The item's last texts before the base, the latest first."""
        for symbol in reversed(self.earlier[-count:]):
            yield self.known.get(symbol)
