"""What a tracked document says, before any XML: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

AGAIN = "+"
"""Ends the key of a mark that only repeats its note; no note id contains it."""


class State(Enum):
    """What happened to a piece or a paragraph mark."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved from"
    MOVED_TO = "moved to"

    @property
    def stood(self) -> bool:
        """Whether it was in the old text."""
        return self in (State.KEPT, State.DELETED, State.MOVED_FROM)

    @property
    def stands(self) -> bool:
        """Whether it is in the new text."""
        return self in (State.KEPT, State.INSERTED, State.MOVED_TO)


@dataclass(frozen=True, slots=True)
class TrackedPiece:
    """Text of one state and style; or a single note mark (`note`, the note's id, new where it stands); or a break.

    `italic` is how it is set now (for a piece that is gone, how it was set); `was_italic` how a kept piece was
    set before. `old_note` is the old id of a kept mark's note. A `break_` is the mark of a paragraph that ends
    inside the passage. `by` is who changed it, "" for the file's author.
    """

    text: str = ""
    state: State = State.KEPT
    italic: bool = False
    was_italic: bool = False
    note: str | None = None
    old_note: str | None = None
    break_: bool = False
    by: str = ""

    @property
    def changed_italics(self) -> bool:
        return self.state is State.KEPT and self.italic != self.was_italic


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """A paragraph of the tracked document with the state of its mark.

    `old` and `new` are the places of the paragraphs whose kind and level it had and has (None on the side where
    it does not stand). `move` joins the two places of a block of paragraphs that moved together, `moved` (from or
    to) says which of them this is. `mark_by` changed its mark, `by` moved it or set it otherwise; "" is the file's
    author.
    """

    pieces: tuple[TrackedPiece, ...]
    mark: State
    old: int | None
    new: int | None
    move: int | None = None
    moved: State | None = None
    mark_by: str = ""
    by: str = ""

    @property
    def changed(self) -> bool:
        """Whether any word, italics or mark in it changed, or it moved."""
        changed = any(piece.state is not State.KEPT or piece.changed_italics for piece in self.pieces)
        return changed or self.mark is not State.KEPT

    @property
    def bears_note(self) -> bool:
        """Whether it holds a note itself, not only a mark that repeats one."""
        return any(piece.note is not None and not piece.note.endswith(AGAIN) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class TrackedNote:
    """A footnote of the tracked document: its ids in either text (None where it does not stand) and its words."""

    old: str | None
    new: str | None
    pieces: tuple[TrackedPiece, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Title, paragraphs and notes: the pieces that `stood` give the old text, those that `stand` the new."""

    title: tuple[TrackedPiece, ...]
    paragraphs: tuple[TrackedParagraph, ...]
    notes: tuple[TrackedNote, ...]
