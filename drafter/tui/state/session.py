"""The one value that the interface shows: the draft's history, its file, and what is known about it.

Screens read it and never change it; the app replaces it when an edit is done. What a worker found is tied to
the draft that it looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from drafter.align.words import word_changes
from drafter.edit.edits import Edit
from drafter.edit.history import History
from drafter.edit.pending import RULE, counted, pending
from drafter.edit.status import DraftStatus, status
from drafter.model.change import WordChange
from drafter.model.draft import Draft, DraftParagraph, labels, printed
from drafter.model.finding import Finding, Severity
from drafter.model.inline import Inline
from drafter.model.resolution import Paragraph, Resolution
from drafter.model.suggestion import Update
from drafter.tui.state.remembered import remembered


@dataclass(frozen=True, slots=True)
class Session:
    """An open draft, as the screens see it.

    `saved_at` is when it was last written to its file, `not_filed` why it is not there; `read_only` says why it
    cannot be changed, "" where it can; `updates` and `findings` were made out of the draft `looked_at`.
    """

    path: Path
    history: History[Draft, Edit]
    saved_at: datetime | None = None
    not_filed: str = ""
    read_only: str = ""
    updates: tuple[Update, ...] = ()
    findings: tuple[Finding, ...] = ()
    looked_at: Draft | None = None

    @property
    def draft(self) -> Draft:
        return self.history.document

    @property
    def base(self) -> Resolution | None:
        """The adopted text, None if the library no longer has it."""
        return self.draft.adopted.resolution if self.draft.adopted else None

    @property
    def when_saved(self) -> str:
        """Since when the draft is in its file, or why it is not, in a few words."""
        return self.not_filed or (f"saved {self.saved_at:%H:%M}" if self.saved_at else "saved")

    def adopted(self, paragraph: DraftParagraph) -> Paragraph | None:
        """The base's paragraph that this one comes from."""
        if self.draft.adopted is None or paragraph.origin is None:
            return None
        return self.draft.adopted.paragraphs.get(paragraph.origin)

    def pending(self) -> dict[str, tuple[Update, ...]]:
        """The updates whose words are still where they were found, by the id of their paragraph; "" for the
        masthead."""
        return _pending(self)

    @property
    def to_update(self) -> str:
        """How many updates are pending and where, in words."""
        return counted(self.pending())

    @property
    def status(self) -> DraftStatus:
        """Where the draft stands, as far as it was looked over."""
        return status(self.draft, self.updates, self.findings if self.looked_at is self.draft else ())

    def found(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by the id of their paragraph, if the draft is still the one that was checked; "" for those of no
        paragraph. Updates that are pending are no findings here: they have a list of their own."""
        if self.looked_at is not self.draft:
            return {}
        found: dict[str, tuple[Finding, ...]] = {}
        standing = self.draft.standing
        for finding in self.findings:
            if finding.rule == RULE:
                continue
            id = standing[finding.index].id if finding.index is not None else ""
            found[id] = (*found.get(id, ()), finding)
        return found

    def serious(self) -> frozenset[str]:
        """The ids of the paragraphs with a finding more serious than a note."""
        found = self.found().items()
        return frozenset(id for id, here in found if any(one.severity is not Severity.NOTE for one in here))


@remembered
def _pending(session: Session) -> dict[str, tuple[Update, ...]]:
    """Remembered, since every move asks."""
    return pending(session.draft, session.updates)


def changes(old: Inline | None, new: Inline) -> tuple[WordChange, ...]:
    """The word diff of two wordings; nothing is called changed where there was nothing before."""
    return () if old is None else word_changes(old.text, new.text)


@remembered
def numbers(draft: Draft) -> dict[str, int]:
    """The printed number of each note that is marked."""
    return {note.id: number for number, note in enumerate(printed(draft).footnotes, 1)}


@remembered
def base_numbers(draft: Draft) -> dict[str, int]:
    """The printed number of each note in the adopted text."""
    notes = draft.adopted.resolution.footnotes if draft.adopted else ()
    return {note.id: number for number, note in enumerate(notes, 1)}


@remembered
def named(draft: Draft) -> dict[str, str]:
    """The label of each paragraph by its id."""
    return labels(draft)
