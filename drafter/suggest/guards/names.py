"""Proper names: nothing is put inside one, no two are glued together, and none takes another's place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.change import WordChange

_WORD = r"[A-Z][\w’'-]*"
_NAME = re.compile(rf"{_WORD}(?:(?:,? (?:and|of|for|on|to|in|against|with)(?: the)?)? {_WORD})*")
_CAPITAL = re.compile(rf"(?<![\w’'-]){_WORD}")

_ANYONE = frozenset(("Governments", "Member", "Members", "Parties", "State", "States"))
"""Words with a capital that name nobody."""


def names(text: str) -> Iterator[tuple[int, int]]:
    """Where the names in a text stand, with what joins their parts; the word that opens the text is none."""
    for found in _NAME.finditer(text):
        if found.start():
            yield found.span()


def inside_a_name(text: str, change: WordChange) -> bool:
    """Whether a change begins or ends within a name of the old text, and so makes another one."""
    return any(start < change.old_start < end or start < change.old_end < end for start, end in names(text))


def name_for_name(old: str, new: str, *, opens: bool = False) -> bool:
    """Whether the words that a change takes out and puts in are names: what happened in one place or body did not in
    another. With `opens` they open the paragraph, so that the first word has its capital for that."""
    return all(any(word not in _ANYONE for word in _CAPITAL.findall(text)[opens:]) for text in (old, new))


def glued(text: str, start: int, end: int) -> tuple[str, ...]:
    """The names of a text that reach across either edge of the characters `start`..`end`, which were put in."""
    return tuple(
        text[one:other]
        for one, other in names(text)
        for edge in (start, end)
        if one < edge < other and text[one:edge].strip() and text[edge:other].strip()
    )
