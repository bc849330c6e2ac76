"""The words of a text as search and agreed language compare them: typography, punctuation and case aside."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNSEEN = "\u00ad\u200b"
_WORD = re.compile(rf"[\w{_UNSEEN}]+(?:[-.'/][\w{_UNSEEN}]+)*")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-"})
_ALL_PLAIN = {**_PLAIN, **str.maketrans("", "", _UNSEEN)}
_DROPPED = str.maketrans("", "", _UNSEEN)


class Word(NamedTuple):
    """A word in plain characters and small letters; it stands at the characters `start`..`end` of its text."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """Each word of a text, in order.

    >>> [word.text for word in words("Member States’ “follow‑up” to 75/190, 2024–2030;")]
    ['member', 'states', 'follow-up', 'to', '75/190', '2024', '2030']
    """
    plain = text.translate(_PLAIN)
    return tuple(
        Word(folded, found.start(), found.end())
        for found in _WORD.finditer(plain)
        if (folded := found[0].translate(_DROPPED).lower())
    )


def plain_words(text: str) -> tuple[str, ...]:
    """The words alone."""
    return tuple(_WORD.findall(text.translate(_ALL_PLAIN).lower()))


def common_beginning(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginnings on."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
