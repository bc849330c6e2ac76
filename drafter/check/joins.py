"""Joins that a change made word for word leaves behind: "Welcomes of the report", "in 2026,, and"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.rule import ParagraphInPlace, Slip, on_place
from drafter.model.finding import Severity
from drafter.model.resolution import Kind

_MARKS = re.compile(r"(?P<first>[,;:]) ?(?P<second>[,;:.])(?=\s|$)|(?<!\.)\.\.(?!\.)")
_WITH_OF = re.compile(
    r"(?:tak(?:es|ing) note|mindful|conscious|cognizant|\baware)(?: with (?:\w+ )?\w+)?$", re.IGNORECASE
)
_WITHOUT_OF = re.compile(
    r"(?<!note)\b(?!approv|disapprov|learn|speak|dispos|consist|terms)\w+(?:(?<!u)s|ing)$", re.IGNORECASE
)
_OF = re.compile(r" of (?=the\b|its\b|all\b|a\b|an\b|this\b|these\b|that\b)")
_THING = re.compile(r" (?=(?:the|its|all|this|these) )")


@on_place("double-mark", Severity.ERROR, source="what a change leaves", example="in 2026,, and → in 2026, and")
def double_mark(place: ParagraphInPlace) -> Iterator[Slip]:
    """Two marks where one stands."""
    for found in _MARKS.finditer(place.paragraph.text):
        stays = max(found["first"], found["second"], key=",:;.".index) if found["first"] else "."
        yield Slip("two marks stand here side by side", *found.span(), stays)


@on_place(
    "opening-join",
    Severity.WARNING,
    source="what a change leaves",
    example="Welcomes of the report → Welcomes the report",
)
def opening_join(place: ParagraphInPlace) -> Iterator[Slip]:
    """An opening that does not go with the word behind it."""
    opener = place.paragraph.opener
    if place.paragraph.kind is Kind.HEADING or not opener:
        return
    end = len(opener)
    text = place.paragraph.text
    if _WITHOUT_OF.search(opener) and (found := _OF.match(text, end)):
        yield Slip(f"“{opener}” does not go with “of”", found.end() - 3, found.end(), "")
    elif _WITH_OF.search(opener) and (found := _THING.match(text, end)):
        yield Slip(f"“{opener}” wants “of”", found.start(), found.end(), " of ")
