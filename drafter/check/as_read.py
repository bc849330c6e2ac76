"""What the reading of a file changed in it: an editor wants to know before the text goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.rule import Background, Slip, on_text
from drafter.model.finding import Severity
from drafter.model.numbering import labels
from drafter.model.reading import NUMBER_TWICE, told_once
from drafter.model.resolution import Resolution

_FIRST = re.compile(r"(?P<first>.+?)(?:–| to ).*")


@on_text(
    "number-twice", Severity.WARNING, source="Editorial Manual, resolutions", example="2. …; 2. …; 3. … → 2., 3., 4."
)
def number_twice(text: Resolution, background: Background) -> Iterator[Slip]:
    """No two paragraphs of a list have the same number in the source."""
    twice = {repair.where for repair in background.repairs if repair.why == NUMBER_TWICE}
    for index, label in enumerate(labels(text.paragraphs) if twice else ()):
        if label in twice:
            yield Slip("the source has this number twice, so a reference to it may mean either", index=index)


@on_text("read-as", Severity.NOTE, source="the reading of the file", example="(b), where the file has (c)")
def read_as(text: Resolution, background: Background) -> Iterator[Slip]:
    """What a reading put right is told once, where it begins; what a person put right is known."""
    others = [one for one in background.repairs if one.why != NUMBER_TWICE and not one.by_hand]
    places = {label: index for index, label in enumerate(labels(text.paragraphs))} if others else {}
    for repair in told_once(others):
        first = _FIRST.fullmatch(repair.where)
        index = places.get(first["first"] if first else repair.where)
        where = "" if repair.where in places else f"{repair.where}: "
        done = f"“{repair.found or '(nothing)'}” was read as “{repair.read_as or '(nothing)'}”, "
        yield Slip(f"{where}{done if repair.found or repair.read_as else ''}{repair.why}", index=index)
