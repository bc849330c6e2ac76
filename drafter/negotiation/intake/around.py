"""Where something stands in its file that was not understood: the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter import files
from drafter.errors import DrafterError
from drafter.library.sources import open_tracked, pdf_text
from drafter.model.negotiated import NotUnderstood
from drafter.negotiation.intake.tables import rows

_PLACE = re.compile(r"(line|row) (\d+)")
_SURE = 12
"""Characters that have to stand in a line, to take it for the place."""


@dataclass(frozen=True, slots=True)
class Around:
    """A line of a file with the nearest ones before and behind it that are not empty, "" at the file's ends."""

    before: str
    line: str
    after: str


def lines_of(path: Path) -> tuple[str, ...]:
    """The lines of a file as the readers count them; () where it has none to show."""
    try:
        suffix = path.suffix.lower()
        if suffix == ".docx":
            word = open_tracked(path)
            tables = word.tables()
            return tuple((tables if rows(tables) else word.text()).splitlines())
        return tuple((pdf_text(path) if suffix == ".pdf" else files.read_text(path)).splitlines())
    except DrafterError:
        return ()


def around(lines: Sequence[str], one: NotUnderstood) -> Around | None:
    """The place by the number that the reader gave it, else by its words; None where neither finds it."""
    at = _numbered(lines, one.place)
    if at is None:
        said = one.text.strip().partition("\n")[0].strip()
        hits = [n for n, line in enumerate(lines) if len(said) >= _SURE and said in line]
        at = hits[0] if len(hits) == 1 else None
    if at is None:
        return None
    before = next((line for line in reversed(lines[:at]) if line.strip()), "")
    after = next((line for line in lines[at + 1 :] if line.strip()), "")
    return Around(before.strip(), lines[at].strip(), after.strip())


def _numbered(lines: Sequence[str], place: str) -> int | None:
    found = _PLACE.match(place)
    if found is None:
        return None
    number = int(found[2])
    if found[1] == "row":
        number = next((row.line for row in rows("\n".join(lines)) if row.number == number), 0)
    return number - 1 if 0 < number <= len(lines) else None
