"""The next round: what was decided is in its base, and all that is pending stands on the new words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafter.edit.rebasing import fingerprint
from drafter.model.draft import Draft, printed
from drafter.model.negotiated import Closure, Position
from drafter.model.proposal import TITLE, Deed, Outcome, Proposal
from drafter.negotiation import texts
from drafter.negotiation.labels import rows
from drafter.negotiation.revising.bases import next_stage, of_others, own_next
from drafter.negotiation.revising.landing import landed
from drafter.negotiation.revising.succession import Succession
from drafter.negotiation.revising.values import Aftermath, Fallen, Landing, Revision
from drafter.negotiation.values import Round, opened


def revised(round_: Round, stage: str = "", onto: Draft | None = None) -> Revision:
    """The next version of a round: on its decided text, or on a base that others issued (`onto`).

    Without a `stage` it is the next Rev. Every proposal has one landing; those that were rejected or withdrawn, and
    those whose words are in the new base, stay behind.
    """
    stage = stage or next_stage(round_.stage)
    text, pairs = own_next(round_, stage) if onto is None else of_others(round_, onto)
    base = replace(opened(text, stage), parties=round_.parties)
    if onto is None:
        base = replace(base, follows=base_fingerprint(round_))
    way = Succession(round_, base, pairs)
    taken = {one.id for one in texts.accepted(round_)} if onto is None else set()
    landings = tuple(_landing(way, one, one.id in taken) for one in round_.proposals)
    made = base.having(proposals=[again for one in landings for again in one.now])
    positions, unsaid = _positions(way, landings)
    closures, reopened = _closures(way, landings, made)
    reasons = tuple(_reasons(way))
    if reasons:
        changed = {one.label for one in reasons}
        kept = (replace(one, reason="") if label in changed else one for label, one in made.paragraphs.items())
        made = replace(made, text=replace(made.text, paragraphs=tuple(kept)))
    return Revision(
        made.having(positions=positions, closures=closures), landings, pairs, (*reopened, *unsaid, *reasons)
    )


def base_fingerprint(round_: Round) -> str:
    """Tells the base of one round from another's."""
    return fingerprint(printed(round_.text))


def _landing(way: Succession, one: Proposal, is_in: bool) -> Landing:
    outcome = way.old.outcome(one)
    label = _label(way, one)
    if is_in:
        return Landing(one, Aftermath.IN, label)
    if outcome is Outcome.WITHDRAWN:
        return Landing(one, Aftermath.WITHDRAWN, label)
    if outcome is Outcome.REJECTED:
        return Landing(one, Aftermath.REJECTED, label, way.old.decided[one.id].why)
    found = landed(way, one)
    if outcome is Outcome.ACCEPTED and found.now:
        why = "it was accepted, and the new base does not have all of it"
        return replace(found, why=f"{why}; {found.why}" if found.why else why)
    return found


def _label(way: Succession, one: Proposal) -> str:
    """The new base's label of the paragraph that a proposal is about."""
    if one.kind is Deed.NEW:
        text = [label for label, own in way.new.paragraphs.items() if own.id == one.id]
        return text[0] if text else next(iter(_after(way, one.after or "")), "")
    return one.label if one.label == TITLE else next(iter(way.to[one.label]), "")


def _after(way: Succession, label: str) -> tuple[str, ...]:
    return way.to[label][-1:] if label else ()


def _positions(way: Succession, landings: tuple[Landing, ...]) -> tuple[list[Position], tuple[Fallen, ...]]:
    """What was said, on what stands as it stood; the rest with why it does not go along."""
    by_id = {one.proposal.id: one for one in landings}
    kept: list[Position] = []
    fallen: list[Fallen] = []
    for one in way.old.positions:
        found = by_id.get(one.on)
        if found is not None and found.aftermath is Aftermath.CARRIED:
            kept += [replace(one, on=again.id) for again in found.now[:1]]
        elif found is None and way.same(one.on):
            kept.append(replace(one, on=way.strand(one.on).news[0]))
        else:
            what = f"{', '.join(one.by)}: {one.stand.value} {one.on}" + (f" “{one.found}”" if one.found else "")
            label = found.label if found is not None else next(iter(_news(way, one.on)), "")
            why = _told(found) if found is not None else _became(way, one.on)
            fallen.append(Fallen(label, what, why))
    return kept, tuple(fallen)


def _closures(way: Succession, landings: tuple[Landing, ...], new: Round) -> tuple[list[Closure], tuple[Fallen, ...]]:
    """How far paragraphs are, where they read as they did; the others are open, with why."""
    still = {one.row for one in new.proposals}
    brought = {one.proposal.id: one for one in landings if one.proposal.kind is Deed.NEW}
    called = rows(way.old)
    kept: list[Closure] = []
    fallen: list[Fallen] = []
    for one in way.old.closures:
        news = _brought(brought[one.label]) if one.label in brought else _news(way, one.label)
        if not (news if one.label in brought else way.same(one.label)):
            why = _told(brought[one.label]) if one.label in brought else _became(way, one.label)
            fallen.append(
                Fallen(next(iter(news), ""), f"{called.get(one.label, one.label)} was {one.status.told}", why)
            )
            continue
        beside = (_brought(brought[old]) if old in brought else _news(way, old)[:1] for old in one.package)
        package = tuple(label for labels in beside for label in labels)
        kept.append(replace(one, label=news[0], package=package, reopened=one.reopened and news[0] in still))
    return kept, tuple(fallen)


def _brought(one: Landing) -> tuple[str, ...]:
    """Where a new paragraph is on the next base: its label there, or the proposal that is still open."""
    if one.aftermath is Aftermath.IN:
        return (one.label,)
    return tuple(again.row for again in one.now[:1]) if one.aftermath is Aftermath.CARRIED else ()


def _reasons(way: Succession) -> Iterator[Fallen]:
    """The reasons of paragraphs that read otherwise now."""
    for label, one in way.new.paragraphs.items():
        olds = way.back[label]
        if one.reason and olds and not way.same(olds[0]):
            yield Fallen(label, f"the reason given for {olds[0]}: {one.reason}", _became(way, olds[0]))


def _news(way: Succession, label: str) -> tuple[str, ...]:
    return (TITLE,) if label == TITLE else way.to[label]


def _became(way: Succession, label: str) -> str:
    strand = way.strand(label)
    if not strand.news:
        return f"{label} was deleted"
    if len(strand.news) > 1:
        return f"{label} was split"
    return f"{label} was merged with another" if len(strand.olds) > 1 else f"the words of {label} were changed"


_TOLD: Mapping[Aftermath, str] = {
    Aftermath.IN: "the proposal is in the new base",
    Aftermath.PARTLY: "the proposal is partly in the new base",
    Aftermath.AGAINST: "the proposal stands on other words now",
    Aftermath.GONE: "its place was deleted",
    Aftermath.REJECTED: "the proposal was rejected",
    Aftermath.WITHDRAWN: "the proposal was withdrawn",
}


def _told(found: Landing) -> str:
    return _TOLD.get(found.aftermath, "")
