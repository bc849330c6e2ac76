"""A change that a drafter turned down: not a whole wording, which any other edit would make a new one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """In the paragraph whose id is `at`, the words `put` shall not stand in place of the words `out`.

    Without `at`, `put` is a whole paragraph that shall be added nowhere.
    """

    at: str
    out: str
    put: str

    def covers(self, out: str, put: str) -> bool:
        """Whether a change is this one or a part of it, whatever else was written beside it.

        >>> Refusal("p4", "", "and abuses").covers("flagrant", "and abuses")
        True
        >>> Refusal("p4", "2020", "2021").covers("2019", "2021")
        False
        """
        gone, come = exchange(self.out, self.put)
        was, now = exchange(out, put)
        return _has(come, now) and bool(now or not come) and (_has(gone, was) or _has(was, gone))


def exchange(out: str, put: str) -> tuple[list[str], list[str]]:
    """The plain words that really go and come where `put` takes the place of `out`.

    >>> exchange("of all", "and abuses of")
    (['all'], ['and', 'abuses'])
    """
    was, now = (re.findall(r"\w+", text.casefold()) for text in (out, put))
    return _without(was, now), _without(now, was)


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    left = Counter(others)
    left.subtract(words)
    kept = []
    for word in reversed(words):
        if left[word] < 0:
            left[word] += 1
            kept.append(word)
    return kept[::-1]


def _has(words: Sequence[str], some: Sequence[str]) -> bool:
    """Whether some words stand among others, one after the other."""
    return any(words[at : at + len(some)] == some for at in range(len(words) - len(some) + 1))
