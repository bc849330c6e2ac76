"""Where a paragraph may be cut in two: after a clause, before what follows it."""

from __future__ import annotations

import re

_END = re.compile(r"[;:,.](?= )|(?<![;:,.]) (?=and |or |as well as |while )")
_MOST = 14


def places_to_split(text: str) -> tuple[int, ...]:
    """The characters before which the text may be cut, in order; strong stops are preferred to commas.

    >>> places_to_split("Welcomes the report; and decides to consider it")
    (20,)
    >>> places_to_split("Welcomes the report, and decides")
    (20,)
    >>> places_to_split("Welcomes the report")
    ()
    """
    found = [match.end() for match in _END.finditer(text) if 8 < match.end() < len(text) - 6]
    strong = [at for at in found if text[at - 1] in ";:."]
    weak = [at for at in found if at not in strong]
    return tuple(sorted([*strong, *weak][:_MOST]))
