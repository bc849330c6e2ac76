"""The one door to the readers, opened when a source is read and not before: a library is mostly records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model.reading import Reading, Revisions

READER = 2
"""Raised whenever the readers read some text otherwise, so that a record tells that an older one made it. Records
without a version are of the first."""

if TYPE_CHECKING:
    from drafter.parse.word import WordText


def read_source(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
    """What a text, Markdown, Word or PDF file reads to, the tracked changes of a Word file accepted or rejected."""
    from drafter.parse import read

    return read(path, revisions)


def open_word(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> WordText:
    """A Word file with the draft that it may carry."""
    from drafter.parse.word import opened

    return opened(path, revisions)
