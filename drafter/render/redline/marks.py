"""Which paragraph marks carry a change, so that every program reads the same text.

A paragraph that comes or goes may carry the change on its own mark or, as Word has it, on the mark of the paragraph
before. Its own mark is clearer, but not every program can handle that:
- nothing can take away the mark that ends a text;
- LibreOffice forgets that the mark of the paragraph with the first footnote is tracked: reading that note's own
  paragraph mark, it drops what it knew of this one (the plan gives that mark no change);
- LibreOffice glues paragraphs: where one ends in an insertion, its mark stays, and the next starts with an insertion,
  it takes both for one insertion across the mark, and rejecting that would join the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from drafter.render.redline.pieces import joined
from drafter.render.redline.values import State, TrackedParagraph, TrackedPiece

_LAST = re.compile(r"\w+$|.$", re.S)


def placed(paragraphs: Iterable[TrackedParagraph], ends: Iterable[int]) -> tuple[TrackedParagraph, ...]:
    """The same paragraphs with their marks where every program understands them.

    `ends` are the places of paragraphs after which the text ends or something untracked follows.
    """
    sequence = list(paragraphs)
    noted = first_noted(sequence)
    if noted is not None:
        _turn(sequence, noted)
    for end in ends:
        _turn(sequence, end)
    for place in range(1, len(sequence)):
        if _would_glue(sequence[place - 1], sequence[place]):
            _part(sequence, place)
    return tuple(sequence)


def first_noted(sequence: Iterable[TrackedParagraph]) -> int | None:
    """The place of the paragraph with the first footnote: LibreOffice takes its mark as kept."""
    return next((place for place, paragraph in enumerate(sequence) if paragraph.bears_note), None)


def uniform(paragraph: TrackedParagraph) -> bool:
    """Whether everything in it has the state of its mark.

    Otherwise LibreOffice gives the paragraph after it this one's style when it is deleted.
    """
    return all(piece.state is paragraph.mark for piece in paragraph.pieces)


def _turn(sequence: list[TrackedParagraph], last: int) -> None:
    """Hang the changes of the paragraphs up to `last`, back to the last mark that stays, on the mark before each.

    So `last` keeps its mark. The look goes with a mark: each then has that of the text that it would end.
    """
    first = last
    while first and sequence[first].mark is not State.KEPT:
        if not _alone(sequence[first]):
            return
        first -= 1
    run = sequence[first : last + 1]
    if len(run) < 2 or run[0].mark is not State.KEPT:
        return
    old, new = run[0].old, run[0].new
    marks = [*((each.mark, each.mark_by) for each in run[1:]), (State.KEPT, "")]
    for place, (paragraph, (mark, by)) in enumerate(zip(run, marks, strict=True)):
        old = paragraph.old if paragraph.mark.stood else old
        new = paragraph.new if paragraph.mark.stands else new
        plain = _PLAIN.get(mark, mark)
        sequence[first + place] = replace(paragraph, mark=plain, mark_by=by, old=old, new=new)


_PLAIN = {State.MOVED_FROM: State.DELETED, State.MOVED_TO: State.INSERTED}


def _alone(paragraph: TrackedParagraph) -> bool:
    """Whether the paragraph is in one of the texts only, mark and all."""
    return all(piece.state.stood == paragraph.mark.stood != piece.state.stands for piece in paragraph.pieces)


def _would_glue(first: TrackedParagraph, second: TrackedParagraph) -> bool:
    if first.mark is not State.KEPT or not first.pieces or first.pieces[-1].state is not State.INSERTED:
        return False
    start = second.pieces[0].state if second.pieces else second.mark
    return start is State.INSERTED


def _part(sequence: list[TrackedParagraph], place: int) -> None:
    """Keep the paragraph at `place` from being glued to the one before.

    The deletion is put after the insertion; else the insertion is slid to before an equal last word; else the mark
    before carries the change; else the last word is put in and taken out again.
    """
    first = sequence[place - 1]
    head, tail = _cut(first.pieces, State.INSERTED)
    head, gone = _cut(head, State.DELETED)
    last = head[-1] if head else None
    word = _LAST.search(last.text) if last else None
    (by, *others) = {piece.by for piece in tail}
    if gone:
        pieces: Sequence[TrackedPiece] = (*head, *tail, *gone)
    elif others:
        return
    elif last and word and (slid := _slid(last, word[0], tail)):
        pieces = (*head[:-1], *slid)
    elif sequence[place].mark is State.INSERTED and _alone(sequence[place]):
        _turn(sequence, place)
        return
    elif last and word:
        pieces = (
            *head[:-1],
            replace(last, text=last.text[: word.start()]),
            TrackedPiece(word[0], State.INSERTED, last.italic, by=by),
            *tail,
            TrackedPiece(word[0], State.DELETED, last.was_italic, by=by),
        )
    else:
        return
    sequence[place - 1] = replace(first, pieces=tuple(joined(pieces)))


def _cut(pieces: tuple[TrackedPiece, ...], state: State) -> tuple[tuple[TrackedPiece, ...], tuple[TrackedPiece, ...]]:
    """The pieces before and those of the unbroken end that has `state`."""
    size = sum(1 for _ in takewhile(lambda piece: piece.state is state, reversed(pieces)))
    return pieces[: len(pieces) - size], pieces[len(pieces) - size :]


def _slid(last: TrackedPiece, word: str, tail: tuple[TrackedPiece, ...]) -> tuple[TrackedPiece, ...] | None:
    """The insertion before the last kept word instead of after it, where both end alike."""
    end = tail[-1]
    found = _LAST.search(end.text)
    if not found or found[0] != word or last.changed_italics or end.italic != last.italic:
        return None
    return (
        replace(last, text=last.text[: -len(word)]),
        TrackedPiece(word, State.INSERTED, last.italic, by=end.by),
        *tail[:-1],
        replace(end, text=end.text[: -len(word)]),
        replace(last, text=word),
    )
