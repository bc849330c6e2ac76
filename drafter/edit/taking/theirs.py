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
        self._names = {note.inline.text: note.id for note in reversed(mine.footnotes)}
        self._texts = {note.id: note.inline.text for note in mine.footnotes}
        self._taken = set(self._texts)
        self._used: set[str] = set()

    def named(self, inline: Inline, was: Inline | None = None) -> NotedWords:
        """The words with the draft's names at the marks; marks are held beside those of `was` where there are as
        many."""
        before = was.marks if was is not None and len(was.marks) == len(inline.marks) else ()
        marks, fresh, changed = [], [], []
        for place, mark in enumerate(inline.marks):
            citation = self._theirs.get(mark.note, Inline())
            name = self._names.get(citation.text)
            if before and self._texts.get(before[place].note) == citation.text:
                name = before[place].note  # two notes may read the same
            elif name is None and before and before[place].note not in self._used:
                name = self._changed(before[place].note, citation)
                changed.append(Footnote(name, citation))
            elif name is None:
                name = self._fresh(citation)
                fresh.append(Footnote(name, citation))
            self._used.add(name)
            marks.append(replace(mark, note=name))
        return NotedWords(replace(inline, marks=tuple(marks)), tuple(fresh), tuple(changed))

    def _changed(self, name: str, citation: Inline) -> str:
        """Let a note read otherwise, so that what it read before is another note's from here on."""
        if self._names.get(self._texts.get(name, "")) == name:
            del self._names[self._texts[name]]
        self._names[citation.text] = name
        return name

    def _fresh(self, citation: Inline) -> str:
        while (name := new_note_id(self._mine)) in self._taken:
            pass
        self._taken.add(name)
        self._names[citation.text] = name
        return name
