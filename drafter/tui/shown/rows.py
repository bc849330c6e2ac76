"""The outline as plain rows, worked out from a draft: label, first words, and marks with their words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from drafter.edit.base_labels import base_labels
from drafter.edit.joining import joined
from drafter.edit.shifted import shifted
from drafter.model.decisions import ClearanceState
from drafter.model.draft import Draft, DraftParagraph, Status, labels
from drafter.model.resolution import Kind


class OutlineMark(Enum):
    """The sign of a mark, and the words for it."""

    EDITED = ("●", "edited")
    NEW = ("+", "new")
    DELETED = ("−", "deleted")
    JOINED = ("↑", "joined to the one above")
    MOVED = ("⇅", "moved")
    UPDATE = ("?", "update pending")
    FINDING = ("!", "finding")
    NOTE = ("✎", "reason or note")
    ASKED = ("…", "to be cleared")
    CLEARED = ("✓", "cleared")

    @property
    def sign(self) -> str:
        return self.value[0]

    @property
    def word(self) -> str:
        return self.value[1]


_CHANGES = {OutlineMark.EDITED, OutlineMark.NEW, OutlineMark.DELETED, OutlineMark.JOINED, OutlineMark.MOVED}


_OF_STATUS = {
    Status.EDITED: OutlineMark.EDITED,
    Status.ADDED: OutlineMark.NEW,
    Status.DELETED: OutlineMark.DELETED,
}


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A paragraph in the outline; `id` is the draft's, `label` the base's where it is deleted.

    `was` is what a room calls it by the base's numbers, where that is something else; `hidden` counts the rows that
    are folded under it.
    """

    id: str
    label: str
    level: int
    words: str
    marks: tuple[OutlineMark, ...] = ()
    kind: Kind = Kind.OPERATIVE
    was: str = ""
    hidden: int = 0

    @property
    def changed(self) -> bool:
        return not _CHANGES.isdisjoint(self.marks)

    @property
    def own_label(self) -> str:
        """The label's last step, for a subparagraph under its paragraph: "(iv)" of OP2(a)(iv)."""
        head, bracket, tail = self.label.rpartition("(")
        return bracket + tail if self.level and head else self.label

    @property
    def said(self) -> str:
        """Its marks in words: "edited, note"."""
        return ", ".join(mark.word for mark in self.marks)


def rows(draft: Draft, pending: Collection[str] = (), findings: Collection[str] = ()) -> tuple[OutlineRow, ...]:
    """A row for each paragraph of the draft; `pending` and `findings` are ids of paragraphs that have some."""
    named = labels(draft)
    moved, above, called = shifted(draft), joined(draft), base_labels(draft)
    return tuple(
        OutlineRow(
            paragraph.id,
            named[paragraph.id],
            paragraph.level,
            " ".join(paragraph.text[:120].split()),
            _marks(
                paragraph,
                OutlineMark.JOINED if paragraph.id in above else _OF_STATUS.get(paragraph.status),
                paragraph.id in moved,
                paragraph.id in pending,
                paragraph.id in findings,
            ),
            paragraph.kind,
            _otherwise(called.get(paragraph.id, ""), named[paragraph.id], paragraph.level),
        )
        for paragraph in draft
    )


def _otherwise(called: str, label: str, level: int) -> str:
    return called if not level and called != label else ""


def _marks(
    paragraph: DraftParagraph, first: OutlineMark | None, moved: bool, pending: bool, finding: bool
) -> tuple[OutlineMark, ...]:
    waiting = [one for one in paragraph.clearances if one.state is not ClearanceState.CLEARED]
    rest = (
        (OutlineMark.MOVED, moved),
        (OutlineMark.UPDATE, pending and not paragraph.deleted),
        (OutlineMark.FINDING, finding),
        (OutlineMark.NOTE, bool(paragraph.reason or paragraph.note)),
        (OutlineMark.ASKED, bool(waiting)),
        (OutlineMark.CLEARED, bool(paragraph.clearances) and not waiting),
    )
    return (*([first] if first else []), *(mark for mark, there in rest if there))
