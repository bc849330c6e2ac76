"""The outline as plain rows, worked out from a draft: label, first words, and marks with their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from drafter.edit.joining import joined
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
    """A paragraph in the outline; `id` is the draft's, `label` the base's where it is deleted."""

    id: str
    label: str
    level: int
    words: str
    marks: tuple[OutlineMark, ...] = ()
    kind: Kind = Kind.OPERATIVE

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
    shifted, above = moved(draft), joined(draft)
    return tuple(
        OutlineRow(
            paragraph.id,
            named[paragraph.id],
            paragraph.level,
            " ".join(paragraph.text[:120].split()),
            _marks(
                paragraph,
                OutlineMark.JOINED if paragraph.id in above else _OF_STATUS.get(paragraph.status),
                paragraph.id in shifted,
                paragraph.id in pending,
                paragraph.id in findings,
            ),
            paragraph.kind,
        )
        for paragraph in draft
    )


def moved(draft: Draft) -> frozenset[str]:
    """The ids of the paragraphs that were moved: the fewest that explain the order."""
    if draft.adopted is None:
        return frozenset()
    order = {label: place for place, label in enumerate(draft.adopted.paragraphs)}
    standing = [paragraph for paragraph in draft.standing if paragraph.origin in order]
    stayed = _longest_rising([order[paragraph.origin or ""] for paragraph in standing])
    return frozenset(paragraph.id for place, paragraph in enumerate(standing) if place not in stayed)


def _longest_rising(places: list[int]) -> set[int]:
    """The indexes of a longest run, with gaps, of `places` that never falls."""
    ends: list[tuple[int, int]] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, (place + 1, -1))
        before.append(ends[at - 1][1] if at else -1)
        ends[at : at + 1] = [(place, index)]
    chain: set[int] = set()
    index = ends[-1][1] if ends else -1
    while index >= 0:
        chain.add(index)
        index = before[index]
    return chain


def _marks(
    paragraph: DraftParagraph, first: OutlineMark | None, shifted: bool, pending: bool, finding: bool
) -> tuple[OutlineMark, ...]:
    rest = (
        (OutlineMark.MOVED, shifted),
        (OutlineMark.UPDATE, pending and not paragraph.deleted),
        (OutlineMark.FINDING, finding),
        (OutlineMark.NOTE, bool(paragraph.reason or paragraph.note)),
    )
    return (*([first] if first else []), *(mark for mark, there in rest if there))
