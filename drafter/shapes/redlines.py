"""The JSON of a draft beside its base: the text as it would be printed, and what became of the base's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model.draft import Draft
from drafter.shapes.texts import draft_shape
from drafter.shapes.values import Shape, changes_shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.edit.beside import BesideRow


def redline_shape(draft: Draft, rows: Iterable[BesideRow]) -> Shape:
    """The draft's shape, each paragraph with `change` (its kind), `old` (labels of the base) and the words changed.

    Each part of a split has the changes of the whole. `dropped` are the deleted paragraphs of the base.
    """
    shape = draft_shape(draft)
    own: list[Shape] = shape["paragraphs"]
    dropped: list[Shape] = []
    for row in rows:
        if not row.places:
            dropped.append({"label": ", ".join(row.was), "text": row.old})
        for place in row.places:
            own[place] |= {
                "change": row.kind.value,
                "old": list(row.was),
                "changes": changes_shape(row.old, row.new, row.changes),
            }
    return {**shape, "dropped": dropped}
