"""What will be out of date though the new words are not known: what is of the text's own time, or next to what
moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.model.session import ordinal, year_of_session
from drafter.model.suggestion import Update
from drafter.suggest.updates.context import SlotContext
from drafter.suggest.updates.memory import SlotGroup, units
from drafter.suggest.updates.slots import Slot, SlotKind
from drafter.suggest.updates.turn import VERIFY

NOUNS = {
    SlotKind.SESSION: "session",
    SlotKind.ORDINAL: "number",
    SlotKind.YEAR: "year",
    SlotKind.DATE: "date",
    SlotKind.FIGURE: "figure",
    SlotKind.YEARED: "resolution",
    SlotKind.SYMBOL: "document",
}

YEARS = {"annual": 1, "biennial": 2, "triennial": 3, "quadrennial": 4}

_NAMED = frozenset({"paragraph", "paragraphs", "article", "articles", "goal", "goals", "target", "targets", "no", "."})
"""Words after which a number names a thing and counts nothing."""

_ABOUT = frozenset(
    {
        "about",
        "approximately",
        "estimated",
        "nearly",
        "over",
        "some",
        "than",
        "almost",
        "least",
        "remains",
        "which",
        "that",
    }
)
_LARGE = frozenset({"million", "billion", "trillion"})
_MANY = frozenset({"countries", "states", "parties", "members", "people", "per"})
"""The words around a figure that counts something in the world; a count in millions goes out of date anyway."""

_FIGURE = "a figure that may be out of date"

_HELD = re.compile(r"\bheld (?:in|at) (?P<town>[A-Z][\w’ -]*(?:, [A-Z][\w’ -]*)?),? (?:in|on|from)(?: late| early)? $")
_EVERY = re.compile(r" (?P<every>annual|biennial|triennial|quadrennial)\b", re.IGNORECASE)
_NAME = 4
"""The fewest letters of a word that names what is counted."""

_STANDING = frozenset({"committee", "preambular", "paragraph", "quarter"})
"""What is numbered and has no successor: the Third Committee does not become the Fourth."""

_PERIOD = re.compile(r"\b(?:19|20)\d\d(?:[–-]| to )$")
_SEATS = frozenset({"New York", "Geneva", "Vienna", "Nairobi"})


def beside_what_moves(place: SlotContext, found: Iterable[Update]) -> Iterator[Update]:
    """A slot without a history of its own is to be looked at where its neighbours move.

    Figures do where the year they are of moves on ("in 2023, an estimated 11.4 trillion"), sessions and recent dates
    where another session or date does.
    """
    moved = {update.start: update for update in found if update.proposed}
    past = year_of_session(place.turn.session)
    slots = place.text.slots
    year = any(
        slot.kind is SlotKind.YEAR and slot.start in moved and slot.number is not None and slot.number <= past
        for slot in slots
    )
    timed = (SlotKind.SESSION, SlotKind.DATE, SlotKind.YEAR, SlotKind.ORDINAL)
    time = any(slot.kind in timed and slot.start in moved and slot.number != place.turn.to + 1 for slot in slots)
    for unit in units(place.text)[0]:
        slot = unit.slots[0]
        if slot.start in moved:
            yield from _where(place, slot)
            continue
        if slot.kind is SlotKind.FIGURE:
            if year and place.text.around(unit.first)[1] not in _NAMED:
                yield place.passage.update(slot.start, slot.end, None, VERIFY, "a figure of a year that moves on")
        elif time and place.before(unit) is None and slot.kind in timed and slot.number and place.recent(slot):
            why = f"a {NOUNS[slot.kind]} beside others that move"
            yield place.passage.update(slot.start, slot.end, None, VERIFY, why)


def of_its_time(place: SlotContext, unit: SlotGroup, slot: Slot) -> str:
    """Why a slot without history, not known to be out of date, may be of the base's own time; "" where it is not."""
    _, before, after = place.text.around(unit.first)
    own_time = range(year_of_session(place.turn.session) - 1, year_of_session(place.turn.to) + 2)
    if slot.kind in (SlotKind.DATE, SlotKind.YEAR) and slot.number in own_time:
        return f"a {NOUNS[slot.kind]} of the text's own time"
    if slot.kind is SlotKind.FIGURE and (before in _ABOUT or after in _MANY or "," in slot.text):
        return _FIGURE
    return ""


def out_of_date(place: SlotContext, unit: SlotGroup, slot: Slot) -> str:
    """Why a slot must be looked at though it stayed the same the year before; "" if there is no reason."""
    return (
        _due_again(place, slot)
        or _succeeded(place, unit, slot)
        or _over(place, slot)
        or _in_millions(place, unit, slot)
    )


def _in_millions(place: SlotContext, unit: SlotGroup, slot: Slot) -> str:
    return _FIGURE if slot.kind is SlotKind.FIGURE and place.text.around(unit.first)[2] in _LARGE else ""


def _over(place: SlotContext, slot: Slot) -> str:
    """Why a period or a deadline that has stood so far is past by the time of the draft; "" where it is not.

    It was still to come, or running, when the base was adopted: “by 2024”, “2015–2024”.
    """
    turn, text = place.turn, place.passage.text
    if slot.kind is not SlotKind.YEAR or slot.number is None:
        return ""
    if not year_of_session(turn.session) <= slot.number < year_of_session(turn.to):
        return ""
    if _PERIOD.search(text, 0, slot.start):
        return f"a period that ended in {slot.number}"
    return f"by {slot.number}, which has passed" if text.endswith("by ", 0, slot.start) else ""


def _due_again(place: SlotContext, slot: Slot) -> str:
    """Why the ordinal of a meeting that returns every so many years must have moved on; "" where it need not."""
    text = place.passage.text
    every = _EVERY.match(text, slot.end) if slot.kind in (SlotKind.SESSION, SlotKind.ORDINAL) else None
    dates = [other.number for other in place.text.slots if other.kind is SlotKind.DATE and other.number]
    if every is None or not dates:
        return ""
    years = YEARS[every["every"].casefold()]
    due = max(dates) + years <= year_of_session(place.turn.session)
    return f"{every['every'].casefold()}, and of {max(dates)}: it has met again since" if due else ""


def _succeeded(place: SlotContext, unit: SlotGroup, slot: Slot) -> str:
    """Why an ordinal is about to give way: the base names the next of its name, which the text before did not yet.

    While the third cycle of a process ends, the text that prepares the fourth has begun to name it. "" where it is
    not so, and beside a date long past, which keeps its ordinal.
    """
    name = place.text.around(unit.first)[2]
    if slot.kind is not SlotKind.ORDINAL or slot.number is None or len(name) < _NAME or name in _STANDING:
        return ""
    if not all(place.recent(other) for other in place.text.slots):
        return ""
    if place.memory is None or (slot.number + 1, name) not in place.memory.newly_counted:
        return ""
    return f"this text is the first of its item to name the {ordinal(slot.number + 1)} {name}"


def _where(place: SlotContext, slot: Slot) -> Iterator[Update]:
    """The town of a meeting whose date moves on, unless it is a seat of the United Nations."""
    town = _HELD.search(place.passage.text[: slot.start]) if slot.kind in (SlotKind.DATE, SlotKind.YEAR) else None
    if town is None or town["town"] in _SEATS:
        return
    why = "where the meeting whose date moves on was held is not known here"
    yield place.passage.update(town.start("town"), town.end("town"), None, VERIFY, why)
