"""What the item's earlier text had where the base has a session, a year or a number: the history of the slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from drafter.align.pairs import align
from drafter.model.resolution import Paragraph, Resolution
from drafter.suggest.updates.slots import Masked, Slot, SlotKind, masked

_LISTED = frozenset({SlotKind.RESOLUTION, SlotKind.YEARED, SlotKind.YEAR})
_BETWEEN = frozenset({(",",), ("and",), (",", "and")})


@dataclass(frozen=True, slots=True)
class SlotGroup:
    """A slot, or a list of slots of one kind such as "74/7, 75/289 and 77/7"; `first` is its first slot's place."""

    slots: tuple[Slot, ...]
    first: int
    token: int

    @property
    def kind(self) -> SlotKind:
        return self.slots[0].kind

    @property
    def start(self) -> int:
        return self.slots[0].start

    @property
    def end(self) -> int:
        return self.slots[-1].end

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(slot.said for slot in self.slots)


def units(text: Masked) -> tuple[tuple[SlotGroup, ...], tuple[str, ...]]:
    """The units of a text in order, and its tokens with one a unit; `SlotGroup.token` is its place among them."""
    found: list[SlotGroup] = []
    tokens: list[str] = []
    done = nth = 0
    while nth < len(text.slots):
        last = nth
        kind = text.slots[nth].kind
        while (
            kind in _LISTED
            and last + 1 < len(text.slots)
            and text.slots[last + 1].kind is kind
            and text.tokens[text.places[last] + 1 : text.places[last + 1]] in _BETWEEN
        ):
            last += 1
        tokens += text.tokens[done : text.places[nth]]
        found.append(SlotGroup(text.slots[nth : last + 1], nth, len(tokens)))
        tokens.append(f"#{kind}{'s' if last > nth else ''}")
        done = text.places[last] + 1
        nth = last + 1
    return tuple(found), (*tokens, *text.tokens[done:])


class Memory:
    """The base beside one earlier text of its item."""

    def __init__(self, base: Resolution, before: Resolution) -> None:
        self.text = before
        self._pairs: dict[int, list[int]] = {}
        for pair in align(before.paragraphs, base.paragraphs).pairs:
            if pair.old is not None and pair.new is not None:
                self._pairs.setdefault(pair.new, []).append(pair.old)
        self._base = base

    def new_place(self, old: int) -> int | None:
        """What became of the earlier text's paragraph `old`."""
        return next((new for new, olds in self._pairs.items() if old in olds), None)

    @cached_property
    def newly_counted(self) -> frozenset[tuple[int, str]]:
        """Ordinals, each with the word after it, that the base has and the earlier text has not."""
        return _counted(self._base) - _counted(self.text)

    def recalled(self, place: int) -> dict[int, SlotGroup]:
        """The first slot's place of each of the paragraph's units → that unit as it was before."""
        found: dict[int, SlotGroup] = {}
        for old in self._pairs.get(place, ()):
            found |= dict(_matched(self.text.paragraphs[old], self._base.paragraphs[place]))
        return found


def _counted(text: Resolution) -> frozenset[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    for paragraph in text.paragraphs:
        words = masked(paragraph.text)
        for nth, slot in enumerate(words.slots):
            if slot.kind is SlotKind.ORDINAL and slot.number is not None:
                found.add((slot.number, words.around(nth)[2]))
    return frozenset(found)


def _matched(old: Paragraph, new: Paragraph) -> Iterator[tuple[int, SlotGroup]]:
    before, old_tokens = units(masked(old.text))
    after, new_tokens = units(masked(new.text))
    if not before or not after:
        return
    old_at = {unit.token: unit for unit in before}
    new_at = {unit.token: unit for unit in after}
    alike = [token.removesuffix("s") if token[0] == "#" else token for token in old_tokens]
    other = [token.removesuffix("s") if token[0] == "#" else token for token in new_tokens]
    for block in SequenceMatcher(None, alike, other, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            if block.a + step in old_at and block.b + step in new_at:
                yield new_at[block.b + step].first, old_at[block.a + step]
