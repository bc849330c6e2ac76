"""What a drafter decided about a draft: clearances, and what became of the brief."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ClearanceState(StrEnum):
    ASKED = "asked"
    CLEARED = "cleared"
    OBJECTED = "objected"


@dataclass(frozen=True, slots=True)
class Clearance:
    """Where a paragraph stands with a ministry, a group or a person `name`, since `day` (ISO 8601)."""

    name: str
    state: ClearanceState = ClearanceState.ASKED
    day: str = ""


class BriefState(StrEnum):
    TAKEN = "taken"
    LEFT = "left"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Briefed:
    """What became of an entry of the brief, which `entry` names for good, on `day` (ISO 8601)."""

    entry: str
    state: BriefState
    day: str = ""
