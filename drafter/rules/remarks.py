"""Remarks in brackets meant for one's own side, as delegations write them: [for capital: …], (EU internal note)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENS = (
    r"internal(?: note| use| only)?\b|for capitals?\b|not for (?:distribution|circulation)\b|"
    r"do not (?:distribute|circulate|forward)\b|confidential\b|note to (?:self|file|capital)\b|"
    r"to be (?:confirmed|checked)\b|tbc\b|tbd\b|n\.?b\.?[\s:!]"
)
_HOLDS = r"internal note|for capital|not for distribution"
_INTERNAL = re.compile(
    rf"[\[({{]\s*(?:{_OPENS})[^\[\](){{}}]*[\])}}]|[\[(][^\[\]()]*\b(?:{_HOLDS})\b[^\[\]()]*[\])]", re.IGNORECASE
)


def internal(text: str) -> Iterator[re.Match[str]]:
    """Those in a text.

    >>> [found[0] for found in internal("Urges [for capital: which?] States (EU internal note: no) (see A/76/1)")]
    ['[for capital: which?]', '(EU internal note: no)']
    """
    return _INTERNAL.finditer(text)
