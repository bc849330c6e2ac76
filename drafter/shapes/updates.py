"""The JSON of updates: what the turn of the year changes."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.suggestion import Update
from drafter.shapes.values import Shape


def updates_shape(updates: Iterable[Update]) -> Shape:
    """`{"updates": [...]}`; `proposed` is None where the new words are not known."""
    return {"updates": [_update(update) for update in updates]}


def _update(update: Update) -> Shape:
    return {
        "label": update.label,
        "note": update.note,
        "start": update.start,
        "end": update.end,
        "found": update.found,
        "proposed": update.proposed,
        "status": update.status.value,
        "why": update.why,
        "source": update.source,
    }
