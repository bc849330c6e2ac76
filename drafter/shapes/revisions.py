"""The JSON of what comes after a round: each proposal's outcome, and a concordance."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.change import Pair
from drafter.negotiation.revising.concordance import Concordance
from drafter.negotiation.revising.values import Landing, Revision
from drafter.negotiation.values import Round
from drafter.shapes.values import Shape


def revision_shape(old: Round, revision: Revision) -> Shape:
    """The outcomes in the order of the old round's proposals, the concordance in the order of the new base."""
    return {
        "outcomes": outcomes_shape(revision.landings),
        "concordance": _pairs(old, revision.round_, revision.pairs),
        "fallen": [{"label": one.label or None, "what": one.what, "why": one.why} for one in revision.fallen],
    }


def outcomes_shape(landings: Iterable[Landing]) -> list[Shape]:
    """What became of each proposal; `new_ids` has all where it is several now."""
    return [
        {
            "id": one.proposal.id,
            "new_id": one.now[0].id if one.now else None,
            "new_ids": [again.id for again in one.now],
            "by": list(one.proposal.by),
            "outcome": one.aftermath.value,
            "label": one.label or None,
            "why": one.why,
        }
        for one in landings
    ]


def concordance_shape(found: Concordance) -> Shape:
    """Each paragraph with its label in every version, and what it became from one to the next."""
    return {
        "stages": list(found.stages),
        "rows": [
            {
                "labels": list(row.labels),
                "kinds": [kind.value if kind else None for kind in row.kinds],
                "proposed": list(row.proposed),
            }
            for row in found.rows
        ],
    }


def _pairs(old: Round, new: Round, pairs: Iterable[Pair]) -> list[Shape]:
    before, after = tuple(old.paragraphs), tuple(new.paragraphs)
    return [
        {
            "old": None if pair.old is None else before[pair.old],
            "new": None if pair.new is None else after[pair.new],
            "kind": pair.kind.value,
        }
        for pair in pairs
    ]
