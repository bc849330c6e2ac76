"""The quotations in a sentence, of whatever cut its quotation marks are."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", "‹": "›"}

MARK = r"\x02(\d+)\x03"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence with each quotation in it replaced by a mark (`MARK`), and the quoted words by the mark's number.

    `broken` says that a quotation mark has no partner.
    """

    text: str
    quotes: tuple[str, ...]
    broken: bool = False


def quoted(text: str) -> Quoted:
    """The sentence with its quotations marked; a quotation inside another stays in it as it is.

    >>> quoted("replace “Takes note” with “Welcomes”").quotes
    ('Takes note', 'Welcomes')
    """
    kept: list[str] = []
    quotes: list[str] = []
    at = 0
    broken = False
    while at < len(text):
        opens = _opens(text, at)
        end = _closing(text, at) if opens else None
        if opens and end is None:
            broken = broken or text[at] not in "'‘"
        if end is None:
            broken = broken or text[at] in "”»"
            kept.append(text[at])
            at += 1
            continue
        kept.append(f"\x02{len(quotes)}\x03")
        quotes.append(" ".join(text[at + 1 : end].split()))
        at = end + 1
    return Quoted("".join(kept), tuple(quotes), broken)


def _opens(text: str, at: int) -> bool:
    if text[at] in _PAIRS:
        return True
    return text[at] in "\"'" and (at == 0 or not text[at - 1].isalnum()) and text[at + 1 : at + 2].strip() != ""


def _closing(text: str, at: int) -> int | None:
    """Where the quotation that opens at `at` closes."""
    mark = text[at]
    if mark in "\"'‘":
        closing = {'"': '"', "'": "'", "‘": "’"}[mark]
        # An apostrophe stands before a letter or, in "States’ duties", is followed by a closing mark further on.
        ends = [found.start() for found in re.finditer(closing + r"(?!\w)", text[at + 1 :])]
        return at + 1 + ends[0] if ends else None
    depth = 0
    for place in range(at, len(text)):
        if text[place] == mark:
            depth += 1
        elif text[place] in _PAIRS[mark]:
            depth -= 1
            if depth == 0:
                return place
    return None
