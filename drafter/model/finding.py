"""What an editor would say about a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error`: an editor would send it back; `warning`: an editor would ask; `note`: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """A slip at the characters `start`..`end` of the paragraph `index` (labelled `label`), or of note `note`.

    Of a note, `index` and `label` are those of the paragraph that cites it first (None and "" where only the title
    does, or nothing), and `number` is the one it is printed with.

    `found` is what stands there; `suggest` the words to put in its place, None where a person has to decide.
    """

    rule: str
    severity: Severity
    message: str
    index: int | None
    label: str
    start: int = 0
    end: int = 0
    found: str = ""
    suggest: str | None = None
    note: str | None = None
    number: int | None = None
