"""How slots of a kind, among such words, moved from one text of an item to the next, counted over the library.

Paragraphs with one mask in two neighbouring texts of an item differ in their slots alone; each slot is counted, with
what became of it, under contexts from narrow to wide. The counts are derived data, stored pair by pair.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from weakref import WeakKeyDictionary

from drafter.errors import BusyError, StoppedError
from drafter.library.ports import Counts, Pair, Records
from drafter.library.searchable import Progress, Watch
from drafter.library.values import PairCounts
from drafter.model.resolution import Resolution
from drafter.model.session import year_of_session
from drafter.model.symbol import Symbol
from drafter.suggest.updates.slots import Masked, Slot, SlotKind, masked
from drafter.suggest.updates.turn import Known

LOOKED_BACK = timedelta(days=366 * 6)
"""Habits older than this are not counted."""

ENOUGH = 4
"""How many series must have had such a slot for the narrower context to count."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Of so many texts that had such a slot, how many let it stand, moved it by their own step, or changed it
    otherwise; a text whose slots of the kind went several ways counts in parts."""

    stood: float = 0.0
    stepped: float = 0.0
    other: float = 0.0

    @property
    def seen(self) -> float:
        return self.stood + self.stepped + self.other

    @property
    def moves(self) -> float:
        """The share that changed, with one unchanged case assumed."""
        return (self.stepped + self.other) / (self.seen + 1)

    @property
    def said(self) -> str:
        """The count as evidence; a text that counts in part does not make it "0 of 5"."""
        changed = self.stepped + self.other
        return f"{round(changed) or ('less than 1' if changed else 0)} of {round(self.seen)} items"

    @property
    def steps(self) -> float:
        return self.stepped / (self.seen + 1)


USUAL = {
    "session:-1": Habit(7, 6, 0),
    "session:0": Habit(5, 11, 0),
    "session:1": Habit(2, 348, 8),
    "session:2": Habit(4, 174, 8),
    "session:x": Habit(199, 128, 42),
    "year:0": Habit(70, 76, 3),
    "year:1": Habit(19, 72, 1),
    "year:2": Habit(25, 16, 1),
    "date:0": Habit(104, 50, 27),
    "date:1": Habit(8, 81, 23),
    "date:2": Habit(6, 58, 0),
    "resolution:own": Habit(5, 95, 0),
    "resolution:0": Habit(60, 16, 18),
    "resolution:-1": Habit(91, 0, 58),
    "yeared:0": Habit(11, 7, 0),
}
"""What became of slots of a shape over 839 pairs of texts of sessions 68 to 79, for a library that is too small."""


def outcome(old: Slot, new: Slot, step: int, own: str) -> int:
    """0: it stood; 1: it moved by the item's own step (a resolution: to the item's text before); 2: otherwise."""
    if old.said == new.said:
        return 0
    if old.kind is SlotKind.RESOLUTION:
        return 1 if new.said.split(" of ")[0] == own.casefold() else 2
    if old.number is None or new.number is None or new.number - old.number != step:
        return 2
    return 1 if old.kind is not SlotKind.DATE or old.said[:-4] == new.said[:-4] else 2


def keys(text: Masked, nth: int, session: int, own: str | None) -> Iterator[str]:
    """The contexts of a slot in a text of that session, narrow ones first; `own` is the item's text before it."""
    slot = text.slots[nth]
    first, second, after = text.around(nth)
    shape = f"{slot.kind}:{'own' if own and slot.said.split(' of ')[0] == own.casefold() else _shape(slot, session)}"
    yield f"{shape}|{first} {second}|{after}"
    yield f"{shape}|{second}|{after}"
    yield f"{shape}|{second}" if slot.kind is not SlotKind.FIGURE else f"{shape}||{after}"
    yield shape


def _shape(slot: Slot, session: int) -> str:
    """Where the slot stands in time, seen from its text."""
    if slot.kind is SlotKind.RESOLUTION and slot.number is None:
        own = slot.text.split("/")[0]
        return str(max(-3, int(own) - session)) if own.isdigit() and len(own) < 4 else "x"
    if slot.kind is SlotKind.SESSION and slot.number is not None:
        away = slot.number - session
        return str(away) if -2 <= away <= 2 else "x"
    if slot.kind in (SlotKind.ORDINAL, SlotKind.FIGURE, SlotKind.SYMBOL) or slot.number is None:
        return "x"
    return str(min(max(slot.number - year_of_session(session), -3), 4))


_SEEN: WeakKeyDictionary[Records, Habits] = WeakKeyDictionary()
_ONE_AT_A_TIME = threading.RLock()
"""The interface looks for updates and for suggestions in two threads, and both need the habits."""


def habits(known: Known, watch: Watch = lambda _: None) -> Habits:
    """The habits for what is known; the last ones where the library has not changed."""
    with _ONE_AT_A_TIME:
        last = _SEEN.get(known.library) if known.library is not None else None
        if last is not None and last.known.before == known.before and last.known.contents is known.contents:
            return last
        found = Habits(known, watch)
        if known.library is not None and not found.stopped:
            _SEEN[known.library] = found
        return found


class Habits:
    """The counts over the neighbouring texts of every item that were known before a day."""

    def __init__(self, known: Known, watch: Watch = lambda _: None) -> None:
        self.known = known
        self.stopped = False
        self._habits: dict[str, Habit] = {}
        self._counts: Counts | None = None
        self._pairs: frozenset[Pair] = frozenset()
        if known.library is not None:
            self._counts = known.library.stores.counts()
            self._pairs = self._up_to_date(known.library, self._counts, watch)

    def of(self, text: Masked, nth: int, session: int, own: str | None = None) -> Habit:
        """What became of such slots, from the narrowest context with enough cases."""
        for key in keys(text, nth, session, own):
            found = self._habit(key)
            if found.seen >= ENOUGH:
                return found
        return USUAL.get(key, Habit())

    def _habit(self, key: str) -> Habit:
        if key not in self._habits:
            sums = [0.0, 0.0, 0.0]
            for pair, counts in (self._counts.of(key) if self._counts else {}).items():
                if pair in self._pairs:
                    whole = sum(counts)
                    sums = [was + count / whole for was, count in zip(sums, counts, strict=True)]
            self._habits[key] = Habit(*sums)
        return self._habits[key]

    def _up_to_date(self, library: Records, counts: Counts, watch: Watch) -> frozenset[Pair]:
        """The wanted pairs; those that are new or have changed are counted now, until `watch` stops it."""
        marks, held = library.fingerprints(), counts.fingerprints()
        if gone := [pair for pair in held if not marks.keys() >= set(pair)]:
            counts.remove(gone)
        wanted: set[Pair] = set()
        texts: dict[Symbol, Resolution] = {}

        def missing() -> Iterator[PairCounts]:
            nonlocal texts
            neighbours = list(_neighbours(self.known))
            for done, (before, old, new) in enumerate(neighbours):
                pair = (str(old), str(new))
                mark = f"{marks.get(pair[0])} {marks.get(pair[1])} {before}"
                if held.get(pair) != mark:
                    try:
                        watch(Progress("habits", done, len(neighbours)))
                    except StoppedError:
                        self.stopped = True
                        return
                    texts = {one: texts.get(one) or self.known.get(one) for one in (old, new)}
                    three = ((key, count) for key, count in counted(texts[old], texts[new], before))
                    yield PairCounts(*pair, mark, tuple(three))
                wanted.add(pair)

        try:
            counts.add(missing())
        except BusyError:  # another process counts them: go on with those that are there
            self.stopped = True
        return frozenset(wanted)


def counted(old: Resolution, new: Resolution, before: Symbol | None) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each context with how often its slots stood, moved by the step and changed otherwise.

    `before` is the item's text before the old one.
    """
    if old.session is None or new.session is None or old.symbol is None:
        return
    after: dict[tuple[str, ...], list[Masked]] = defaultdict(list)
    for paragraph in new.paragraphs:
        text = masked(paragraph.text)
        if text.slots:
            after[text.tokens].append(text)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    own = before.short if before else None
    for paragraph in old.paragraphs:
        text = masked(paragraph.text)
        if not text.slots or not after[text.tokens]:
            continue
        later = after[text.tokens].pop(0)
        for nth, (one, other) in enumerate(zip(text.slots, later.slots, strict=True)):
            became = outcome(one, other, new.session - old.session, old.symbol.short)
            for key in keys(text, nth, old.session, own):
                counts[key][became] += 1
    for key, (stood, stepped, otherwise) in counts.items():
        yield key, (stood, stepped, otherwise)


def _neighbours(known: Known) -> Iterator[tuple[Symbol | None, Symbol, Symbol]]:
    """Neighbouring texts of one item in the years counted, and the text before them."""
    days = [entry.adopted for entry in known.entries.values() if entry.adopted]
    if not days:
        return
    since = max(days) - LOOKED_BACK
    for series in known.series.all():
        for before, old, new in zip((None, *series), series, series[1:], strict=False):
            day = known.adopted(new)
            if day is not None and day > since:
                yield before, old, new
