"""What the shapes share: the type of a JSON object, dates, and sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.align.notes import NoteChange
    from drafter.model.change import WordChange
    from drafter.model.draft import Source

Shape = dict[str, Any]
"""A JSON object."""


def day(when: date | None) -> str | None:
    """A day as "2020-12-16".

    >>> day(date(2020, 12, 16))
    '2020-12-16'
    """
    return when.isoformat() if when else None


def source_shape(source: Source) -> Shape:
    """Where language stands: symbol, label, date and the words quoted."""
    return {"symbol": source.symbol, "label": source.label, "date": source.date, "quote": source.quote}


def changes_shape(old: str, new: str, changes: Iterable[WordChange]) -> list[Shape]:
    """The words that went out and came in, in the order of the text."""
    return [
        {"out": old[change.old_start : change.old_end], "in": new[change.new_start : change.new_end]}
        for change in changes
    ]


def notes_shape(changes: Iterable[NoteChange]) -> list[Shape]:
    """The footnotes of a paragraph that changed, whole; "" for one that came or went."""
    return [{"old": was, "new": now} for was, now in changes]
