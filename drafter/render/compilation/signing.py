"""An author for each change of a plan, for those too that a change elsewhere brings about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.model.resolution import Paragraph
from drafter.render.compilation.authored import AuthoredText
from drafter.render.redline.values import AGAIN, Plan, State, TrackedParagraph, TrackedPiece


def signed(made: Plan, text: AuthoredText, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Plan:
    """The plan, in which each change has an author; `old` and `new` are the paragraphs of either text as shown.

    Without one were a note whose mark was put in elsewhere, and a paragraph that is written out anew since a change
    next to it could not be told to every program otherwise.
    """
    return _Signing(made, text, old, new).plan()


@dataclass(frozen=True)
class _Signing:
    made: Plan
    text: AuthoredText
    old: Sequence[Paragraph]
    new: Sequence[Paragraph]

    def plan(self) -> Plan:
        noted = self.text.noted
        own = [self._deed(one) for one in self.made.paragraphs]
        pairs = zip(own, self.made.paragraphs, strict=True)
        known = [by or next((piece.by for piece in one.pieces if piece.by), "") for by, one in pairs]
        paragraphs = []
        for place, one in enumerate(self.made.paragraphs):
            near = next(filter(None, (*known[place:], *reversed(known[:place]))), "")
            mark_by = one.mark_by or ("" if one.mark is State.KEPT else near)
            # A paragraph that keeps its words may be set otherwise where the next one's mark goes instead of its own.
            by = one.by or own[place] or mark_by or near
            paragraphs.append(replace(one, pieces=_by(one.pieces, near, noted), by=by, mark_by=mark_by))
        notes = []
        for note in self.made.notes:
            by = noted.get(note.new or note.old or "", "")
            notes.append(replace(note, pieces=_by(note.pieces, by, noted)))
        return Plan(_by(self.made.title, "", noted), tuple(paragraphs), tuple(notes))

    def _deed(self, one: TrackedParagraph) -> str:
        """Who does something with a whole paragraph."""
        authors = self.text.authors
        by = authors.deed(self.old[one.old].inline) if one.old is not None else ""
        return by or (authors.arrival(self.new[one.new].inline) if one.new is not None else "")


def _by(pieces: tuple[TrackedPiece, ...], near: str, noted: Mapping[str, str]) -> tuple[TrackedPiece, ...]:
    made = []
    for one in pieces:
        if one.by or (one.state is State.KEPT and not one.changed_italics):
            made.append(one)
        else:
            own = noted.get(one.note.removesuffix(AGAIN), "") if one.note else ""
            made.append(replace(one, by=own or near))
    return tuple(made)
