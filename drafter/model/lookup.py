"""Find a paragraph by the label that a person typed."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.errors import DrafterError
from drafter.model.numbering import same_label


def place_of(label: str, labels: Sequence[str], text: object) -> int:
    """The place of `label` among the `labels` of `text`, white space and case aside; DrafterError where it is not.

    >>> place_of("op 2 (a)", ["PP1", "OP1", "OP2", "OP2(a)"], "75/190")
    3
    """
    for place, known in enumerate(labels):
        if same_label(known, label):
            return place
    raise DrafterError(f"there is no paragraph {label}", file=text, remedy=f"drafter show {text} names them")
