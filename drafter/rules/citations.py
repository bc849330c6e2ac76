"""Which words of a note are italic in print: titles of records and of treaty series."""

from __future__ import annotations

import re

_SESSION = r"[A-Z][a-z]+(?:-[a-z]+)?(?: (?:Emergency )?Special)? (?:Session|Year)"
_WHEN = rf"(?:(?:{_SESSION}|\d{{4}}), )?"
_NUMBERS = r" Nos?\. ?\d+[A-Z]?(?: and \d+[A-Z]?)?"
_CHANGES = r"(?: and (?:corrigend(?:um|a)|addend(?:um|a)))?"
_TITLES = (
    re.compile(
        r"Official Records of the (?!Economic and Social)[A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}?, "
        rf"{_WHEN}(?:(?:Supplement|Annexes)(?:{_NUMBERS})?)?{_CHANGES}"
    ),
    re.compile(
        rf"Official Records of the Economic and Social Council, {_WHEN}"
        rf"(?:(?:Supplement|Annexes)(?:{_NUMBERS})?)?{_CHANGES}"
    ),
    re.compile(rf"(?<=Ibid\., ){_WHEN}Supplement{_NUMBERS}{_CHANGES}"),
    re.compile(r"Treaty Series"),
)


def italic_spans(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each italic stretch of a note's text, as the official layout sets them.

    >>> italic_spans("United Nations, Treaty Series, vol. 1577, No. 27531.")
    ((16, 29),)
    """
    return tuple(
        sorted(
            (found.start(), len(text[: found.end()].rstrip(" ,")))
            for pattern in _TITLES
            for found in pattern.finditer(text)
        )
    )
