"""Where the words of proposals and of readings would stand, each in the text around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.align.units import places, units
from drafter.model.inline import Inline
from drafter.model.negotiated import Alternative, Conflict
from drafter.model.proposal import Deed, Proposal
from drafter.negotiation.apply import worded
from drafter.negotiation.collisions import STRETCHES, end_of
from drafter.negotiation.values import Round


@dataclass(frozen=True, slots=True)
class WordsInPlace:
    """The characters from `start` up to `end` of a paragraph that would read `text`."""

    text: str
    start: int
    end: int


def put(round_: Round, one: Proposal) -> tuple[WordsInPlace, ...]:
    """The words that a proposal brings; () for a move and for a deletion."""
    if one.kind in STRETCHES:
        start = _char(round_.inline(one.label), one.start)
        return _some(worded(round_.inline(one.label), [one]).text, start, start + len(one.put))
    return tuple(_lines(one.put.text))


def found(round_: Round, one: Proposal) -> tuple[WordsInPlace, ...]:
    """The words of the base that a proposal takes out."""
    if one.kind in STRETCHES:
        base = round_.inline(one.label)
        return _some(base.text, _char(base, one.start), _char(base, end_of(one)))
    return tuple(_lines(one.found.text)) if one.kind in (Deed.REPLACE, Deed.DELETE) else ()


def read(round_: Round, conflict: Conflict, one: Alternative) -> tuple[WordsInPlace, ...]:
    """The words of one reading of a conflict."""
    if conflict.end <= 0:
        return tuple(_lines(one.put.text))
    base = round_.inline(conflict.labels[0])
    start, end = _char(base, conflict.start), _char(base, conflict.end)
    text = base.text[:start] + one.put.text + base.text[end:]
    return _some(text, start, start + len(one.put))


def _some(text: str, start: int, end: int) -> tuple[WordsInPlace, ...]:
    return (WordsInPlace(text, start, end),) if text[start:end].strip() else ()


def _lines(text: str) -> Iterator[WordsInPlace]:
    return (WordsInPlace(line, 0, len(line)) for line in text.split("\n") if line.strip())


def _char(base: Inline, unit: int) -> int:
    return places(base)[unit] if unit < len(units(base)) else len(base)
