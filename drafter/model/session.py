"""Sessions of the General Assembly: number, year and words.

The first session opened in 1946 for 1945; the seventy-fifth in September 2020: session = year - 1945.
"""

from __future__ import annotations

import re

FIRST_YEAR = 1945

_UNITS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def year_of_session(session: int) -> int:
    """The year in which the regular session opens.

    >>> year_of_session(75)
    2020
    """
    return FIRST_YEAR + session


def ordinal_like(number: int, like: str) -> str:
    """The ordinal in words, with a capital where another has one.

    >>> ordinal_like(76, "Seventy-fifth")
    'Seventy-sixth'
    """
    words = ordinal(number)
    return words[:1].upper() + words[1:] if like[:1].isupper() else words


def ordinal(number: int) -> str:
    """A number from 1 to 999 as an ordinal in words, as the United Nations spells it.

    >>> ordinal(75), ordinal(80), ordinal(101)
    ('seventy-fifth', 'eightieth', 'one hundred and first')
    """
    if not 1 <= number <= 999:
        raise ValueError(f"no ordinal in words for {number}")
    hundreds, rest = divmod(number, 100)
    if hundreds:
        head = f"{_CARDINALS[hundreds]} hundred"
        return f"{head} and {ordinal(rest)}" if rest else f"{head}th"
    if rest < len(_UNITS):
        return _UNITS[rest]
    tens, unit = divmod(rest, 10)
    return f"{_TENS[tens]}y-{_UNITS[unit]}" if unit else f"{_TENS[tens]}ieth"


_CARDINALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMBERS = {ordinal(number): number for number in range(1, 200)}

_BELOW_20 = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
_BELOW_100 = rf"(?:{'|'.join(filter(None, _TENS))})(?:y-(?:{'|'.join(_UNITS[1:10])})|ieth)|{_BELOW_20}"
ORDINAL = re.compile(rf"\b(?:one hundred(?: and (?:{_BELOW_100})|th)|{_BELOW_100})\b", re.IGNORECASE)
"""An ordinal in words, from "first" to "one hundred and ninety-ninth"."""


def from_ordinal(words: str) -> int | None:
    """The number of an ordinal in words, in any case; None where it is not one.

    >>> from_ordinal("Seventy-fifth")
    75
    """
    return _NUMBERS.get(" ".join(words.lower().split()))


def roman(number: int) -> str:
    """Upper-case Roman numeral of a number from 1 to 399, as old symbols and annexes carry it."""
    if not 1 <= number <= 399:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, letters in _ROMAN:
        while number >= value:
            numeral += letters
            number -= value
    return numeral


_ROMAN = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_FROM_ROMAN = {roman(number): number for number in range(1, 400)}


def from_roman(numeral: str) -> int | None:
    """The number of a Roman numeral in either case; None where it is not a well-formed one.

    >>> from_roman("XXI"), from_roman("iix")
    (21, None)
    """
    return _FROM_ROMAN.get(numeral.upper())
