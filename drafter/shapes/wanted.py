"""The JSON of what each owner's open proposals would change."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.align.words import word_changes
from drafter.negotiation.values import Round
from drafter.negotiation.wanted import Wanted
from drafter.shapes.values import Shape, changes_shape


def wanted_shape(round_: Round, some: Iterable[Wanted]) -> Shape:
    """Each paragraph as some owners would have it, with the words changed, as in the shape of a redline."""
    return {
        "stage": round_.stage,
        "paragraphs": [
            {
                "label": one.label,
                "by": list(one.by),
                "old": one.old,
                "text": one.new,
                **({"after": one.after} if one.after is not None else {}),
                "changes": changes_shape(one.old, one.new, word_changes(one.old, one.new)),
                "proposals": list(one.proposals),
            }
            for one in some
        ],
    }
