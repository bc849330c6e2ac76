"""What is proposed and said at a paragraph of a round, as entries of a pane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from drafter.align.words import word_changes
from drafter.model.inline import Inline
from drafter.model.negotiated import Conflict
from drafter.model.proposal import Deed, Outcome, Proposal
from drafter.negotiation import in_place
from drafter.tui.shown.board_rows import OUTCOMES
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, REMOVED, Wording, redline
from drafter.tui.state.round_session import RoundFacts

if TYPE_CHECKING:
    from drafter.negotiation.agreed_words import AgreedWording

_MUTED = "$foreground 62%"
_MOST = 400
"""Characters of a wording that an entry quotes."""

_STYLES = {
    Outcome.OPEN: "bold", Outcome.ACCEPTED: "bold $text-success", Outcome.REJECTED: "$foreground 45%",
    Outcome.WITHDRAWN: "$foreground 45%",
}  # fmt: skip


@dataclass(frozen=True)
class RoundEntry:
    """A proposal by its id, or a reading of the conflict `conflict`, counted from 1; a position has neither."""

    body: Content
    proposal: str = ""
    conflict: str = ""
    reading: int = 0


def proposal_entries(facts: RoundFacts, place: str, agreed: Mapping[str, AgreedWording]) -> tuple[RoundEntry, ...]:
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
    for name, some in (("pending", closure.pending), ("package with", closure.package)):
        if some:
            made.append(RoundEntry(Content.assemble((f"{name}  ", "bold"), shown(", ".join(some)))))
    return tuple(made)


def _proposal(facts: RoundFacts, one: Proposal, agreed: Mapping[str, AgreedWording]) -> Content:
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
    if one.id in agreed and agreed[one.id].words:
        pieces.append((f"\n{_stands(agreed[one.id])}", _MUTED))
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
        names = shown(", ".join(one.by))
        head = f"⚔ reading {number} · {'base' if number == 1 else one.does.value if one.does else ''}"
        head += f" · {names}" if names else ""
        old, new = conflict.found, one.put
        body = plain.plain(old) if number == 1 else redline(old, new, word_changes(old.text, new.text), plain, plain)
        made.append(RoundEntry(Content.assemble((head, "bold $text-warning"), "\n", body), "", conflict.id, number))
    return made


def _stands(found: AgreedWording) -> str:
    """Where words stand in adopted texts, in a line."""
    if not found.agreed_words:
        return "its words do not stand together in a text of the library"
    run = max(found.runs, key=lambda one: one.run.count).run
    first = run.latest
    texts = f"{run.count} text{'' if run.count == 1 else 's'}"
    return f"{found.agreed_words} of {found.words} words stand in {first.symbol} {first.label}; {texts}"


def _in_short(one: Proposal) -> str:
    words = one.put.text or one.found.text
    return f"{one.kind.value} “{words[:60]}{'…' if len(words) > 60 else ''}”"


def _cut(words: Inline) -> Inline:
    return words if len(words.text) <= _MOST else words[:_MOST] + Inline(" …")
