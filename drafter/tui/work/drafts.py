"""Drafts and files: what takes time, run in workers. Each function reads, and answers with a value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.model.symbol import Symbol
from drafter.tui.work.values import Added, LookedOver, TakenUp

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.library.searchable import Watch
    from drafter.model.draft import Draft
    from drafter.tui.work.rounds import RoundTakenUp


def opened(desk: Desk, path: Path) -> TakenUp | RoundTakenUp:
    """The draft file (or the one in a Word file) or the round, open for work, and the session that shows it."""
    from drafter.negotiation.rounds import is_round
    from drafter.tui.state.session import Session

    if is_round(path):
        from drafter.tui.work import rounds

        return rounds.opened(path)
    path = desk.draft_file(path)
    draft = desk.open(path)
    when = datetime.fromtimestamp(path.stat().st_mtime)
    session = Session(path, draft.history, when, draft.save_state.told, draft.read_only or "")
    return TakenUp(draft, session)


def begun(desk: Desk, symbol: Symbol, path: Path, session: int | None = None) -> TakenUp | RoundTakenUp:
    """The draft for the next session (or for `session`) from the text `symbol`, written to a new file and opened."""
    from drafter import files
    from drafter.edit import draftfile

    files.write(path, draftfile.dumps(desk.begin(str(symbol), session)), force=False)
    return opened(desk, path)


def looked_over(desk: Desk, draft: Draft, watch: Watch = lambda _: None) -> LookedOver:
    """What the turn of the year changes in the draft, and what the editorial checks say of it."""
    pending = desk.updates(draft, watch=watch)
    return LookedOver(draft, pending, desk.findings(draft, pending))


def added(desk: Desk, paths: Sequence[Path]) -> tuple[Added, ...]:
    """Read each file into the library; one that fails does not stop the others."""
    found = []
    for path in paths:
        try:
            found.append(Added(path, desk.library.add(path)))
        except DrafterError as error:
            found.append(Added(path, None, str(error)))
    return tuple(found)


def next_session(desk: Desk, symbol: Symbol) -> int | None:
    """For which session a draft from the text `symbol` would be; DrafterError for a text that none is made from."""
    return desk.begin(str(symbol)).session


def suggested_file(symbol: Symbol, folder: Path, session: int | None) -> Path:
    """A free name for a new draft: "draft-76-from-75-190.toml"."""
    stem = f"draft-{session}-from-" if session else "draft-from-"
    stem += symbol.short.replace("/", "-").replace(" ", "").replace("(", "-").replace(")", "")
    path, count = folder / f"{stem}.toml", 2
    while path.exists():
        path, count = folder / f"{stem}-{count}.toml", count + 1
    return path
