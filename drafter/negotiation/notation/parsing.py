"""Printed words as a tree of words and brackets, with what opens or closes alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.errors import DrafterError
from drafter.model.inline import Inline, NoteMark

DEEPEST = 20


@dataclass(frozen=True, slots=True)
class RawBracket:
    """A pair of brackets and what is in it; `unclosed` where it goes on into the next paragraph."""

    inner: tuple[Inline | RawBracket, ...]
    unclosed: bool = False


RawPiece = Inline | RawBracket


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a paragraph; `alone` are the places of brackets without a partner, with the bracket."""

    pieces: tuple[RawPiece, ...]
    alone: tuple[tuple[int, str], ...] = ()


@dataclass
class _Opened:
    at: int
    pieces: list[RawPiece] = field(default_factory=list)


def parsed(words: Inline) -> Parsed:
    """The tree of hidden words. Raises DrafterError where brackets are nested more than 20 deep."""
    held = [_Opened(-1)]
    alone: list[tuple[int, str]] = []
    start = 0
    for at, character in enumerate(words.text):
        if character not in "[]":
            continue
        _add(held[-1], part(words, start, at))
        start = at + 1
        if character == "[":
            held.append(_Opened(at))
            if len(held) > DEEPEST + 1:
                raise DrafterError(
                    f"brackets are nested more than {DEEPEST} deep", remedy="close the brackets that are settled"
                )
        elif len(held) > 1:
            inner = held.pop()
            held[-1].pieces.append(RawBracket(tuple(inner.pieces)))
        else:
            alone.append((at, character))
    _add(held[-1], part(words, start, len(words)))
    while len(held) > 1:
        inner = held.pop()
        alone.append((inner.at, "["))
        held[-1].pieces += inner.pieces
    return Parsed(_joined(held[0].pieces), tuple(sorted(alone)))


def part(words: Inline, start: int, end: int) -> Inline:
    """A part of words that is set off by notation: with the marks at either end of it."""
    marks = tuple(NoteMark(mark.at - start, mark.note) for mark in words.marks if start <= mark.at <= end)
    cut = words[start:end]
    return Inline(cut.text, cut.italics, marks)


def _add(one: _Opened, words: Inline) -> None:
    if words:
        one.pieces.append(words)


def _joined(pieces: Sequence[RawPiece]) -> tuple[RawPiece, ...]:
    """The pieces with words that touch in one."""
    return tuple(_runs(pieces))


def _runs(pieces: Sequence[RawPiece]) -> Iterator[RawPiece]:
    held = Inline()
    for one in pieces:
        if isinstance(one, Inline):
            held = held + one
        else:
            if held:
                yield held
            held = Inline()
            yield one
    if held:
        yield held
