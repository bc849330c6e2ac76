"""Files to Readings: one reader a format, one recogniser of structure for all."""

from __future__ import annotations

from pathlib import Path

from drafter import files
from drafter.errors import UnreadableError
from drafter.model.reading import Reading
from drafter.parse import markdown as markdown_reader
from drafter.parse import plain
from drafter.parse.structure import recognised

MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text", ""})


def read(path: Path) -> Reading:
    """Read a resolution from a file; raises UnreadableError where it cannot be read as one."""
    suffix = path.suffix.lower()
    text = files.read_text(path)
    if suffix not in MARKDOWN | TEXT:
        raise UnreadableError(
            f"a {suffix} file is not read",
            file=path,
            remedy="copy its text into a .txt file and name it after the symbol",
        )
    try:
        return read_text(text, name=path.name, markdown=suffix in MARKDOWN)
    except UnreadableError as error:
        error.file = path
        raise


def read_text(text: str, *, name: str, markdown: bool = False) -> Reading:
    """Read a resolution from its text; `name` is shown in errors and may be a symbol's file name."""
    return recognised((markdown_reader if markdown else plain).lines_of(text), name)
