"""The day of a file by its own words: a letter's header, an amendment paper's masthead."""

from __future__ import annotations

import re
from datetime import date

from drafter.model.dates import first_date
from drafter.parse.masthead import is_date

_HEADER = re.compile(r"(?:Date|Sent):\s*(?P<day>\S.*)", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MASTHEAD = 30
"""Lines of a paper among which its day stands."""


def letter_day(text: str) -> str:
    """The day in a letter's header, as its sender writes it, in ISO 8601; "" where it has none."""
    for line in text.lstrip("\ufeff").split("\n"):
        if not line.strip():
            return ""
        if found := _HEADER.fullmatch(line.strip()):
            return _read(found["day"])
    return ""


def paper_day(text: str) -> str:
    """The day on which a paper was issued, in ISO 8601; "" where it has none."""
    for raw in text.split("\n")[:_MASTHEAD]:
        line = " ".join(raw.split())
        if (is_date(line) or line.startswith("Distr")) and (found := first_date(line)):
            return found.isoformat()
    return ""


def _read(written: str) -> str:
    if (iso := _ISO.match(written)) and (day := _real(*map(int, iso[0].split("-")))):
        return day
    if found := first_date(written):
        return found.isoformat()
    from email.utils import parsedate

    parts = parsedate(written)
    return _real(*parts[:3]) if parts else ""


def _real(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
