"""The one door to the readers, opened when a source is read and not before: a library is mostly records."""

from __future__ import annotations

from pathlib import Path

from drafter.model.reading import Reading


def read_source(path: Path) -> Reading:
    """What a text, Markdown, Word or PDF file reads to."""
    from drafter.parse import read

    return read(path)
