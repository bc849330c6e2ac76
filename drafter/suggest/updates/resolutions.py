"""Cited resolutions: the item's own text before, the successors of others, and lists that grow by one a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.model import dates
from drafter.model.organ import Organ
from drafter.model.session import ordinal, year_of_session
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol
from drafter.suggest.updates.context import VERIFIED, SlotContext
from drafter.suggest.updates.memory import SlotGroup
from drafter.suggest.updates.out_of_date import YEARS
from drafter.suggest.updates.slots import Slot, SlotKind, masked
from drafter.suggest.updates.turn import CERTAIN, LIKELY, VERIFY, Known, Turn

LATELY = 3
"""How many sessions back the library's last text of the item is still taken for the one before the base."""

_EVERY = re.compile(r" on the (?P<every>biennial|triennial|quadrennial)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"(?P<body>Council|Commission|Board|Conference) (?:resolution|decision)s? [^.;]{0,60}$")
_TITLE = re.compile(r",? (?:entitled “(?P<entitled>[^”]+)”|on (?:the )?(?P<on>[^;.]+))")
_NOT_RESOLUTIONS = re.compile(r"\b(?:decision|General Conference|Health Assembly)s? [^.;]{0,60}$")


def cited(slot: Slot, text: str, own: Organ) -> Symbol | None:
    """The symbol of a citation; None for a decision and for what is not a resolution of a known body."""
    number = slot.text.split(" of ")[0]
    before = text[max(0, slot.start - 90) : slot.start]
    if _NOT_RESOLUTIONS.search(before):
        return None
    another = _ANOTHER.search(before)
    if another and another["body"] in ("Board", "Conference"):
        return None
    by_year = re.match(r"\d{4}/", number) is not None
    council = own is Organ.HUMAN_RIGHTS_COUNCIL or (another is not None and another["body"] == "Council")
    return Symbol.parse(("E/RES/" if by_year else "A/HRC/RES/" if council else "A/RES/") + number)


def own_before(turn: Turn) -> tuple[Symbol | None, str]:
    """The item's own resolution before the base, and how that is known."""
    last = turn.earlier[-1] if turn.earlier else None
    found = dict.fromkeys(symbol for symbol in _named(turn) if symbol.organ is turn.symbol.organ)
    if last is not None and last.session_number is not None:
        gap, bare = turn.session - last.session_number, last.with_letter("")
        if gap == 1 or (gap <= LATELY and any(symbol.with_letter("") == bare for symbol in found)):
            return bare, f"{last.short} is the resolution of this series before"
    before = turn.session - 1
    recent = [symbol for symbol in found if symbol.session == str(before) and symbol not in turn.known.entries]
    if len(recent) == 1 and not _of_another(turn, recent[0]):
        why = f"{recent[0].short} is the only resolution of the {ordinal(before)} session that the text cites"
        return recent[0], why
    return None, ""


def _of_another(turn: Turn, symbol: Symbol) -> bool:
    """Whether another item has taken the resolution up too, or the text gives it another item's title."""
    if set(turn.known.claims.get(symbol, ())) - {turn.symbol}:
        return True
    for paragraph in turn.base.paragraphs:
        for slot in masked(paragraph.text).slots:
            if slot.kind is SlotKind.RESOLUTION and cited(slot, paragraph.text, turn.base.organ) == symbol:
                series = titled(turn.known, paragraph.text, slot)
                if series and turn.symbol not in series:
                    return True
    return False


def _named(turn: Turn) -> Iterator[Symbol]:
    for paragraph in turn.base.paragraphs:
        for slot in masked(paragraph.text).slots:
            if slot.kind is SlotKind.RESOLUTION:
                symbol = cited(slot, paragraph.text, turn.base.organ)
                if symbol is not None:
                    yield symbol


def resolutions(place: SlotContext, unit: SlotGroup) -> Iterator[Update]:
    """Updates of one citation, or of a list of them."""
    before = place.before(unit)
    if len(unit.slots) > 1:
        if before is not None:
            if before.said == unit.said:
                return
            new, was = _numbers(unit)[:-1], _numbers(before)
            if new in (was, was[1:]):
                how = f"grew by one{place.when}" if new == was else f"took the newest for the oldest{place.when}"
                yield from _grown(place, unit, how, slides=new != was)
                return
        if _all_own(place, unit):
            yield from _grown(place, unit, "names the item's own texts year by year", slides=False)
            return
    for nth, slot in enumerate(unit.slots):
        yield from _single(place, unit, slot, _old(place, before, unit, nth) if before else None)


def _numbers(unit: SlotGroup) -> list[str]:
    return [said.split(" of ")[0] for said in unit.said]


def _old(place: SlotContext, before: SlotGroup, unit: SlotGroup, nth: int) -> Slot | None:
    """What the citation was before: the same, one of the same item, or, where all others stood, the one in its
    place."""
    slot = unit.slots[nth]
    same = next((old for old in before.slots if _alike(place, old, slot)), None)
    if same is not None or len(before.slots) != len(unit.slots):
        return same
    old, new = _numbers(before), _numbers(unit)
    others_stood = old[:nth] + old[nth + 1 :] == new[:nth] + new[nth + 1 :]
    return before.slots[nth] if others_stood and place.recent(slot) else None


def _alike(place: SlotContext, old: Slot, new: Slot) -> bool:
    """Whether two citations are the same or of one item."""
    if old.said == new.said:
        return True
    one, other = (cited(slot, slot.text, place.turn.base.organ) for slot in (old, new))
    known = place.turn.known.series
    return one is not None and other is not None and other in known.of(one)


def _all_own(place: SlotContext, unit: SlotGroup) -> bool:
    turn = place.turn
    symbols = [cited(slot, place.passage.text, turn.base.organ) for slot in unit.slots]
    if symbols[-1] is None or symbols[-1] != place.own:
        return False
    if all(symbol in turn.earlier for symbol in symbols):
        return True
    sessions = [(symbol and symbol.session_number) or 0 for symbol in symbols]
    return len(sessions) > 2 and all(0 < b - a <= 2 for a, b in pairwise(sessions[-3:]))


def _successor(place: SlotContext, slot: Slot) -> tuple[Symbol | None, str]:
    """What takes the citation's place after the base, and its date."""
    turn = place.turn
    symbol = cited(slot, place.passage.text, turn.base.organ)
    if symbol is None:
        return None, ""
    if place.own is not None and symbol.with_letter("") == place.own:
        letter = symbol.letter if not turn.symbol.letter else turn.symbol.letter
        known_day = turn.base.adopted and letter in ("", "A", turn.symbol.letter)
        return turn.symbol.with_letter(letter), dates.written(turn.base.adopted) if known_day else ""  # type: ignore[arg-type]
    newest = turn.known.newest(symbol)
    if newest is None:
        of_the_title = titled(turn.known, place.passage.text, slot)
        newest = turn.known.newest(of_the_title[-1]) if of_the_title else None
    if newest is None or newest == symbol or newest in (turn.symbol, *turn.earlier):
        return None, ""
    day = turn.known.adopted(newest)
    return newest, dates.written(day) if day else ""


def titled(known: Known, text: str, slot: Slot) -> tuple[Symbol, ...]:
    """The item whose title stands after a citation: "77/28 of 6 December 2022 on …"; () where none is known."""
    found = _TITLE.match(text, slot.end)
    pieces = (found["entitled"] or found["on"]).split(",") if found else []
    titles = (",".join(pieces[:count]) for count in range(len(pieces), 0, -1))
    series = next((one for title in titles if (one := known.series.titled(title))), ())
    return series if series and series[-1].organ is Organ.GENERAL_ASSEMBLY else ()


def _said(symbol: Symbol, day: str, like: Slot) -> str | None:
    """The citation in the form of another; None where that has a date and this one's is not known."""
    if " of " not in " ".join(like.text.split()):
        return symbol.short
    return f"{symbol.short} of {day}" if day else None


def _grown(place: SlotContext, unit: SlotGroup, how: str, *, slides: bool) -> Iterator[Update]:
    """The list with the newest at its end."""
    passage, turn = place.passage, place.turn
    last, text = unit.slots[-1], passage.text
    symbol, day = _successor(place, last)
    words = _said(symbol, day, last) if symbol else None
    earlier = f"the list {how}"
    if words is None or symbol is None:
        yield passage.update(
            last.start, last.end, None, VERIFY, f"{earlier}; the next one is not known here", turn.symbol
        )
        return
    between = [text[a.end : b.start] for a, b in zip(unit.slots, unit.slots[1:], strict=False)]
    if slides:
        said = [slot.text for slot in unit.slots[1:]] + [words]
        new = said[0] + "".join(gap + one for gap, one in zip(between, said[1:], strict=True))
        yield passage.update(unit.start, unit.end, new, LIKELY, f"{earlier}; {symbol.short} is the newest", symbol)
    else:
        start = unit.slots[-2].end
        new = f", {last.text}{between[-1]}{words}"
        yield passage.update(start, unit.end, new, LIKELY, f"{earlier}; {symbol.short} is the newest", symbol)


def _as_often(turn: Turn) -> bool:
    """Whether, by the item's rhythm, no text of it can lie between the base and the draft."""
    usual = turn.session - (turn.earlier[-1].session_number or 0) if turn.earlier else 1
    return turn.step <= usual


def _due_again(place: SlotContext, slot: Slot, symbol: Symbol | None) -> str:
    """Why a resolution that returns every so many years must have been followed by another; "" where it need not."""
    every = _EVERY.match(place.passage.text, slot.end)
    if every is None or symbol is None or symbol.session_number is None:
        return ""
    due = year_of_session(symbol.session_number) + YEARS[every["every"].casefold()]
    if due >= year_of_session(place.turn.to):
        return ""
    return f"{every['every'].casefold()}, and of {year_of_session(symbol.session_number)}: another was due in {due}"


def _single(place: SlotContext, unit: SlotGroup, slot: Slot, old: Slot | None) -> Iterator[Update]:
    passage, turn = place.passage, place.turn
    symbol = cited(slot, passage.text, turn.base.organ)
    own = symbol is not None and place.own is not None and symbol.with_letter("") == place.own
    stood = old is not None and old.said.split(" of ")[0] == slot.said.split(" of ")[0]
    moved = old is not None and not stood
    newer, day = _successor(place, slot)
    habit = place.habit(unit, slot)
    if own and newer is not None:
        words = _said(newer, day, slot)
        why = f"{place.own_why}; it is now {turn.symbol.short}"
        if words is None:
            yield passage.update(
                slot.start, slot.end, None, VERIFY, f"{why}, whose date is not known here", turn.symbol
            )
        else:
            status = CERTAIN if _as_often(turn) else LIKELY
            yield passage.update(slot.start, slot.end, words, status, why, turn.symbol)
        return
    if newer is None and (why := _due_again(place, slot, symbol)):
        yield passage.update(slot.start, slot.end, None, VERIFY, why)
        return
    if stood:
        if newer is None or symbol is None or not place.was_newest(symbol, slot):
            return
        why = f"{slot.text.split(' of ')[0]} was the newest of its item; now {newer.short} is"
        words = _said(newer, day, slot)
        yield passage.update(slot.start, slot.end, words, LIKELY if words else VERIFY, why, newer)
        return
    if newer is not None and symbol is not None and (moved or place.was_newest(symbol, slot)):
        words = _said(newer, day, slot)
        why = f"{newer.short} has succeeded it" + (f"; it moved{place.when}" if moved else "")
        status = LIKELY if words and (moved or habit.moves > VERIFIED) else VERIFY
        yield passage.update(slot.start, slot.end, words, status, why, newer)
        return
    if moved:
        why = f"it moved{place.when}; what follows it is not known here"
        yield passage.update(slot.start, slot.end, None, VERIFY, why, place.source)
    elif habit.moves > VERIFIED:
        why = f"such a citation changed in {habit.said}; a later one is not known here"
        yield passage.update(slot.start, slot.end, None, VERIFY, why)
