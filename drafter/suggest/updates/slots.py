"""The places of a text that the turn of the year may change: sessions, years, dates, numbers, symbols.

A slot says what kind of thing stands there and its value; the text around the slots is its mask. Two paragraphs of the
same mask differ in their slots alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from drafter.model import dates
from drafter.model.session import ORDINAL, from_ordinal

_ANY_MONTH = "|".join(dates.MONTHS)


class SlotKind(StrEnum):
    SESSION = "session"
    ORDINAL = "ordinal"
    RESOLUTION = "resolution"
    YEARED = "yeared"
    SYMBOL = "symbol"
    DATE = "date"
    YEAR = "year"
    FIGURE = "figure"


_PATTERN = re.compile(
    rf"""
    (?P<symbol>(?<![\w/])[A-Z][A-Z\d]*(?:/[A-Za-z\d.()-]+)*/\d[\w./-]*\w(?:\s?\([IVX]+\))?)
    | (?P<yeared>(?<![\w/.])\d{{3,4}}\s\((?:19|20)\d\d\))
    | (?P<resolution>(?<![\w/.(-])(?:S-|ES-)?(?:\d{{2,3}}|20\d\d)/\d{{1,3}}(?:\s[A-Z](?![\w’.]))?(?![\w/]|\.\d|[–-]\d)
        (?:\sof\s\d{{1,2}}\s(?:{_ANY_MONTH})\s\d{{4}})?)
    | (?P<date>(?<![\w/.])(?:\d{{1,2}}\s(?:to|and|–)\s|\d{{1,2}}–)?\d{{1,2}}\s(?:{_ANY_MONTH})(?:\s\d{{4}})?(?!\w)
        | \b(?:{_ANY_MONTH})\s\d{{4}}(?!\w))
    | (?P<year>(?<![\w/.,-])(?:19|20)\d\d(?![\w/-]|[.,]\d))
    | (?P<ordinal>(?<![-–‑])\b{ORDINAL.pattern.removeprefix(chr(92) + "b")}(?![-–‑]\w)(?!\scent))
    | (?P<figure>(?<![\w/.-])\d[\d,.]*(?<![,.])(?!\w))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SESSION_AFTER = re.compile(
    rf"(?:(?:,| and| to) {ORDINAL.pattern})*(?: (?:regular|annual|resumed|substantive|ordinary|plenary))? sessions?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*|[^\s\w]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Slot:
    """`number` is the ordinal or the year that the slot turns on, where it has one."""

    kind: SlotKind
    start: int
    end: int
    text: str
    number: int | None = None

    @property
    def said(self) -> str:
        """Its words without typography and case, to compare."""
        return " ".join(self.text.casefold().split())


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as its slots and the text between them; `tokens` are its words with one token a slot."""

    slots: tuple[Slot, ...]
    tokens: tuple[str, ...]
    places: tuple[int, ...]

    def around(self, nth: int) -> tuple[str, str, str]:
        """The two words before the slot and the one after it, slots as their kind."""
        at = self.places[nth]
        before = self.tokens[max(0, at - 2) : at]
        return (
            before[-2] if len(before) > 1 else "^",
            before[-1] if before else "^",
            self.tokens[at + 1] if at + 1 < len(self.tokens) else "$",
        )


@lru_cache(8192)
def masked(text: str) -> Masked:
    """The slots of a text and what stands between them."""
    slots: list[Slot] = []
    tokens: list[str] = []
    places: list[int] = []
    done = 0
    for found in _PATTERN.finditer(text):
        kind = SlotKind(found.lastgroup or "")
        number = _number(kind, found[0])
        if kind is SlotKind.ORDINAL and _SESSION_AFTER.match(text, found.end()):
            kind = SlotKind.SESSION
        tokens += _words(text[done : found.start()])
        places.append(len(tokens))
        tokens.append(f"#{kind}")
        slots.append(Slot(kind, found.start(), found.end(), found[0], number))
        done = found.end()
    tokens += _words(text[done:])
    return Masked(tuple(slots), tuple(tokens), tuple(places))


def _number(kind: SlotKind, words: str) -> int | None:
    match kind:
        case SlotKind.ORDINAL:
            return from_ordinal(words)
        case SlotKind.YEAR:
            return int(words)
        case SlotKind.DATE | SlotKind.YEARED | SlotKind.RESOLUTION:
            years = _YEAR.findall(words)
            return int(years[-1]) if years else None
        case _:
            return None


def _words(text: str) -> list[str]:
    return [word.casefold().replace("‑", "-").replace("’", "'") for word in _WORD.findall(text)]
