"""The JSON of changes that a colleague's text makes to a draft."""

from __future__ import annotations

from drafter.edit.taking import TakenChange
from drafter.shapes.values import Shape


def taken_shape(one: TakenChange, *, taken: bool = False) -> Shape:
    """`{"id", "kind", "label", "after", "found", "put", "text", "collides", "by", "untracked", "taken"}`."""
    return {
        "id": one.id,
        "kind": one.kind,
        "label": one.label,
        "after": one.after,
        "found": one.found,
        "put": one.put,
        "text": one.text,
        "collides": one.collides,
        "by": list(one.by),
        "untracked": one.untracked,
        "taken": taken,
    }
