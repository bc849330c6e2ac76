"""The JSON of what should not leave a round."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.render.leaks import Leak
from drafter.shapes.values import Shape


def leaks_shape(found: Iterable[Leak]) -> Shape:
    """Each with where it stands in words, and the label or the id of the proposal that has it."""
    return {"leaks": [{"where": leak.where, "what": leak.what, "at": leak.at or None} for leak in found]}
