"""Rules of our own; drafter runs them after its own, at each paragraph or on the whole text."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.extra import Rules
from drafter.check.rule import Background, ParagraphInPlace, Slip
from drafter.model.finding import Severity
from drafter.model.resolution import Resolution

rules = Rules()


@rules.on_place("slovenia-youth", Severity.NOTE, source="our capital, 3 May 2021", example="young people → youth")
def youth(place: ParagraphInPlace) -> Iterator[Slip]:
    """Our capital asks for "youth" in our own texts."""
    text, wrong = place.paragraph.text, "young people"
    start = text.find(wrong)
    if start >= 0:
        yield Slip("our capital writes “youth”", start, start + len(wrong), "youth")


@rules.on_text("slovenia-water", Severity.WARNING, source="our capital, 3 May 2021", example="a text without water")
def water(text: Resolution, background: Background) -> Iterator[Slip]:
    """A draft of ours names water at least once."""
    if background.is_draft and not any("water" in paragraph.text.casefold() for paragraph in text.paragraphs):
        yield Slip("nothing is said of water", index=0)
