"""Footnotes of a Word file: each a real note at its first mark, a reference back to that at any further one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote
from drafter.render import ooxml

MISSING = "[The source lost the text of this note.]"
_FIRST_BOOKMARK = 1
_GAP = "40"


class NoteMarks:
    """Writes the marks of one text in reading order; afterwards `footnotes` are its notes.

    A note's id in the file is its printed number. Word counts notes as they come: a mark that would not get its
    printed number that way (a source that marks notes out of order, or lost a mark) carries the number as its own.
    """

    def __init__(self, footnotes: Sequence[Footnote], inlines: Iterable[Inline]) -> None:
        self._number = {note.id: place for place, note in enumerate(footnotes, 1)}
        self._notes = footnotes
        self._times = Counter(mark.note for inline in inlines for mark in inline.marks)
        self._custom: dict[str, str] = {}
        self._counted = 0

    def runs(self, inline: Inline) -> Iterator[_Element]:
        """The runs of a text with its italics and its marks."""
        after_mark: _Element | None = None
        for run in inline.runs():
            if run.note is None:
                after_mark = None
                yield ooxml.run(run.text, italic=run.italic)
                continue
            if after_mark is not None:
                _part(after_mark)
            for element in self.mark(run.note):
                after_mark = element if element.tag == ooxml.w("r") else after_mark
                yield element

    def mark(self, note: str) -> Iterator[_Element]:
        """The elements of one mark of `note`."""
        number = self._number.get(note)
        if number is None:
            raise DrafterError(
                f"a note mark [^{note}] has no footnote", remedy=f"add a footnote {note!r} or take the mark out"
            )
        if note in self._custom:
            yield from ooxml.note_reference_again(_bookmark(number), number)
            return
        self._custom[note] = "" if number == self._counted + 1 else str(number)
        self._counted += not self._custom[note]
        reference = ooxml.footnote_reference(number, custom_mark=self._custom[note])
        if self._times[note] > 1:
            yield from ooxml.bookmarked([reference], _bookmark(number), _FIRST_BOOKMARK + number)
        else:
            yield reference

    def unmarked(self) -> Iterator[_Element]:
        """Marks for the notes that no mark led to, so that none is lost; they belong at the end of the text."""
        before: _Element | None = None
        for note in self._notes:
            if note.id not in self._custom:
                if before is not None:
                    _part(before)
                for before in self.mark(note.id):
                    yield before

    @property
    def footnotes(self) -> list[_Element]:
        """The notes that were marked, by number."""
        return [
            ooxml.footnote(place, self._content(note), custom_mark=self._custom[note.id])
            for place, note in enumerate(self._notes, 1)
            if note.id in self._custom
        ]

    def _content(self, note: Footnote) -> list[_Element]:
        if note.missing and not note.inline:
            return [ooxml.run(MISSING)]
        return [ooxml.run(run.text, italic=run.italic) for run in note.inline.runs() if run.note is None]


def _bookmark(number: int) -> str:
    return f"_RefNote{number}"


def _part(mark: _Element) -> None:
    """Keep two marks in a row apart ("3 4", not "34") without a character between them."""
    ooxml.child(ooxml.run_properties(mark), "spacing", val=_GAP)
