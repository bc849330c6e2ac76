"""Documents read into the library, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from drafter.tui.dialogs.report import Report
from drafter.tui.office import office
from drafter.tui.screens.library import LibraryScreen
from drafter.tui.work import drafts
from drafter.tui.work.background import in_background
from drafter.tui.work.values import Added


def add(app: App[Any], paths: Sequence[Path]) -> None:
    """Let a worker read the files; then show what came of them, and the library as it is now."""
    held = office(app)

    def added(found: tuple[Added, ...]) -> None:
        held.answering.forget()
        held.preparation.start()
        app.push_screen(Report(found))
        for screen in app.screen_stack:
            if isinstance(screen, LibraryScreen):
                screen.read_again()

    app.notify(f"Reading {len(paths)} file{'' if len(paths) == 1 else 's'} …", timeout=2)
    in_background(app, lambda: drafts.added(held.desk, paths), added, held.complain, "add")
