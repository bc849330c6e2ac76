"""The colleague's text, with the draft's names at its note marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from drafter.edit.gestures.notes import new_note_id
from drafter.model import notes
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Paragraph, Resolution


@dataclass(frozen=True, slots=True)
class Theirs:
    """A text to take changes from: its title, its paragraphs, and its notes in full by their id.

    `known` are the draft's paragraphs behind them by place, where the text is itself a draft.
    """

    title: Inline
    paragraphs: tuple[Paragraph, ...]
    notes: Mapping[str, Inline]
    known: tuple[DraftParagraph, ...] = ()
    draft: Draft | None = field(default=None, compare=False)


def of_draft(draft: Draft) -> Theirs:
    """A colleague's draft file."""
    standing = draft.standing
    cited = {note.id: note.inline for note in draft.footnotes}
    return Theirs(draft.title, tuple(one.paragraph for one in standing), cited, standing, draft)


def of_resolution(text: Resolution) -> Theirs:
    """A text without ids, such as a Word file."""
    cited = {note.id: note.inline for note in notes.in_full(text.footnotes)}
    return Theirs(text.title, text.paragraphs, cited)


@dataclass(frozen=True, slots=True)
class NotedWords:
    """Words with the draft's names at their marks, the notes that are new, and those that read otherwise."""

    inline: Inline
    fresh: tuple[Footnote, ...] = ()
    changed: tuple[Footnote, ...] = ()


class NoteNames:
    """Gives the other text's marks the names of the draft's notes; a note that the draft lacks gets a name of its own
    and is `fresh`."""

    def __init__(self, theirs: Theirs, mine: Draft) -> None:
        self._theirs, self._mine = theirs.notes, mine
        self._texts = {note.id: note.inline.text for note in mine.footnotes}
        self._free = {
            note.inline.text: [n.id for n in mine.footnotes if n.inline == note.inline] for note in mine.footnotes
        }
        self._given: dict[str, str] = {}

    def named(self, inline: Inline, was: Inline | None = None) -> NotedWords:
        """The words with the draft's names at the marks; marks are held beside those of `was` where there are as
        many."""
        before = was.marks if was is not None and len(was.marks) == len(inline.marks) else ()
        marks, fresh, changed = [], [], []
        for place, mark in enumerate(inline.marks):
            citation = self._theirs.get(mark.note, Inline())
            own = before[place].note if before else ""
            if self._texts.get(own) == citation.text:
                name = own  # two notes may read the same
            elif mark.note in self._given:
                name = self._given[mark.note]
            elif found := [one for one in self._free.get(citation.text, ()) if one not in self._given.values()]:
                name = found[0]
            elif own and own not in self._given.values():
                name = own
                changed.append(Footnote(name, citation))
                self._texts.pop(name, None)  # what it read before is another note's from here on
            else:
                name = self._fresh()
                fresh.append(Footnote(name, citation))
            self._given[mark.note] = name
            marks.append(replace(mark, note=name))
        return NotedWords(replace(inline, marks=tuple(marks)), tuple(fresh), tuple(changed))

    def _fresh(self) -> str:
        taken = {*self._texts, *self._given.values()}
        while (name := new_note_id(self._mine)) in taken:
            pass
        return name
