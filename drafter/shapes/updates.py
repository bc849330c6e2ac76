"""The JSON of updates: what the turn of the year changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.model.suggestion import Update
from drafter.shapes.values import Shape

_AS_IN_THE_BASE: Mapping[Update, str] = {}


def updates_shape(updates: Iterable[Update], labels: Mapping[Update, str] = _AS_IN_THE_BASE) -> Shape:
    """`{"updates": [...]}`; `proposed` is None where the new words are not known.

    `labels` are those of a draft (`edit.pending.labelled`); `origin` is always the base's.
    """
    return {"updates": [_update(update, labels.get(update, update.label)) for update in updates]}


def _update(update: Update, label: str) -> Shape:
    return {
        "label": label,
        "origin": update.label,
        "note": update.note,
        "start": update.start,
        "end": update.end,
        "found": update.found,
        "proposed": update.proposed,
        "status": update.status.value,
        "why": update.why,
        "source": update.source,
    }
