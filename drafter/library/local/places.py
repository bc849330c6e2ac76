"""A place in the adopted texts as one number, in order of adoption: the day, the resolution, the word in it."""

from __future__ import annotations

from datetime import date, timedelta

UNDATED = 1 << 16
"""The day of a text whose day of adoption is not known: after every other."""

_FIRST_DAY = date(1945, 1, 1)
_WORD_BITS, _RESOLUTION_BITS = 22, 24


def day_number(day: date | None) -> int:
    """Days since 1945 began; the undated stand after every day."""
    return min(max((day - _FIRST_DAY).days, 0), UNDATED - 1) if day else UNDATED


def day_of(number: int) -> date | None:
    return _FIRST_DAY + timedelta(days=number) if number < UNDATED else None


def place_of(day: int, resolution: int = 0, word: int = 0) -> int:
    """The place of a word in a resolution adopted on a day, both by their numbers.

    >>> place = place_of(day_number(date(2020, 12, 16)), 75, 190)
    >>> day_of(day_at(place)), resolution_at(place), word_at(place)
    (datetime.date(2020, 12, 16), 75, 190)
    """
    return (day << _RESOLUTION_BITS | resolution) << _WORD_BITS | word


def day_at(place: int) -> int:
    return place >> _RESOLUTION_BITS + _WORD_BITS


def resolution_at(place: int) -> int:
    return place >> _WORD_BITS & (1 << _RESOLUTION_BITS) - 1


def word_at(place: int) -> int:
    return place & (1 << _WORD_BITS) - 1


RESOLUTION_AT = f"(place >> {_WORD_BITS}) & {(1 << _RESOLUTION_BITS) - 1}"
"""`resolution_at` of a column `place`, in SQL."""
