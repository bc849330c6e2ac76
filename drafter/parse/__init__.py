"""From files to Readings: one reader for each format, one recogniser of structure for all.

A reader turns its format into lines (`lines.Line`); `structure.recognised` does the rest. A new format is a module
with `lines_of` and an entry here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from drafter import files
from drafter.errors import UnreadableError
from drafter.model.reading import Reading, Revisions
from drafter.parse import markdown as markdown_reader
from drafter.parse import plain
from drafter.parse.decoding import decoded
from drafter.parse.limits import LARGEST, MOST_LINES
from drafter.parse.struck import struck, without_struck
from drafter.parse.structure import recognised

MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text", ""})
WORD = ".docx"
PDF = ".pdf"

_OTHERS = {
    ".doc": "open it in Word or LibreOffice and save it as .docx",
    ".odt": "open it in LibreOffice and save it as .docx",
    ".rtf": "open it in Word or LibreOffice and save it as .docx",
    ".html": "save it as plain text (.txt)",
    ".htm": "save it as plain text (.txt)",
}


def read(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
    """Read a resolution from a text, Markdown, Word or PDF file; raises UnreadableError, which says what to do.

    `revisions` says how the tracked changes of a Word file are read.
    """
    suffix = path.suffix.lower()
    if suffix == WORD:
        from drafter.parse import word  # lxml is not needed for the other formats

        return word.read(path, revisions)
    if suffix == PDF:
        from drafter.parse import pdf  # another process is not needed for the other formats

        return pdf.read(path)
    data = files.read_bytes(path, largest=LARGEST)
    if suffix not in MARKDOWN | TEXT:
        remedy = _OTHERS.get(suffix, "give a Word (.docx), PDF, text (.txt) or Markdown (.md) file")
        raise UnreadableError(f"a {suffix} file is not read", file=path, remedy=remedy)
    text, repairs = decoded(data, path)
    if (lines := text.count("\n")) > MOST_LINES:
        raise UnreadableError(
            f"this file has {lines:,} lines, more than any resolution", file=path, remedy="give the text of one"
        )
    try:
        reading = read_text(text, name=path.name, markdown=suffix in MARKDOWN)
    except UnreadableError as error:
        raise UnreadableError(error.problem, file=path, place=error.place, remedy=error.remedy) from error
    return replace(reading, repairs=(*repairs, *reading.repairs)) if repairs else reading


def read_text(text: str, *, name: str, markdown: bool = False) -> Reading:
    """Read a resolution from its text; `name` is shown in errors and may be a symbol's file name."""
    text, left_out = without_struck(text)
    reader = markdown_reader if markdown or _looks_like_markdown(text) else plain
    reading = recognised(reader.lines_of(text), name)
    if not left_out:
        return reading
    return replace(reading, furniture=(*reading.furniture, *left_out), notices=(*reading.notices, struck(left_out)))


def _looks_like_markdown(text: str) -> bool:
    """Whether a plain text carries Markdown's headings or emphasis."""
    return len(_MARKDOWN.findall(text, 0, 200_000)) > 2


_MARKDOWN = re.compile(r"^#{1,6} \S|^_[A-Z][^_\n]{2,60}_(?=[ ,])|^\*\*?[A-Z][^*\n]{2,60}\*(?=[ ,*])", re.MULTILINE)
