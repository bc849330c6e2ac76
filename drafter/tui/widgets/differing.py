"""Which lines of a widget must be painted again."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region


def differing(width: int, before: Sequence[object], after: Sequence[object]) -> list[Region]:
    """The lines, from the top of the room, that are no longer what they were.

    >>> differing(80, ["PP1", "PP2", None], ["PP1", "PP2 bis", "PP3"])
    [Region(x=0, y=1, width=80, height=1), Region(x=0, y=2, width=80, height=1)]
    """
    return [Region(0, y, width, 1) for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
