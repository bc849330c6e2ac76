"""What the rules need to know from the library, for a resolution or a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from drafter.check.profile import Profile
from drafter.check.rule import Background
from drafter.edit import pending
from drafter.library.contents import Holdings
from drafter.library.ports import Records
from drafter.model.draft import Draft, labels
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol


def for_reading(reading: Reading, library: Records) -> Background:
    """The background of a text as read: one that was adopted, as a rule.

    What the library keeps was told when it came in; only what a file was read as now is told again.
    """
    held, text = library.contents(), reading.resolution
    return Background(
        Profile.of(text),
        session=text.session,
        adopted=_adopted(held),
        successor=_successor(held),
        repairs=reading.repairs if reading.places else (),
    )


def for_draft(draft: Draft, text: Resolution, library: Records, found: tuple[Update, ...] = ()) -> Background:
    """The background of a draft that prints as `text`; `found` are the updates found for it."""
    now, held = labels(draft), library.contents()
    return Background(
        Profile.of(text),
        is_draft=True,
        session=draft.session,
        adopted=_adopted(held),
        successor=_successor(held),
        pending=tuple(_placed(draft, found)),
        base_labels={
            paragraph.origin: None if paragraph.deleted else now[paragraph.id]
            for paragraph in reversed(draft.paragraphs)
            if paragraph.origin
        },
        base_texts=_base_texts(draft),
    )


def _placed(draft: Draft, found: tuple[Update, ...]) -> Iterator[tuple[int, Update]]:
    place = {one.id: index for index, one in enumerate(draft.standing)}
    for id, several in pending.pending(draft, found).items():
        if id in place:
            yield from ((place[id], update) for update in several)


def _base_texts(draft: Draft) -> dict[int, str] | None:
    if draft.adopted is None:
        return None
    base = draft.adopted.paragraphs
    origins = enumerate(one.origin or "" for one in draft.standing)
    return {place: base[origin].text for place, origin in origins if origin in base}


def _adopted(contents: Holdings) -> Callable[[Symbol], date | None]:
    days = {entry.symbol: entry.adopted for entry in contents.entries}
    return days.get


def _successor(contents: Holdings) -> Callable[[Symbol], Symbol | None]:
    def latest(symbol: Symbol) -> Symbol | None:
        series = contents.series.of(symbol)
        return series[-1] if series and series[-1] != symbol else None

    return latest
