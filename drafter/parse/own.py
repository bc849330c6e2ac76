"""The lines of one resolution, from pages that hold several, as bound volumes do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.model.reading import Unplaced
from drafter.model.symbol import Symbol
from drafter.parse.lines import Line
from drafter.parse.marks import mark_at
from drafter.parse.masthead import organ_of, symbol_named, title_number
from drafter.rules.openings import kind_of

_NEAR = 14
_TITLE_START = re.compile(
    r"(?:S-|ES-)?\d{1,4}(?:/\d|\s?[A-Z]?\s?\([A-Z\d])|(?:S-|ES-)?\d{4,6}\.|R(?:esolution|ESOLUTION)\s\d"
)
_FRENCH = re.compile(r"\b(?:d[eu]s?|les?|la|l’|d’|et|aux?|une?|dans|sur|par|pour|que|qui|Le Conseil|en)\b|\b[ld]’")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|by|for|that|with)\b")


def own_lines(lines: list[Line], name: str) -> tuple[list[Line], list[Line], list[Unplaced]]:
    """(masthead, body from the organ's line on, not placed): what belongs to another resolution is not placed."""
    titles = [i for i, line in enumerate(lines) if _TITLE_START.match(line.text) and title_number(line.text)]
    own = _own_number(lines, name)
    start = next((i for i in titles if _numbers(lines[i].text) == own), None) if own else None
    end = len(lines)
    for i in titles:
        if start is not None and i > start + 2 and _numbers(lines[i].text) != own and _begins(lines, i):
            end = i
            break
    body = _body_start(lines, start if start is not None else 0, end)
    top, foreign = lines[:body], lines[end:]
    if start is not None and any(_is_text(line) for line in lines[:start]):
        top = [line for line in lines[:start] if Symbol.parse(line.text)] + lines[start:body]
        foreign = [line for line in lines[:start] if not Symbol.parse(line.text)] + foreign
    elif start is None:
        first = next((i for i, line in enumerate(lines[:body]) if _is_text(line)), None)
        if first is not None:
            top, foreign = lines[:first], lines[first:body] + foreign
    kept = lines[body:end]
    letter = next((i for i, line in enumerate(top) if line.text == "A"), None)
    if letter is not None and any(line.text == "B" for line in kept):
        top, kept = top[:letter], top[letter:] + kept
    if _bilingual(kept) and not all(is_french(line.text) for line in kept if len(line.text) > _NEAR):
        foreign = foreign + [line for line in kept if is_french(line.text)]
        kept = [line for line in kept if not is_french(line.text)]
    return top, kept, [Unplaced(line.number, line.text) for line in foreign]


def is_french(text: str) -> bool:
    """Whether a line is French: bilingual volumes print both languages."""
    french = len(_FRENCH.findall(text))
    return french > 1 and french > 2 * len(_ENGLISH.findall(text)) and french * 14 > len(text.split())


def _bilingual(lines: Sequence[Line]) -> bool:
    return any(line.text.startswith(("Le Conseil", "L’Assemblée", "L'Assemblée")) for line in lines)


def _own_number(lines: Sequence[Line], name: str) -> str:
    symbol = symbol_named(name) or next(filter(None, (Symbol.parse(line.text) for line in lines[:40])), None)
    return _digits(symbol.short) if symbol else ""


def _numbers(text: str) -> str:
    found = title_number(text)
    return _digits(found["number"].removeprefix("Resolution").removeprefix("RESOLUTION")) if found else ""


def _digits(number: str) -> str:
    """A number without its punctuation, so that a lost stroke does not matter."""
    return re.sub(r"[^0-9A-Z]", "", number)


def _begins(lines: Sequence[Line], i: int) -> bool:
    """Whether a resolution begins at line `i`: its organ's line follows soon."""
    return any(organ_of(line.text) for line in lines[i + 1 : i + _NEAR])


def _body_start(lines: Sequence[Line], start: int, end: int) -> int:
    for i in range(start, end):
        if organ_of(lines[i].text):
            return i
    if start or (lines and title_number(lines[0].text)):
        return start + 1
    for i in range(end):
        if title_number(lines[i].text):
            return i + 1
    for i in range(end):
        if _is_text(lines[i]):
            return i
    if lines and Symbol.parse(lines[0].text):  # a fragment under its symbol
        return next((i for i in range(1, end) if not lines[i].text.isdigit()), end)
    return end


def _is_text(line: Line) -> bool:
    """Whether a line above the organ's is a paragraph, and so another resolution's."""
    text = line.text
    if text[0].isdigit() or text[0] == "(":
        mark = mark_at(text)
        return mark is not None and kind_of(text[mark.length :]) is not None
    return line.gap > 0 and len(text) > 45 and text[-1] in ",;" and kind_of(text) is not None
