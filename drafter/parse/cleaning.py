"""White space, quotation marks and misread numerals, as official documents have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.model.inline import Inline, NoteMark, Span
from drafter.model.reading import Repair
from drafter.model.session import from_roman

_SPACES = re.compile(r"\s+")
_ODD_SPACE = re.compile(r"[^\S ]|  |[\u200b-\u200f\u2060\ufeff\u00ad]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_DOUBLE_OPENS = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–/‘-]))\"(?=\S)")
_SINGLE_OPENS = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–/“-]))'(?=\w[^']*'(?!\w))")
_MISREAD_NUMERAL = re.compile(r"\b(?=[IVX1]*1)(?=[IVX1]*[IVX])[IVX1]{2,5}\b")


def cleaned(inline: Inline) -> Inline:
    """One space between words, none at the ends, no invisible characters; italics and marks keep their places."""
    inline = inline.strip()
    if not _ODD_SPACE.search(inline.text):
        return inline
    runs = []
    ends_in_space = False
    for run in inline.runs():
        text = _SPACES.sub(" ", _INVISIBLE.sub("", run.text))
        if ends_in_space and text.startswith(" "):
            text = text[1:]
        if text:
            ends_in_space = text.endswith(" ")
        runs.append(replace(run, text=text))
    return Inline.of(runs).strip()


def curled(text: str) -> str:
    """Straight quotation marks and apostrophes as the curly ones of official documents; the length stays.

    >>> curled('"Korea\\'s" needs')
    '“Korea’s” needs'
    """
    if '"' in text:
        text = _DOUBLE_OPENS.sub("“", text).replace('"', "”")
    if "'" in text:
        text = _SINGLE_OPENS.sub("‘", text).replace("'", "’")
    return text


def curled_inline(inline: Inline) -> Inline:
    if '"' not in inline.text and "'" not in inline.text:
        return inline
    return Inline(curled(inline.text), inline.italics, inline.marks)


def straight_count(texts: Iterable[str]) -> int:
    """How many straight quotation marks and apostrophes the texts have."""
    return sum(text.count('"') + text.count("'") for text in texts)


def numerals_mended(inline: Inline, where: str) -> tuple[Inline, list[Repair]]:
    """Roman numerals in which optical recognition read I as 1: "chap. 1V"."""
    repairs: list[Repair] = []
    text = inline.text
    for found in list(_MISREAD_NUMERAL.finditer(text)):
        numeral = found[0].replace("1", "I")
        if from_roman(numeral):
            text = text[: found.start()] + numeral + text[found.end() :]
            repairs.append(Repair(where, found[0], numeral, "optical recognition read the numeral I as 1"))
    return Inline(text, inline.italics, inline.marks), repairs


def italic(inline: Inline, spans: Iterable[tuple[int, int]]) -> Inline:
    """The text with just these stretches in italics."""
    return Inline(inline.text, tuple(Span(start, end) for start, end in spans), inline.marks)


def marked(inline: Inline, note: str) -> Inline:
    """The text with a mark for the note at its end."""
    return Inline(inline.text, inline.italics, (*inline.marks, NoteMark(len(inline.text), note)))
