"""What arrived in a round, as entries of two lists: what was understood, and what was not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from textual.content import Content

from drafter.errors import DrafterError, UnreadableError
from drafter.model.negotiated import NotUnderstood, Position
from drafter.model.proposal import TITLE, Deed, Proposal
from drafter.negotiation.intake.owners import owners
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.revising.values import Aftermath, Landing
from drafter.tui.shown.plain import shown
from drafter.tui.shown.round_panes import does
from drafter.tui.state.incoming import Incoming, PutRight

_MUTED = "$foreground 62%"
_MOST = 300
"""Characters of a line that its entry quotes."""

_LANDED = {
    Aftermath.IN: "its words are in this version already",
    Aftermath.PARTLY: "some of its words are in this version",
    Aftermath.CARRIED: "carried on as it was",
    Aftermath.AGAINST: "against what stands there now",
    Aftermath.GONE: "its place is gone",
}


_KEYS = (
    (r"add --as (\w+)", r"k, \1,"),
    ("leave out --as", "k, as its content tells"),
    ("without --replaces", "without R"),
)
"""The keys for options that a remedy names."""


@dataclass(frozen=True)
class IncomingEntry:
    """An entry on a file, None where it is on none alone, and its place there; `leaves` names what can be left out."""

    body: Content
    file: Path | None = None
    leaves: str | Position | None = None
    proposal: Proposal | None = None
    line: NotUnderstood | None = None
    landing: Landing | None = None
    label: str = ""
    place: str = ""
    by: tuple[str, ...] = ()


def understood(
    incoming: Incoming, left_out: Collection[str | Position], righted: Sequence[PutRight]
) -> tuple[IncomingEntry, ...]:
    """By file the proposals, positions and statuses in order of place, then what was read otherwise than written."""
    made: list[IncomingEntry] = []
    for file, (kind, given) in incoming.arrived.found.items():
        made.append(IncomingEntry(_head(incoming, file, kind.value, given), file))
        places = incoming.round_.places
        some = sorted(given.proposals, key=lambda one: (places.get(one.place, 0), one.start))
        made += (_righted(incoming, _proposal(incoming, file, one, out=one.id in left_out), righted) for one in some)
        made += (_lost(one, file) for one in incoming.arrived.landings if not one.now and _of(one, file))
        made += (_righted(incoming, _position(incoming, file, one, left_out), righted) for one in given.positions)
        for closure in given.closures:
            holds = f" · {', '.join(closure.pending)} hold out" if closure.pending else ""
            body = Content.assemble((f"✓ {closure.label}  ", "bold"), closure.status.told, (shown(holds), _MUTED))
            made.append(IncomingEntry(body, file, label=closure.label))
        for repair in given.repairs:
            told = f"{repair.found or '(nothing)'} was read as {repair.read_as or '(nothing)'}: {repair.why}"
            body = Content.assemble((f"! {shown(repair.where)}  ", "bold $text-warning"), shown(told))
            made.append(IncomingEntry(body, file, label=repair.where))
    return (*made, *_beside(incoming))


def not_understood(incoming: Incoming, righted: Sequence[PutRight]) -> tuple[IncomingEntry, ...]:
    """The files that were not taken in, then each line that was not understood."""
    made = []
    for file, error in incoming.refused.items():
        remedy = "w says whose they are" if incoming.ownerless(file) else _by_key(error)
        place = f", {error.place}" if error.place else ""
        head = (f"✗ {shown(file.name)}{shown(place)}", "bold $text-error")
        pieces = [(f"\n{shown(remedy)}", _MUTED), *_outdated(incoming, file)]
        body = Content.assemble(head, f"\n{shown(error.problem)}", *pieces)
        made.append(IncomingEntry(body, file))
    for file, (_, given) in incoming.arrived.found.items():
        lines = given.not_understood
        made += (IncomingEntry(_line(incoming, file, line, righted), file, line=line) for line in lines)
    return tuple(made)


def _by_key(error: DrafterError) -> str:
    """The remedy with keys in place of the command line's options, and what else may help with a text that is read."""
    remedy = error.remedy or ""
    for option, key in _KEYS:
        remedy = re.sub(option, key, remedy)
    version = "" if isinstance(error, UnreadableError) else "b says which version it was made against"
    return "; ".join(filter(None, (remedy, version)))


def counted(count: int, what: str) -> str:
    """ "1 proposal", "2 proposals"."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def _head(incoming: Incoming, file: Path, kind: str, given: TakenIn) -> Content:
    told = [kind, ", ".join(owners(given)) if not incoming.whose(file) else ", ".join(incoming.whose(file))]
    told += [counted(len(given.proposals), "proposal")]
    told += [counted(len(given.positions), "position")] if given.positions else []
    told += [f"{counted(given.aside, 'line')} set aside"] if given.aside else []
    base = incoming.sender.bases.get(file)
    told += [f"made against {base.stage or 'an earlier version'}"] if base is not None else []
    pieces = [(shown(file.name), "bold $primary"), (f" · {shown(' · '.join(filter(None, told)))}", _MUTED)]
    pieces += [(f"\n! {shown(one)}", "$text-warning") for one in incoming.arrived.told.get(file, ())]
    return Content.assemble(*pieces, *_outdated(incoming, file))


def _outdated(incoming: Incoming, file: Path) -> Iterator[tuple[str, str]]:
    """That a file may be made against the version before."""
    if file in incoming.outdated:
        stage, more = incoming.outdated[file]
        told = f"a guess: made against {stage}, on which {counted(more, 'thing')} more can be understood; b takes it so"
        yield f"\n? {shown(told)}", "$text-warning"


def _proposal(incoming: Incoming, file: Path, one: Proposal, *, out: bool) -> IncomingEntry:
    after, landing = incoming.after, incoming.landed.get(one.id)
    sign, style = ("✗", "$foreground 45%") if out else ("▸", "bold")
    where = after.names.get(one.id, "") if one.kind is Deed.NEW else "title" if one.label == TITLE else one.place
    came = [each for each in one.arrivals if each.file == file.name] or list(one.arrivals)
    places = ", ".join(dict.fromkeys(each.place for each in came if each.place))
    head = f" · {shown(places)}" if places else ""
    pieces: list[tuple[str, str] | Content | str] = [
        (f"{sign} {shown(where)}  {', '.join(map(shown, one.by))}", style),
        (f"{head}{' · left out' if out else ''}\n", _MUTED),
    ]
    pieces.append(does(after, one))
    if landing is not None:
        told = f"{_LANDED[landing.aftermath]}{f': {landing.why}' if landing.why else ''}"
        style = _MUTED if landing.aftermath is Aftermath.CARRIED else "$text-warning"
        pieces.append((f"\nsent to an earlier version: {shown(told)}", style))
    known = incoming.round_.by_id.get(one.id)
    if known is not None:
        told = f"{', '.join(known.by)} proposed the same" if incoming.new(one) else "in the round already"
        if incoming.new(one) and set(one.by) <= set(known.by):
            told = "proposed before, in another file"
        pieces.append((f"\n{shown(told)}", _MUTED))
    conflict = after.conflict(one)
    if conflict is not None:
        others = {name for id in conflict.proposals if id != one.id for name in after.round_.by_id[id].by}
        pieces.append((f"\ncollides with {shown(', '.join(sorted(others)))}", "$text-warning"))
    body = Content.assemble(*pieces)
    return IncomingEntry(body, file, one.id, one, landing=landing, label=one.place, place=came[0].place, by=one.by)


def _righted(incoming: Incoming, entry: IncomingEntry, righted: Sequence[PutRight]) -> IncomingEntry:
    """The entry with what was put right in its place."""
    some = [one for one in righted if one.instead is not None and one.instead == entry.leaves]
    told = [*_right(incoming, some)]
    if entry.leaves in incoming.corrected and not some:
        told.append(("\nput right by hand before", "$text-success"))
    return replace(entry, body=Content.assemble(entry.body, *told)) if told else entry


def _lost(landing: Landing, file: Path) -> IncomingEntry:
    """A proposal on an earlier version of which nothing is left to propose."""
    one = landing.proposal
    words = one.put.text or one.found.text
    told = f"{_LANDED.get(landing.aftermath, landing.aftermath.value)}{f': {landing.why}' if landing.why else ''}"
    body = Content.assemble(
        (f"– {shown(one.place or 'a new paragraph')}  {', '.join(map(shown, one.by))}", "bold $foreground 62%"),
        (f"\n{one.kind.value}: {shown(words[:_MOST])}\nsent to an earlier version: {shown(told)}", _MUTED),
    )
    return IncomingEntry(body, file, landing=landing, label=landing.label)


def _of(landing: Landing, file: Path) -> bool:
    return any(each.file == file.name for each in landing.proposal.arrivals)


def _position(incoming: Incoming, file: Path, one: Position, left_out: Collection[str | Position]) -> IncomingEntry:
    about = incoming.after.round_.by_id.get(one.on)
    label = about.place if about else one.on
    out = one in left_out or one.on in left_out
    place = ", ".join(dict.fromkeys(each.place for each in one.arrivals if each.place))
    whose = f" the proposal of {', '.join(about.by)}" if about else ""
    words = f" “{one.found}”" if one.found else ""
    body = Content.assemble(
        (
            f"{'✗' if out else '●'} {shown(label)}  {', '.join(map(shown, one.by))}",
            "$foreground 45%" if out else "bold",
        ),
        (f"{f' · {shown(place)}' if place else ''}{' · left out' if out else ''}\n", _MUTED),
        f"{one.stand.value}{shown(whose)}{shown(words)}",
    )
    return IncomingEntry(body, file, one, label=label, place=place, by=one.by)


def _beside(incoming: Incoming) -> Iterator[IncomingEntry]:
    """What the words leave to be mended, and what is withdrawn since it was not repeated."""
    for slip in incoming.arrived.slips:
        mended = f"read “{slip.put.strip()}”" if slip.put.strip() else "leave it out"
        told = f"taken word for word, it leaves “{slip.found.strip()}”: {slip.why}; to mend it, {mended}"
        head = (f"! {shown(slip.label)}  {', '.join(map(shown, slip.by))}", "bold $text-warning")
        yield IncomingEntry(Content.assemble(head, f"\n{shown(told)}"), label=slip.label)
    for gone in _gone(incoming):
        head = (f"↶ {shown(gone.place or 'the beginning')}  {', '.join(map(shown, gone.by))}", "bold $text-warning")
        yield IncomingEntry(Content.assemble(head, "\nis not repeated, and so withdrawn"), label=gone.place)


def _gone(incoming: Incoming) -> Iterable[Proposal]:
    return incoming.arrived.edit.taken_back if incoming.arrived.edit is not None else ()


def _line(incoming: Incoming, file: Path, line: NotUnderstood, righted: Sequence[PutRight]) -> Content:
    own = [one for one in righted if one.instead is None and one.puts_right(file, line.place, line.text)]
    before = incoming.known(file, line.place)
    words = line.text if len(line.text) <= _MOST else f"{line.text[:_MOST]} …"
    sign, style = ("✓", "bold") if own or before else ("?", "bold $text-warning")
    pieces: list[tuple[str, str] | Content] = [
        (f"{sign} {shown(file.name)}, {shown(line.place)}", style),
        (f"\n{shown(words)}", ""),
    ]
    if before and not own:
        pieces.append(("\nput right by hand before", "$text-success"))
    if own:
        pieces += _right(incoming, own)
    else:
        ways = f" · may be read in {counted(len(line.readings), 'way')}" if line.readings else ""
        pieces.append((f"\n{shown(line.why)}{ways}", _MUTED))
    return Content.assemble(*pieces)


def _right(incoming: Incoming, some: Iterable[PutRight]) -> Iterator[tuple[str, str] | Content]:
    """What was put right, and how."""
    for one in some:
        yield f"\nput right by hand · {shown(one.told)}", "$text-success"
        yield from (Content.assemble("\n", does(incoming.after, each)) for each in one.proposals)
