"""The compilation text of a round: its base with all that is proposed and said on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from drafter.model import notes
from drafter.model.draft import DraftParagraph
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.numbering import VARIANTS
from drafter.model.proposal import TITLE, Deed, Form, Outcome, Proposal
from drafter.model.resolution import Footnote
from drafter.negotiation.labels import rows, told
from drafter.negotiation.notation.anonymous import nameless
from drafter.negotiation.notation.newrows import level_of, place_of
from drafter.negotiation.notation.values import (
    Bracket,
    BracketedDeed,
    Compilation,
    CompiledRow,
    Option,
    Past,
    Piece,
    RowKind,
    Stance,
    brackets,
)
from drafter.negotiation.notation.worded import Said, worded
from drafter.negotiation.slots import slot
from drafter.negotiation.values import Round

_IN_WORDS = (Deed.WORDS, Deed.TITLE)
_DEEDS = (Deed.MOVE, Deed.SPLIT, Deed.MERGE)


def compilation(round_: Round, *, anonymous: bool = False, history: bool = False) -> Compilation:
    """The compilation text of a round: what is open or accepted; with `history` also what no longer is.

    Anonymous, it says neither whose anything is nor who stands where nor why.
    """
    made = Gathered(round_).compilation(history)
    return nameless(made) if anonymous else made


@dataclass(frozen=True)
class Gathered:
    """The rows of a round's compilation text, each made when it is asked for."""

    round_: Round

    def compilation(self, history: bool) -> Compilation:
        own = tuple(self._rows())
        marked = {note for row in (self._title, *own) for note in _marked(row.pieces, row.instructions)}
        return Compilation(
            self.round_.stage,
            self.round_.text.base_called,
            self._title,
            own,
            (*(note for note in self._notes if note.id in marked), *self._missing(marked)),
            history=tuple(self._past()) if history else (),
        )

    def _missing(self, marked: set[str]) -> Iterator[Footnote]:
        """Notes that are marked and stand nowhere."""
        known = {note.id for note in self._notes}
        yield from (Footnote(name, Inline(notes.MISSING), missing=True) for name in sorted(marked - known))

    @cached_property
    def _live(self) -> tuple[Proposal, ...]:
        return self.round_.of(Outcome.OPEN, Outcome.ACCEPTED)

    @cached_property
    def _by_label(self) -> Mapping[str, tuple[Proposal, ...]]:
        found: dict[str, list[Proposal]] = defaultdict(list)
        for one in self._live:
            if one.kind is not Deed.NEW:
                found[one.label].append(one)
        return {label: tuple(some) for label, some in found.items()}

    @cached_property
    def _notes(self) -> tuple[Footnote, ...]:
        brought = {note.id: note for one in self._live for note in one.notes}
        known = {note.id for note in self.round_.text.footnotes}
        return (*self.round_.text.footnotes, *(brought[name] for name in sorted(brought) if name not in known))

    @cached_property
    def _said(self) -> Mapping[str, tuple[Position, ...]]:
        found: dict[str, list[Position]] = defaultdict(list)
        for one in self.round_.positions:
            found[one.on].append(one)
        return {on: tuple(some) for on, some in found.items()}

    @cached_property
    def _title(self) -> CompiledRow:
        return self._row(CompiledRow(RowKind.TITLE, TITLE), self.round_.text.title)

    def _rows(self) -> Iterator[CompiledRow]:
        yield from self._new.get(0, ())
        for place, label in enumerate(self.round_.paragraphs, 1):
            yield from self._own(label)
            yield from self._new.get(place, ())

    def at(self, place: str) -> tuple[CompiledRow, ...]:
        """The rows of one paragraph: its own and its alternatives; of a new one, by its proposal's id, its own, none
        where it is no longer wanted."""
        if place == TITLE:
            return (self._title,)
        if place in self.round_.places:
            return tuple(self._own(place))
        name = self._names.get(place, "")
        return tuple(row for some in self._new.values() for row in some if row.label == name)

    def _own(self, label: str) -> Iterator[CompiledRow]:
        """A paragraph of the base with its alternatives."""
        one = self.round_.paragraphs[label]
        own = one.paragraph
        bare = CompiledRow(RowKind.BASE, label, own.kind, own.level, own.part, own.variant, own.continued)
        yield self._row(bare, one.inline)
        alts = [some for some in self._by_label.get(label, ()) if some.kind is Deed.REPLACE]
        for number, alt in enumerate(sorted(alts, key=lambda some: (some.put.text, some.id)), 1):
            yield replace(bare, kind=RowKind.ALT, number=number, pieces=(self._put(alt),))

    def _row(self, bare: CompiledRow, base: Inline) -> CompiledRow:
        """A row of the base with what is proposed and said on it."""
        own = self._by_label.get(bare.label, ())
        said = self._on(own, bare.label)
        pieces = worded(bare.label, base, (one for one in own if one.kind in _IN_WORDS), said)
        gone = [one for one in own if one.kind is Deed.DELETE]
        if gone:
            stances = said.retained.get(base.text, ())
            options = tuple(said.option((), one.by, (one,)) for one in gone)
            pieces = (Bracket(Option(pieces, stances=stances), options),)
        shown = {stance for one in brackets(pieces) for stance in one.base.stances}
        return replace(
            bare,
            pieces=pieces,
            instructions=tuple(self._instruction(one, said) for one in own if one.kind in _DEEDS),
            stances=tuple(one for one in map(_stance, self._said.get(bare.label, ())) if one not in shown),
            closure=self._closure(bare.label),
        )

    def _closure(self, row: str) -> Closure | None:
        closure = self.round_.closed.get(row)
        return told(closure, self._names) if closure is not None and _says_something(closure) else None

    def _on(self, own: Iterable[Proposal], label: str) -> Said:
        retained: dict[str, list[Stance]] = defaultdict(list)
        for one in self._said.get(label, ()):
            if one.stand is Stand.RETAIN and one.found and one.found == one.found.strip():
                retained[one.found].append(_stance(one))
        ids = [one.id for one in own]
        return Said(
            {name: tuple(map(_stance, self._said.get(name, ()))) for name in ids},
            {found: tuple(some) for found, some in retained.items()},
            frozenset(name for name in ids if self.round_.outcome(self.round_.by_id[name]) is Outcome.ACCEPTED),
        )

    def _put(self, one: Proposal) -> Bracket:
        """A whole paragraph that is wanted."""
        option = self._on((one,), one.label).option((one.put,), one.by, (one,))
        return Bracket(Option(), (option,))

    def _instruction(self, one: Proposal, said: Said) -> BracketedDeed:
        words = tuple(_parts(one.put)) if one.kind is Deed.SPLIT else (one.put,) if one.kind is Deed.MERGE else ()
        return BracketedDeed(one.kind, said.option((), one.by, (one,)), one.after or "", one.second, words)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return rows(self.round_)

    @cached_property
    def _new(self) -> Mapping[int, tuple[CompiledRow, ...]]:
        """The new paragraphs' rows by the number of base paragraphs before them."""
        base = list(self.round_.paragraphs.items())
        found: dict[int, list[tuple[tuple[int, str, str], CompiledRow]]] = defaultdict(list)
        for one in self._live:
            if one.kind is not Deed.NEW:
                continue
            form, after, label = one.form or Form(), one.after or "", self._names[one.id]
            place = slot(self.round_, after, form.kind, form.level, form.part).before
            variant = next((each for each in reversed(VARIANTS) if label.endswith(each)), "")
            row = CompiledRow(RowKind.NEW, label, form.kind, form.level, form.part, variant, pieces=(self._put(one),))
            row = replace(
                row,
                after=after,
                placed=place_of(_before(base, place), form) != after,
                leveled=level_of(label) != form.level,
                closure=self._closure(one.id),
            )
            found[place].append(((-form.level, one.put.text, one.id), row))
        return {place: tuple(row for _, row in sorted(some, key=lambda each: each[0])) for place, some in found.items()}

    def _past(self) -> Iterator[Past]:
        for one in self.round_.of(Outcome.REJECTED, Outcome.WITHDRAWN):
            decision = self.round_.decided.get(one.id)
            outcome = self.round_.outcome(one)
            yield Past(
                self._names.get(one.id, one.label),
                one.found,
                one.put,
                one.by,
                outcome,
                decision.why if decision else "",
            )


def _before(base: list[tuple[str, DraftParagraph]], place: int) -> Iterator[tuple[str, Form, bool]]:
    """The base's paragraphs before a place, the nearest first."""
    for label, one in reversed(base[:place]):
        yield label, Form(one.kind, one.level, one.paragraph.part), one.paragraph.continued


def _stance(one: Position) -> Stance:
    return Stance(one.by, one.stand, one.found)


def _says_something(closure: Closure) -> bool:
    return bool(closure.status is not ClosureStatus.OPEN or closure.pending or closure.package or closure.reopened)


def _parts(joined: Inline) -> Iterator[Inline]:
    at = 0
    for part in joined.text.split("\n"):
        yield joined[at : at + len(part)]
        at += len(part) + 1


def _marked(pieces: Iterable[Piece], instructions: Iterable[BracketedDeed]) -> Iterator[str]:
    """The ids of the notes that are marked in these."""
    for one in pieces:
        if isinstance(one, Inline):
            yield from (mark.note for mark in one.marks)
        else:
            for option in (one.base, *one.options):
                yield from _marked(option.words, ())
    for instruction in instructions:
        yield from (mark.note for words in instruction.words for mark in words.marks)
