"""What the turn of the year changes in a recurrent text: sessions, symbols, numbers, dates.

Updates are found in the base, as adopted: by what each slot did in the item's text before, else by what such slots did
in the library's other items, else by what they usually do. In a draft they are offered where the base's words are still
there; what was updated, rewritten, verified or turned down is not offered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from drafter.edit.pending import settled
from drafter.model import notes, numbering
from drafter.model.draft import Draft
from drafter.model.resolution import Resolution
from drafter.model.suggestion import AGENDA_ITEM, Update
from drafter.suggest.updates.context import SlotContext
from drafter.suggest.updates.counted import counted_on
from drafter.suggest.updates.documents import RULES
from drafter.suggest.updates.habits import Habits, habits
from drafter.suggest.updates.in_draft import in_draft
from drafter.suggest.updates.memory import Memory, units
from drafter.suggest.updates.officeholders import OfficeHolders
from drafter.suggest.updates.out_of_date import beside_what_moves
from drafter.suggest.updates.resolutions import own_before, resolutions
from drafter.suggest.updates.slots import SlotKind, masked
from drafter.suggest.updates.turn import BaseText, Known, Turn

if TYPE_CHECKING:
    from drafter.library.ports import Records
    from drafter.library.searchable import Watch


def updates(
    text: Resolution | Draft,
    library: Records | None,
    session: int | None = None,
    *,
    before: date | None = None,
    watch: Watch = lambda _: None,
) -> tuple[Update, ...]:
    """What the turn to `session` (the draft's own, or the next one) changes, in the order of the text.

    `library` gives the earlier texts of the series and the habits of others; without it less is certain. Nothing in it
    adopted on or after the day `before` is seen. `watch` is called with the progress of counting habits and may stop
    it. A draft whose base is not known has no updates.
    """
    if isinstance(text, Resolution):
        return in_base(text, library, session, before=before, watch=watch)
    if text.adopted is None:
        return ()
    base = text.adopted.resolution
    return tuple(offered(text, in_base(base, library, session or text.session, before=before, watch=watch)))


def in_base(
    base: Resolution,
    library: Records | None,
    session: int | None = None,
    *,
    before: date | None = None,
    watch: Watch = lambda _: None,
) -> tuple[Update, ...]:
    """What `updates` finds in an adopted text, whatever a draft has changed since."""
    return tuple(_of_a_resolution(base, habits(Known(library, before), watch), session))


def offered(draft: Draft, found: Iterable[Update]) -> Iterator[Update]:
    """Of the updates found in a draft's base those still to be made, at their places in the draft."""
    return (update for update in in_draft(draft, found) if not settled(draft, update))


def _of_a_resolution(base: Resolution, counts: Habits, session: int | None) -> Iterator[Update]:
    turn = Turn.of(base, session, counts.known)
    if turn is None:
        return
    for passage, places in _passages(base, turn, counts):
        taken: list[Update] = []
        for update in (*(update for rule in RULES for update in rule(passage, turn)), *places):
            if not _overlaps(update, taken):
                taken.append(update)
        yield from sorted(taken, key=lambda update: update.start)


def _passages(base: Resolution, turn: Turn, counts: Habits) -> Iterator[tuple[BaseText, Iterable[Update]]]:
    """The agenda item, then each paragraph with the notes first marked in it, in full; each with the updates of its
    slots."""
    if base.agenda_item:
        yield BaseText(AGENDA_ITEM, base.agenda_item), ()
    in_full = {footnote.id: footnote for footnote in notes.in_full(base.footnotes)}
    labels = numbering.labels(base.paragraphs)
    last = max((place for place, label in enumerate(labels) if label.startswith("OP")), default=-1)
    memory, earlier = (*(Memory(base, before) for before in turn.texts_before(2)), None, None)[:2]
    own, why = own_before(turn)
    holders = OfficeHolders(turn)
    for nth, (label, paragraph) in enumerate(zip(labels, base.paragraphs, strict=True)):
        passage = BaseText(label, paragraph.text, paragraph, closing=nth == last)
        recalled, before = (one.recalled(nth) if one else {} for one in (memory, earlier))
        place = SlotContext(passage, masked(paragraph.text), turn, counts, memory, recalled, before, own, why)
        yield passage, (*_of_slots(place), *holders.updates(passage, nth))
        for mark in paragraph.inline.marks:
            footnote = in_full.pop(mark.note, None)
            if footnote is not None and not footnote.missing:
                yield BaseText(label, footnote.text, note=footnote.id), ()


def _of_slots(place: SlotContext) -> Iterator[Update]:
    found = [
        update
        for unit in units(place.text)[0]
        for update in (resolutions if unit.kind is SlotKind.RESOLUTION else counted_on)(place, unit)
    ]
    yield from found
    yield from beside_what_moves(place, found)


def _overlaps(update: Update, others: Iterable[Update]) -> bool:
    return any(update.start < other.end and other.start < update.end for other in others)
