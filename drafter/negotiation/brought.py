"""Which accepted proposals bring what an editor would say of the decided text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.proposal import Deed, Outcome, Proposal
from drafter.negotiation import in_place, texts
from drafter.negotiation.collisions import STRETCHES
from drafter.negotiation.values import Round


def brought(round_: Round, before: Sequence[Finding], after: Sequence[Finding]) -> tuple[tuple[str, ...], ...]:
    """For each finding `after` in the decided text, the ids of the proposals that bring it.

    () for one that the base has too (`before`), and where no proposal is to be made out.
    """
    decided = texts.decided(round_)
    old = Counter(_key(round_.text, one, own=True) for one in before)
    accepted = round_.of(Outcome.ACCEPTED)
    made = []
    for one in after:
        key = _key(decided, one, own=False)
        old[key] -= 1
        made.append(() if old[key] >= 0 else tuple(proposal.id for proposal in _by(round_, decided, accepted, one)))
    return tuple(made)


def _key(text: Draft, one: Finding, *, own: bool) -> tuple[str, ...]:
    """What is the same for a finding in either text: its paragraph by where it comes from."""
    if one.index is None:
        return one.rule, one.message, one.found, ""
    paragraph = text.standing[one.index]
    return one.rule, one.found, "" if one.found else one.message, paragraph.id if own else paragraph.id.split("-")[0]


def _by(round_: Round, decided: Draft, accepted: Sequence[Proposal], one: Finding) -> Iterator[Proposal]:
    here = [each for each in accepted if one.note and any(note.id == one.note for note in each.notes)]
    if not here and one.index is not None:
        paragraph = decided.standing[one.index]
        at = [each for each in accepted if each.id == paragraph.id or each.label == paragraph.origin is not None]
        here = [each for each in at if _meets(round_, each, one)] or at
    return iter(here or [each for each in accepted if each.kind not in (*STRETCHES, Deed.REPLACE)])


def _meets(round_: Round, proposal: Proposal, one: Finding) -> bool:
    """Whether the words that a proposal brings have to do with those that were found."""
    return any(
        one.found.strip() and (one.found.strip() in words or words in one.found)
        for each in in_place.put(round_, proposal)
        if (words := each.text[each.start : each.end].strip())
    )
