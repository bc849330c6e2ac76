"""A blank beside each paragraph mark that comes or goes: pandoc puts one between paragraphs that it joins.

Where the joined text has none there, the rest of the word after the mark is written before it, or the word's
beginning after it: "a report[-;-][-¶-][-Requests it-], and" becomes "a report[-;-][+,+][-¶-][-Requests it,-] and".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.render.redline.values import Piece, State

_AFTER = re.compile(r"\S*")
_BEFORE = re.compile(r"\S*$")
_OTHER = {State.INSERTED: State.DELETED, State.DELETED: State.INSERTED}


def parted_at_blanks(pieces: Iterable[Piece]) -> list[Piece]:
    """The same two texts, with a blank or a paragraph's edge on one side of each break that joins paragraphs."""
    stream = list(pieces)
    place = 0
    while place < len(stream):
        gone = stream[place].state
        if stream[place].break_ and gone is not State.KEPT:
            before = _cut(stream[:place][::-1], gone, _BEFORE)
            after = _cut(stream[place + 1 :], gone, _AFTER)
            if before.size and after.size:
                head, tail = stream[:place], stream[place + 1 :]
                if not after.noted:
                    head, tail = _joined(head, after.word, gone), after.rest
                elif not before.noted:
                    head, tail = before.rest[::-1], [*before.word[::-1], *tail]
                stream = [*head, stream[place], *tail]
                place = len(head)
        place += 1
    return stream


@dataclass
class _Cut:
    """A word cut out of a stream's one text, whether a note stands inside, and the stream without it."""

    word: list[Piece]
    rest: list[Piece]
    noted: bool = False

    @property
    def size(self) -> int:
        return sum(len(piece.text) for piece in self.word)


def _cut(stream: list[Piece], gone: State, pattern: re.Pattern[str]) -> _Cut:
    """The first word of the text without `gone`; what was kept is left behind as `gone`."""
    own = _OTHER[gone]
    made = _Cut([], list(stream))
    done: list[Piece] = []
    for place, piece in enumerate(stream):
        if piece.state is gone:
            done.append(piece)
            continue
        if piece.break_:
            break
        if piece.note is not None:
            made.noted = True
            break
        found = pattern.search(piece.text)
        start, end = found.span() if found else (0, 0)
        word, left = replace(piece, text=piece.text[start:end]), piece.text[:start] + piece.text[end:]
        made.word.append(_alone(word, own))
        if piece.state is State.KEPT:
            done.append(_alone(word, gone))
        if left:
            done.append(replace(piece, text=left))
        made.rest = [*done, *stream[place + 1 :]]
        if left:
            break
    return made


def _alone(piece: Piece, state: State) -> Piece:
    """The piece in one of the texts only."""
    italic = piece.was_italic if piece.state is State.KEPT and state is State.DELETED else piece.italic
    return Piece(piece.text, state, italic)


def _joined(before: list[Piece], word: list[Piece], gone: State) -> list[Piece]:
    """What stands before a break, with a word at its end; what goes stands before what comes."""
    tail = len(before)
    while gone is State.INSERTED and tail and before[tail - 1].state is gone and not before[tail - 1].break_:
        tail -= 1
    return [*before[:tail], *word, *before[tail:]]
