"""Footnotes of a Word file: a real note at the first mark, a reference back to it at any further one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.notes import MISSING, UNMARKED
from drafter.model.resolution import Footnote
from drafter.ooxml import elements, footnotes

_FIRST_BOOKMARK = 1
_GAP = "40"


class NoteMarks:
    """Writes the marks of one text in reading order; afterwards `footnotes` are its notes.

    Word numbers notes by their first marks, so a note that nothing marks is marked before the next one that is,
    and says so: then the numbers are the printed ones.
    """

    def __init__(self, footnotes: Sequence[Footnote], inlines: Iterable[Inline]) -> None:
        self._place = {note.id: place for place, note in enumerate(footnotes, 1)}
        self._notes = footnotes
        self._times = Counter(mark.note for inline in inlines for mark in inline.marks)
        self._waiting = [note for note in footnotes if not self._times[note.id]]
        self._number: dict[str, int] = {}

    def runs(self, inline: Inline) -> Iterator[_Element]:
        """The runs of a text with its italics and its marks."""
        before: list[_Element] = []
        for run in inline.runs():
            if run.note is None:
                yield from before
                before = []
                yield elements.run(run.text, italic=run.italic)
                continue
            for mark in (*self._overdue(run.note), self.mark(run.note)):
                yield from parted(before)
                before = mark
        yield from before

    def mark(self, note: str) -> list[_Element]:
        """The elements of one mark of `note`: the footnote itself, or a reference to its first mark."""
        place = self._place.get(note)
        if place is None:
            raise DrafterError(
                f"a note mark [^{note}] has no footnote", remedy=f"add a footnote {note!r} or take the mark out"
            )
        if note in self._number:
            return list(footnotes.note_reference_again(bookmark(place), self._number[note]))
        self._number[note] = len(self._number) + 1
        reference = footnotes.footnote_reference(place)
        if self._times[note] > 1:
            return list(elements.bookmarked([reference], bookmark(place), _FIRST_BOOKMARK + place))
        return [reference]

    def unmarked(self) -> Iterator[_Element]:
        """Marks for the notes that have none, so that no note is lost; they belong at the end of the text."""
        before: list[_Element] = []
        for note in self._waiting:
            yield from parted(before)
            before = self.mark(note.id)
        self._waiting = []
        yield from before

    @property
    def footnotes(self) -> list[_Element]:
        """The notes that were marked, in the order in which they are listed."""
        return [
            footnotes.footnote(self._place[note.id], self._content(note))
            for note in self._notes
            if note.id in self._number
        ]

    def _overdue(self, note: str) -> list[list[_Element]]:
        """Marks for the notes before `note` that have none."""
        place = self._place.get(note, 0)
        due = [waiting for waiting in self._waiting if self._place[waiting.id] < place and note not in self._number]
        self._waiting = [waiting for waiting in self._waiting if waiting not in due]
        return [self.mark(waiting.id) for waiting in due]

    def _content(self, note: Footnote) -> Iterator[_Element]:
        for run in shown(note, marked=bool(self._times[note.id])).runs():
            yield elements.run(run.text, italic=run.italic)


def shown(note: Footnote, *, marked: bool) -> Inline:
    """The note's words as printed; of a note whose text or mark the source lost, that it did."""
    words = note.inline.without_marks()
    if note.missing and not words:
        words = Inline(MISSING)
    return words if marked else words + Inline(f" {UNMARKED}" if words else UNMARKED)


def bookmark(number: int) -> str:
    """The bookmark on a note's first mark, which repeated marks refer to."""
    return f"_RefNote{number}"


def parted(mark: list[_Element]) -> list[_Element]:
    """The mark, kept apart from the one that follows ("3 4", not "34") without a character between them."""
    for run in mark:
        if run.tag == elements.w("r"):
            elements.child(elements.run_properties(run), "spacing", val=_GAP)
    return mark
