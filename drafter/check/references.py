"""References to resolutions and to paragraphs of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.citations import Citation, citations
from drafter.check.rule import Background, ParagraphInPlace, Slip, on_place, on_text
from drafter.model.dates import written
from drafter.model.finding import Severity
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Resolution

MANUAL = "Editorial Manual, references"
FIRST_DATED_SESSION = 31
"""The session from which the Assembly numbers its resolutions 31/16."""
_IN_TEXT = re.compile(r"\b(?P<prefix>A/RES/|A/HRC/RES/|S/RES/|E/RES/)(?P<short>[\w-]+/\d+|\d+ ?\(\d{4}\))?")
_THIS = re.compile(r"\b(?P<this>[Tt]his) resolution\b")
_NUMBERED = re.compile(r"OP(\d+)")


@on_place("symbol-in-text", Severity.ERROR, source=MANUAL, example="A/RES/74/166 → resolution 74/166")
def symbol_in_text(place: ParagraphInPlace) -> Iterator[Slip]:
    """A resolution's symbol never stands in running text, only its number."""
    for found in _IN_TEXT.finditer(place.paragraph.text):
        yield Slip("a resolution is cited by its number, not its symbol", *found.span(), found["short"])


@on_place("this-resolution", Severity.ERROR, source=MANUAL, example="this resolution → the present resolution")
def this_resolution(place: ParagraphInPlace) -> Iterator[Slip]:
    """A resolution speaks of itself as the present resolution."""
    if place.profile.assembly and place.profile.modern:
        for found in _THIS.finditer(place.paragraph.text):
            start, end = found.span("this")
            yield Slip(
                "write “the present resolution”",
                start,
                end,
                "The present" if found["this"] == "This" else "the present",
            )


def _cited(text: Resolution) -> Iterator[tuple[int, Citation]]:
    for index, paragraph in enumerate(text.paragraphs):
        if paragraph.kind is not Kind.HEADING and not paragraph.part.startswith("Annex"):
            for citation in citations(paragraph.text, text.organ):
                yield index, citation


@on_text(
    "first-mention",
    Severity.WARNING,
    source=MANUAL,
    example="resolution 74/166 → resolution 74/166 of 18 December 2019",
)
def first_mention(text: Resolution, background: Background) -> Iterator[Slip]:
    """At its first mention a resolution is cited with its date."""
    if not background.profile.modern:
        return
    seen = {citation.number for citation in citations(text.title.text, text.organ)}
    for index, citation in _cited(text):
        if citation.number in seen:
            continue
        seen.add(citation.number)
        if citation.dated is None and not citation.shares_date and (citation.organ or _of_the_assembly(citation, text)):
            symbol = citation.symbol(text.organ)
            known = background.adopted(symbol) if symbol and citation.organ else None
            yield Slip(
                "the first mention carries its date",
                citation.start,
                citation.end,
                f"{citation.number} of {written(known)}" if known else None,
                index=index,
            )


def _of_the_assembly(citation: Citation, text: Resolution) -> bool:
    """Whether a bare "resolution 79/1" is the Assembly's: other bodies that number by session are younger."""
    symbol = citation.symbol(text.organ)
    session = symbol.session_number if symbol and text.organ is Organ.GENERAL_ASSEMBLY else None
    return session is not None and session >= FIRST_DATED_SESSION


@on_text("wrong-date", Severity.ERROR, source="the library", example="74/166 of 18 December 2018 → … 2019")
def wrong_date(text: Resolution, background: Background) -> Iterator[Slip]:
    """A cited date is that of the resolution in the library."""
    for index, citation in _cited(text):
        symbol = citation.symbol(text.organ) if citation.organ and citation.dated else None
        known = background.adopted(symbol) if symbol else None
        if known and known != citation.dated:
            suggest = f"{citation.number} of {written(known)}"
            yield Slip(
                f"the library has {citation.number} adopted on {written(known)}",
                citation.start,
                citation.dated_end,
                suggest,
                index=index,
            )


@on_text("superseded", Severity.NOTE, source="the library", example="resolution 74/166, where 75/190 followed it")
def superseded(text: Resolution, background: Background) -> Iterator[Slip]:
    """A resolution that a later one of the same title follows, and the later one is not cited."""
    if not background.is_draft:
        return
    cited = {citation.number for _, citation in _cited(text)}
    for index, citation in _cited(text):
        symbol = citation.symbol(text.organ)
        later = background.successor(symbol) if symbol else None
        if later and later.short not in cited:
            yield Slip(
                f"{later.short} of the same title followed it", citation.start, citation.end, later.short, index=index
            )
