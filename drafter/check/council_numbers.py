"""The numbers of Security Council resolutions, each with its year: "2397 (2017)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.check.rule import Background, Slip, on_text
from drafter.model.finding import Severity
from drafter.model.resolution import Resolution

_LEAD = re.compile(
    r"\b(?:(?P<security>Security Council(?:’s)?)|Council(?:’s)?|[Ii]ts)(?:,? in its)?"
    r"(?: relevant| previous| subsequent)? resolutions? (?=\d)"
)
_GOES_ON = "and|or|of|to|on|in|by|which|that|as|is|was|adopted|concerning|entitled"
_ONE = re.compile(
    rf"(?P<number>\d{{3,4}})(?![\w/–-]| (?!(?:{_GOES_ON})\b)[a-z])"
    r"(?P<year> \(\d{4}\))?(?:,? of \d{1,2} \w+ \d{4})?"
)
"""Not "500 families", which a list of resolutions may come before."""
_AND = re.compile(r"(?:, and|,| and| or) (?=\d)")
_WITH_YEAR = re.compile(r"(?<![\w/])(?P<number>\d{3,4}) (?P<year>\(\d{4}\))")


@on_text(
    "council-year",
    Severity.ERROR,
    source="Editorial Manual, references",
    example="resolutions 1718 (2006) and 2397 → resolutions 1718 (2006) and 2397 (2017)",
)
def council_year(text: Resolution, _background: Background) -> Iterator[Slip]:
    """A Security Council resolution keeps its year in parentheses, also in a list."""
    bare = [(index, one) for index, paragraph in enumerate(text.paragraphs) for one in _without(paragraph.text)]
    if not bare:
        return
    known = {
        found["number"]: found["year"] for paragraph in text.paragraphs for found in _WITH_YEAR.finditer(paragraph.text)
    }
    for index, (number, start) in bare:
        suggest = f"{number} {known[number]}" if number in known else None
        said = "a Security Council resolution carries its year in parentheses"
        yield Slip(said, start, start + len(number), suggest, index=index)


@lru_cache(20_000)
def _without(text: str) -> tuple[tuple[str, int], ...]:
    """The numbers that lack their year, in lists that are the Security Council's by its name or by another's year."""
    lacking: list[tuple[str, int]] = []
    for lead in _LEAD.finditer(text):
        listed = list(_listed(text, lead.end()))
        if lead["security"] or any(one["year"] for one in listed):
            lacking += [(one["number"], one.start()) for one in listed if not one["year"]]
    return tuple(lacking)


def _listed(text: str, start: int) -> Iterator[re.Match[str]]:
    while (one := _ONE.match(text, start)) is not None:
        yield one
        joint = _AND.match(text, one.end())
        if joint is None:
            return
        start = joint.end()
