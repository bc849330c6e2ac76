"""Names of countries and bodies in United Nations usage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.rule import Background, ParagraphInPlace, Slip, on_place, on_text
from drafter.model.finding import Severity
from drafter.model.resolution import Resolution
from drafter.rules.tables import kept, table

_SOURCE = "United Nations terminology; usage in the corpus"


@kept()
def _wrong(group: str) -> re.Pattern[str]:
    names = sorted(table("names")[group], key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")


@on_place("body-name", Severity.ERROR, source=_SOURCE, example="the Secretary General → the Secretary-General")
def body_name(place: ParagraphInPlace) -> Iterator[Slip]:
    """Names of bodies and offices."""
    right = table("names")["bodies"]
    for found in _wrong("bodies").finditer(place.paragraph.text):
        yield Slip(f"the United Nations writes {right[found[0]]!r}", *found.span(), right[found[0]])


@on_text("country-name", Severity.WARNING, source=_SOURCE, example="Swaziland → Eswatini (from the 73rd session)")
def country_name(text: Resolution, background: Background) -> Iterator[Slip]:
    """Names of countries, as they were at the time."""
    names = table("names")
    for index, paragraph in enumerate(text.paragraphs):
        for found in _wrong("countries").finditer(paragraph.text):
            if (background.session or 999) <= names["countries_after"].get(found[0], 0):
                continue
            right = names["countries"][found[0]]
            doubled = paragraph.text[: found.start()].lower().endswith("the ") and right.startswith("the ")
            suggest = right[4:] if doubled else right
            yield Slip(f"the United Nations writes {suggest!r}", *found.span(), suggest, index=index)
