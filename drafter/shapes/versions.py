"""The JSON of a draft's named versions."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.edit.versions import NamedVersion
from drafter.shapes.values import Shape


def versions_shape(versions: Iterable[NamedVersion]) -> Shape:
    """`{"versions": [{"name", "at"}]}`, the oldest first."""
    return {"versions": [{"name": one.name, "at": one.at} for one in versions]}
