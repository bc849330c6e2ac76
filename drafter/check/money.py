"""Words that may cost money: flagged, never judged (rule 153 of the rules of procedure)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.rule import ParagraphInPlace, Slip, on_place
from drafter.model.finding import Severity
from drafter.model.resolution import Kind

_ASKS = re.compile(
    r"\b[Rr]equests? (?:also |further )?the (?:Secretary-General|Secretariat|Office of the (?:United Nations )?High "
    r"Commissioner|High Commissioner|Special Rapporteur|Independent Expert|Working Group)[^,;:]{0,60}? to "
    r"(?:submit|report|prepare|provide|convene|organize|establish|appoint|continue|hold|undertake|develop|strengthen)"
)
_CREATES = re.compile(
    r"\b[Dd]ecides (?:also |further |therefore )?to (?:establish|create|convene|extend|renew|hold|appoint|organize)\b"
)


@on_place(
    "money",
    Severity.NOTE,
    source="rules of procedure of the General Assembly, rule 153",
    example="requests the Secretary-General to submit a comprehensive report",
)
def money(place: ParagraphInPlace) -> Iterator[Slip]:
    """A request for a report, body, meeting or mandate may have programme budget implications."""
    if place.paragraph.kind is Kind.OPERATIVE:
        for pattern in (_ASKS, _CREATES):
            for found in pattern.finditer(place.paragraph.text):
                yield Slip("may have programme budget implications", *found.span())
