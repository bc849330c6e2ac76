"""The words of one paragraph with what is proposed on them, in words and brackets.

What overlaps is one bracket, over all that it touches, with each owner's reading of the whole. Where brackets would
cover more than half of the paragraph they are one, so that nobody has to read it word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.align.units import Units, inline_of, units
from drafter.model.inline import Inline
from drafter.model.proposal import Proposal
from drafter.negotiation.apply import order
from drafter.negotiation.notation.decoding import decoded, is_wide
from drafter.negotiation.notation.values import Bracket, Option, Piece, Stance

_Group = tuple[Proposal, ...]


@dataclass(frozen=True)
class Said:
    """What is said on proposals, by their ids, who has the base's words, by those words, and what was accepted."""

    on: Mapping[str, tuple[Stance, ...]] = field(default_factory=dict)
    retained: Mapping[str, tuple[Stance, ...]] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()

    def option(self, words: tuple[Piece, ...], names: Iterable[str], proposals: Sequence[Proposal]) -> Option:
        """A reading with what is said on its one proposal."""
        ids = tuple(one.id for one in proposals)
        alone = ids[0] if len(ids) == 1 else ""
        return Option(
            words, tuple(sorted(names)), self.on.get(alone, ()), bool(ids) and self.accepted.issuperset(ids), ids
        )


def worded(label: str, base: Inline, edits: Iterable[Proposal], said: Said) -> tuple[Piece, ...]:
    """The paragraph `label` that reads `base`, with these stretches of words."""
    own = units(base)
    made: list[Piece] = []
    at = 0
    for group in _groups(base, sorted(edits, key=order)):
        start, end = group[0].start, max(map(_end, group))
        if start > at:
            made.append(inline_of(own[at:start]))
        made.append(_Cluster(label, base, start, end, said).bracket(group))
        at = end
    if at < len(own) or not own:
        made.append(inline_of(own[at:]) if at else base)
    return tuple(one for one in made if one)


def _groups(base: Inline, edits: Sequence[Proposal]) -> tuple[_Group, ...]:
    groups: list[list[Proposal]] = []
    end = 0
    for one in edits:
        if groups and one.start < end:
            groups[-1].append(one)
        else:
            groups.append([one])
        end = max(end, _end(one))
    if len(groups) > 1 and _much(base, groups):
        return (tuple(edits),)
    return tuple(tuple(group) for group in groups)


def _much(base: Inline, groups: Sequence[Sequence[Proposal]]) -> bool:
    """Whether the brackets cover more than half of the words."""
    own = units(base)
    spans = [range(group[0].start, max(map(_end, group))) for group in groups]
    counted = [place for place, unit in enumerate(own) if not unit.text.isspace()]
    return 2 * sum(any(place in span for span in spans) for place in counted) > len(counted)


def _end(one: Proposal) -> int:
    return one.start + len(units(one.found))


@dataclass(frozen=True)
class _Cluster:
    """One bracket over the units from `start` up to `end` of a paragraph."""

    label: str
    base: Inline
    start: int
    end: int
    said: Said

    def bracket(self, group: _Group) -> Bracket:
        own = self._span(())
        stances = self.said.retained.get(inline_of(own).text.strip(), ()) if own else ()
        held: dict[_Group, list[str]] = {}
        for name in sorted({name for one in group for name in one.by}) or [""]:
            for some in _of_one(name, group):
                held.setdefault(some, []).append(name)
        homes = {some[0].id for some in held if len(some) == 1}
        options = []
        for some in sorted(held, key=self._order):
            names = [name for name in held[some] if name]
            unheard = any(self.said.on.get(one.id) and one.id not in homes for one in some)
            homes.update(one.id for one in some)
            options.append(self.said.option(self._words(some, nested=unheard), names, some))
        return Bracket(Option(_inline(own), stances=stances), tuple(options))

    def _order(self, some: _Group) -> tuple[str, str, tuple[str, ...]]:
        words = inline_of(self._span(some))
        return words.text, words.markup, tuple(one.id for one in some)

    def _words(self, some: _Group, *, nested: bool) -> tuple[Piece, ...]:
        """A reading; where its words alone would be taken for other proposals than it is made of, in brackets."""
        own = units(self.base)
        span = self._span(some)
        whole = inline_of((*own[: self.start], *span, *own[self.end :]))
        found = decoded(self.label, self.base, whole, wide=is_wide(self.base, inline_of(self._span(()))))
        if not nested and {one.id for one in found} == {one.id for one in some}:
            return _inline(span)
        made: list[Piece] = []
        at = self.start
        for one in sorted(some, key=order):
            end = _end(one)
            made += _inline(own[at : one.start])
            words = _inline(units(one.put))
            option = self.said.option(words, (), (one,))
            made.append(Bracket(Option(_inline(own[one.start : end])), (option,)))
            at = end
        return (*made, *_inline(own[at : self.end]))

    def _span(self, some: _Group) -> Units:
        """The units of the stretch with these in it."""
        own = units(self.base)
        made: list[Units] = []
        at = self.start
        for one in sorted(some, key=order):
            made += [own[at : one.start], units(one.put)]
            at = _end(one)
        return tuple(unit for stretch in (*made, own[at : self.end]) for unit in stretch)


def _inline(span: Units) -> tuple[Inline, ...]:
    return (inline_of(span),) if span else ()


def _of_one(name: str, group: _Group) -> Iterator[_Group]:
    """What one owner wants of a bracket: all of its own, or one of those that overlap among themselves at a time."""
    own = tuple(sorted((one for one in group if name in one.by or not (name or one.by)), key=order))
    against = [one for one in own if any(_overlap(one, other) for other in own if other.id != one.id)]
    alone = tuple(one for one in own if one not in against)
    yield from [tuple(sorted((*alone, one), key=order)) for one in against] or [alone]


def _overlap(one: Proposal, other: Proposal) -> bool:
    return one.start < _end(other) and other.start < _end(one)
