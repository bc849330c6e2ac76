"""Texts as they are given to an open library."""

from __future__ import annotations

from pathlib import Path

from drafter.api.drafts import WorkingDraft
from drafter.api.rounds import WorkingRound
from drafter.model.draft import Draft
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution

Text = str | Path | Reading | Resolution | Draft | WorkingDraft | WorkingRound
"""A text: named by a symbol or a file, or handed over; of a round what was decided."""


def named(text: Text) -> str | Draft | Reading:
    """The text as a desk takes it."""
    match text:
        case WorkingDraft():
            return text.draft
        case WorkingRound():
            return text.text()
        case Resolution():
            return Reading(text)
        case Path():
            return str(text)
        case _:
            return text
