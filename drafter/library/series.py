"""Which resolutions are the same item over the years.

Two texts of one organ belong together when their titles agree, typography aside; or, since titles change a little,
when the later one names the earlier in its preamble ("Recalling its resolution 74/166") and the titles share most of
their words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from drafter.model.resolution import Kind, Resolution
from drafter.model.symbol import Symbol

if TYPE_CHECKING:
    from drafter.library.catalogue import Entry

ALIKE = 0.6
"""The share of their words that the titles of a chain have in common, at least."""

_CITED = re.compile(
    r"""(?<![\w/.-]) (?:
        (?:S-|ES-)?\d{1,3}/\d{1,3}(?:[ ][A-Z]\b)?     # 74/166, 66/288 B, S-8/1
        | \d{4}/\d{1,3}                              # 2003/10
        | \d{1,4}[ ]\(\d{4}\)                        # 2397 (2017)
        | \d+(?:[ ][A-Z])?[ ]\([SEIVXLC-]+\)         # 2200 A (XXI)
    ) (?![\w/])""",
    re.VERBOSE,
)
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "the", "to", "with"}
)


def title_key(title: str) -> str:
    """A title without case, typography and punctuation.

    >>> title_key("Situation of human rights in the Democratic People’s Republic of Korea")
    'situation of human rights in the democratic peoples republic of korea'
    """
    plain = unicodedata.normalize("NFKD", title).casefold()
    plain = re.sub(r"['’‘`´\u0300-\u036f]", "", plain)
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def citations(resolution: Resolution) -> tuple[str, ...]:
    """The short forms of the resolutions named in the preamble, in order, each once."""
    found: dict[str, None] = {}
    for paragraph in resolution.paragraphs:
        if paragraph.kind is Kind.PREAMBULAR and not paragraph.part.startswith("Annex"):
            found.update(dict.fromkeys(_CITED.findall(paragraph.text.replace("\u00a0", " "))))
    return tuple(found)


def alike(one: str, other: str) -> float:
    """The share of the longer title's words, small ones aside, that both titles have, from 0 to 1."""
    first, second = ({*title_key(title).split()} - _SMALL for title in (one, other))
    return len(first & second) / max(len(first), len(second), 1)


class SeriesMap:
    """The series among some entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._group: dict[Symbol, Symbol] = {entry.symbol: entry.symbol for entry in entries}
        self._titles: dict[str, list[Symbol]] = {}
        by_title: dict[tuple[str, str], Symbol] = {}
        for entry in entries:
            key = title_key(entry.title)
            if key:
                self._titles.setdefault(key, []).append(entry.symbol)
                self._join(entry.symbol, by_title.setdefault((entry.organ, key), entry.symbol))
        self._chain(entries)
        members: dict[Symbol, list[Symbol]] = {}
        for symbol in self._group:
            members.setdefault(self._root(symbol), []).append(symbol)
        self._members = {
            root: tuple(sorted(group, key=lambda symbol: symbol.sort_key)) for root, group in members.items()
        }

    def of(self, symbol: Symbol) -> tuple[Symbol, ...]:
        """The series to which `symbol` belongs, oldest first; () where it is not known."""
        return self._members[self._root(symbol)] if symbol in self._group else ()

    def titled(self, title: str) -> tuple[Symbol, ...]:
        """The series with this title, oldest first; of the organ with the most texts where several have it."""
        found = {self.of(symbol) for symbol in self._titles.get(title_key(title), ())}
        return max(found, key=len, default=())

    def all(self) -> Iterable[tuple[Symbol, ...]]:
        """Every series, also those of one resolution."""
        return self._members.values()

    def _chain(self, entries: Sequence[Entry]) -> None:
        short = {(entry.organ, entry.symbol.short): entry for entry in entries}
        for entry in entries:
            earlier = (short.get((entry.organ, cited)) for cited in entry.cites)
            for before in earlier:
                if (
                    before
                    and before.symbol.sort_key < entry.symbol.sort_key
                    and alike(before.title, entry.title) >= ALIKE
                ):
                    self._join(entry.symbol, before.symbol)

    def _root(self, symbol: Symbol) -> Symbol:
        while self._group[symbol] != symbol:
            self._group[symbol] = self._group[self._group[symbol]]
            symbol = self._group[symbol]
        return symbol

    def _join(self, one: Symbol, other: Symbol) -> None:
        self._group[self._root(one)] = self._root(other)
