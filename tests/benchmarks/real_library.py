"""A library of all the real resolutions, made once and kept outside the project for the benchmarks."""

from __future__ import annotations

import tempfile
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library.locate import open_records
from drafter.library.ports import Records
from tests.support import real

ROOT = Path(tempfile.gettempdir()) / "drafter-benchmarks" / "library"


def real_library(root: Path = ROOT) -> Records:
    """All 2,680 of them; made in a few minutes where it is not there yet."""
    library = open_records(root)
    sources = root.with_name("sources")
    sources.mkdir(parents=True, exist_ok=True)
    root.mkdir(parents=True, exist_ok=True)
    for archive in ("prior_text", "ga_78_80_text"):
        for stem, text in real.texts(archive).items():
            if (root / f"{stem}.txt").is_file() or (sources / f"{stem}.txt").is_file():
                continue
            path = sources / f"{stem}.txt"
            path.write_text(text, encoding="utf-8", newline="\n")
            try:
                library.add(path)
            except DrafterError as error:
                print(error)
    return library
