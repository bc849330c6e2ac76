"""What the tool proposes: updates for the turn of the year, and prior language for a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.model.draft import Source
from drafter.model.inline import Inline


class UpdateStatus(StrEnum):
    """`verify`: the words will have to change and the new ones are not known here."""

    CERTAIN = "certain"
    LIKELY = "likely"
    VERIFY = "verify"


AGENDA_ITEM = "Agenda item"
"""The label of an update to the masthead's agenda item."""


@dataclass(frozen=True, slots=True)
class Update:
    """What the turn of the year does to the characters `start`..`end` of a paragraph (or of note `note`).

    `label` is the base's label of the paragraph (of the paragraph that has the mark, for a note); `found` is
    text[start:end], of the draft's text where there is a draft; `proposed` the new words, None where they are not
    known.
    """

    label: str
    start: int
    end: int
    found: str
    proposed: str | None
    status: UpdateStatus
    why: str
    source: str = ""
    note: str | None = None

    @property
    def key(self) -> str:
        """What a refusal remembers: the place and the words it would have changed."""
        return f"update:{self.at}:{self.found}"

    @property
    def at(self) -> str:
        """Where it is in the base: the paragraph's label, or the note by its id."""
        return self.label if self.note is None else f"note {self.note}"


class SuggestionKind(StrEnum):
    UPDATE = "update"
    LINEAGE = "lineage"
    RESTORE = "restore"
    PRIOR = "prior"
    PROPAGATE = "propagate"
    SPREADING = "spreading"
    STRENGTH = "strength"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A paragraph as it would read, why, and where its language stands.

    `after` is the label it would follow, for a new paragraph; None where it replaces the paragraph's own text.
    `exchanged` are the words that each of its changes takes out and puts in, to be refused.
    """

    kind: SuggestionKind
    inline: Inline
    why: str
    sources: tuple[Source, ...] = ()
    after: str | None = None
    score: float = 0.0
    exchanged: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What a refusal remembered in drafts of format 1: the kind and the words it would put in."""
        return f"{self.kind}:{' '.join(self.inline.text.split())}"
