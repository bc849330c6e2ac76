"""A space beside each paragraph mark that is inserted or deleted: pandoc puts one between paragraphs that it joins.

Where the joined text has none there, the rest of the word after the mark is written before it, or the word's
beginning after it: "a report[-;-][-¶-][-Requests it-], and" becomes "a report[-;-][+,+][-¶-][-Requests it,-] and".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.render.redline.values import State, TrackedPiece

_AFTER = re.compile(r"\S*")
_BEFORE = re.compile(r"\S*$")
_OTHER = {State.INSERTED: State.DELETED, State.DELETED: State.INSERTED}


def parted_at_blanks(pieces: Iterable[TrackedPiece]) -> list[TrackedPiece]:
    """The same two texts, with a space or a paragraph's edge on one side of each break that joins paragraphs."""
    stream = list(pieces)
    place = 0
    while place < len(stream):
        gone = stream[place].state
        if stream[place].break_ and gone is not State.KEPT:
            by = stream[place].by
            before = _cut(stream[:place][::-1], gone, _BEFORE, by)
            after = _cut(stream[place + 1 :], gone, _AFTER, by)
            if before.size and after.size:
                head, tail = stream[:place], stream[place + 1 :]
                if not after.fixed:
                    head, tail = _joined(head, after.word, gone), after.rest
                elif not before.fixed:
                    head, tail = before.rest[::-1], [*before.word[::-1], *tail]
                stream = [*head, stream[place], *tail]
                place = len(head)
        place += 1
    return stream


@dataclass
class _Cut:
    """A word cut out of a stream's one text, whether it must stay (a note or another's change), and the rest."""

    word: list[TrackedPiece]
    rest: list[TrackedPiece]
    fixed: bool = False

    @property
    def size(self) -> int:
        return sum(len(piece.text) for piece in self.word)


def _cut(stream: list[TrackedPiece], gone: State, pattern: re.Pattern[str], by: str) -> _Cut:
    """The first word of the text without `gone`; what was kept is left behind as `gone`."""
    own = _OTHER[gone]
    made = _Cut([], list(stream))
    done: list[TrackedPiece] = []
    for place, piece in enumerate(stream):
        if piece.state is gone:
            done.append(piece)
            continue
        if piece.break_:
            break
        if piece.note is not None or (piece.state is own and piece.by != by):
            made.fixed = True
            break
        found = pattern.search(piece.text)
        start, end = found.span() if found else (0, 0)
        word, left = replace(piece, text=piece.text[start:end]), piece.text[:start] + piece.text[end:]
        made.word.append(_alone(word, own, by))
        if piece.state is State.KEPT:
            done.append(_alone(word, gone, by))
        if left:
            done.append(replace(piece, text=left))
        made.rest = [*done, *stream[place + 1 :]]
        if left:
            break
    return made


def _alone(piece: TrackedPiece, state: State, by: str) -> TrackedPiece:
    """The piece in one of the texts only."""
    italic = piece.was_italic if piece.state is State.KEPT and state is State.DELETED else piece.italic
    return TrackedPiece(piece.text, state, italic, by=by)


def _joined(before: list[TrackedPiece], word: list[TrackedPiece], gone: State) -> list[TrackedPiece]:
    """What stands before a break, with a word at its end; what goes stands before what comes."""
    tail = len(before)
    while gone is State.INSERTED and tail and before[tail - 1].state is gone and not before[tail - 1].break_:
        tail -= 1
    return [*before[:tail], *word, *before[tail:]]
