"""A compilation text of our own writing, as the proposals, stands and statuses that it was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, NotUnderstood, Position, Stand
from drafter.model.proposal import TITLE, Arrival, Deed, Form, Proposal, united
from drafter.negotiation import proposing
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.compiled.noting import Noted
from drafter.negotiation.intake.compiled.rows import Called, PrintedRow, PrintedText, called
from drafter.negotiation.intake.difference import ALIKE
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.notation.decoding import decoded, is_wide
from drafter.negotiation.notation.newrows import place_of
from drafter.negotiation.notation.ownrow import own_row
from drafter.negotiation.notation.readrow import ReadRow
from drafter.negotiation.notation.spacing import Choice, choices, released, together
from drafter.negotiation.notation.values import NOBODY, Bracket, BracketedDeed, Dialect, Option, Piece, RowKind, Stance


def from_own(base: RoundBase, text: PrintedText, arrival: Arrival) -> TakenIn:
    """What a compilation text of ours holds. Raises DrafterError where brackets are nested too deep."""
    return _Own(base, text, arrival).taken()


class _Own:
    def __init__(self, base: RoundBase, text: PrintedText, arrival: Arrival) -> None:
        self._base, self._text, self._arrival = base, text, arrival
        self._notes = Noted.of(base, text.notes)
        self._proposals: list[Proposal] = []
        self._positions: list[Position] = []
        self._closures: list[Closure] = []
        self._not_understood: list[NotUnderstood] = []
        self._brought: dict[str, str] = {}  # the new paragraphs' proposals by the labels of their rows
        self._found = 0
        self._last = ""  # the last of the base's labels that was read

    def taken(self) -> TakenIn:
        """Everything in it. Raises DrafterError where it is of another text."""
        known = self._base.paragraphs
        for row in self._text.rows:
            told = called(row.label, known)
            if told is None:
                self._leave(row, f"there is no {row.label} in the base" if row.label else "it bears no label")
                continue
            read = own_row(self._notes.named(row.words), told.label, self._text.dialect or Dialect.DASH)
            if read.alone:
                self._leave(row, "a bracket in it has no partner")
            if told.kind in (RowKind.TITLE, RowKind.BASE):
                self._last = told.label
                self._based(row, told.label, read)
            else:
                self._whole(row, told, read)
        if self._found < ALIKE * len(known):
            raise DrafterError(
                f"this compilation is of {self._text.symbol or 'another text'}, and hardly a paragraph is the base's",
                file=self._arrival.file,
                remedy="take it into a round on that text",
            )
        return TakenIn(
            united(map(self._notes.with_notes, self._proposals)),
            tuple(self._positions),
            tuple(self._packaged()),
            tuple(self._not_understood),
        )

    def _packaged(self) -> Iterator[Closure]:
        """The statuses, new paragraphs in their packages by the ids of their proposals."""
        for one in self._closures:
            yield replace(one, package=tuple(self._brought.get(label, label) for label in one.package))

    def _based(self, row: PrintedRow, label: str, read: ReadRow) -> None:
        base = self._base.inline(label)
        if released(together(read.pieces, {})) != base:
            self._leave(row, f"the words outside the brackets are not those of {label} in the base")
            return
        self._found += label != TITLE
        for choice, chain in _chosen(read.pieces):
            bracket, option = chain[-1]
            if option is bracket.base:
                found = released(together(option.words, {})).text.strip()
                self._stand(label, (replace(one, found=found) for one in option.stances), row)
                continue
            text = released(together(read.pieces, choice))
            self._propose(self._changed(label, base, text, read.pieces, chain), chain, row)
        for one in read.instructions:
            made = self._deed(label, base, one)
            self._propose((made,) if made else (), [(Bracket(Option(), ()), one.option)], row)
        self._stand(label, read.stances, row)
        self._close(label, read)

    def _close(self, on: str, read: ReadRow) -> None:
        if told := read.status:
            self._closures.append(Closure(on, told.status, told.pending, told.package, told.reopened))

    def _changed(
        self, label: str, base: Inline, text: Inline, pieces: Sequence[Piece], chain: Sequence[tuple[Bracket, Option]]
    ) -> tuple[Proposal, ...]:
        bracket, option = chain[-1]
        if not option.words and len(chain) == 1 and len(pieces) == 1 and label != TITLE:
            return (proposing.deleted(label, base),)
        inside = any(outer.options and outer_option is not outer.base for outer, outer_option in chain[:-1])
        words = released(together(bracket.base.words, {}))
        return decoded(label, base, text, wide=not inside and is_wide(base, words))

    def _deed(self, label: str, base: Inline, one: BracketedDeed) -> Proposal | None:
        if one.deed is Deed.MOVE:
            return proposing.moved(label, one.after)
        if one.deed is Deed.SPLIT:
            return proposing.split(label, base, one.words)
        if one.second not in self._base.paragraphs:
            return None
        return proposing.merged(label, base, one.second, self._base.inline(one.second), one.words[0])

    def _whole(self, row: PrintedRow, told: Called, read: ReadRow) -> None:
        """A rewrite, or a new paragraph."""
        for choice, chain in _chosen(read.pieces):
            bracket, option = chain[-1]
            if option is bracket.base:
                continue
            text = released(together(read.pieces, choice))
            if told.kind is RowKind.ALT:
                made = proposing.reworded(told.label, self._base.inline(told.label), text, alt=True)
            else:
                form = Form(told.heading, told.level if read.level is None else read.level, told.part)
                after = place_of(self._before(), form) if read.after is None else read.after
                made = (proposing.added(after, text, form),)
                self._brought.setdefault(told.label or row.label, made[0].id)
                self._close(made[0].id, read)
            self._propose(made, chain, row)

    def _before(self) -> Iterator[tuple[str, Form, bool]]:
        """The base's paragraphs that were read so far, the nearest first."""
        listed = list(self._base.paragraphs.items())
        end = next((place for place, (label, _) in enumerate(listed, 1) if label == self._last), 0)
        for label, one in reversed(listed[:end]):
            yield label, Form(one.kind, one.level, one.part), one.continued

    def _propose(self, made: Sequence[Proposal], chain: Sequence[tuple[Bracket, Option]], row: PrintedRow) -> None:
        names = next((option.names for _, option in reversed(chain) if option.names), (NOBODY,))
        arrival = self._arrived(names, row)
        self._proposals += (replace(one, arrivals=(arrival,)) for one in made)
        for one in made:
            self._stand(one.id, chain[-1][1].stances, row)

    def _stand(self, on: str, stances: Iterable[Stance], row: PrintedRow) -> None:
        for one in stances:
            self._positions.append(Position(on, Stand(one.stand), one.found, (self._arrived(one.names, row),)))

    def _arrived(self, names: tuple[str, ...], row: PrintedRow) -> Arrival:
        return replace(self._arrival, by=self._arrival.by or names, place=row.place)

    def _leave(self, row: PrintedRow, why: str) -> None:
        self._not_understood.append(NotUnderstood(self._arrival.file, row.place, row.words.text, why))


def _chosen(pieces: Sequence[Piece]) -> Iterator[tuple[Choice, list[tuple[Bracket, Option]]]]:
    """Each reading of each bracket, with the readings that it stands in before it."""
    for choice in choices(pieces):
        chain: list[tuple[Bracket, Option]] = []
        within = pieces
        for path, number in sorted(choice.items(), key=lambda one: len(one[0])):
            bracket = within[path[-1]]
            assert isinstance(bracket, Bracket)
            option = (bracket.base, *bracket.options)[number]
            chain.append((bracket, option))
            within = option.words
        yield choice, chain
