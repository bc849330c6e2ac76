"""A changed text as pieces that stayed, went out or came in, for those who show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafter.align.tokens import PARAGRAPH_MARK
from drafter.model.change import WordChange


class Fate(StrEnum):
    STAYED = "stayed"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share a fate; those that stayed are in the old text's typography."""

    fate: Fate
    text: str


def pieces(old: str, new: str, changes: Sequence[WordChange]) -> Iterator[Piece]:
    """The text in reading order, what went out before what came in at the same place.

    The space that a paragraph mark takes the place of, or leaves behind, is not shown.
    """
    place = 0
    for change in changes:
        out, put_in = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
        if PARAGRAPH_MARK in put_in and not out.strip(" "):
            out = ""
        if PARAGRAPH_MARK in out and not put_in.strip(" "):
            put_in = ""
        for fate, text in ((Fate.STAYED, old[place : change.old_start]), (Fate.OUT, out), (Fate.IN, put_in)):
            if text:
                yield Piece(fate, text)
        place = change.old_end
    if place < len(old):
        yield Piece(Fate.STAYED, old[place:])


BRACKETS = {Fate.STAYED: ("", ""), Fate.OUT: ("[-", "-]"), Fate.IN: ("{+", "+}")}


def in_brackets(old: str, new: str, changes: Sequence[WordChange]) -> str:
    """`[-out-] {+in+}` as plain text; a paragraph mark shows as ¶.

    >>> in_brackets("the old text", "the new text", [WordChange(4, 7, 4, 7)])
    'the [-old-]{+new+} text'
    """
    return "".join(
        f"{BRACKETS[piece.fate][0]}{piece.text}{BRACKETS[piece.fate][1]}" for piece in pieces(old, new, changes)
    ).replace(PARAGRAPH_MARK, "¶ ")
