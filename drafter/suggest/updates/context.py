"""A paragraph of the base with all that is known of its slots: history, habits, the item's own text before."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.session import year_of_session
from drafter.model.symbol import Symbol
from drafter.suggest.updates.habits import Habit, Habits
from drafter.suggest.updates.memory import Memory, SlotGroup
from drafter.suggest.updates.slots import Masked, Slot, SlotKind
from drafter.suggest.updates.turn import BaseText, Turn

VERIFIED = 0.05
"""The share of such slots that changed, from which on a slot without history is to be looked at."""

USUALLY = 0.8
"""The share that moved by the item's own step, from which on a slot without history is taken to do the same."""


@dataclass(frozen=True)
class SlotContext:
    """`recalled` are the paragraph's units as the text before had them, by the place of their first slot."""

    passage: BaseText
    text: Masked
    turn: Turn
    habits: Habits
    memory: Memory | None
    recalled: dict[int, SlotGroup]
    recalled_earlier: dict[int, SlotGroup]
    own: Symbol | None
    own_why: str

    def before(self, unit: SlotGroup) -> SlotGroup | None:
        return self.recalled.get(unit.first)

    def habit(self, unit: SlotGroup, slot: Slot) -> Habit:
        own = self.own.short if self.own else None
        return self.habits.of(self.text, unit.first + unit.slots.index(slot), self.turn.session, own)

    def was_newest(self, symbol: Symbol, slot: Slot) -> bool:
        """Whether no later text of that item is known from a session before the base's; of one the library does not
        have, whether it was recent."""
        newest = self.turn.known.newest(symbol, self.turn.session)
        return newest == symbol if newest is not None else self.recent(slot)

    def recent(self, slot: Slot) -> bool:
        """Whether the slot's year or session is of the base's time; one that has none counts as recent."""
        number = slot.text.split("/")[0]
        if slot.kind is SlotKind.RESOLUTION and number.isdigit() and len(number) < 4 and slot.number is None:
            return int(number) >= self.turn.session - 2
        timed = slot.kind in (SlotKind.DATE, SlotKind.YEAR, SlotKind.YEARED, SlotKind.RESOLUTION)
        return not timed or slot.number is None or slot.number >= year_of_session(self.turn.session) - 2

    @property
    def source(self) -> Symbol | None:
        return self.memory.text.symbol if self.memory else None

    @property
    def gap(self) -> int | None:
        """Sessions from the text before to the base."""
        if self.memory is None or self.memory.text.session is None:
            return None
        return self.turn.session - self.memory.text.session

    @property
    def when(self) -> str:
        """ " in 77/198 → 78/205"; nothing where there is no text before."""
        return f" in {self.source.short} → {self.turn.symbol.short}" if self.source else ""
