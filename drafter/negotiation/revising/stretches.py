"""A stretch of words on a text that was changed since: whether it is in there, and how it reads on the new words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.align.units import Token, Units, units
from drafter.align.word_edits import WordEdit
from drafter.model.inline import Inline
from drafter.negotiation.revising.succession import Strand
from drafter.negotiation.revising.values import Aftermath

COMMON = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "to",
        "with",
    )
)
"""Words that two changes may share by chance."""


@dataclass(frozen=True, slots=True)
class Met:
    """What became of a stretch; on the new text's units from `start` up to `end`, `put` would stand."""

    aftermath: Aftermath
    start: int
    end: int
    put: Units


def met(strand: Strand, start: int, end: int, put: Units) -> Met:
    """The old units from `start` up to `end` replaced by `put`, in the text as it is now."""
    before = units(strand.before)
    low, high = _neighbours(before, start, end)
    near = [one for one in strand.edits if _near(one, low, high)]
    if not near:
        at = start + sum(len(one.put) - (one.end - one.start) for one in strand.edits if one.end <= start)
        return Met(Aftermath.CARRIED, at, at + end - start, put)
    own = WordEdit(start, end, put)
    whole = _hull([own, *near])
    theirs = _with(before, near, *whole)
    if _said(_with(before, [own], *whole)) == _said(theirs) or _is_in(own, near, before, theirs):
        return Met(Aftermath.IN, *_mapped(strand.edits, *whole), theirs)
    shared = [one for one in near if _shares(own, one, before)]
    at_odds = [one for one in near if one in shared or _overlaps(own, one)]
    first, last = _hull([own, *at_odds])
    wanted = _with(before, [own], first, last)
    aftermath = Aftermath.PARTLY if shared else Aftermath.AGAINST
    if not at_odds and start == end:
        place = _beside(strand.edits, own)
        return Met(aftermath, place, place, put)
    return Met(aftermath, *_mapped(strand.edits, first, last, at_odds), wanted)


def words(some: Iterable[Token]) -> Counter[str]:
    """The words that tell one change from another, with how often each stands."""
    said = (one.text.casefold() for one in some)
    return Counter(one for one in said if any(map(str.isalnum, one)) and one not in COMMON)


def words_alike(one: Inline, other: Inline) -> bool:
    """Whether two texts differ in no more than their punctuation."""
    return _spoken(one) == _spoken(other)


def _spoken(text: Inline) -> list[tuple[str, str]]:
    return [(each.text, each.note) for each in units(text) if each.note or any(map(str.isalnum, each.text))]


def _neighbours(before: Units, start: int, end: int) -> tuple[int, int]:
    """The places of the words on either side; -1 and the length at the ends."""
    low = start - 1
    while low >= 0 and before[low].text.isspace():
        low -= 1
    high = end
    while high < len(before) and before[high].text.isspace():
        high += 1
    return low, high


def _near(one: WordEdit, low: int, high: int) -> bool:
    if one.start == one.end:
        return low < one.start <= high
    return one.start <= high and one.end > low


def _overlaps(own: WordEdit, one: WordEdit) -> bool:
    if own.start == own.end or one.start == one.end:
        inner, outer = (own, one) if own.start == own.end else (one, own)
        return outer.start < inner.start < outer.end
    return one.start < own.end and one.end > own.start


def _hull(some: Sequence[WordEdit]) -> tuple[int, int]:
    return min(one.start for one in some), max(one.end for one in some)


def _with(before: Units, edits: Iterable[WordEdit], start: int, end: int) -> Units:
    """The old units of a stretch with some edits of it."""
    made: list[Token] = []
    at = start
    for one in sorted(edits, key=lambda each: each.key):
        if start <= one.start and one.end <= end:
            made += [*before[at : one.start], *one.put]
            at = one.end
    return (*made, *before[at:end])


def _mapped(
    edits: Sequence[WordEdit], start: int, end: int, inside: Sequence[WordEdit] | None = None
) -> tuple[int, int]:
    """Where a stretch of whole edits lies now; edits at its edges that are not `inside` stay out of it."""
    within = [one for one in edits if start <= one.start and one.end <= end]
    if inside is not None:
        within = [one for one in within if one in inside or (start < one.start and one.end < end)]
    ahead = [one for one in edits if one not in within and one.end <= start]
    first = start + sum(len(one.put) - (one.end - one.start) for one in ahead)
    return first, first + end - start + sum(len(one.put) - (one.end - one.start) for one in within)


def _beside(edits: Sequence[WordEdit], own: WordEdit) -> int:
    """Where words are put in now: of others put in at the same place, those that come first by text stand before."""
    place = own.start
    for one in edits:
        at_once = one.start == one.end == own.start
        if one.end <= own.start and (not at_once or one.key < own.key):
            place += len(one.put) - (one.end - one.start)
    return place


def _is_in(own: WordEdit, near: Sequence[WordEdit], before: Units, theirs: Units) -> bool:
    """Whether what it puts in stands there and what it takes out does not."""
    out = [place for place in range(own.start, own.end) if not before[place].text.isspace()]
    covered = {place for one in near for place in range(one.start, one.end)}
    put, found = _bare(own.put), _bare(before[own.start : own.end])
    if any(place not in covered for place in out):
        return False
    if put:
        return any(_within(put, _bare(one.put)) for one in near) or (bool(out) and _within(put, _bare(theirs)))
    return bool(out) and not any(_within(found, _bare(one.put)) for one in near)


def _shares(own: WordEdit, one: WordEdit, before: Units) -> bool:
    """Whether a change of the text brings some of the words put in, or takes out some of those taken out."""
    found, out = words(before[own.start : own.end]), words(before[one.start : one.end])
    if (words(own.put) - found) & (words(one.put) - out):
        return True
    gone = words(before[max(own.start, one.start) : min(own.end, one.end)])
    return bool(gone & (found - words(own.put))) and not words(one.put)


def _bare(some: Iterable[Token]) -> list[tuple[str, str]]:
    return [(one.text.casefold(), one.note) for one in some if not one.text.isspace()]


def _said(some: Units) -> list[Token]:
    return [one for one in some if not one.text.isspace()]


def _within(part: Sequence[object], whole: Sequence[object]) -> bool:
    return any(list(whole[at : at + len(part)]) == list(part) for at in range(len(whole) - len(part) + 1))
