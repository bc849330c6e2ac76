"""Figures, dates, quotation marks, spaces and brackets, as the Editorial Manual has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.rule import ParagraphInPlace, Slip, on_place
from drafter.model.dates import MONTHS
from drafter.model.finding import Severity

MANUAL = "Editorial Manual"
_MONTHS = "|".join(MONTHS)
_PERCENT = re.compile(r"(?<=\d) ?%|\b[Pp]ercent\b")
_DATE_ORDER = re.compile(rf"\b(?P<month>{_MONTHS}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b")
_DATE_ORDINAL = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?: of)? (?P<month>{_MONTHS})\b")
_DOUBLED = re.compile(r"\b(?P<word>[A-Za-z]+) (?P=word)\b", re.IGNORECASE)
_MAY_DOUBLE = {"that", "had"}
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)|(?<=\w) +(?=[,;.](?:\s|$))")
_STRAIGHT = re.compile(r"[\"']")
_PAIRS = {")": "(", "]": "[", "”": "“"}
_LIST_MARK = re.compile(r"(?<!\S)(?:[a-z]{1,2}|[ivxl]+|\d{1,2})\)")
_SQUARE = re.compile(r"\[[^\[\]]*\]")
_SMALL = re.compile(
    r"(?<!age of )(?<![\w.,/–-])(?P<figure>[2-9]) "
    r"(?:members|States|countries|years|months|weeks|days|meetings|sessions|"
    r"reports|experts|regions|areas|representatives|working days)\b(?! (?:of|to) (?:age|\d)| (?:a|per) )"
)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@on_place("per-cent", Severity.ERROR, source=f"{MANUAL}, numbers", example="33% → 33 per cent")
def per_cent(place: ParagraphInPlace) -> Iterator[Slip]:
    """A percentage is written "per cent"."""
    for found in _PERCENT.finditer(place.paragraph.text):
        yield Slip("a percentage is written “per cent”", *found.span(), " per cent" if "%" in found[0] else "per cent")


@on_place("date", Severity.ERROR, source=f"{MANUAL}, dates", example="December 16, 2020 → 16 December 2020")
def date_form(place: ParagraphInPlace) -> Iterator[Slip]:
    """Dates run day, month, year, without an ordinal ending."""
    text = place.paragraph.text
    for found in _DATE_ORDER.finditer(text):
        written = f"{int(found['day'])} {found['month']} {found['year']}"
        yield Slip("dates run day, month, year", *found.span(), written)
    for found in _DATE_ORDINAL.finditer(text):
        yield Slip("the day carries no ordinal ending", *found.span(), f"{int(found['day'])} {found['month']}")


@on_place("small-number", Severity.WARNING, source=f"{MANUAL}, numbers", example="within 5 years → within five years")
def small_number(place: ParagraphInPlace) -> Iterator[Slip]:
    """Numbers under ten are written in words before the things they count."""
    for found in _SMALL.finditer(place.paragraph.text):
        start, end = found.span("figure")
        yield Slip("numbers under ten are written in words", start, end, _WORDS[int(found["figure"])])


@on_place("double-word", Severity.ERROR, source="proof-reading", example="of the the Council → of the Council")
def double_word(place: ParagraphInPlace) -> Iterator[Slip]:
    """The same word twice."""
    for found in _DOUBLED.finditer(place.paragraph.text):
        if found["word"].lower() not in _MAY_DOUBLE and len(found["word"]) > 1:
            yield Slip(f"{found['word']!r} stands twice", *found.span(), found["word"])


@on_place("spaces", Severity.ERROR, source="proof-reading", example="human  rights , → human rights,")
def spaces(place: ParagraphInPlace) -> Iterator[Slip]:
    """Double spaces, and a space before a comma, a semicolon or a full stop."""
    for found in _SPACES.finditer(place.paragraph.text):
        before_mark = place.paragraph.text[found.end()] in ",;."
        yield Slip(
            "a space before punctuation" if before_mark else "more than one space",
            *found.span(),
            "" if before_mark else " ",
        )


@on_place("quotation-marks", Severity.WARNING, source=MANUAL, example='people\'s → people’s; "title" → “title”')
def quotation_marks(place: ParagraphInPlace) -> Iterator[Slip]:
    """Quotation marks and apostrophes are curly."""
    text = place.paragraph.text
    for found in _STRAIGHT.finditer(text):
        opens = found.start() == 0 or text[found.start() - 1] in " ([“‘—–"
        curly = ("“" if opens else "”") if found[0] == '"' else ("‘" if opens else "’")
        yield Slip("a straight quotation mark", *found.span(), curly)


@on_place("brackets", Severity.ERROR, source="proof-reading", example="(A/75/388, → (A/75/388),")
def brackets(place: ParagraphInPlace) -> Iterator[Slip]:
    """Every bracket and quotation mark that opens is closed, in the same paragraph."""
    text = place.paragraph.text
    listed = {found.end() - 1 for found in _LIST_MARK.finditer(text)}
    opened: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if character in "([“":
            opened.append((character, at))
        elif character in _PAIRS:
            if opened and opened[-1][0] == _PAIRS[character]:
                opened.pop()
            elif at not in listed:
                yield Slip(f"{character!r} closes what was never opened", at, at + 1)
    for character, at in opened:
        yield Slip(f"{character!r} is never closed", at, at + 1)


@on_place(
    "square-brackets",
    Severity.WARNING,
    source=f"{MANUAL}: brackets go once the text is agreed",
    example="[and commitments] (G77) → and commitments",
)
def square_brackets(place: ParagraphInPlace) -> Iterator[Slip]:
    """Square brackets mark text that is still under negotiation."""
    for found in _SQUARE.finditer(place.paragraph.text):
        yield Slip("square brackets mark text that is not agreed", *found.span())
