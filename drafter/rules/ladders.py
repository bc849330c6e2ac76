"""Openings by strength: advice, for there is no official scale.

The ladders and the strengths are proposals in `ladders.toml` and `phrases.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from drafter.rules.tables import kept, table

LADDERS = ("stance", "concern", "to_others")
Form = Literal["operative", "preambular"]
_SET_ASIDE = re.compile(r"\b(?:also|further|furthermore|moreover|once again|once more|again|its|in this regard)\b,?")


@dataclass(frozen=True, slots=True)
class Rung:
    """A place on a ladder; `height` counts from 0, the weakest."""

    ladder: str
    height: int
    form: Form


@dataclass(frozen=True, slots=True)
class Movement:
    """From one opening to another: `steps` up (or, below 0, down) the named ladder, or the list of strengths."""

    old: str
    new: str
    ladder: str
    steps: int

    @property
    def stronger(self) -> bool:
        return self.steps > 0


def plain(phrase: str) -> str:
    """A phrase as it stands on a ladder.

    >>> plain("Also expresses its very serious concern")
    'expresses very serious concern'
    """
    return " ".join(_SET_ASIDE.sub(" ", phrase.casefold()).split()).strip(" ,")


def rung(phrase: str) -> Rung | None:
    """The phrase's place on a ladder; None where it stands on none.

    >>> rung("Strongly urges")
    Rung(ladder='to_others', height=7, form='operative')
    """
    return _rungs().get(plain(phrase))


def movement(old: str, new: str) -> Movement | None:
    """Whether one phrase is stronger than another; None where they cannot be compared or are as strong.

    >>> movement("Encourages", "Strongly encourages").steps
    4
    >>> movement("Welcomes", "Decides") is None
    True
    """
    one, other = rung(old), rung(new)
    if one and other and one.ladder == other.ladder:
        steps, ladder = other.height - one.height, one.ladder
    else:
        before, after = _strengths().get(plain(old)), _strengths().get(plain(new))
        if not before or not after or not _comparable(before[0], after[0]) or not before[1] or not after[1]:
            return None
        steps, ladder = after[1] - before[1], "strength"
    return Movement(old, new, ladder, steps) if steps else None


def next_rungs(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases one rung below and one above, in the phrase's own form; () at an end or off the ladders."""
    own = rung(phrase)
    if own is None:
        return (), ()
    ladder = table("ladders")[own.ladder]
    below = ladder[own.height - 1][own.form] if own.height else ()
    above = ladder[own.height + 1][own.form] if own.height + 1 < len(ladder) else ()
    return tuple(below), tuple(above)


def _comparable(family: str, other: str) -> bool:
    return any(family in group and other in group for group in table("ladders")["comparable"])


@kept()
def _rungs() -> dict[str, Rung]:
    forms: tuple[Form, ...] = ("operative", "preambular")
    return {
        phrase: Rung(ladder, height, form)
        for ladder in LADDERS
        for height, step in enumerate(table("ladders")[ladder])
        for form in forms
        for phrase in step[form]
    }


@kept()
def _strengths() -> dict[str, tuple[str, int]]:
    """Each phrase's family and proposed strength."""
    found: dict[str, tuple[str, int]] = {}
    for families in table("phrases").values():
        for family, phrases in families.items():
            for phrase, strength in phrases.items():
                found.setdefault(plain(phrase), (family, strength))
    return found
