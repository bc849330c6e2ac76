"""Files to Readings: one reader a format, one recogniser of structure for all."""

from __future__ import annotations

import re
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
    reader = markdown_reader if markdown or _looks_like_markdown(text) else plain
    return recognised(reader.lines_of(text), name)


def _looks_like_markdown(text: str) -> bool:
    """Whether a plain text carries Markdown's headings or emphasis."""
    return len(_MARKDOWN.findall(text, 0, 200_000)) > 2


_MARKDOWN = re.compile(r"^#{1,6} \S|^_[A-Z][^_\n]{2,60}_(?=[ ,])|^\*\*?[A-Z][^*\n]{2,60}\*(?=[ ,*])", re.MULTILINE)
