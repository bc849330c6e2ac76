"""What people decide and say in a round, each as an edit of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Conflict, Decision, Position, Stand
from drafter.model.numbering import same_label
from drafter.model.proposal import Arrival, Deed, Outcome, Proposal
from drafter.negotiation import bridging
from drafter.negotiation.closing import CLOSED, closed_by
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.labels import rows, told
from drafter.negotiation.merge import MergedRound, merge, rivals
from drafter.negotiation.values import Round

CHAIR = "Chair"


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why something was decided, by whom, and when (ISO 8601)."""

    why: str = ""
    by: str = ""
    at: str = ""


def proposal(round_: Round, name: str) -> Proposal:
    """The proposal of that id, or of a new paragraph by what the room calls it; DrafterError where there is none."""
    found = round_.by_id.get(name) or _new(round_, name)
    if found is None:
        raise DrafterError(f"the round has no proposal {name}", remedy="drafter round show ROUND lists them")
    return found


def _new(round_: Round, name: str) -> Proposal | None:
    called = (id for id, label in rows(round_).items() if id in round_.by_id and same_label(label, name))
    return next((round_.by_id[id] for id in called), None)


def conflict(round_: Round, name: str) -> Conflict:
    """The conflict of that id; DrafterError where there is none."""
    found = next((one for one in merge(round_).conflicts if one.id == name), None)
    if found is None:
        raise DrafterError(f"the round has no conflict {name}", remedy="drafter round show ROUND lists them")
    return found


def label(round_: Round, typed: str) -> str:
    """The base's label as a person types it; DrafterError where there is none."""
    found = next((one for one in round_.places if same_label(one, typed)), None)
    if found is None:
        raise DrafterError(f"the base has no paragraph {typed}", remedy="drafter show lists the labels")
    return found


def row(round_: Round, typed: str) -> str:
    """A paragraph as a person types it: the base's label, or the id of the proposal of a new one by what the room calls
    it; DrafterError where there is none."""
    called = rows(round_)
    found = next(
        (one for one in (*round_.places, *called) if typed == one or same_label(called.get(one, one), typed)), ""
    )
    if not found:
        raise DrafterError(f"the round has no paragraph {typed}", remedy="drafter round show lists the labels")
    return found


def accept(round_: Round, names: Iterable[str], signed: Ruling = Ruling()) -> RoundEdit:
    """These proposals, and none of those that cannot stand beside them."""
    chosen = [proposal(round_, name) for name in dict.fromkeys(names)]
    for one in chosen:
        if round_.outcome(one) is Outcome.WITHDRAWN:
            raise DrafterError(f"{one.id} was withdrawn", remedy="reopen it first: --reopen")
    if MergedRound(round_, tuple(chosen)).colliding:
        raise DrafterError("these proposals cannot stand together", remedy="accept one of them")
    made: dict[str, Decision] = {}
    for one in chosen:
        made |= {other.id: _decision(other.id, Outcome.REJECTED, one.id, signed) for other in rivals(round_, [one])}
    made |= {one.id: _decision(one.id, Outcome.ACCEPTED, one.id, signed) for one in chosen}
    return RoundEdit(f"accept {_told(chosen)}", decisions=tuple(made.values()))


def turn_down(round_: Round, names: Iterable[str], outcome: Outcome, signed: Ruling = Ruling()) -> RoundEdit:
    """These proposals rejected or withdrawn."""
    chosen = [proposal(round_, name) for name in dict.fromkeys(names)]
    verb = "withdraw" if outcome is Outcome.WITHDRAWN else "reject"
    return RoundEdit(
        f"{verb} {_told(chosen)}", decisions=tuple(_decision(one.id, outcome, "", signed) for one in chosen)
    )


def reopen(round_: Round, names: Iterable[str]) -> RoundEdit:
    """These proposals, or what was decided on these conflicts, open again, with what fell by them."""
    out: dict[str, None] = {}
    for typed in names:
        name = new.id if (new := _new(round_, typed)) is not None else typed
        own = round_.decided.get(name)
        cause = own.cause if own is not None and own.outcome is Outcome.ACCEPTED else name
        found = [one.on for one in round_.decisions if one.on == name or (cause and one.cause == cause)]
        if not found:
            raise DrafterError(f"nothing was decided on {name}", remedy="drafter round show ROUND lists what was")
        out |= dict.fromkeys(found)
    back = [one for name in out if (one := round_.by_id.get(name)) is not None]
    return RoundEdit(f"reopen {_told(back)}", reopened=tuple(out))


def choose(round_: Round, name: str, number: int, signed: Ruling = Ruling()) -> RoundEdit:
    """One of a conflict's readings, counted from 1; the first is the base's, by which all fall."""
    found = conflict(round_, name)
    if not 1 <= number <= len(found.readings):
        raise DrafterError(f"{name} has no reading {number}", remedy=f"choose 1 to {len(found.readings)}")
    reading = found.readings[number - 1]
    chosen = [round_.by_id[one] for one in reading.proposals]
    if MergedRound(round_, tuple(chosen)).colliding:
        chosen = [round_.by_id[one] for one in reading.ways[0]]
    fall = found.proposals if number == 1 else tuple(one.id for one in rivals(round_, chosen))
    decisions = {one: _decision(one, Outcome.REJECTED, name, signed) for one in fall}
    decisions |= {one.id: _decision(one.id, Outcome.ACCEPTED, name, signed) for one in chosen}
    return RoundEdit(f"choose reading {number} at {found.labels[0]}", decisions=tuple(decisions.values()))


def bridge(round_: Round, name: str, text: Inline, signed: Ruling = Ruling()) -> RoundEdit:
    """Words of the Chair in place of all that a conflict is about, or of the new paragraph of that proposal, accepted;
    whatever cannot stand beside them falls.

    Over several paragraphs `text` has a line for each.
    """
    came = Arrival((CHAIR,), day=signed.at[:10], why=signed.why)
    new = round_.by_id.get(name) or _new(round_, name)
    about: tuple[str, ...]
    own: tuple[Proposal, ...]
    if new is not None and new.kind is Deed.NEW:
        where, about, name = rows(round_)[new.id], (new.id,), new.id
        own = (replace(bridging.instead(round_, new, text), arrivals=(came,)),)
        if own[0].id == name:
            raise DrafterError("these are the words proposed", remedy="accept them")
    else:
        found = conflict(round_, name)
        where, about = found.labels[0], found.proposals
        own = tuple(replace(one, arrivals=(came,)) for one in bridging.proposals(round_, found, text))
    if not own:
        raise DrafterError("these are the base’s words", remedy="choose reading 1")
    beside = rivals(round_.having(proposals=(*round_.proposals, *own)), own)
    fall = {*about, *(one.id for one in beside)} - {one.id for one in own}
    decisions = {one: _decision(one, Outcome.REJECTED, name, signed) for one in sorted(fall)}
    decisions |= {one.id: _decision(one.id, Outcome.ACCEPTED, name, signed) for one in own}
    return RoundEdit(f"the Chair’s words at {where}", taken=own, decisions=tuple(decisions.values()))


def take(
    round_: Round,
    proposals: Sequence[Proposal],
    positions: Sequence[Position] = (),
    file: str = "",
    closures: Iterable[Closure] = (),
) -> RoundEdit:
    """What arrived; a paragraph that was closed and that a new proposal touches is opened again."""
    return RoundEdit(
        f"take {file}".strip(),
        taken=tuple(proposals),
        positions=tuple(positions),
        closures=closed_by(round_, closures, proposals),
    )


def agree(
    round_: Round,
    labels: Iterable[str],
    status: ClosureStatus,
    pending: Iterable[str] = (),
    package: Iterable[str] | None = None,
) -> RoundEdit:
    """How far these paragraphs are; one that still has open proposals is marked as reopened. Without a `package` they
    stay in that which they have."""
    given = {row(round_, one) for one in labels}
    beside = None if package is None else {row(round_, one) for one in package}
    still = {one.row for one in round_.of(Outcome.OPEN)}
    made = tuple(
        Closure(
            one,
            status,
            tuple(sorted(set(pending))),
            tuple(sorted(_together(round_, one, beside) - {one}, key=round_.order)),
            status in CLOSED and one in still,
        )
        for one in sorted(given, key=round_.order)
    )
    names = rows(round_)
    return RoundEdit(f"{', '.join(told(one, names).label for one in made)}: {status.told}", closures=made)


def _together(round_: Round, one: str, package: set[str] | None) -> set[str]:
    known = round_.closed.get(one)
    return package if package is not None else set(known.package) if known is not None else set()


def package(round_: Round, labels: Iterable[str]) -> RoundEdit:
    """These paragraphs as one package, each with all others; one alone belongs to none any more. Statuses stay."""
    together = {row(round_, one) for one in labels}
    touched = together | {one.label for one in round_.closures if together.intersection(one.package)}
    made = []
    for name in sorted(touched, key=round_.order):
        before = round_.closed.get(name) or Closure(name)
        others = together - {name} if name in together else set(before.package) - together
        made.append(replace(before, package=tuple(sorted(others, key=round_.order))))
    names = rows(round_)
    listed = ", ".join(names.get(one, one) for one in sorted(together, key=round_.order))
    said = f"package of {listed}" if len(together) > 1 else f"{listed} in no package"
    return RoundEdit(said, closures=tuple(one for one in made if one != round_.closed.get(one.label)))


def position(round_: Round, on: str, names: Iterable[str], stand: Stand, day: str = "") -> RoundEdit:
    """A stand on a proposal or a paragraph, without words of its own."""
    place = on if on in round_.by_id else row(round_, on)
    by = tuple(sorted(set(names)))
    found = Position(place, stand, arrivals=(Arrival(by, day=day),))
    return RoundEdit(f"{', '.join(by)}: {stand.value} {rows(round_).get(place, place)}", positions=(found,))


def _decision(on: str, outcome: Outcome, cause: str, signed: Ruling) -> Decision:
    return Decision(on, outcome, cause, signed.why, signed.by, signed.at)


def _told(chosen: Sequence[Proposal]) -> str:
    if len(chosen) != 1:
        return f"{len(chosen)} proposals"
    [one] = chosen
    where = f"after {one.after}" if one.kind is Deed.NEW and one.after else one.place or "a new paragraph"
    return f"{', '.join(one.by)} at {where}"
