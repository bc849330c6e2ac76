"""The JSON shape of a resolution and of a draft."""

from __future__ import annotations

from typing import Any

from drafter.model.draft import Draft, printed
from drafter.model.inline import Inline
from drafter.model.numbering import labels
from drafter.model.numbering import printed as numbers
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution

Shape = dict[str, Any]


def reading_shape(reading: Reading) -> Shape:
    """A resolution with its repairs and with what could not be placed."""
    return {
        **resolution_shape(reading.resolution),
        "repairs": [
            {
                "where": repair.where,
                "found": repair.found,
                "read_as": repair.read_as,
                "why": repair.why,
                "by_hand": repair.by_hand,
            }
            for repair in reading.repairs
        ],
        "unplaced": [{"line": unplaced.line, "text": unplaced.text} for unplaced in reading.unplaced],
    }


def draft_shape(draft: Draft) -> Shape:
    """A draft as it would be printed, each paragraph with its id, origin and status."""
    shape = resolution_shape(printed(draft))
    for paragraph, own in zip(draft.standing, shape["paragraphs"], strict=True):
        own |= {"id": paragraph.id, "origin": paragraph.origin, "status": paragraph.status}
    return {**shape, "base": draft.base, "sponsors": list(draft.sponsors), "repairs": []}


def resolution_shape(resolution: Resolution) -> Shape:
    """A resolution alone."""
    number = {note.id: place for place, note in enumerate(resolution.footnotes, 1)}
    named = zip(labels(resolution.paragraphs), numbers(resolution.paragraphs), resolution.paragraphs, strict=True)
    return {
        "symbol": str(resolution.symbol) if resolution.symbol else None,
        "title": resolution.title.text,
        "title_notes": _notes(resolution.title, number),
        "organ": resolution.organ,
        "session": resolution.session,
        "adopted": resolution.adopted.isoformat() if resolution.adopted else None,
        "meeting": resolution.meeting,
        "agenda_item": resolution.agenda_item,
        "agenda_title": resolution.agenda_title,
        "origin": resolution.origin,
        "paragraphs": [
            {
                "label": label,
                "number": mark,
                "kind": paragraph.kind,
                "level": paragraph.level,
                "part": paragraph.part,
                "opener": paragraph.opener,
                "text": paragraph.text,
                "notes": _notes(paragraph.inline, number),
            }
            for label, mark, paragraph in named
        ],
        "footnotes": [
            {"number": place, "text": note.text, "missing": note.missing}
            for place, note in enumerate(resolution.footnotes, 1)
        ],
    }


def _notes(inline: Inline, number: dict[str, int]) -> list[int]:
    return [number[mark.note] for mark in inline.marks if mark.note in number]
