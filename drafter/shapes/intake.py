"""The JSON of what was taken into a round."""

from __future__ import annotations

from drafter.negotiation.intake.taking import Arrived
from drafter.negotiation.labels import rows
from drafter.negotiation.values import Round
from drafter.shapes.revisions import outcomes_shape
from drafter.shapes.rounds import position_shape, proposals_shape
from drafter.shapes.values import Shape


def intake_shape(round_: Round, arrived: Arrived) -> Shape:
    """By file what it was taken as, then everything that the files gave; `round_` has it."""
    given = [one for _, one in arrived.found.values()]
    names = rows(round_)
    ids = {one.id for each in given for one in each.proposals}
    return {
        "taken_as": {str(file): kind.value for file, (kind, _) in arrived.found.items()},
        "taken": proposals_shape(round_, (one for one in round_.proposals if one.id in ids)),
        "positions": [position_shape(one) for each in given for one in each.positions],
        "statuses": [
            {"label": names.get(one.label, one.label), "status": one.status.value, "pending": list(one.pending)}
            for each in given
            for one in each.closures
        ],
        "outcomes": outcomes_shape(arrived.landings),
        "withdrawn": [one.id for one in arrived.edit.taken_back] if arrived.edit else [],
        "slips": [
            {
                "label": one.label,
                "by": list(one.by),
                "found": one.found,
                "put": one.put,
                "text": one.text,
                "why": one.why,
            }
            for one in arrived.slips
        ],
        "not_understood": [
            {
                "file": one.file,
                "place": one.place,
                "text": one.text,
                "why": one.why,
                "readings": [
                    {"label": other.label, "found": other.found, "put": other.put, "text": other.text}
                    for other in one.readings
                ],
            }
            for each in given
            for one in each.not_understood
        ],
        "repairs": [
            {"where": one.where, "found": one.found, "read_as": one.read_as, "why": one.why}
            for each in given
            for one in each.repairs
        ],
    }
