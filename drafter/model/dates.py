"""Dates as the United Nations writes them: 16 December 2020."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

DATE = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)}),?\s+(?P<year>\d{{4}})"
"""A written date, as a pattern with the groups day, month and year; old texts have a comma before the year."""

_WHOLE = re.compile(DATE)


def written(day: date) -> str:
    """A date in words.

    >>> written(date(2020, 12, 16))
    '16 December 2020'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_of(found: re.Match[str]) -> date | None:
    """The date of a match of DATE; None where there is no such day."""
    try:
        return date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def first_date(text: str) -> date | None:
    """The first date written in `text`; None where there is none.

    >>> first_date("resolution 74/166 of 18 December 2019")
    datetime.date(2019, 12, 18)
    """
    return next((day for found in _WHOLE.finditer(text) if (day := date_of(found))), None)
