"""An update of the turn of the year that a drafter looked into and that stays as it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerifiedUpdate:
    """The words `found` were verified at `at`: the base's label of the paragraph, "note 11" by the note's id, or
    "Agenda item". `note` is what the drafter says of it."""

    at: str
    found: str
    note: str = ""
