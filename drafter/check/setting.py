"""What the rules may ask of the library, for a resolution or a draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from drafter.check.profile import Profile
from drafter.check.rule import Setting
from drafter.library.store import Library
from drafter.model.draft import Draft, labels
from drafter.model.resolution import Resolution
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol


def for_resolution(text: Resolution, library: Library) -> Setting:
    """The setting of a text as adopted."""
    return Setting(Profile.of(text), session=text.session, adopted=_adopted(library), successor=_successor(library))


def for_draft(draft: Draft, text: Resolution, library: Library, pending: tuple[Update, ...] = ()) -> Setting:
    """The setting of a draft that prints as `text`; `pending` are the updates still to be verified."""
    now = labels(draft)
    return Setting(
        Profile.of(text),
        is_draft=True,
        session=draft.session,
        adopted=_adopted(library),
        successor=_successor(library),
        pending=pending,
        base_labels={
            paragraph.origin: None if paragraph.deleted else now[paragraph.id]
            for paragraph in reversed(draft.paragraphs)
            if paragraph.origin
        },
    )


def _adopted(library: Library) -> Callable[[Symbol], date | None]:
    days = {entry.symbol: entry.adopted for entry in library.entries()}
    return days.get


def _successor(library: Library) -> Callable[[Symbol], Symbol | None]:
    held = {entry.symbol for entry in library.entries()}

    def latest(symbol: Symbol) -> Symbol | None:
        series = library.series_of(symbol) if symbol in held else ()
        return series[-1] if series and series[-1] != symbol else None

    return latest
