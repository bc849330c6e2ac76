"""The JSON of where a draft stands."""

from __future__ import annotations

from drafter.edit.status import DraftStatus, Matter, StatusLine
from drafter.shapes.values import Shape


def status_shape(status: DraftStatus) -> Shape:
    """`{"said", "missing": [...], "findings": [...], "updates": [...], "clearances": [...], "changes": [...]}`, each
    line with its label, paragraph id ("" for the masthead), words and severity."""
    return {
        "said": status.said,
        "missing": [_line(line) for line in status.of(Matter.MISSING)],
        **{f"{matter}s": [_line(line) for line in status.of(matter)] for matter in _SEVERAL},
    }


_SEVERAL = (Matter.FINDING, Matter.UPDATE, Matter.CLEARANCE, Matter.CHANGE)


def _line(line: StatusLine) -> Shape:
    return {"label": line.label, "id": line.id, "what": line.what, "severity": line.severity.value}
