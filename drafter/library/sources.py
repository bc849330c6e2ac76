"""The only way to the readers, which are imported when a source is read: most of a library is records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model.reading import Reading, Revisions

READER = 4
"""Raised whenever the readers read some text differently, so that a record shows which version made it. Records without
a version were made by the first."""

if TYPE_CHECKING:
    from drafter.parse.word import WordText
    from drafter.parse.word.tracked import TrackedWord


def read_source(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
    """What a text, Markdown, Word or PDF file reads to, the tracked changes of a Word file accepted or rejected."""
    from drafter.parse import read

    return read(path, revisions)


def open_word(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> WordText:
    """A Word file, with the draft that it carries, if any."""
    from drafter.parse.word import opened

    return opened(path, revisions)


def open_tracked(path: Path) -> TrackedWord:
    """A Word file as each of those who changed it would have it, with its comments."""
    from drafter.parse.word.tracked import TrackedWord

    return TrackedWord(path)


def pdf_text(path: Path) -> str:
    """The words of a PDF file, a blank line before each paragraph, its notes last."""
    from drafter.parse.pdf import text

    return text(path)
