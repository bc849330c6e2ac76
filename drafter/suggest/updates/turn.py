"""The step from an adopted text to the next session, and what was known in the library before a day."""

from __future__ import annotations

from collections import defaultdict
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
    from drafter.library.contents import Holdings
    from drafter.library.ports import Records
    from drafter.library.values import CatalogueEntry

CERTAIN, LIKELY, VERIFY = UpdateStatus


@dataclass(frozen=True, slots=True)
class BaseText:
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
    """The library as it was before a day (strictly; None: as it is). Without a library nothing is known."""

    def __init__(self, library: Records | None, before: date | None) -> None:
        self.library = library
        self.before = before

    @cached_property
    def contents(self) -> Holdings | None:
        return self.library.contents() if self.library else None

    @cached_property
    def entries(self) -> dict[Symbol, CatalogueEntry]:
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

    @cached_property
    def heirs(self) -> dict[Symbol, Symbol]:
        """A resolution that the library does not have → the text it has of that item a session later.

        An item's text names the one before it in its preamble; where it names several of the session before that are
        not here, or where two items name the same one, nothing is known.
        """
        return {symbol: items[0] for symbol, items in self.claims.items() if len(items) == 1}

    @cached_property
    def claims(self) -> dict[Symbol, tuple[Symbol, ...]]:
        """A resolution that the library does not have → the texts that may have taken its place."""
        claims: dict[Symbol, tuple[Symbol, ...]] = {}
        for series in self.series.all():
            here = {one.session_number for one in series}
            for text in series:
                session = text.session_number
                if text.organ is not Organ.GENERAL_ASSEMBLY or session is None or session - 1 in here:
                    continue
                cited = {Symbol.parse(one) for one in self.entries[text].cites if one.startswith(f"{session - 1}/")}
                absent = [symbol for symbol in cited if symbol is not None and symbol not in self.entries]
                if len(absent) == 1:
                    claims[absent[0]] = (*claims.get(absent[0], ()), text)
        return claims

    def newest(self, symbol: Symbol, session_before: int | None = None) -> Symbol | None:
        """The newest resolution of the same item, `symbol` itself included; None where it is not known.

        `session_before`: the newest of an earlier session than that.
        """
        heir = self.heirs.get(symbol, symbol)
        for one in reversed(self.series.of(heir)):
            late = session_before is not None and (one.session_number or 0) >= session_before and one != symbol
            if self.entries[one].adopted is not None and not late:
                return one
        return symbol if heir != symbol else None

    def steps(self, organ: Organ, session: int, to: int) -> Iterator[tuple[CatalogueEntry, CatalogueEntry]]:
        """Each item's texts of two sessions, where the library has both."""
        for symbol, entry in self.entries.items():
            if entry.organ is organ and symbol.session_number == to:
                before = (one for one in self.series.of(symbol) if one.session_number == session)
                yield from ((self.entries[one], entry) for one in before)

    @cached_property
    def holders(self) -> dict[str, tuple[tuple[date, Symbol, frozenset[str]], ...]]:
        """An office → the texts that mean its holder by a pronoun, oldest first: day, symbol, what each says."""
        found: dict[str, list[tuple[date, Symbol, frozenset[str]]]] = defaultdict(list)
        for entry in self.entries.values():
            if entry.adopted is not None:
                said: dict[str, set[str]] = defaultdict(set)
                for office, says in entry.holders:
                    said[office].add(says)
                for office, words in said.items():
                    found[office].append((entry.adopted, entry.symbol, frozenset(words)))
        return {office: tuple(sorted(texts, key=lambda one: one[0])) for office, texts in found.items()}

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

    def texts_before(self, count: int) -> Iterator[Resolution]:
        """The item's last texts before the base, the latest first."""
        for symbol in reversed(self.earlier[-count:]):
            yield self.known.get(symbol)
