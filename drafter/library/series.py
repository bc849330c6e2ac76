"""Which resolutions are the same item over the years.

Two texts of one organ belong together when their titles agree, typography aside; or, since titles change a little,
when the later one names the earlier in its preamble ("Recalling its resolution 74/166") and the titles share most of
their words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from drafter.library.values import CatalogueEntry
from drafter.model.resolution import Kind, Resolution
from drafter.model.symbol import Symbol

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
_DROPPED = re.compile(r"['’‘`´\u0300-\u036f]")
_APART = re.compile(r"[\W_]+")
_UNTITLED = re.compile(r"(?:resolution )?[\d ]*")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "the", "to", "with"}
)


def title_key(title: str) -> str:
    """A title without case, typography and punctuation.

    >>> title_key("Situation of human rights in the Democratic People’s Republic of Korea")
    'situation of human rights in the democratic peoples republic of korea'
    """
    plain = title.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return " ".join(_APART.sub(" ", _DROPPED.sub("", plain)).split())


def citations(resolution: Resolution) -> tuple[str, ...]:
    """The short forms of the resolutions named in the preamble, in order, each once."""
    found: dict[str, None] = {}
    for paragraph in resolution.paragraphs:
        if paragraph.kind is Kind.PREAMBULAR and not paragraph.part.startswith("Annex"):
            found.update(dict.fromkeys(_CITED.findall(paragraph.text.replace("\u00a0", " "))))
    return tuple(found)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the longer title's words that both titles have, from 0 to 1."""
    return len(one & other) / max(len(one), len(other), 1)


class SeriesMap:
    """The series among some entries."""

    def __init__(self, entries: Sequence[CatalogueEntry]) -> None:
        keys = [title_key(entry.title) for entry in entries]
        groups = _Groups(len(entries))
        titled = [at for at, key in enumerate(keys) if not _UNTITLED.fullmatch(key)]
        first: dict[tuple[str, str], int] = {}
        for at in titled:
            groups.join(at, first.setdefault((entries[at].organ, keys[at]), at))
        _chain(entries, keys, titled, groups)
        members: dict[int, list[Symbol]] = {}
        for at in sorted(range(len(entries)), key=lambda at: entries[at].symbol.sort_key):
            members.setdefault(groups.root(at), []).append(entries[at].symbol)
        self._all = tuple(map(tuple, members.values()))
        self._of = {symbol: series for series in self._all for symbol in series}
        self._titled: dict[str, set[Symbol]] = {}
        for at in titled:
            self._titled.setdefault(keys[at], set()).add(entries[at].symbol)

    def of(self, symbol: Symbol) -> tuple[Symbol, ...]:
        """The series to which `symbol` belongs, oldest first; () where it is not known."""
        return self._of.get(symbol, ())

    def titled(self, title: str) -> tuple[Symbol, ...]:
        """The series with this title, oldest first; of the organ with the most texts where several have it."""
        found = {self.of(symbol) for symbol in self._titled.get(title_key(title), ())}
        return max(sorted(found, key=str), key=len, default=())

    def all(self) -> tuple[tuple[Symbol, ...], ...]:
        """Every series, also those of one resolution."""
        return self._all


class _Groups:
    """Which of some numbered things belong together."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, at: int) -> int:
        parent = self._parent
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def join(self, one: int, other: int) -> None:
        self._parent[self.root(one)] = self.root(other)


def _chain(entries: Sequence[CatalogueEntry], keys: Sequence[str], titled: Sequence[int], groups: _Groups) -> None:
    """Join what a preamble links, the most alike first; no item returns in a session under two titles."""
    words = {at: frozenset(keys[at].split()) - _SMALL for at in titled}
    order = {at: entries[at].symbol.sort_key for at in titled}
    short = {(entries[at].organ, entries[at].symbol.short): at for at in titled}
    links: list[tuple[float, int, int]] = []
    for at in titled:
        for cited in entries[at].cites:
            before = short.get((entries[at].organ, cited))
            if before is not None and order[before] < order[at]:
                likeness = alike(words[before], words[at])
                if likeness >= ALIKE:
                    links.append((-likeness, at, before))
    sessions: dict[int, set[str]] = {}
    for at in titled:
        sessions.setdefault(groups.root(at), set()).add(entries[at].symbol.session)
    for _, at, before in sorted(links):
        one, other = groups.root(at), groups.root(before)
        if one != other and not sessions[one] & sessions[other]:
            groups.join(one, other)
            sessions[other] |= sessions[one]
