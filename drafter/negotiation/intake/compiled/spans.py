"""Brackets that open in one paragraph and close in a later one, as one about each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model.inline import Inline
from drafter.negotiation.intake.compiled.foreignlines import ForeignParagraph

_BEHIND = re.compile(r"(?:\s?\([^()]*\))*")
_DASH = re.compile(r"\s[-–—]\s?(?=\S)[^\[\]/]*$")
FARTHEST = 30
"""Paragraphs over which a bracket may go; what is open longer was never closed."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A bracket without a partner: the paragraph's number, the place in its text, and the bracket."""

    paragraph: int
    at: int
    bracket: str


def apart(listed: Sequence[ForeignParagraph]) -> tuple[list[ForeignParagraph], list[Alone], list[int]]:
    """The paragraphs with each bracket closed where its paragraph ends, those without a partner taken out, and the
    numbers of the paragraphs in which a bracket over several began."""
    made = list(listed)
    open_: list[tuple[int, int]] = []
    pairs: list[tuple[tuple[int, int], tuple[int, int]]] = []
    alone: list[Alone] = []
    for number, one in enumerate(listed):
        for at, character in enumerate(one.words.text):
            if character == "[":
                open_.append((number, at))
            elif character == "]":
                if open_ and number - open_[-1][0] <= FARTHEST:
                    start = open_.pop()
                    if start[0] != number:
                        pairs.append((start, (number, at)))
                else:
                    alone.append(Alone(number, at, "]"))
    alone += (Alone(number, at, "[") for number, at in open_)
    cuts: dict[int, list[tuple[int, int, str]]] = {}
    for single in alone:
        cuts.setdefault(single.paragraph, []).append((single.at, single.at + 1, ""))
    for (first, _), (last, end) in pairs:
        closing = listed[last].words.text
        behind = _BEHIND.match(closing, end + 1)
        said = _DASH.search(closing[:end])
        tail = (said[0] if said else "") + "]" + (behind[0] if behind else "")
        for number in range(first, last):
            length = len(listed[number].words)
            cuts.setdefault(number, []).append((length, length, tail))
        for number in range(first + 1, last + 1):
            cuts.setdefault(number, []).append((0, 0, "["))
    for number, changes in cuts.items():
        words = made[number].words
        for begin, stop, put in sorted(changes, reverse=True):
            words = words.replace(begin, stop, Inline(put))
        made[number] = replace(made[number], words=words)
    return made, sorted(alone, key=lambda one: (one.paragraph, one.at)), sorted({start[0] for start, _ in pairs})
