"""What an amendment is made from: a draft's changes of its base, or the proposals of a round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.edit.begin import begin
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.negotiated import NotUnderstood
from drafter.model.proposal import Arrival, Outcome, Proposal
from drafter.negotiation.intake import others
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.difference import from_text
from drafter.negotiation.merge import MergedRound, of_owners
from drafter.negotiation.values import Round, opened


def of_draft(draft: Draft) -> tuple[Round, tuple[Proposal, ...], tuple[NotUnderstood, ...]]:
    """The draft's base as a round, and what the draft changes in it; also what no proposal can say.

    Raises DrafterError for a draft whose base is not at hand.
    """
    if draft.adopted is None:
        raise DrafterError(f"its base {draft.base} is not in the library", remedy="add it: drafter corpus add FILE")
    adopted = draft.adopted.resolution
    begun = begin(adopted, draft.base, draft.session)
    item = (draft.agenda_item, draft.agenda_title)
    round_ = opened(replace(begun, symbol=adopted.symbol, agenda_item=item[0], agenda_title=item[1]))
    taken = from_text(base_of(round_), others.of_draft(draft, round_, draft.base), Arrival(draft.sponsors))
    return round_, taken.proposals, taken.not_understood


def of_round(round_: Round, names: Sequence[str]) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """What these delegations propose, without names what was decided; and the labels at which it collides, and which
    are left as they are. Raises DrafterError for a name that proposes nothing."""
    owners = {name for one in round_.proposals for name in one.by}
    for name in names:
        if name not in owners:
            remedy = f"those who do: {', '.join(sorted(owners)) or 'nobody yet'}"
            raise DrafterError(f"{name} proposes nothing here", remedy=remedy)
    found = of_owners(round_, names) if names else MergedRound(round_, round_.of(Outcome.ACCEPTED))
    left = {label for conflict in found.conflicts for label in conflict.labels}
    return found.standing, tuple(label for label in round_.places if label in left)
