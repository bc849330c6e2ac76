"""What is proposed and said at a paragraph of a round, as entries of a pane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from drafter.align.words import word_changes
from drafter.model.inline import Inline
from drafter.model.negotiated import Alternative, Conflict
from drafter.model.proposal import Deed, Outcome, Proposal
from drafter.negotiation import in_place
from drafter.tui.shown.agreed_here import AgreedHere
from drafter.tui.shown.board_rows import OUTCOMES
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, REMOVED, Wording, redline
from drafter.tui.state.round_session import RoundFacts

if TYPE_CHECKING:
    from drafter.negotiation.agreed_words import AgreedStretch, AgreedWording

_MUTED = "$foreground 62%"
_QUOTED = 120
"""Characters of a run that a source is told with."""

_MOST = 400
"""Characters of a wording that an entry quotes."""

_STYLES = {
    Outcome.OPEN: "bold", Outcome.ACCEPTED: "bold $text-success", Outcome.REJECTED: "$foreground 45%",
    Outcome.WITHDRAWN: "$foreground 45%",
}  # fmt: skip


@dataclass(frozen=True)
class RoundEntry:
    """A proposal by its id, or a reading of the conflict `conflict`, counted from 1; a position has neither. `runs`
    stand in adopted texts, which can be opened."""

    body: Content
    proposal: str = ""
    conflict: str = ""
    reading: int = 0
    runs: tuple[AgreedStretch, ...] = ()


def proposal_entries(facts: RoundFacts, place: str, agreed: AgreedHere) -> tuple[RoundEntry, ...]:
    """The proposals at a place, those that are open first, then the readings of its conflicts."""
    order = list(Outcome)
    some = sorted(facts.proposals(place), key=lambda one: order.index(facts.round_.outcome(one)))
    made = [RoundEntry(_proposal(facts, one, agreed), one.id) for one in some]
    for conflict in facts.conflicts(place):
        made += _readings(conflict)
    return tuple(made)


def position_entries(facts: RoundFacts, place: str) -> tuple[RoundEntry, ...]:
    """Who says what of a paragraph and of the proposals at it, then who holds out and what it goes with."""
    made = []
    for one in facts.positions(place):
        about = facts.round_.by_id.get(one.on)
        what = f"\n{', '.join(about.by)}: {_in_short(about)}" if about else ""
        words = f" “{one.found}”" if one.found else ""
        head = (f"{', '.join(map(shown, one.by))}  ", "bold")
        made.append(
            RoundEntry(Content.assemble(head, f"{one.stand.value}{shown(words)}", (shown(what), _MUTED)), one.on)
        )
    closure = facts.closure(place)
    for name, some in (("pending", closure.pending), ("package with", facts.package(place))):
        if some:
            made.append(RoundEntry(Content.assemble((f"{name}  ", "bold"), shown(", ".join(some)))))
    return tuple(made)


def _proposal(facts: RoundFacts, one: Proposal, agreed: AgreedHere) -> Content:
    round_ = facts.round_
    outcome = round_.outcome(one)
    sign, style = OUTCOMES[outcome], _STYLES[outcome]
    pieces: list[tuple[str, str] | Content] = [(f"{sign} {', '.join(map(shown, one.by))}", style)]
    if outcome is not Outcome.OPEN:
        decision = round_.decided.get(one.id)
        told = ", ".join(
            filter(None, (outcome.value, decision.by if decision else "", decision.why if decision else ""))
        )
        pieces.append((f"  {shown(told)}", _MUTED))
    pieces += [("\n", ""), does(facts, one)]
    conflict = facts.conflict(one)
    if conflict is not None:
        others = sorted({name for id in conflict.proposals if id != one.id for name in round_.by_id[id].by})
        pieces.append((f"\ncollides with {shown(', '.join(others))}", "$text-warning"))
    if one.why:
        pieces.append((f"\n{shown(one.why)}", _MUTED))
    found = agreed.proposals.get(one.id)
    if found is not None and found.put.words:
        pieces.append((f"\n{agreed.said(found.put)}", _MUTED))
    return Content.assemble(*pieces)


def does(facts: RoundFacts, one: Proposal) -> Content:
    """What a proposal does, in a line or two."""
    plain = Wording({})
    match one.kind:
        case Deed.MOVE:
            return Content(f"move after {one.after}" if one.after else "move to the beginning")
        case Deed.DELETE:
            return Content.styled("delete the paragraph", REMOVED)
        case Deed.SPLIT | Deed.MERGE:
            verb = "split in two" if one.kind is Deed.SPLIT else f"merge with {one.second}"
            return Content.assemble(f"{verb}: ", plain.plain(_cut(one.put)))
        case Deed.REPLACE:
            old = facts.round_.inline(one.label)
            return redline(old, one.put, word_changes(old.text, one.put.text), plain, plain)
        case Deed.NEW:
            return Content.assemble("new: ", plain.plain(one.put, ADDED))
    if not one.found:
        base = facts.round_.inline(one.label).text
        start = next((place.start for place in in_place.put(facts.round_, one)), 0)
        before = " ".join(base[:start].split()[-3:])
        return Content.assemble(
            (f"after “{shown(before)}” " if before else "at the beginning ", _MUTED), plain.plain(one.put, ADDED)
        )
    if not one.put:
        return plain.plain(_cut(one.found), REMOVED)
    return Content.assemble(plain.plain(one.found, REMOVED), " → ", plain.plain(one.put, ADDED))


def _readings(conflict: Conflict) -> list[RoundEntry]:
    plain = Wording({})
    made = []
    for number, one in enumerate(conflict.readings, 1):
        head = reading_head(number, one)
        old, new = conflict.found, one.put
        body = plain.plain(old) if number == 1 else redline(old, new, word_changes(old.text, new.text), plain, plain)
        made.append(RoundEntry(Content.assemble((head, "bold $text-warning"), "\n", body), "", conflict.id, number))
    return made


def reading_head(number: int, one: Alternative) -> str:
    """What a reading of a conflict is called: its number, what it does, whose it is."""
    parts = [f"⚔ reading {number}", "base" if number == 1 else one.does.value if one.does else "", ", ".join(one.by)]
    return shown(" · ".join(filter(None, parts)))


def agreed_entries(facts: RoundFacts, place: str, agreed: AgreedHere) -> tuple[RoundEntry, ...]:
    """What is wanted at a place, with the sources of the words: of those that a proposal brings, or only takes out, and
    of each reading."""
    made = []
    for one in facts.proposals(place):
        found = agreed.proposals.get(one.id)
        if found is not None and (found.put.words or found.found.words):
            wording = found.put if found.put.words else found.found
            head = f"{OUTCOMES[facts.round_.outcome(one)]} {', '.join(map(shown, one.by))}"
            verb = "" if found.put.words else "takes out · "
            body = Content.assemble((f"{head}\n", "bold"), _sources(agreed, wording, verb))
            made.append(RoundEntry(body, one.id, runs=wording.leading))
    for conflict in facts.conflicts(place):
        readings = agreed.conflicts[conflict].readings if conflict in agreed.conflicts else ()
        for each in (one for one in readings if one.wording.words):
            head = reading_head(each.number, each.reading)
            body = Content.assemble((f"{head}\n", "bold $text-warning"), _sources(agreed, each.wording, ""))
            made.append(RoundEntry(body, "", conflict.id, each.number, each.wording.leading))
    return tuple(made)


def _sources(agreed: AgreedHere, found: AgreedWording, verb: str) -> Content:
    """How many of the words are agreed, and where the longest runs of them stand."""
    if not found.agreed_words:
        return Content.styled(f"{verb}{agreed.said(found)}", _MUTED)
    count = f"{found.agreed_words} of {found.words} word{'' if found.words == 1 else 's'} agreed"
    pieces: list[tuple[str, str]] = [(f"{verb}{count}", "")]
    for one in found.leading:
        words = one.text if len(one.text) <= _QUOTED else f"{one.text[:_QUOTED].rsplit(' ', 1)[0]} …"
        pieces += [(f"\n“{shown(words)}”\n", "italic"), (f"stands in {shown(agreed.standing(one))}", _MUTED)]
    return Content.assemble(*pieces)


def _in_short(one: Proposal) -> str:
    words = one.put.text or one.found.text
    return f"{one.kind.value} “{words[:60]}{'…' if len(words) > 60 else ''}”"


def _cut(words: Inline) -> Inline:
    return words if len(words.text) <= _MOST else words[:_MOST] + Inline(" …")
