"""A paragraph of the base where it stands in somebody else's Word file, and a cursor over its characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.model.inline import Inline, NoteMark, Span
from drafter.model.resolution import Paragraph
from drafter.render.onto.atoms import Block
from drafter.render.onto.match import Found
from drafter.render.onto.writer import Edits


@dataclass(slots=True, eq=False)
class Standing:
    """A paragraph of the old text: its words (typed number and all), where they are in the file, its marks' atoms."""

    inline: Inline
    found: Found
    marks: tuple[tuple[int, NoteMark], ...]
    paragraph: Paragraph | None = None

    @property
    def own(self) -> Inline:
        """The file's words without what is typed before them."""
        return self.inline[len(self.found.prefix) :]

    @property
    def block(self) -> Block:
        """The file's paragraph that it is in."""
        return self.found.block


def rank(paragraph: Paragraph) -> tuple[object, ...]:
    """What two paragraphs must have in common to be set alike."""
    return paragraph.kind, paragraph.level, paragraph.continued


def slanted(found: Found) -> Inline:
    """Words of the file that the base does not have, as they are set: prefix, words, and what is italic of them."""
    text = found.prefix + found.words
    italics: list[Span] = []
    for place, atoms in enumerate(found.atoms):
        run = found.block.atoms[atoms[0]].run
        slant = run.find("rPr", "i") if run else None
        if slant is not None and slant.attributes.get("val") not in ("0", "false", "off"):
            start = italics.pop().start if italics and italics[-1].end == place else place
            italics.append(Span(start, place + 1))
    return Inline(text, tuple(italics))


@dataclass(slots=True)
class Cursor:
    """A position in the old text of a paragraph, and the edits up to it."""

    standing: Standing
    char: int = 0
    mark: int = 0
    anchor: int = 0
    edits: Edits = field(default_factory=Edits)

    @property
    def begun(self) -> bool:
        """Whether anything was passed."""
        return bool(self.char or self.mark)

    def place(self) -> int:
        """Before which atom something is put in here: right after what was passed, else before the first character."""
        if self.begun:
            return self.anchor
        first = [*self.standing.found.atoms[:1], *((place,) for place, _ in self.standing.marks[:1])]
        return min((atoms[0] for atoms in first), default=len(self.standing.block.atoms))

    def characters(self, count: int) -> Iterator[int]:
        """Pass over characters; their atoms."""
        for atoms in self.standing.found.atoms[self.char : self.char + count]:
            yield from atoms
            self.anchor = max(self.anchor, atoms[-1] + 1)
        self.char += count

    def note(self) -> int:
        """Pass over a note's mark; its atom."""
        place = self.standing.marks[self.mark][0]
        self.mark += 1
        self.anchor = max(self.anchor, place + 1)
        return place
