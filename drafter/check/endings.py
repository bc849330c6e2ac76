"""How a paragraph begins and ends, and whether its level follows from the one above."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.rule import ParagraphInPlace, Slip, on_place
from drafter.model.finding import Severity
from drafter.model.resolution import Kind

MANUAL = "Editorial Manual, resolutions"
_CLOSING = "”’)»"


def _printed_form(place: ParagraphInPlace) -> bool:
    """Annexes and headings are punctuated like running text."""
    return place.paragraph.kind is not Kind.HEADING and not place.paragraph.part.startswith("Annex")


@on_place("empty", Severity.ERROR, source=MANUAL, example="14. → 14. Encourages …;")
def empty(place: ParagraphInPlace) -> Iterator[Slip]:
    """Every paragraph has words."""
    if not place.paragraph.text.strip():
        yield Slip("has no words yet")


@on_place(
    "ending",
    Severity.ERROR,
    source=f"{MANUAL}; counted over 16,000 preambular and 22,000 operative paragraphs",
    example="Recalling its resolution 74/166. → Recalling its resolution 74/166,",
)
def ending(place: ParagraphInPlace) -> Iterator[Slip]:
    """A preambular paragraph ends with a comma, an operative one with a semicolon, the last with a full stop, and
    one that opens a list with a colon."""
    text = place.paragraph.text.rstrip()
    if not text or not _printed_form(place):
        return
    wanted, name = _wanted(place)
    mark = text.rstrip(_CLOSING)[-1:] if text[-1] in _CLOSING else text[-1]
    if mark in wanted:
        return
    end = len(text)
    start = end - 1 if text[-1] in ",;:." else end
    yield Slip(f"ends with {text[-1]!r} where {name} is due", start, end, wanted[0])


def _wanted(place: ParagraphInPlace) -> tuple[str, str]:
    """The marks allowed at the end, the one due first, and its name."""
    if place.opens_list:
        return ":,", "a colon"
    if place.paragraph.kind is Kind.PREAMBULAR:
        return (",;" if place.paragraph.level else ","), "a comma"
    if place.last:
        return ".", "a full stop"
    if not place.opens:
        return ";.:", "a semicolon or a full stop"
    return (";.:" if place.closes_section else ";:" if place.paragraph.level else ";"), "a semicolon"


@on_place(
    "capital",
    Severity.ERROR,
    source=MANUAL,
    example="(a) to protect its inhabitants; → (a) To protect its inhabitants;",
)
def capital(place: ParagraphInPlace) -> Iterator[Slip]:
    """Every paragraph and subparagraph begins with a capital letter."""
    text = place.paragraph.text
    first = text.lstrip("“‘«([")
    if first[:1].islower() and not place.paragraph.continued and _printed_form(place):
        at = len(text) - len(first)
        yield Slip("begins with a small letter", at, at + 1, first[0].upper())


@on_place(
    "level-order",
    Severity.ERROR,
    source="Editorial Manual: 1. → (a) → (i) → a. → i.",
    example="1. followed at once by (i) → (a) first",
)
def level_order(place: ParagraphInPlace) -> Iterator[Slip]:
    """A subparagraph stands one level below the paragraph that opens its list."""
    if not place.inner and _printed_form(place):
        yield Slip("stands more than one level below the paragraph above it")
