"""Sessions, years, dates, ordinals and figures: what counts on by the item's own step, and what only changes."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import numbering
from drafter.model.organ import Organ
from drafter.model.resolution import Kind
from drafter.model.session import ordinal, ordinal_like
from drafter.model.suggestion import Update
from drafter.rules.own_paragraphs import own_references
from drafter.suggest.updates.context import USUALLY, VERIFIED, SlotContext
from drafter.suggest.updates.memory import SlotGroup
from drafter.suggest.updates.out_of_date import NOUNS, of_its_time, out_of_date
from drafter.suggest.updates.slots import Slot, SlotKind
from drafter.suggest.updates.turn import CERTAIN, LIKELY, VERIFY


def counted_on(place: SlotContext, unit: SlotGroup) -> Iterator[Update]:
    """Updates of a session, year, date, ordinal or figure, or of a list of years."""
    before = place.before(unit)
    if before is not None and len(unit.slots) > 1 and len(before.slots) != len(unit.slots):
        yield from _longer(place, unit, before)
        return
    for nth, slot in enumerate(unit.slots):
        yield from _single(place, unit, slot, before.slots[nth] if before else None)


def stepped(slot: Slot, step: int) -> str | None:
    """The slot moved on by so many sessions or years; None where it does not count."""
    if slot.kind is SlotKind.FIGURE and slot.text.isdigit():
        return str(int(slot.text) + step)
    if slot.number is None or slot.kind in (SlotKind.YEARED, SlotKind.SYMBOL):
        return None
    if slot.kind in (SlotKind.SESSION, SlotKind.ORDINAL):
        return ordinal_like(slot.number + step, slot.text)
    year = str(slot.number)
    head, _, tail = slot.text.rpartition(year)
    return f"{head}{slot.number + step}{tail}"


def _single(place: SlotContext, unit: SlotGroup, slot: Slot, old: Slot | None) -> Iterator[Update]:
    passage, turn = place.passage, place.turn
    words = stepped(slot, turn.step)
    noun = NOUNS[slot.kind]
    if slot.kind is SlotKind.FIGURE and any(one.start == slot.start for one in own_references(passage.text)):
        return  # it follows the paragraph it points at; the checks see to that
    if slot.kind is SlotKind.FIGURE and place.text.around(unit.first)[1] == "paragraph" and _of_own(place, unit):
        yield from _paragraph(place, slot)
        return
    if old is not None and place.gap:
        if old.said == slot.said:
            if why := out_of_date(place, unit, slot):
                following = words if slot.kind in (SlotKind.SESSION, SlotKind.ORDINAL) else None
                yield passage.update(slot.start, slot.end, following, VERIFY, why)
            else:
                yield from _moved_earlier(place, unit, slot)
            return
        stride = _stride(place, old, slot)
        if stride and _counts(place, unit):
            named = slot.kind is SlotKind.SESSION and slot.number == turn.to
            status = CERTAIN if named else LIKELY
            why = f"moved by {_by(stride, slot)}{place.when}"
            words = stepped(slot, stride * turn.step // place.gap)
            yield passage.update(slot.start, slot.end, words, status, why, place.source)
            return
        if not place.recent(slot):
            return
        why = f"the {noun} changed{place.when}, from “{old.text}”; what it is now is not known here"
        yield passage.update(slot.start, slot.end, None, VERIFY, why, place.source)
        return
    if slot.kind is SlotKind.FIGURE and _by_kind(place, unit):
        yield passage.update(slot.start, slot.end, None, VERIFY, "such a figure is of its year")
        return
    if slot.kind is SlotKind.SESSION and slot.number == turn.to and _of_the_assembly(place, slot):
        why = f"the draft is for the {ordinal(turn.to)} session; the text before it named the session that followed"
        sure = passage.closing or place.text.tokens[max(0, place.text.places[unit.first] - 4)].startswith("provisional")
        yield passage.update(slot.start, slot.end, words, CERTAIN if sure else LIKELY, why)
        return
    habit = place.habit(unit, slot)
    if words is not None and habit.steps >= USUALLY:
        why = f"such a {noun} moves with the session: {habit.said}"
        yield passage.update(slot.start, slot.end, words, LIKELY, why)
    elif words is not None and place.text.around(unit.first)[2] == "consecutive":
        yield passage.update(slot.start, slot.end, words, LIKELY, "what is counted year by year goes on")
    elif habit.moves >= VERIFIED:
        why = f"such a {noun} changed in {habit.said}"
        yield passage.update(slot.start, slot.end, None, VERIFY, why)
    elif old is None and (why := out_of_date(place, unit, slot) or of_its_time(place, unit, slot)):
        yield passage.update(slot.start, slot.end, None, VERIFY, why)


def _of_the_assembly(place: SlotContext, slot: Slot) -> bool:
    paragraph = place.passage.paragraph
    if paragraph is None or paragraph.kind is not Kind.OPERATIVE or place.turn.base.organ is not Organ.GENERAL_ASSEMBLY:
        return False
    before = place.passage.text[: slot.start].split()[-2:]
    return len(before) == 2 and before[0] in ("at", "of", "for") and before[1] in ("its", "the")


def _longer(place: SlotContext, unit: SlotGroup, before: SlotGroup) -> Iterator[Update]:
    """A list of years that changed its length: it grows by the next one, where the last was added so."""
    passage, last = place.passage, unit.slots[-1]
    words = stepped(last, place.turn.step)
    if words is not None and place.gap and unit.said[:-1] == before.said:
        gap = passage.text[unit.slots[-2].end : last.start]
        why = f"the list grew by one{place.when}"
        new = f", {last.text}{gap}{words}"
        yield passage.update(unit.slots[-2].end, unit.end, new, LIKELY, why, place.source)
        return
    why = f"the list changed{place.when}"
    yield passage.update(last.start, last.end, None, VERIFY, why, place.source)


def _by(step: int, slot: Slot) -> str:
    noun = {SlotKind.SESSION: "session", SlotKind.YEAR: "year", SlotKind.DATE: "year"}.get(slot.kind, "")
    count = ("", "one", "two", "three", "four", "five")[step] if step < 6 else str(step)
    return f"{count} {noun}{'s' if step > 1 and noun else ''}".strip()


def _moved_earlier(place: SlotContext, unit: SlotGroup, slot: Slot) -> Iterator[Update]:
    """What stayed the same last time and moved the time before is to be looked at."""
    old = place.recalled_earlier.get(unit.first)
    if old is None or len(old.slots) != len(unit.slots) or not place.recent(slot):
        return
    was = old.slots[unit.slots.index(slot)]
    if was.said != slot.said:
        why = f"the {NOUNS[slot.kind]} was “{was.text}” two texts before"
        yield place.passage.update(slot.start, slot.end, None, VERIFY, why, place.source)


def _by_kind(place: SlotContext, unit: SlotGroup) -> bool:
    """Whether a figure without history is of its year: an amount of money, a paragraph of a report."""
    _, before, after = place.text.around(unit.first)
    at = place.text.places[unit.first]
    return after == "dollars" or (before == "paragraph" and "report" in place.text.tokens[at + 1 : at + 9])


def _stride(place: SlotContext, old: Slot, slot: Slot) -> int | None:
    """By how much the slot moved, where it moved evenly: by the item's step, or a body's sessions by some a year."""
    gap = place.gap or 0
    if stepped(old, gap) == slot.text:
        return gap
    if slot.kind is SlotKind.SESSION and slot.number is not None and old.number is not None:
        moved = slot.number - old.number
        if 0 < moved <= 4 * gap and moved * place.turn.step % gap == 0:
            return moved
    return None


def _counts(place: SlotContext, unit: SlotGroup) -> bool:
    """Whether what moved by one will do so again: a figure does where it counts years."""
    return unit.kind is not SlotKind.FIGURE or place.text.around(unit.first)[2] in ("years", "year")


def _of_own(place: SlotContext, unit: SlotGroup) -> bool:
    """Whether a paragraph number is one of the item's own text before: "paragraph 78 of its resolution 78/245"."""
    after = place.text.tokens[place.text.places[unit.first] + 1 :][:9]
    if "#resolution" not in after or "of" not in after:
        return False
    following = [slot for slot in place.text.slots[unit.first + 1 :] if slot.kind is SlotKind.RESOLUTION]
    return place.own is not None and following[0].text.split(" of ")[0] == place.own.short


def _paragraph(place: SlotContext, slot: Slot) -> Iterator[Update]:
    number = _paragraph_number(place, slot.text)
    if number is None:
        why = f"what paragraph {slot.text} of the text before has become is not known here"
        yield place.passage.update(slot.start, slot.end, None, VERIFY, why, place.source)
    elif number != slot.text:
        why = f"paragraph {slot.text} of {place.source.short if place.source else ''} is now paragraph {number}"
        yield place.passage.update(slot.start, slot.end, number, LIKELY, why, place.turn.symbol)


def _paragraph_number(place: SlotContext, number: str) -> str | None:
    """What the operative paragraph of that number in the text before is called in the base."""
    if place.memory is None:
        return None
    labels = numbering.labels(place.memory.text.paragraphs)
    if f"OP{number}" not in labels:
        return None
    new = place.memory.new_place(labels.index(f"OP{number}"))
    if new is None:
        return None
    label = numbering.labels(place.turn.base.paragraphs)[new]
    return label.removeprefix("OP") if label.removeprefix("OP").isdigit() else None
