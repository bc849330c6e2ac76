"""Numbers that point at paragraphs of the text itself: "paragraphs 3 and 5 above"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = r"\d+(?: \([a-z]+\))*"
_POINTING = re.compile(
    rf"\b[Pp]aragraphs? (?P<numbers>{_NUMBER}(?:(?:, and |, | and | or | to |–){_NUMBER})*),?"
    r" (?P<where>above|below|of the present resolution)\b"
)


@dataclass(frozen=True, slots=True)
class OwnReference:
    """A number at the characters `start`..`end`; `where` is "above", "below" or "of the present resolution", and begins
    at `said`, the same for all numbers of a list. `letters`, " (a)" or " (a) (i)", follow the number."""

    number: int
    start: int
    end: int
    where: str
    said: int = 0
    letters: str = ""


@lru_cache(20_000)
def own_references(text: str) -> tuple[OwnReference, ...]:
    """The numbers of own paragraphs that a text names, in order.

    >>> [(one.number, one.where) for one in own_references("as set out in paragraphs 3 (a), 4 and 7 below;")]
    [(3, 'below'), (4, 'below'), (7, 'below')]
    """
    found: list[OwnReference] = []
    for pointing in _POINTING.finditer(text):
        for one in re.finditer(r"(?P<number>\d+)(?P<letters>(?: \([a-z]+\))*)", pointing["numbers"]):
            start, end = (pointing.start("numbers") + place for place in one.span("number"))
            said = pointing["where"], pointing.start("where")
            found.append(OwnReference(int(one["number"]), start, end, *said, one["letters"]))
    return tuple(found)
