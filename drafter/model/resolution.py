"""A resolution: its masthead, its paragraphs in order, its footnotes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.submission import Submission
from drafter.model.symbol import Symbol


class Kind(StrEnum):
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. Its number follows from its place (`numbering`), unless its source prints another.

    level      0 for a paragraph, 1 for (a), 2 for (i), 3 for a., 4 for i.; of a heading, its depth.
    part       "" for the resolution itself; "A", "B" for resolutions under one number; "Annex", "Annex II" and
               the like. Numbering starts again with each part.
    variant    "bis", "ter", "alt" and the like, where negotiators' numbering has it; such a paragraph does not
               advance the count.
    continued  text that goes on unnumbered after a list inside the paragraph before it. In an annex, where
               there are no openings, an unnumbered paragraph is preambular and a numbered one operative.
    number     the number that the source prints, from 1, where it is beyond the next one because the source skips
               some; None where the paragraph has the next one. Drafts and what is rendered do not keep it.
    unnumbered an operative paragraph that has no number and does not count, among numbered ones ("Adopts the
               following declaration:", before the declaration's own 1., 2., 3.).
    """

    kind: Kind
    inline: Inline
    level: int = 0
    part: str = ""
    variant: str = ""
    continued: bool = False
    number: int | None = None
    unnumbered: bool = False

    @property
    def text(self) -> str:
        return self.inline.text

    @property
    def opener(self) -> str:
        """The italic opening ("Deeply concerned"), "" where there is none."""
        first = self.inline.italics[:1]
        if self.kind is Kind.HEADING or not first or first[0].start:
            return ""
        return self.inline.text[: first[0].end].rstrip(" ,")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note by its id; its number follows from its place. `missing` where the source lost its text."""

    id: str
    inline: Inline
    missing: bool = False

    @property
    def text(self) -> str:
        return self.inline.text


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was adopted, as printed: notes say "Ibid." where the source does.

    `meeting` is the line "60th plenary meeting"; `origin` the bracketed line under the title, without its
    brackets; `agenda_item` "72 (c)"; `issued` the date of issue in the masthead; `submission` what the line of
    sponsors of an L. document says, None of what was adopted.
    """

    organ: Organ
    title: Inline
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...] = ()
    symbol: Symbol | None = None
    session: int | None = None
    adopted: date | None = None
    issued: date | None = None
    meeting: str = ""
    agenda_item: str = ""
    agenda_title: str = ""
    origin: str = ""
    submission: Submission | None = None
