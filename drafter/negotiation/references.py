"""References of a text to its own paragraphs ("paragraph 5 above"), which follow their paragraph to its new number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from drafter.align.words import word_changes
from drafter.model.draft import Draft, labels
from drafter.model.inline import Inline, Span
from drafter.negotiation.values import Round
from drafter.rules.own_paragraphs import own_references

_NUMBERED = re.compile(r"(?:(?P<part>.*)/)?OP(?P<number>\d+)")
Numbers = Mapping[tuple[str, int], int]
"""The new number of an operative paragraph by its part and its old one."""


def renumbered(round_: Round, text: Draft) -> Draft:
    """A text of the round, whose paragraphs name their base's label as origin, with its references as it is numbered.

    A number that somebody proposed is taken as meant for the new text.
    """
    names = labels(text)
    now: dict[str, str] = {}
    for one in text:
        if one.origin is not None:
            now.setdefault(one.origin, names[one.id])
    numbers = numbers_after(now)
    if not numbers:
        return text
    return replace(
        text,
        paragraphs=tuple(
            one
            if one.origin is None
            else one.with_paragraph(
                inline=following(one.inline, one.paragraph.part, numbers, round_.inline(one.origin).text)
            )
            for one in text
        ),
    )


def numbers_after(now: Mapping[str, str]) -> Numbers:
    """The operative paragraphs that have another number now, from old labels and new ones."""
    found: dict[tuple[str, int], int] = {}
    for old, new in now.items():
        before, after = _NUMBERED.fullmatch(old), _NUMBERED.fullmatch(new)
        if before and after and before["part"] == after["part"] and before["number"] != after["number"]:
            found[before["part"] or "", int(before["number"])] = int(after["number"])
    return found


def following(inline: Inline, part: str, numbers: Numbers, base: str) -> Inline:
    """The words with the numbers of own paragraphs that stand in `base` too brought up to date."""
    if part.startswith("Annex"):
        return inline
    changes = word_changes(base, inline.text) if base != inline.text else ()
    for one in reversed(own_references(inline.text)):
        number = numbers.get((part, one.number))
        if number is not None and all(each.new_end <= one.start or each.new_start >= one.end for each in changes):
            words = str(number)
            slanted = (Span(0, len(words)),) if inline.is_italic(one.start, one.end) else ()
            inline = inline.replace(one.start, one.end, Inline(words, slanted))
    return inline
