"""The library as the first screen shows it: each series with its years, the recent drafts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.library.contents import Holdings
    from drafter.library.values import CatalogueEntry


@dataclass(frozen=True, slots=True)
class Series:
    """One item over the years, oldest first."""

    entries: tuple[CatalogueEntry, ...]

    @property
    def latest(self) -> CatalogueEntry:
        return self.entries[-1]

    @property
    def title(self) -> str:
        return self.latest.title

    @property
    def key(self) -> str:
        return str(self.entries[0].symbol)

    @property
    def span(self) -> str:
        """The years it covers: "2012–2020", or the only one."""
        first, last = year(self.entries[0]), year(self.latest)
        return first if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class RecentDraft:
    """A draft or round that was opened before; once it was read, with its heading, its symbol where it has a number,
    how many changes or proposals it holds, and when it was last written."""

    path: Path
    kind: str = "draft"
    heading: str = ""
    symbol: str = ""
    counted: str = ""
    when: datetime | None = None

    @property
    def key(self) -> str:
        return str(self.path)

    @property
    def title(self) -> str:
        return self.heading or self.path.name


def recent_file(path: Path) -> RecentDraft:
    """What the first line of a file says that it is: a round begins with its format."""
    with suppress(OSError, UnicodeDecodeError), path.open(encoding="utf-8") as lines:
        if lines.readline().startswith("round ="):
            return RecentDraft(path, "round")
    return RecentDraft(path)


def year(entry: CatalogueEntry) -> str:
    """The year of adoption, or that of the session, or what the symbol says."""
    if entry.adopted:
        return str(entry.adopted.year)
    return str(entry.session + 1945) if entry.session else entry.symbol.session


def series(contents: Holdings) -> tuple[Series, ...]:
    """Every series, the longest first, those of equal length by title."""
    by_symbol = {entry.symbol: entry for entry in contents.entries}
    found = [Series(tuple(by_symbol[symbol] for symbol in group)) for group in contents.series.all()]
    return tuple(sorted(found, key=lambda item: (-len(item.entries), item.title.casefold())))


def matching(all_series: Sequence[Series], words: str) -> tuple[Series, ...]:
    """The series whose title or symbols contain all of the words."""
    wanted = words.casefold().split()
    return tuple(
        item
        for item in all_series
        if all(
            word in item.title.casefold() or any(word in str(entry.symbol).casefold() for entry in item.entries)
            for word in wanted
        )
    )
