"""Which footnotes of a paragraph changed: the citations that its marks stand for, in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest

from drafter.model import notes as citations
from drafter.model.resolution import Resolution


class NotesOf:
    """The footnotes of a text, paragraph by paragraph."""

    def __init__(self, text: Resolution) -> None:
        self._text = text

    @cached_property
    def _notes(self) -> dict[str, str]:
        return {note.id: "" if note.missing else note.text for note in citations.in_full(self._text.footnotes)}

    def __getitem__(self, indices: Sequence[int]) -> list[str]:
        """The citations marked in these paragraphs, in order; "" for one that the source lost."""
        marks = (mark.note for index in indices for mark in self._text.paragraphs[index].inline.marks)
        return [self._notes.get(note, "") for note in marks]


NoteChange = tuple[str, str]
"""A note as it was and as it is, "" where it came or went."""


def changed_notes(old: Sequence[str], new: Sequence[str]) -> Iterator[NoteChange]:
    """The notes that changed, in order; one that only moved did not.

    Where a source lost a note of the paragraph, what became of the others cannot be told.

    >>> list(changed_notes(["A/HRC/37/69.", "A/72/394."], ["A/72/394.", "A/HRC/40/66."]))
    [('A/HRC/37/69.', 'A/HRC/40/66.')]
    """
    if "" in old or "" in new:
        return
    gone = (text for text in old if text not in new)
    come = (text for text in new if text not in old)
    yield from zip_longest(gone, come, fillvalue="")
