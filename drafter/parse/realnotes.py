"""Notes that the format itself links to their marks."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.inline import Inline
from drafter.model.resolution import Footnote
from drafter.parse.blocks import TextBlock
from drafter.parse.cleaning import cleaned
from drafter.parse.notemarks import Marked


def as_marked(blocks: Sequence[TextBlock], notes: tuple[Footnote, ...]) -> Marked:
    """The blocks' texts with their marks, and the notes as they are."""
    return Marked([cleaned(Inline(block.text, tuple(block.italics), tuple(block.marks))) for block in blocks], notes)
