"""Where words stand in adopted texts, on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.library.values import AgreedPlace, AgreedRun


def sources(run: AgreedRun) -> str:
    """Where words stand: how many texts, the first and the latest."""
    if run.count == 1:
        return _named(run.first)
    return f"{run.count} texts: first {_named(run.first)}, latest {_named(run.latest)}"


def _named(standing: AgreedPlace) -> str:
    return f"{standing.symbol} {standing.label}" + (f" ({standing.adopted.year})" if standing.adopted else "")
