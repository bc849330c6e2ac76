"""The notes of a compilation text by the base's own ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from drafter.model.inline import Inline, NoteMark
from drafter.model.proposal import Proposal, note_id
from drafter.model.resolution import Footnote
from drafter.negotiation.intake.basetext import RoundBase


@dataclass(frozen=True)
class Noted:
    """`ids` by the file's names of its notes, and those that the base lacks."""

    ids: Mapping[str, str]
    brought: Mapping[str, Inline]

    @classmethod
    def of(cls, base: RoundBase, notes: Mapping[str, Inline]) -> Noted:
        """The notes of a file; of several in the base with the same words, the file's are those in the same order."""
        marked = {mark.note for words in (base.title, *(one.inline for one in base.listed)) for mark in words.marks}
        free: dict[Inline, list[str]] = {}
        for note in sorted(base.notes, key=lambda one: one.id not in marked):
            free.setdefault(note.inline, []).append(note.id)
        ids: dict[str, str] = {}
        brought: dict[str, Inline] = {}
        for own, words in notes.items():
            known = free.get(words)
            if known:
                ids[own] = known.pop(0) if len(known) > 1 else known[0]
            else:
                ids[own] = note_id(words)
                brought[ids[own]] = words
        return cls(ids, brought)

    def named(self, words: Inline) -> Inline:
        """The words with the base's ids of the notes."""
        return Inline(
            words.text, words.italics, tuple(NoteMark(one.at, self.ids.get(one.note, one.note)) for one in words.marks)
        )

    def with_notes(self, one: Proposal) -> Proposal:
        """The proposal with the notes that it brings."""
        used = sorted({mark.note for mark in one.put.marks if mark.note in self.brought})
        return replace(one, notes=tuple(Footnote(name, self.brought[name]) for name in used)) if used else one
