"""A text as units that are kept or replaced whole: words, single spaces, punctuation, note marks.

A hyphenated or slashed word, a symbol and a number are one unit. Italics go with the unit, so a word that is italic
in part is two units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.align.tokens import TOKEN
from drafter.model.inline import Inline, Run

_UNIT = re.compile(rf"{TOKEN.pattern}|\s")


class Token(NamedTuple):
    """One unit; `note` is set, and `text` empty, for a note mark."""

    text: str
    italic: bool = False
    note: str = ""


Units = tuple[Token, ...]


@lru_cache(maxsize=4096)
def units(inline: Inline) -> Units:
    """The units of a text in reading order.

    >>> [unit.text for unit in units(Inline("Recalls A/75/388, fully"))]
    ['Recalls', ' ', 'A/75/388', ',', ' ', 'fully']
    """
    return tuple(_units(inline))


@lru_cache(maxsize=4096)
def places(inline: Inline) -> tuple[int, ...]:
    """For each unit the character that it starts with; for a mark the one that it belongs to."""
    made = []
    char = 0
    for unit in units(inline):
        made.append(char if unit.text else max(char - 1, 0))
        char += len(unit.text)
    return tuple(made)


def _units(inline: Inline) -> Iterator[Token]:
    for run in inline.runs():
        if run.note is not None:
            yield Token("", note=run.note)
        else:
            for found in _UNIT.findall(run.text):
                yield Token(found, run.italic)


def inline_of(sequence: Iterable[Token]) -> Inline:
    """The text that units make; the inverse of `units`."""
    return Inline.of(Run(unit.text, unit.italic, unit.note or None) for unit in sequence)


def words_of(sequence: Iterable[Token]) -> str:
    """The plain words, without italics and marks."""
    return "".join(unit.text for unit in sequence)
