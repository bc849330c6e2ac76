"""What arrives late: made against an earlier version of a round, and taken into a later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.model.inline import Inline, NoteMark
from drafter.model.proposal import TITLE, Proposal, united
from drafter.model.resolution import Footnote
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.revising.bases import with_our_notes
from drafter.negotiation.revising.concordance import between
from drafter.negotiation.revising.landing import landed
from drafter.negotiation.revising.succession import Succession
from drafter.negotiation.revising.values import Aftermath, Landing
from drafter.negotiation.values import Round


def brought_over(old: Round, new: Round, given: TakenIn) -> tuple[TakenIn, tuple[Landing, ...], tuple[str, ...]]:
    """What a file gave on the base of `old`, on that of `new`; what became of each proposal, and what did not go along.

    Stands and statuses go along where what they are about is the same in both.
    """
    text, ours = with_our_notes(old.text, new.text)
    way = Succession(old, replace(new, text=text), between(old, new))
    theirs = {name: note for note, name in ours.items()}
    landings = tuple(_named(landed(way, one), theirs) for one in given.proposals)
    places = {one.proposal.id: one.now[0].id for one in landings if one.now and one.aftermath is Aftermath.CARRIED}
    places |= {label: way.strand(label).news[0] for label in old.places if label == TITLE or way.same(label)}
    positions = tuple(replace(one, on=places[one.on]) for one in given.positions if one.on in places)
    closures = tuple(
        replace(one, label=places[one.label], package=tuple(places[each] for each in one.package if each in places))
        for one in given.closures
        if one.label in places
    )
    left = [f"{', '.join(one.by)}: {one.stand.value} {one.on}" for one in given.positions if one.on not in places]
    left += [f"{one.label} as {one.status.told}" for one in given.closures if one.label not in places]
    moved = united(again for one in landings for again in one.now)
    return replace(given, proposals=moved, positions=positions, closures=closures), landings, tuple(left)


def _named(one: Landing, names: Mapping[str, str]) -> Landing:
    """The landing with the note ids of the later round."""
    now = tuple(
        replace(again, found=_marks(again.found, names), put=_marks(again.put, names), notes=_kept(again, names))
        for again in one.now
    )
    return replace(one, now=now)


def _kept(one: Proposal, names: Mapping[str, str]) -> tuple[Footnote, ...]:
    return tuple(note for note in one.notes if note.id not in names)


def _marks(inline: Inline, names: Mapping[str, str]) -> Inline:
    marks = tuple(NoteMark(mark.at, names.get(mark.note, mark.note)) for mark in inline.marks)
    return Inline(inline.text, inline.italics, marks)
