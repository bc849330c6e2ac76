"""The real resolutions beside the project, read straight from their archives."""

from __future__ import annotations

import json
import tarfile
from functools import cache
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
REAL = SHARED / "real"


@cache
def texts(archive: str) -> dict[str, str]:
    """File stem → text, for `ga_78_80_text`, `prior_text` or (as JSON) `ga_78_79_labelled`."""
    found: dict[str, str] = {}
    with tarfile.open(REAL / f"{archive}.tar.xz") as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isfile() else None
            if content:
                found[member.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]] = content.read().decode()
    return dict(sorted(found.items()))


@cache
def series() -> dict[str, dict[str, list[str]]]:
    """Title in lower case → session → file stems."""
    loaded: dict[str, dict[str, list[str]]] = json.loads((REAL / "series.json").read_text())
    return loaded


def year_pairs() -> list[tuple[str, str]]:
    """The file stems of each recurring text and the next year's, 78 → 79 and 79 → 80, by title."""
    found = [
        (sessions[old][0], sessions[new][0])
        for _, sessions in sorted(series().items())
        for old, new in (("78", "79"), ("79", "80"))
        if old in sessions and new in sessions
    ]
    return [pair for pair in found if all(stem in texts("ga_78_80_text") for stem in pair)]


def pdfs() -> list[Path]:
    return sorted((REAL / "pdf").glob("*.pdf"))
