"""Drafts and files: what takes time, run in workers. Each function reads, and answers with a value."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.edit.history import History
from drafter.errors import DrafterError
from drafter.model.reading import Reading
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol
from drafter.tui.session import Session

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.model.draft import Draft


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding one file: the reading, or the reason why there is none."""

    path: Path
    reading: Reading | None
    problem: str = ""


def opened(desk: Desk, path: Path) -> Session:
    """The session of a draft file, its base tied to it where the library has it."""
    from drafter.edit.begin import tied

    draft = desk.draft(str(path))
    with contextlib.suppress(DrafterError):
        draft = tied(draft, desk.library.get(draft.base))
    return Session(path, History(draft), draft, datetime.fromtimestamp(path.stat().st_mtime))


def begun(desk: Desk, symbol: Symbol, path: Path) -> Session:
    """Next year's draft from the text `symbol`, written to a new file."""
    from drafter import files
    from drafter.edit import draftfile
    from drafter.edit.begin import begin

    base = desk.library.get(symbol)
    draft = begin(base, str(symbol))
    files.write(path, draftfile.dumps(draft), force=False)
    return Session(path, History(draft), draft, datetime.now())


def save(path: Path, draft: Draft) -> None:
    """Write the draft file, whole or not at all."""
    from drafter.edit import draftfile

    draftfile.save(path, draft)


def updates(desk: Desk, draft: Draft) -> tuple[Update, ...]:
    """What the turn of the year changes."""
    from drafter.suggest import updates as updating

    return updating.updates(draft, desk.library, draft.session)


def added(desk: Desk, paths: Sequence[Path]) -> tuple[Added, ...]:
    """Read each file into the library; one that fails does not stop the others."""
    found = []
    for path in paths:
        try:
            found.append(Added(path, desk.library.add(path)))
        except DrafterError as error:
            found.append(Added(path, None, str(error)))
    return tuple(found)


def suggested_file(symbol: Symbol, folder: Path) -> Path:
    """A free name for a new draft: "draft-76-from-75-190.toml"."""
    session = symbol.session_number
    stem = f"draft-{session + 1}-from-" if session else "draft-from-"
    stem += symbol.short.replace("/", "-").replace(" ", "").replace("(", "-").replace(")", "")
    path, count = folder / f"{stem}.toml", 2
    while path.exists():
        path, count = folder / f"{stem}-{count}.toml", count + 1
    return path
