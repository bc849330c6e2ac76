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


def pdfs() -> list[Path]:
    return sorted((REAL / "pdf").glob("*.pdf"))
