"""Abbreviations: said once what they stand for, and then used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.check.rule import Background, Slip, on_text
from drafter.model.finding import Severity
from drafter.model.resolution import Kind, Resolution
from drafter.rules.tables import kept, table

SOURCE = "Editorial Manual, abbreviations; counted over 1,495 resolutions of sessions 60 to 80"
_INTRODUCED = re.compile(
    r"(?P<name>(?:[\w’'/-]+,? ){1,14}?[\w’'/-]+)"
    r"(?P<mark> \((?:the )?[“\"]?(?P<short>[A-Z][A-Z0-9&-]*[A-Z]|[A-Z]+-\d\d)s?[”\"]?\))"
)
_SHORT = re.compile(r"(?<![\w/.’+-])(?<!\d )[A-Z]{2,}(?:-[A-Z]+)*(?:-\d\d)?(?![\w/.’(-]|\.\d| \d)")
"""Neither a grade ("D-2") nor a letter behind a number ("53/77 AA"), nor a series with its number ("OC 16/99")."""
_ROMAN = re.compile(r"(?:E?S-)?[IVXLC]+(?:-[IVXLC]+)?")
_QUOTED = re.compile(r"“[^”]*”")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_SMALL = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}


class Introduced(NamedTuple):
    """ "World Trade Organization (WTO)": `start`..`end` are the characters of " (WTO)"."""

    short: str
    start: int
    end: int


@lru_cache(20_000)
def introduced(text: str) -> tuple[Introduced, ...]:
    """The abbreviations that a paragraph gives behind the words that they stand for.

    >>> [one.short for one in introduced("the World Trade Organization (WTO) and the coronavirus disease (COVID-19)")]
    ['WTO']
    """
    return tuple(
        Introduced(found["short"], *found.span("mark"))
        for found in _INTRODUCED.finditer(text)
        if not _ROMAN.fullmatch(found["short"]) and _stands_for(found["short"], found["name"])
    )


def _stands_for(short: str, name: str) -> bool:
    words = [word for word in re.split(r"[\s,/-]+", name) if word]
    return _initials(words, [letter for letter in short if letter.isalpha()])


def _initials(words: Sequence[str], letters: Sequence[str]) -> bool:
    """Whether the last words begin with these letters; small words may be passed over."""
    if not letters or not words:
        return not letters
    last = words[-1]
    if last[0].upper() == letters[-1] and _initials(words[:-1], letters[:-1]):
        return True
    return last.lower() in _SMALL and _initials(words[:-1], letters)


@lru_cache(20_000)
def _used(text: str) -> tuple[tuple[str, int, int], ...]:
    """The abbreviations in a paragraph, what stands in quotation marks or parentheses aside."""
    bare = text
    for aside in (_QUOTED, _IN_PARENTHESES):
        bare = aside.sub(lambda found: " " * len(found[0]), bare)
    return tuple((found[0], *found.span()) for found in _SHORT.finditer(bare) if not _ROMAN.fullmatch(found[0]))


@lru_cache(20_000)
def _in_parentheses(text: str) -> tuple[str, ...]:
    return tuple(found[0] for aside in _IN_PARENTHESES.finditer(text) for found in _SHORT.finditer(aside[0]))


@kept()
def _known() -> frozenset[str]:
    return frozenset(name for names in table("abbreviations").values() for name in names)


@on_text(
    "abbreviation-again",
    Severity.WARNING,
    source=SOURCE,
    example="the World Trade Organization (WTO), a second time → the World Trade Organization",
)
def abbreviation_again(text: Resolution, background: Background) -> Iterator[Slip]:
    """What an abbreviation stands for is said once in the preamble and once in the operative part."""
    seen: set[tuple[str, Kind, str]] = set()
    for index, one in _introduced(text, background):
        paragraph = text.paragraphs[index]
        key = one.short, paragraph.kind, paragraph.part
        if key in seen:
            yield Slip(f"{one.short} was introduced before", one.start, one.end, "", index=index)
        seen.add(key)


@on_text(
    "abbreviation-unused",
    Severity.NOTE,
    source=SOURCE,
    example="the World Trade Organization (WTO), and WTO nowhere else → the World Trade Organization",
)
def abbreviation_unused(text: Resolution, background: Background) -> Iterator[Slip]:
    """An abbreviation that is introduced is used."""
    places = defaultdict(list)
    for index, one in _introduced(text, background):
        places[one.short].append((index, one))
    whole = "\n".join(paragraph.text for paragraph in text.paragraphs) if places else ""
    for short, found in places.items():
        if len(re.findall(rf"(?<![\w-]){re.escape(short)}(?!\w)", whole)) == len(found):
            index, one = found[0]
            yield Slip(f"{short} is not used in this text", one.start, one.end, "", index=index)


@on_text(
    "abbreviation-unknown",
    Severity.WARNING,
    source=SOURCE,
    example="the rules of WTO → the rules of the World Trade Organization",
)
def abbreviation_unknown(text: Resolution, background: Background) -> Iterator[Slip]:
    """An abbreviation is introduced before it is used, or is a name that everybody knows."""
    if not (background.profile.assembly and background.profile.modern):
        return
    told = {short for paragraph in text.paragraphs for short in _in_parentheses(paragraph.text)} | _known()
    for index, paragraph in enumerate(text.paragraphs):
        if paragraph.kind is Kind.HEADING or paragraph.part.startswith("Annex"):
            continue
        for short, start, end in _used(paragraph.text):
            if short not in told:
                told.add(short)
                yield Slip(f"the text does not say what {short} stands for", start, end, index=index)


def _introduced(text: Resolution, background: Background) -> Iterator[tuple[int, Introduced]]:
    if not (background.profile.assembly and background.profile.modern):
        return
    for index, paragraph in enumerate(text.paragraphs):
        if paragraph.kind is not Kind.HEADING and not paragraph.part.startswith("Annex"):
            yield from ((index, one) for one in introduced(paragraph.text) if one.short not in _known())
