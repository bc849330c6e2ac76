"""The lines of plain text: extracted from a PDF, read by OCR, or typed."""

from __future__ import annotations

import re

from drafter.parse.lines import Line

_PAGE_MARK = re.compile(r"<!--\s*Page\s+\d+\s*-->", re.IGNORECASE)


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, with the gap before each; a form feed or page mark starts a page."""
    lines: list[Line] = []
    gap = page = 0
    # Marks of the direction of writing would hide a number from the words after it.
    text = text.replace("\u200e", "").replace("\u200f", "")
    for number, raw in enumerate(text.split("\n"), 1):
        if "\f" in raw:
            page += raw.count("\f")
            raw = raw.replace("\f", " ")
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        if stripped.startswith("<!--") and _PAGE_MARK.fullmatch(stripped):
            page += 1
        lines.append(Line(stripped, number, gap, len(raw) - len(raw.lstrip()), page))
        gap = 0
    return lines
