"""A draft: next year's text in the making, each paragraph tied to its origin in the adopted base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Paragraph
from drafter.model.symbol import Symbol


class Status(StrEnum):
    KEPT = "kept"
    EDITED = "edited"
    ADDED = "added"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Source:
    """Where language stands: `quote` is found, word for word, in paragraph `label` of `symbol`."""

    symbol: str
    label: str
    date: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of the draft under a stable `id`.

    `origin` is the base's label, None for a new paragraph; both halves of a split carry the same one. A deleted
    paragraph stays, with the base's text, so that it can be restored. `note` is the drafter's reason, `sources`
    where its new language comes from.
    """

    id: str
    paragraph: Paragraph
    origin: str | None = None
    status: Status = Status.KEPT
    note: str = ""
    sources: tuple[Source, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Draft:
    """Next year's draft.

    `base` is the adopted text's symbol or file; `footnotes` are full citations, by id, in any order: which are
    printed, their numbers and "Ibid." follow from the marks. `refused` holds the keys of suggestions turned down.
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
    refused: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[DraftParagraph]:
        return iter(self.paragraphs)

    @property
    def standing(self) -> tuple[DraftParagraph, ...]:
        """The paragraphs that are not deleted, in order."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.deleted)

    def index(self, paragraph_id: str) -> int:
        """The place of a paragraph by its id; KeyError where there is none."""
        for place, paragraph in enumerate(self.paragraphs):
            if paragraph.id == paragraph_id:
                return place
        raise KeyError(paragraph_id)

    def __getitem__(self, paragraph_id: str) -> DraftParagraph:
        return self.paragraphs[self.index(paragraph_id)]
