"""What is found in somebody's compilation text, with whose it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.model.negotiated import Closure, NotUnderstood, Position, PossibleReading
from drafter.model.proposal import Arrival, Proposal, united
from drafter.model.reading import Repair
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.oneline import understood_line
from drafter.negotiation.intake.takenin import TakenIn, Written
from drafter.negotiation.notation.values import NOBODY, Option, Stance

NO_OPTION = Option()


class Findings:
    """Takes proposals, stands and statuses, each with its place; `arrival` says whose they are, where it says so."""

    def __init__(self, base: RoundBase, arrival: Arrival) -> None:
        self._base, self._arrival = base, arrival
        self._collecting = Collecting(base, arrival)
        self._proposals: list[Proposal] = []
        self._positions: list[Position] = []
        self._closures: list[Closure] = []
        self._not_understood: list[NotUnderstood] = []
        self._repairs: list[Repair] = []

    @property
    def owned(self) -> bool:
        """Whether everything in the file is somebody's, whatever it says."""
        return bool(self._arrival.by)

    @property
    def file(self) -> str:
        return self._arrival.file

    def taken(self, aside: int) -> TakenIn:
        """Everything so far; `aside` are the lines that are no part of the text."""
        found = self._collecting.taken()
        return TakenIn(
            united((*self._proposals, *found.proposals)),
            (*self._positions, *found.positions),
            tuple(self._closures),
            (*self._not_understood, *found.not_understood),
            (*self._repairs, *found.repairs),
            aside,
        )

    def keep(self, made: Iterable[Proposal], place: str, names: tuple[str, ...], option: Option = NO_OPTION) -> None:
        """Proposals of these delegations, nobody's where there are none, with the stands of the option on each."""
        for one in made:
            self._proposals.append(replace(one, arrivals=(self._arrived(names or (NOBODY,), place),)))
            self.stand(one.id, option.stances, place)

    def stand(self, on: str, stances: Iterable[Stance], place: str) -> None:
        """Stands on a proposal or a paragraph."""
        self._positions += (
            Position(on, one.stand, one.found, (self._arrived(one.names, place),)) for one in stances if one.names
        )

    def close(self, closure: Closure) -> None:
        self._closures.append(closure)

    def ask(self, line: str, text: str, place: str, names: tuple[str, ...]) -> None:
        """An instruction in a sentence, which as it stands reads `text`."""
        written = Written(place, text, (), () if self.owned else names)
        self._collecting.take(written, understood_line(line, self._base))

    def repair(self, one: Repair) -> None:
        self._repairs.append(one)

    def leave(self, place: str, text: str, why: str, readings: tuple[PossibleReading, ...] = ()) -> None:
        """Words that are not understood."""
        self._not_understood.append(NotUnderstood(self.file, place, text.strip(), why, readings))

    def _arrived(self, names: tuple[str, ...], place: str) -> Arrival:
        return replace(self._arrival, by=self._arrival.by or tuple(sorted(set(names))), place=place)
