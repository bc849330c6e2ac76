"""Which footnotes are the same note in both texts, and what changed inside each.

A note shares the fate of its mark: if the mark stays, its note is edited in place; if it is deleted or inserted, so is
the whole note. Only a note's first mark carries the note, so a repeated mark matches only another repeated one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from drafter.errors import DrafterError
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Footnote, Resolution
from drafter.render.notes import shown
from drafter.render.redline.pieces import MarkPair, Region, TwoWordings, paired_marks, pieces, regions, whole
from drafter.render.redline.values import AGAIN, State, TrackedNote, TrackedPiece
from drafter.render.redline.whose import Authorship

ALIKE = 0.6
"""Share of equal characters from which two notes in the same change are one note, edited."""


def told_apart(text: Resolution) -> Resolution:
    """The text with every note marked and as printed, each repeated mark under its note's id and AGAIN.

    A note without a mark is marked as in the clean text: before the next one that has a mark, otherwise at the end.
    """
    place = {note.id: number for number, note in enumerate(text.footnotes)}
    marked = {mark.note for inline in (text.title, *(p.inline for p in text.paragraphs)) for mark in inline.marks}
    waiting = [note.id for note in text.footnotes if note.id not in marked]
    seen: set[str] = set()

    def all_marked(inline: Inline) -> Inline:
        marks: list[NoteMark] = []
        for mark in inline.marks:
            if mark.note not in place:
                raise DrafterError(
                    f"a note mark [^{mark.note}] has no footnote",
                    remedy=f"add a footnote {mark.note!r} or take the mark out",
                )
            if mark.note in seen:
                marks.append(NoteMark(mark.at, mark.note + AGAIN))
                continue
            while waiting and place[waiting[0]] < place[mark.note]:
                marks.append(NoteMark(mark.at, waiting.pop(0)))
            seen.add(mark.note)
            marks.append(mark)
        return replace(inline, marks=tuple(marks)) if marks else inline

    inlines = [all_marked(inline) for inline in (text.title, *(p.inline for p in text.paragraphs))]
    end = tuple(NoteMark(len(inlines[-1]), note) for note in waiting)
    inlines[-1] = replace(inlines[-1], marks=(*inlines[-1].marks, *end))
    return replace(
        text,
        title=inlines[0],
        paragraphs=tuple(replace(p, inline=inline) for p, inline in zip(text.paragraphs, inlines[1:], strict=True)),
        footnotes=tuple(replace(note, inline=shown(note, marked=note.id in marked)) for note in text.footnotes),
    )


class Notes:
    """The footnotes of two texts that were `told_apart`, paired by their marks."""

    def __init__(self, old: Sequence[Footnote], new: Sequence[Footnote], whose: Authorship | None = None) -> None:
        self._whose = whose
        self._old = {note.id: note.inline for note in old}
        self._new = {note.id: note.inline for note in new}
        self._before: dict[str, str] = {}

    def paired(self, passages: Sequence[TwoWordings], cuts: Sequence[Sequence[Region]]) -> list[list[MarkPair]]:
        """The marks that stay in each group; remembers which notes they pair."""
        found = [
            [
                (passage.old.marks[i].note, passage.new.marks[j].note, (i, j))
                for i, j in paired_marks(passage, regions_, self._alike)
            ]
            for passage, regions_ in zip(passages, cuts, strict=True)
        ]
        for pairs in found:
            self._before |= {new: old for old, new, _ in pairs if not (_again(old) or _again(new))}
        return [[places for old, new, places in pairs if self._same(old, new)] for pairs in found]

    def tracked(self, streams: Iterable[TrackedPiece]) -> Iterator[TrackedNote]:
        """The notes in the order of their marks in the tracked text."""
        for piece in streams:
            if piece.note is None or _again(piece.note):
                continue
            if piece.state is State.KEPT:
                old = self._before[piece.note]
                passage = TwoWordings.of([self._old[old]], [self._new[piece.note]], self._whose)
                yield TrackedNote(old, piece.note, pieces(passage, regions(passage)))
            elif piece.state.stands:
                yield TrackedNote(None, piece.note, whole(self._new[piece.note], State.INSERTED, piece.by))
            else:
                yield TrackedNote(piece.note, None, whole(self._old[piece.note], State.DELETED, piece.by))

    def _same(self, old: str, new: str) -> bool:
        if _again(old) or _again(new):
            return self._before.get(new.removesuffix(AGAIN)) == old.removesuffix(AGAIN) and _again(old) == _again(new)
        return True

    def _alike(self, old: str, new: str) -> bool:
        if _again(old) != _again(new):
            return False
        before, after = self._old[old.removesuffix(AGAIN)], self._new[new.removesuffix(AGAIN)]
        return Indel.normalized_similarity(before.text, after.text) >= ALIKE


def _again(note: str) -> bool:
    return note.endswith(AGAIN)
