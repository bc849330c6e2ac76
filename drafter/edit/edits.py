"""What a drafter can do to a draft: frozen edits, each naming its paragraph by id.

An edit that concerns a paragraph's place takes its subparagraphs along: to delete, move or demote OP2 is to delete,
move or demote its (a) and (i) too. `apply` says what each does.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.decisions import Briefed, Clearance
from drafter.model.draft import Draft, DraftParagraph, Source
from drafter.model.inline import Inline
from drafter.model.refusal import Refusal
from drafter.model.resolution import Footnote, Kind
from drafter.model.symbol import Symbol
from drafter.model.verified import VerifiedUpdate

FieldValue = str | int | None | Symbol | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetText:
    """The paragraph's text becomes `inline`. A note whose last mark goes is no longer printed but stays in the
    draft."""

    id: str
    inline: Inline


@dataclass(frozen=True, slots=True)
class SetTitle:
    inline: Inline


@dataclass(frozen=True, slots=True)
class SetField:
    """A masthead field: symbol, session, committee, sponsors, agenda_item, agenda_title or author."""

    name: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class Insert:
    """A new paragraph after another and its subparagraphs, or as the first of all."""

    paragraph: DraftParagraph
    after: str | None


@dataclass(frozen=True, slots=True)
class Delete:
    """A paragraph of the base stays as deleted, with the base's text; a new one vanishes."""

    id: str


@dataclass(frozen=True, slots=True)
class Restore:
    """A deleted paragraph, its subparagraphs and the deleted ones above it, as the base has them."""

    id: str


@dataclass(frozen=True, slots=True)
class Move:
    id: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Split:
    """Cut before the character `at`; the second half is `new_id` and shares the origin."""

    id: str
    at: int
    new_id: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Join the text of the next paragraph to this one."""

    id: str
    following_id: str


@dataclass(frozen=True, slots=True)
class SetLevel:
    id: str
    level: int


@dataclass(frozen=True, slots=True)
class SetKind:
    id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class SetNote:
    """The drafter's own note on a paragraph, which is not printed; "" removes it."""

    id: str
    note: str


@dataclass(frozen=True, slots=True)
class SetReason:
    """The reason for the change, for negotiators; "" removes it."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetClearances:
    """Where the paragraph stands with those who have to clear it."""

    id: str
    clearances: tuple[Clearance, ...]


@dataclass(frozen=True, slots=True)
class SetSources:
    id: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class PutFootnote:
    """Add a note, or change the one of the same id; its text is the full citation."""

    footnote: Footnote


@dataclass(frozen=True, slots=True)
class DropFootnote:
    """Remove from the draft a note that is not marked anywhere."""

    id: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """Remember that an update was turned down, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class SetBriefed:
    """What became of an entry in the brief."""

    briefed: Briefed


@dataclass(frozen=True, slots=True)
class RefuseChanges:
    """Remember that changes which a suggestion would make were turned down."""

    changes: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Verify:
    """Remember that an update of the turn of the year was verified and its words stay."""

    verified: VerifiedUpdate


@dataclass(frozen=True, slots=True)
class ReplaceAll:
    """The whole draft is replaced, as when another program has changed its file."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Several:
    """Several edits that are done, undone and named as one."""

    edits: tuple[Edit, ...]
    name: str


Edit = (
    SetText
    | SetTitle
    | SetField
    | Insert
    | Delete
    | Restore
    | Move
    | Split
    | Merge
    | SetLevel
    | SetKind
    | SetNote
    | SetReason
    | SetClearances
    | SetSources
    | PutFootnote
    | DropFootnote
    | Refuse
    | RefuseChanges
    | Verify
    | SetBriefed
    | ReplaceAll
    | Several
)
