"""Files taken into a round: what each gave, and the one step by which the round has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.negotiated import Position
from drafter.model.proposal import Arrival, united
from drafter.negotiation import decide, edits, limits
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.intake.carriers import taken
from drafter.negotiation.intake.kinds import Carrier
from drafter.negotiation.intake.owners import OwnerlessError, owners
from drafter.negotiation.intake.packages import with_packages
from drafter.negotiation.intake.slips import SlipLeft, slips_left
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.labels import rows
from drafter.negotiation.replacing import taken_back, unsaid
from drafter.negotiation.revising.late import brought_over
from drafter.negotiation.revising.values import Landing
from drafter.negotiation.values import Round
from drafter.rules.parties import told


@dataclass(frozen=True)
class Arrived:
    """What files gave.

    edit     takes it into the round; None where there is nothing
    found    by file what it was taken as, and what it gave
    refused  why files could not be taken in
    told     by file what a person should know of it
    slips    what the words leave to be mended where they are taken literally
    landings what became of proposals on an earlier base
    """

    edit: RoundEdit | None
    found: Mapping[Path, tuple[Carrier, TakenIn]]
    refused: tuple[DrafterError, ...] = ()
    told: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    slips: tuple[SlipLeft, ...] = ()
    landings: tuple[Landing, ...] = ()

    @property
    def ownerless(self) -> tuple[Path, ...]:
        """The files that were refused since they do not say whose they are."""
        return tuple(Path(str(one.file)) for one in self.refused if isinstance(one, OwnerlessError))

    def without(self, round_: Round, left_out: Collection[str | Position]) -> RoundEdit | None:
        """The edit without these proposals, by their ids, and positions; None where nothing else is there."""
        if self.edit is None or not left_out:
            return self.edit
        taken_in = [one for one in self.edit.taken if one.id not in left_out]
        positions = [one for one in self.edit.positions if one not in left_out and one.on not in left_out]
        closures = [one for _, given in self.found.values() for one in given.closures]
        made = decide.take(round_, taken_in, positions, closures=closures)
        made = replace(made, name=self.edit.name, taken_back=self.edit.taken_back, unsaid=self.edit.unsaid)
        return made if edits.apply(round_, made) != round_ else None


@dataclass(frozen=True)
class Sender:
    """Who sent files (`names` override whatever they say), on which day (ISO 8601) where they do not tell, whether what
    they do not repeat is withdrawn, and the earlier round that they were made against (`base`).

    `each`, `bases` and `kinds` say of single files, by their paths, whose they are, their earlier round, what they are.
    """

    names: tuple[str, ...] = ()
    day: str = ""
    replaces: bool = False
    base: Round | None = None
    each: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    bases: Mapping[Path, Round] = field(default_factory=dict)
    kinds: Mapping[Path, Carrier] = field(default_factory=dict)

    def whose(self, file: Path) -> tuple[str, ...]:
        return self.each.get(file, self.names)


def take_in(round_: Round, files: Iterable[Path], sender: Sender = Sender(), carrier: Carrier | None = None) -> Arrived:
    """What these files propose, say and close in the round; one that cannot be read hinders none of the others.

    Raises DrafterError where the round would hold more than it may.
    """
    found: dict[Path, tuple[Carrier, TakenIn]] = {}
    said: dict[Path, tuple[str, ...]] = {}
    refused: list[DrafterError] = []
    landings: list[Landing] = []
    for file in files:
        try:
            before = sender.bases.get(file, sender.base)
            arrival = Arrival(sender.whose(file), file.name, day=sender.day)
            kind, given = taken(before or round_, file, arrival, sender.kinds.get(file, carrier))
            given = with_packages(before or round_, given, file.name)
            _check(given, file, sender)
        except DrafterError as error:
            refused.append(error)
        else:
            left: tuple[str, ...] = ()
            if before is not None:
                given, came, left = brought_over(before, round_, given)
                landings += came
            found[file] = kind, given
            lost = (f"{one}: does not go along, as what it is about reads otherwise now" for one in left)
            said[file] = (*lost, *_told(round_, given), *told(round_.names, owners(given)))
    edit = _edit(round_, [given for _, given in found.values()], sender, ", ".join(file.name for file in found))
    if edit is not None:
        limits.check(edits.apply(round_, edit))
    taken_words = united(one for _, given in found.values() for one in given.proposals)
    return Arrived(edit, found, tuple(refused), said, slips_left(round_, taken_words), tuple(landings))


def _edit(round_: Round, given: list[TakenIn], sender: Sender, files: str) -> RoundEdit | None:
    proposals = [one for each in given for one in each.proposals]
    positions = [one for each in given for one in each.positions]
    closures = [one for each in given for one in each.closures]
    made = decide.take(round_, proposals, positions, f"in {files}", closures)
    if sender.replaces and given:
        whose = {*sender.names, *(name for names in sender.each.values() for name in names)}
        whose |= {name for one in proposals for name in one.by}
        whose |= {name for one in positions for name in one.by}
        made = replace(made, taken_back=taken_back(round_, whose, proposals), unsaid=unsaid(round_, whose, positions))
    return made if edits.apply(round_, made) != round_ else None


def _check(given: TakenIn, file: Path, sender: Sender) -> None:
    if not all([*(one.by for one in given.proposals), *(one.by for one in given.positions)]):
        raise OwnerlessError("the file does not say whose proposals these are", file=file, remedy="add --from NAME")
    if sender.replaces and given.not_understood and not given.proposals and not given.positions:
        raise DrafterError(
            "nothing in this file is understood, so it replaces nothing", file=file, remedy="take it without --replaces"
        )


def _told(round_: Round, given: TakenIn) -> Iterable[str]:
    """Where a file says less of a paragraph than the round knows, or touches one that is closed."""
    names = rows(round_.having(proposals=(*round_.proposals, *given.proposals)))
    for one in given.closures:
        known = round_.closed.get(one.label)
        if known is not None and decide.take(round_, (), closures=(one,)).closures == () and known.status != one.status:
            yield f"{names.get(one.label, one.label)} stays {known.status.told}: this file has it as {one.status.told}"
    for closure in decide.take(round_, given.proposals, closures=given.closures).closures:
        if closure.reopened:
            called = names.get(closure.label, closure.label)
            yield f"{called} is {closure.status.told} and has open proposals: it is marked as reopened"
