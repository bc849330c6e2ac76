"""What arrives in a round, as the screens see it before it is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.negotiated import NotUnderstood, Position, Stand
from drafter.model.proposal import Arrival, Proposal
from drafter.negotiation import edits
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.intake.around import Around, around
from drafter.negotiation.intake.basetext import RoundBase, base_of
from drafter.negotiation.intake.owners import OwnerlessError
from drafter.negotiation.intake.righted import arrived, proposed, put_right, said
from drafter.negotiation.intake.taking import Arrived, Sender
from drafter.negotiation.revising.values import Landing
from drafter.negotiation.values import Round
from drafter.tui.state.round_session import RoundFacts


@dataclass(frozen=True)
class PutRight:
    """What somebody said by hand, at the paragraph `at`: proposals, or a `stand` on it or on the proposal `on`.

    text     the words of the line that it puts right, "" where none is
    instead  what was understood of that line, by id, or the position; None where nothing was
    """

    arrival: Arrival
    at: str
    proposals: tuple[Proposal, ...] = ()
    stand: Stand | None = None
    on: str = ""
    text: str = ""
    instead: str | Position | None = None

    def edit(self, round_: Round) -> RoundEdit:
        """The step by which the round has it."""
        if self.stand is not None:
            return said(round_, self.on or self.at, self.stand, self.arrival)
        return proposed(round_, self.proposals, self.arrival)

    def puts_right(self, file: Path, place: str, text: str) -> bool:
        """Whether it is of that place in that file, and of those words."""
        came = self.arrival
        return (came.file, came.place, self.text) == (file.name, arrived(file.name, place, ()).place, text)

    @property
    def told(self) -> str:
        """In a few words."""
        what = f": {self.stand.value}{' a proposal' if self.on else ''}" if self.stand is not None else ""
        return f"{', '.join(self.arrival.by)} at {self.at}{what}"


@dataclass(frozen=True)
class Incoming:
    """Files as they were read for `round_`: what they gave, and the lines of each, to show a place in it.

    `outdated` are those that may be made against the version before: its name, and how much more is understood on it.
    """

    round_: Round
    files: tuple[Path, ...]
    sender: Sender
    arrived: Arrived
    lines: Mapping[Path, tuple[str, ...]]
    outdated: Mapping[Path, tuple[str, int]] = field(default_factory=dict)

    @cached_property
    def after(self) -> RoundFacts:
        """The round with all that is understood."""
        edit = self.arrived.edit
        return RoundFacts(self.round_ if edit is None else edits.apply(self.round_, edit))

    @cached_property
    def base(self) -> RoundBase:
        return base_of(self.round_)

    @cached_property
    def landed(self) -> Mapping[str, Landing]:
        """What became of a proposal on an earlier version, by the id it has now."""
        return {now.id: one for one in self.arrived.landings for now in one.now}

    @property
    def refused(self) -> Mapping[Path, DrafterError]:
        """The files that were not taken in, with why."""
        missing = (file for file in self.files if file not in self.arrived.found)
        return dict(zip(missing, self.arrived.refused, strict=True))

    @property
    def lines_left(self) -> int:
        """How many lines were not understood."""
        return sum(len(given.not_understood) for _, given in self.arrived.found.values())

    def new(self, one: Proposal) -> bool:
        """Whether the round lacks a proposal, or somebody who wants it."""
        known = self.round_.by_id.get(one.id)
        return known is None or not set(one.arrivals) <= set(known.arrivals)

    def gives(self, left_out: Collection[str | Position]) -> frozenset[str]:
        """The ids of the proposals that are new to the round, without those that are left out."""
        edit = self.arrived.edit
        taken = edit.taken if edit is not None else ()
        return frozenset(one.id for one in taken if one.id not in left_out and self.new(one))

    def ownerless(self, file: Path) -> bool:
        """Whether a file was not taken in since it does not say whose it is."""
        return isinstance(self.refused.get(file), OwnerlessError)

    def around(self, file: Path, line: NotUnderstood) -> Around | None:
        return around(self.lines.get(file, ()), line)

    def known(self, file: Path, place: str) -> bool:
        """Whether the round has a place in a file as it was put right before."""
        return (file.name, place) in self._right

    @cached_property
    def _right(self) -> Mapping[tuple[str, str], object]:
        return put_right(self.round_)

    @cached_property
    def corrected(self) -> frozenset[str | Position]:
        """What was understood of places that were put right before, by id, and such positions."""
        found: set[str | Position] = set()
        for file, (_, given) in self.arrived.found.items():
            some: list[tuple[str | Position, tuple[Arrival, ...]]]
            some = [(one.id, one.arrivals) for one in given.proposals if self.new(one)]
            some += [(one, one.arrivals) for one in given.positions]
            for name, arrivals in some:
                if any(self.known(file, came.place) for came in arrivals if came.file == file.name):
                    found.add(name)
        return frozenset(found)

    def day(self, file: Path) -> str:
        """The day that a file bears, "" where it bears none."""
        given = self.arrived.found[file][1] if file in self.arrived.found else None
        came = [each for one in given.proposals for each in one.arrivals] if given else []
        came += [each for one in given.positions for each in one.arrivals] if given else []
        return next((each.day for each in came if each.file == file.name and each.day), "")

    def whose(self, file: Path) -> tuple[str, ...]:
        """Whose a file is: as somebody said, else as it says itself where all in it are one delegation's."""
        if names := self.sender.whose(file):
            return names
        if file not in self.arrived.found:
            return ()
        _, given = self.arrived.found[file]
        found = {one.by for one in given.proposals} | {one.by for one in given.positions}
        return next(iter(found)) if len(found) == 1 else ()
