"""The JSON of agreed language in a round: by proposal and by reading of a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.answers import AgreedParagraph
from drafter.shapes.agreed import agreed_shape, span_shape
from drafter.shapes.values import Shape

if TYPE_CHECKING:
    from drafter.negotiation.agreed_words import AgreedConflict, AgreedProposal, AgreedWording
    from drafter.negotiation.values import Round


def agreed_round_shape(
    round_: Round,
    decided: Sequence[AgreedParagraph],
    proposals: Sequence[AgreedProposal],
    conflicts: Sequence[AgreedConflict],
) -> Shape:
    """The decided text as `agreed_shape` has it, and `proposals` and `conflicts` with the share of their words.

    The `text` of a span is what stands in the adopted texts: of a proposal with some of the words around it.
    """
    from drafter.negotiation.labels import called

    names = called(round_)
    return {
        **agreed_shape(decided),
        "proposals": [
            {
                "id": one.proposal.id,
                "by": list(one.proposal.by),
                "kind": one.proposal.kind.value,
                "label": names[one.proposal.id],
                "state": round_.outcome(one.proposal).value,
                **_wording(one.put),
                "found": _wording(one.found),
            }
            for one in proposals
        ],
        "conflicts": [
            {
                "id": one.conflict.id,
                "labels": list(one.conflict.labels),
                "readings": [
                    {
                        "n": each.number,
                        "by": list(each.reading.by),
                        "proposals": list(each.reading.proposals),
                        "put": each.reading.put.text,
                        **_wording(each.wording),
                    }
                    for each in one.readings
                ],
            }
            for one in conflicts
        ],
    }


def _wording(one: AgreedWording) -> Shape:
    return {
        "words": one.words,
        "agreed_words": one.agreed_words,
        "agreed_share": round(one.share, 4),
        "spans": [{"text": each.text, **span_shape(each.run)} for each in one.runs],
    }
