"""A resolution as plain text: labels in the margin, the printed numbers, note marks in brackets, the notes below."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator

from drafter.model.inline import Inline
from drafter.model.numbering import labels, printed
from drafter.model.resolution import Kind, Resolution
from drafter.model.session import ordinal

WIDEST = 100
_INDENT = 4
_WIDEST_LABEL = 24


def plain(resolution: Resolution) -> str:
    """The whole text, wrapped to the terminal's width (at most 100 columns)."""
    return "\n".join(_lines(resolution, width())) + "\n"


def width() -> int:
    """Columns to wrap at."""
    return max(40, min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST))


def cut(text: str, columns: int) -> str:
    """The text on one line; on a terminal it is cut with "…" where it does not fit."""
    line = " ".join(text.split())
    return line if len(line) <= columns or not sys.stdout.isatty() else line[: columns - 1].rstrip() + "…"


def masthead(resolution: Resolution) -> str:
    """Symbol, organ, session and date on one line."""
    session = resolution.session
    day = resolution.adopted
    parts = (
        str(resolution.symbol) if resolution.symbol else "",
        resolution.organ.value,
        f"{ordinal(session)} session" if session and session < 1000 else "",
        f"{day.day} {day:%B %Y}" if day else "",
        resolution.meeting,
    )
    return " · ".join(part for part in parts if part)


def _lines(resolution: Resolution, columns: int) -> Iterator[str]:
    number = {note.id: place for place, note in enumerate(resolution.footnotes, 1)}
    yield from textwrap.wrap(masthead(resolution), columns)
    agenda = " ".join(part for part in (resolution.agenda_item, resolution.agenda_title) if part)
    if agenda:
        yield from textwrap.wrap(f"Agenda item {agenda}", columns)
    if resolution.origin:
        yield from textwrap.wrap(f"[{resolution.origin}]", columns)
    yield ""
    yield from textwrap.wrap(_marked(resolution.title, number), columns)
    names = labels(resolution.paragraphs)
    margin = min(max(map(len, names), default=0), _WIDEST_LABEL) + 2
    yield from ("", f"The {resolution.organ.value},")
    part = ""
    for label, mark, paragraph in zip(names, printed(resolution.paragraphs), resolution.paragraphs, strict=True):
        if paragraph.part != part:
            part = paragraph.part
            yield from ("", part)
        yield ""
        indent = margin + _INDENT * paragraph.level
        text = " ".join(piece for piece in (mark, _marked(paragraph.inline, number)) if piece)
        text = text.upper() if paragraph.kind is Kind.HEADING and not paragraph.level else text
        yield from _hung(label, text, indent, columns)
    if resolution.footnotes:
        yield from ("", "_" * 12)
    for place, note in enumerate(resolution.footnotes, 1):
        text = "(missing in the source)" if note.missing else _marked(note.inline, number)
        yield from _hung(f"[{place}]", text, 6, columns)


def _hung(label: str, text: str, indent: int, columns: int) -> list[str]:
    """The text with the label in the margin; a label too long for that has a line of its own."""
    columns = max(columns, indent + 30)
    lines = textwrap.wrap(text, columns, initial_indent=" " * indent, subsequent_indent=" " * indent) or [""]
    if len(label) >= indent:
        return [label, *lines]
    return [label + lines[0][len(label) :], *lines[1:]]


def _marked(inline: Inline, number: dict[str, int]) -> str:
    runs = inline.runs()
    return " ".join(
        "".join(run.text if run.note is None else f"[{number.get(run.note, run.note)}]" for run in runs).split()
    )
