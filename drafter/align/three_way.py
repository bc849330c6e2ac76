"""The words of any number of texts against one base, merged so that nobody comes first.

Independent edits commute, equal ones are one with several names, and edits that overlap are a conflict, which is data
and not an error. Italics and note marks are merged like words. Nothing depends on the order in which texts are given.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

from drafter.align.units import Units, inline_of, units
from drafter.align.word_edits import WordEdit, word_edits
from drafter.model.inline import Inline


@dataclass(frozen=True, slots=True)
class WordReading:
    """What a conflict's stretch would say, and for whom: nobody, where only the base says it."""

    put: Units
    by: tuple[str, ...] = ()

    @property
    def inline(self) -> Inline:
        return inline_of(self.put)


@dataclass(frozen=True, slots=True)
class WordConflict:
    """Edits that overlap, over the base's units from `start` up to `end`; the first reading is the base's."""

    start: int
    end: int
    edits: tuple[WordEdit, ...]
    readings: tuple[WordReading, ...]

    def of(self, name: str) -> WordReading:
        """What the text of that name says here; the base's reading where it changes nothing."""
        return next((reading for reading in self.readings if name in reading.by), self.readings[0])


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two edits that both stand, side by side: put in at the same place (`same_gap`) or with at most space between."""

    first: WordEdit
    second: WordEdit
    same_gap: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the base's units: as it was, replaced by an edit, or in conflict. Segments tile the base."""

    start: int
    end: int
    held: WordEdit | WordConflict | None = None


@dataclass(frozen=True)
class Merged:
    """The base's units with all edits, equal ones united, in order of place and then of words."""

    base: Units
    edits: tuple[WordEdit, ...]

    @cached_property
    def conflicts(self) -> tuple[WordConflict, ...]:
        """The groups of edits that overlap, in order of place."""
        return tuple(_conflict(group, self.base) for group in _overlapping(self.edits) if len(group) > 1)

    @cached_property
    def standing(self) -> tuple[WordEdit, ...]:
        """The edits that are in no conflict."""
        return tuple(group[0] for group in _overlapping(self.edits) if len(group) == 1)

    @property
    def pairs(self) -> tuple[WordPair, ...]:
        """The standing edits next to each other, for people to look at the language between them."""
        return tuple(
            WordPair(one, other, one.start == one.end == other.start == other.end)
            for one, other in pairwise(self.standing)
            if all(unit.text.isspace() for unit in self.base[one.end : other.start])
        )

    def segments(self) -> Iterator[Segment]:
        """The base from its first unit to its last, each unit in one segment."""
        at = 0
        held: list[WordEdit | WordConflict] = [*self.standing, *self.conflicts]
        for one in sorted(held, key=lambda each: (each.start, each.end, _words(each))):
            if at < one.start:
                yield Segment(at, one.start)
            yield Segment(one.start, one.end, one)
            at = one.end
        if at < len(self.base):
            yield Segment(at, len(self.base))

    def text(self, choose: Callable[[WordConflict], WordReading] | None = None) -> Inline:
        """The base with every edit that is in no conflict; in a conflict the reading chosen, else the base's."""
        made: list[Units] = []
        for segment in self.segments():
            match segment.held:
                case WordEdit(put=put):
                    made.append(put)
                case WordConflict() as conflict:
                    made.append((choose(conflict) if choose else conflict.readings[0]).put)
                case None:
                    made.append(self.base[segment.start : segment.end])
        return inline_of(unit for stretch in made for unit in stretch)

    def only(self, names: Collection[str]) -> Merged:
        """The same with these names' edits alone."""
        named = set(names)
        kept = (replace(edit, by=tuple(name for name in edit.by if name in named)) for edit in self.edits)
        return Merged(self.base, tuple(edit for edit in kept if edit.by))


def merge(base: Inline, texts: Mapping[str, Inline]) -> Merged:
    """What the named texts make of their common base."""
    return merged(base, (replace(edit, by=(name,)) for name, text in texts.items() for edit in word_edits(base, text)))


def merged(base: Inline, edits: Iterable[WordEdit]) -> Merged:
    """The same from edits, each in the normal form that `word_edits` gives; one name may have edits that overlap."""
    united = []
    for _, same in groupby(sorted(edits, key=lambda edit: edit.key), key=lambda edit: edit.key):
        first, *others = same
        united.append(replace(first, by=tuple(sorted({*first.by, *(name for each in others for name in each.by)}))))
    return Merged(units(base), tuple(united))


def _overlapping(edits: Iterable[WordEdit]) -> Iterator[tuple[WordEdit, ...]]:
    """The edits in groups that overlap by way of one another; words put in at an edge overlap nothing."""
    group: list[WordEdit] = []
    end = 0
    for edit in edits:
        if group and edit.start >= end:
            yield tuple(group)
            group = []
        end = max(end, edit.end) if group else edit.end
        group.append(edit)
    if group:
        yield tuple(group)


def _conflict(edits: tuple[WordEdit, ...], base: Units) -> WordConflict:
    start, end = edits[0].start, max(edit.end for edit in edits)
    own = base[start:end]
    said: dict[Units, list[str]] = {}
    for name in sorted({name for edit in edits for name in edit.by}):
        for words in _of_one(name, edits, base, start, end):
            said.setdefault(words, []).append(name)
    first = WordReading(own, tuple(said.pop(own, ())))
    others = (WordReading(put, tuple(names)) for put, names in sorted(said.items()))
    return WordConflict(start, end, edits, (first, *others))


def _of_one(name: str, edits: Iterable[WordEdit], base: Units, start: int, end: int) -> Iterator[Units]:
    """What one name makes of a stretch: one reading, or one for each of its edits that overlap among themselves."""
    groups = list(_overlapping(edit for edit in edits if name in edit.by))
    alone = [group[0] for group in groups if len(group) == 1]
    rivals = [edit for group in groups if len(group) > 1 for edit in group]
    for chosen in [[*alone, edit] for edit in rivals] or [alone]:
        at, made = start, []
        for edit in sorted(chosen, key=lambda each: each.key):
            made += [*base[at : edit.start], *edit.put]
            at = edit.end
        yield (*made, *base[at:end])


def _words(held: WordEdit | WordConflict) -> Units:
    return held.put if isinstance(held, WordEdit) else ()
