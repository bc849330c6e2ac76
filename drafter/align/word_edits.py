"""What one text changes in its base, as replaced stretches of units in one normal form.

The normal form is what two people's same change must share to be seen as the same: common units at either end are no
part of a change, changes that touch are one, and what can slide stands leftmost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from drafter.align.units import Token, Units, places, units
from drafter.align.words import word_changes
from drafter.model.inline import Inline


@dataclass(frozen=True, slots=True)
class WordEdit:
    """The base's units from `start` up to `end` replaced by `put`; `by` names those who want it, in order.

    With `start` equal to `end` it puts words in; with nothing to put it takes words out.
    """

    start: int
    end: int
    put: Units
    by: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, int, Units]:
        """Where it stands and what it says: the order in which edits are listed and applied."""
        return self.start, self.end, self.put


def word_edits(base: Inline, text: Inline) -> tuple[WordEdit, ...]:
    """What `text` changes in `base`, in order, no two touching; applied, they give `text` with italics and marks."""
    if base == text:
        return ()
    head, tail = _alike(base, text)
    before = units(base)
    first = bisect_left(places(base), head) if head else 0
    made: list[WordEdit] = []
    for edit in _raw(base[head : len(base) - tail], text[head : len(text) - tail]):
        _settle(made, replace(edit, start=edit.start + first, end=edit.end + first), before)
    return tuple(made)


def _alike(base: Inline, text: Inline) -> tuple[int, int]:
    """How many characters at either end are alike in both, up to a space, with their italics and marks."""
    one, other = base.text, text.text
    shorter = min(len(one), len(other))
    head = _longest(shorter, lambda size: one[:size] == other[:size])
    while head and not one[head - 1].isspace():
        head -= 1
    if base[:head] != text[:head]:
        head = 0
    tail = _longest(shorter - head, lambda size: one[len(one) - size :] == other[len(other) - size :])
    while tail and not one[len(one) - tail].isspace():
        tail -= 1
    if base[len(one) - tail :] != text[len(other) - tail :]:
        tail = 0
    return head, tail


def _longest(most: int, alike: Callable[[int], bool]) -> int:
    """The largest size up to `most` that is alike, where every smaller one is too."""
    return bisect_left(range(1, most + 1), True, key=lambda size: not alike(size))


def _raw(base: Inline, text: Inline) -> Iterator[WordEdit]:
    """The changed words, and in what stayed the changes of italics and of note marks."""
    old, new = _Walk(base), _Walk(text)
    for change in word_changes(base.text, text.text, typography=True):
        yield from _between(old, new, change.old_start, change.new_start)
        start = old.at
        put = new.up_to(change.new_end)
        old.up_to(change.old_end)
        yield WordEdit(start, old.at, put)
    yield from _between(old, new, None, None)


class _Walk:
    """The units of one text, passed over by characters; a mark belongs to the character before it."""

    def __init__(self, inline: Inline) -> None:
        self.units = units(inline)
        self.at = 0
        self._places = places(inline)

    def up_to(self, char: int | None) -> Units:
        """The units from here whose characters lie before `char`, all that are left without one."""
        first = self.at
        self.at = len(self.units) if char is None else bisect_left(self._places, char, first)
        return self.units[first : self.at]


def _between(old: _Walk, new: _Walk, old_end: int | None, new_end: int | None) -> Iterator[WordEdit]:
    """Where a stretch of the same characters differs in italics or marks."""
    at = old.at
    before, after = old.up_to(old_end), new.up_to(new_end)
    if before == after:
        return
    common = _edges(before) & _edges(after)
    for one, other in zip_longest(_cut(before, common), _cut(after, common), fillvalue=()):
        if one != other:
            yield WordEdit(at, at + len(one), other)
        at += len(one)


def _edges(stretch: Units) -> set[int]:
    """The characters before which a unit of words ends."""
    found, char = set(), 0
    for unit in stretch:
        if unit.text:
            char += len(unit.text)
            found.add(char)
    return found


def _cut(stretch: Units, edges: set[int]) -> Iterator[Units]:
    """The stretch in parts that end at these edges, each with the marks behind it."""
    held: list[Token] = []
    char = 0
    for unit in stretch:
        if held and unit.text and char in edges:
            yield tuple(held)
            held = []
        held.append(unit)
        char += len(unit.text)
    if held:
        yield tuple(held)


def _settle(made: list[WordEdit], edit: WordEdit, base: Units) -> None:
    """Add an edit in its normal form, one with the edit before it where they come to touch."""
    edit = _slid(_trimmed(edit, base), base, made[-1].end if made else 0)
    if edit.start == edit.end and not edit.put:
        return
    if made and made[-1].end == edit.start:
        last = made.pop()
        _settle(made, replace(last, end=edit.end, put=last.put + edit.put), base)
    else:
        made.append(edit)


def _trimmed(edit: WordEdit, base: Units) -> WordEdit:
    start, end, put = edit.start, edit.end, edit.put
    first = 0
    while start < end and first < len(put) and base[start] == put[first]:
        start, first = start + 1, first + 1
    last = len(put)
    while start < end and first < last and base[end - 1] == put[last - 1]:
        end, last = end - 1, last - 1
    return replace(edit, start=start, end=end, put=put[first:last])


def _slid(edit: WordEdit, base: Units, floor: int) -> WordEdit:
    """A pure insertion or deletion at the first of the places where it makes the same text, not before `floor`."""
    start, end, put = edit.start, edit.end, edit.put
    if start == end and put:
        turn = 0
        while start > floor and base[start - 1] == put[(len(put) - 1 - turn) % len(put)]:
            start, turn = start - 1, turn + 1
        turn %= len(put)
        return replace(edit, start=start, end=start, put=put[len(put) - turn :] + put[: len(put) - turn])
    if not put:
        while start > floor and base[start - 1] == base[end - 1]:
            start, end = start - 1, end - 1
        return replace(edit, start=start, end=end)
    return edit
