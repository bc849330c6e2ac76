"""A base with proposals in it: those that collide with none of the others given, taken literally.

Places mean the base's, so no order of the proposals makes a difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from drafter.align.units import Units, inline_of, units
from drafter.model.draft import Draft, DraftParagraph, Status
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Deed, Proposal
from drafter.model.resolution import Paragraph
from drafter.negotiation.slots import NewPlace, blocks, slot
from drafter.negotiation.values import Round


def applied(round_: Round, proposals: Iterable[Proposal]) -> Draft:
    """The base with these in it; none of them may be in a conflict with another (`MergedRound.standing`).

    A paragraph's `origin` is its label in the round's base; a new one has none, and the proposal's id as its own.
    """
    given = tuple(proposals)
    found = _sorted(round_, given)
    notes = {note.id: note for one in given for note in one.notes}
    known = {note.id for note in round_.text.footnotes}
    return replace(
        round_.text,
        title=worded(round_.text.title, found.words.get(TITLE, ())),
        paragraphs=tuple(found.laid(None)),
        footnotes=(*round_.text.footnotes, *(notes[name] for name in sorted(notes) if name not in known)),
    )


def excerpt(round_: Round, proposals: Iterable[Proposal], labels: Iterable[str]) -> tuple[DraftParagraph, ...]:
    """Of the text that `applied` gives, what comes from these labels of the base, and what is new."""
    return tuple(_sorted(round_, proposals, frozenset(labels)).laid(None))


def _sorted(round_: Round, proposals: Iterable[Proposal], shown: frozenset[str] | None = None) -> _Sorted:
    found = _Sorted(round_, shown)
    for one in proposals:
        found.add(one)
    return found


def order(one: Proposal) -> tuple[int, int, Units]:
    """In which stretches of one paragraph are applied."""
    return one.start, one.start + len(units(one.found)), units(one.put)


@dataclass
class _Sorted:
    """Proposals by what they do, each kind by the label that it is about; only `shown` is laid out, all where None."""

    round_: Round
    shown: frozenset[str] | None = None
    words: dict[str, list[Proposal]] = field(default_factory=lambda: defaultdict(list))
    whole: dict[str, Proposal] = field(default_factory=dict)
    moves: dict[int, Proposal] = field(default_factory=dict)
    new: list[Proposal] = field(default_factory=list)

    def add(self, one: Proposal) -> None:
        match one.kind:
            case Deed.WORDS | Deed.TITLE:
                self.words[one.label].append(one)
            case Deed.MOVE:
                self.moves[self.round_.places[one.label] - 1] = one
            case Deed.NEW:
                self.new.append(one)
            case _:
                self.whole[one.label] = one

    def laid(self, home: int | None) -> Iterator[DraftParagraph]:
        """What stands in the text itself, or in the block that is moved with the paragraph at `home`."""
        base = self.round_.text.paragraphs
        if home is None:
            yield from self._in_slot(home, 0)
        for number in self._blocks[home] if home is not None else range(len(base)):
            if self._home(number) == home and number not in self._gone:
                yield from self._changed(number)
            yield from self._in_slot(home, number + 1)

    @cached_property
    def _blocks(self) -> list[range]:
        return blocks(self.round_.text.paragraphs)

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return tuple(self.round_.paragraphs)

    @cached_property
    def _gone(self) -> frozenset[int]:
        out: set[int] = set()
        for one in self.whole.values():
            if one.kind is Deed.DELETE:
                out.update(self._blocks[self.round_.places[one.label] - 1])
            elif one.kind is Deed.MERGE:
                out.add(self.round_.places[one.second] - 1)
        return frozenset(out)

    @cached_property
    def _slots(self) -> dict[tuple[int | None, int], list[tuple[int, str, str, int | DraftParagraph]]]:
        """By home and place what stands there, each with what it is sorted by: the deepest first, then by text."""
        made: dict[tuple[int | None, int], list[tuple[int, str, str, int | DraftParagraph]]] = defaultdict(list)
        for one in self.new:
            assert one.form is not None, "a new paragraph has a form"
            form = one.form
            paragraph = DraftParagraph(
                one.id, Paragraph(form.kind, one.put, form.level, form.part), status=Status.ADDED
            )
            place = slot(self.round_, one.after or "", form.kind, form.level, form.part)
            made[self._around(place), place.before].append((-form.level, one.put.text, one.id, paragraph))
        for number, one in self.moves.items():
            head = self.round_.text.paragraphs[number]
            place = slot(self.round_, one.after or "", head.kind, head.level, head.paragraph.part)
            made[self._around(place), place.before].append((-head.level, head.text, one.id, number))
        return made

    def _in_slot(self, home: int | None, before: int) -> Iterator[DraftParagraph]:
        for *_, held in sorted(self._slots.get((home, before), ()), key=lambda one: one[:3]):
            if isinstance(held, int):
                yield from self.laid(held)
            else:
                yield held

    def _around(self, place: NewPlace) -> int | None:
        """The innermost moved block in which a slot lies."""
        base = self.round_.text.paragraphs
        return max((head for head in self.moves if place.inside(self._blocks[head], base[head].level)), default=None)

    def _home(self, number: int) -> int | None:
        """The innermost moved block that a paragraph of the base belongs to."""
        return max((head for head in self.moves if number in self._blocks[head]), default=None)

    def _changed(self, number: int) -> Iterator[DraftParagraph]:
        """A paragraph as the proposals on it leave it, in several where it is split."""
        one, label = self.round_.text.paragraphs[number], self._labels[number]
        if self.shown is not None and label not in self.shown:
            return
        whole = self.whole.get(label)
        if whole is None:
            yield replace(_reworded(one, worded(one.inline, self.words.get(label, ()))), origin=label)
            return
        for part_number, part in enumerate(lines(whole.put) if whole.kind is Deed.SPLIT else (whole.put,)):
            own = f"{one.id}-{part_number + 1}" if part_number else one.id
            yield replace(_reworded(one, part), id=own, origin=label)


def _reworded(one: DraftParagraph, text: Inline) -> DraftParagraph:
    return one if text == one.inline else replace(one.with_paragraph(inline=text), status=Status.EDITED)


def lines(joined: Inline) -> Iterator[Inline]:
    """The paragraphs that stand in one text with a line feed between."""
    at = 0
    for part in joined.text.split("\n"):
        yield joined[at : at + len(part)]
        at += len(part) + 1


def worded(base: Inline, edits: Iterable[Proposal]) -> Inline:
    """A paragraph with these stretches in it, apart from each other."""
    own = units(base)
    made: list[Units] = []
    at = 0
    for one in sorted(edits, key=order):
        start, end, put = order(one)
        made += [own[at:start], put]
        at = end
    return inline_of(unit for stretch in (*made, own[at:]) for unit in stretch) if made else base
