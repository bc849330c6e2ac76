"""The gold set's library: the texts that ship with the program, and invented sister texts of theirs."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.record import dumps
from drafter.model.inline import Inline
from drafter.model.reading import Reading
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol
from drafter.resources import shipped

FOLDER = Path(__file__).parents[1] / "unit" / "suggest" / "gold"


def sisters() -> tuple[Resolution, ...]:
    found = tomllib.loads((FOLDER / "sisters.toml").read_text(encoding="utf-8"))
    return tuple(map(_resolution, found["text"]))


def _resolution(text: dict[str, Any]) -> Resolution:
    symbol = Symbol.parse(text["symbol"])
    assert symbol is not None
    kinds = ((Kind.PREAMBULAR, text["preamble"]), (Kind.OPERATIVE, text["operative"]))
    paragraphs = tuple(Paragraph(kind, Inline.from_markup(markup)) for kind, several in kinds for markup in several)
    return Resolution(
        symbol.organ,
        Inline(text["title"]),
        paragraphs,
        symbol=symbol,
        session=symbol.session_number,
        adopted=text["adopted"],
    )


def gold_library(folder: Path) -> Records:
    """The library in a new folder inside `folder`."""
    place = folder / "gold"
    shutil.copytree(shipped("corpus"), place, ignore=shutil.ignore_patterns(".*"))
    for text in sisters():
        assert text.symbol is not None
        (place / f"{text.symbol.file_stem}.toml").write_text(dumps(Reading(text)), encoding="utf-8", newline="\n")
    return open_records(place)
