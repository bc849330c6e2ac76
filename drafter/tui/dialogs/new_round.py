"""The file for a round on the open draft."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import Any

from textual.app import App

from drafter.model.draft import Draft
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.naming import file_named, folder_told, wrong_file
from drafter.tui.office import office
from drafter.tui.work import rounds
from drafter.tui.work.background import in_background


def new_round(app: App[Any], draft: Draft) -> None:
    """Ask for a file; a round on the draft is written to it, the draft is closed and the round opened."""

    def written(path: Path) -> None:
        office(app).close_draft()
        if office(app).session is None:  # its file may be in competition, which the drafter is asked about first
            office(app).open_draft(path)

    def chosen(name: str | None) -> None:
        if name is not None:
            path = file_named(name)
            in_background(app, lambda: rounds.begun(draft, path), written, office(app).complain, "round")

    hint = f"in {folder_told('')}; private notes and reasons stay in the draft · Enter makes it, Esc closes"
    app.push_screen(Ask("A round on this draft. Where shall it lie?", _free("round"), hint, wrong_file), chosen)


def _free(stem: str) -> str:
    """The first name that no file has yet: round.toml, round-2.toml …"""
    numbered = (f"{stem}-{number}" for number in count(2))
    return str(next(path for name in chain([stem], numbered) if not (path := file_named(name)).exists()))
