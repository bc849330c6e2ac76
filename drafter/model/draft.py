"""A draft: next year's text in the making, each paragraph tied to its origin in the adopted base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePath, PureWindowsPath

from drafter.model import notes, numbering
from drafter.model.decisions import Briefed, Clearance
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.refusal import Refusal
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.submission import DraftOf, Submission
from drafter.model.symbol import Symbol
from drafter.model.verified import VerifiedUpdate


class Status(StrEnum):
    KEPT = "kept"
    EDITED = "edited"
    ADDED = "added"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Source:
    """Where language stands: `quote` is found, word for word, in paragraph `label` of `symbol`."""

    symbol: str = ""
    label: str = ""
    date: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of the draft under a stable `id`.

    `origin` is the base's label, None for a new paragraph; both halves of a split carry the same one. A deleted
    paragraph stays, with the base's text, so that it can be restored. `reason` says to negotiators why it is as it is,
    `note` is the drafter's own and is handed out only when asked for; `sources` are where its new language comes
    from.
    """

    id: str
    paragraph: Paragraph
    origin: str | None = None
    status: Status = Status.KEPT
    note: str = ""
    sources: tuple[Source, ...] = ()
    reason: str = ""
    clearances: tuple[Clearance, ...] = ()

    @property
    def inline(self) -> Inline:
        return self.paragraph.inline

    @property
    def text(self) -> str:
        return self.paragraph.inline.text

    @property
    def kind(self) -> Kind:
        return self.paragraph.kind

    @property
    def level(self) -> int:
        return self.paragraph.level

    @property
    def deleted(self) -> bool:
        return self.status is Status.DELETED

    def with_paragraph(self, **changes: object) -> DraftParagraph:
        """The same with fields of its paragraph (`inline`, `level`, `kind`, …) replaced."""
        return replace(self, paragraph=replace(self.paragraph, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, eq=False)
class Adopted:
    """The base as adopted, with what a draft asks of it again and again; made by `Adopted.of`.

    `paragraphs` are by the base's own labels, and count by themselves as a draft's do.
    """

    resolution: Resolution
    paragraphs: Mapping[str, Paragraph]
    notes: Mapping[str, Inline]

    @classmethod
    def of(cls, resolution: Resolution) -> Adopted:
        labels = numbering.labels(resolution.paragraphs)
        in_full = notes.in_full(resolution.footnotes)
        return cls(
            resolution,
            dict(zip(labels, map(numbering.by_itself, resolution.paragraphs), strict=True)),
            {footnote.id: footnote.inline for footnote in in_full},
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """Next year's draft.

    `base` is the adopted text's symbol or file, and `base_fingerprint` tells how it read when the draft was made.
    `footnotes` are full citations, by id, in any order: which are printed, their numbers and "Ibid." follow from the
    marks, and one that nobody marks waits until a mark returns. `refused` holds changes turned down (by their keys, in
    drafts of earlier versions), `verified` what was flagged and stays, `brief` what became of the brief's entries.
    `on_behalf` is for whom the sponsors submit it, as a note by asterisk says, without "on behalf of".
    `adopted` is the base itself where it is at hand; the draft file does not hold it and two drafts are equal without
    it.
    """

    base: str
    title: Inline
    paragraphs: tuple[DraftParagraph, ...]
    footnotes: tuple[Footnote, ...] = ()
    organ: Organ = Organ.GENERAL_ASSEMBLY
    symbol: Symbol | None = None
    session: int | None = None
    committee: int | None = None
    sponsors: tuple[str, ...] = ()
    agenda_item: str = ""
    agenda_title: str = ""
    author: str = ""
    draft_of: DraftOf = DraftOf.RESOLUTION
    on_behalf: str = ""
    refused: tuple[str | Refusal, ...] = ()
    verified: tuple[VerifiedUpdate, ...] = ()
    brief: tuple[Briefed, ...] = ()
    base_fingerprint: str = ""
    adopted: Adopted | None = field(default=None, compare=False, repr=False)

    def __iter__(self) -> Iterator[DraftParagraph]:
        return iter(self.paragraphs)

    @property
    def standing(self) -> tuple[DraftParagraph, ...]:
        """The paragraphs that are not deleted, in order."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.deleted)

    @property
    def base_called(self) -> str:
        """The base as papers name it: of a file only its name, since nobody outside should read of folders here."""
        return self.base if Symbol.parse(self.base) else PureWindowsPath(PurePath(self.base).name).name

    def index(self, paragraph_id: str) -> int:
        """The place of a paragraph by its id; KeyError where there is none."""
        for place, paragraph in enumerate(self.paragraphs):
            if paragraph.id == paragraph_id:
                return place
        raise KeyError(paragraph_id)

    def __getitem__(self, paragraph_id: str) -> DraftParagraph:
        return self.paragraphs[self.index(paragraph_id)]


def labels(draft: Draft) -> dict[str, str]:
    """The label of each paragraph by its id; a deleted one goes by the base's."""
    standing = draft.standing
    found = dict(
        zip(
            (paragraph.id for paragraph in standing),
            numbering.labels(paragraph.paragraph for paragraph in standing),
            strict=True,
        )
    )
    return {paragraph.id: found.get(paragraph.id) or paragraph.origin or "" for paragraph in draft}


def printed(draft: Draft) -> Resolution:
    """The draft as it would be printed: the paragraphs that stand, the notes in the order of their marks.

    "Ibid." is worked out; where a note follows the same one as in the base, and neither changed, it reads as the
    base printed it. A mark whose note is unknown gets a missing note, so that numbers stay true.
    """
    paragraphs = tuple(paragraph.paragraph for paragraph in draft.standing)
    by_id = {footnote.id: footnote for footnote in draft.footnotes}
    inlines = (draft.title, *(paragraph.inline for paragraph in paragraphs))
    marked = dict.fromkeys(mark.note for inline in inlines for mark in inline.marks)
    in_full = tuple(by_id.get(note) or Footnote(note, Inline(), missing=True) for note in marked)
    return Resolution(
        organ=draft.organ,
        title=draft.title,
        paragraphs=paragraphs,
        footnotes=_as_the_base_printed(notes.with_ibid(in_full), in_full, draft.adopted),
        symbol=draft.symbol,
        session=draft.session,
        agenda_item=draft.agenda_item,
        agenda_title=draft.agenda_title,
        submission=_submission(draft),
    )


def _submission(draft: Draft) -> Submission:
    revised = draft.symbol is not None and any(suffix.startswith("Rev") for suffix in draft.symbol.suffixes)
    what = draft.draft_of.submitted(revised=revised)
    return Submission(what, draft.sponsors, draft.on_behalf, committee=draft.committee)


def _as_the_base_printed(
    worked_out: tuple[Footnote, ...], in_full: tuple[Footnote, ...], adopted: Adopted | None
) -> tuple[Footnote, ...]:
    if adopted is None:
        return worked_out
    before = {
        note.id: (previous, note)
        for previous, note in zip((None, *adopted.resolution.footnotes), adopted.resolution.footnotes, strict=False)
    }
    kept: list[Footnote] = []
    previous: str | None = None
    unchanged = True
    for footnote, full in zip(worked_out, in_full, strict=True):
        was_unchanged, unchanged = unchanged, adopted.notes.get(full.id) == full.inline
        neighbour, as_printed = before.get(full.id, (None, footnote))
        same_place = (neighbour.id if neighbour else None) == previous
        kept.append(as_printed if unchanged and was_unchanged and same_place else footnote)
        previous = full.id
    return tuple(kept)
