"""The way to the screen on which files are taken into the open round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from drafter.tui.dialogs.file_picker import FilePicker
from drafter.tui.office import negotiation_of
from drafter.tui.screens.incoming import IncomingScreen

_KINDS = (".docx", ".toml", ".txt", ".eml", ".md", ".csv", ".pdf")


def take_in(app: App[Any], then: Callable[[Sequence[str]], None]) -> None:
    """Ask for files and show what is in them; `then` gets the places of what was kept."""

    def kept(places: tuple[str, ...] | None) -> None:
        if places:
            then(places)

    def picked(files: tuple[Path, ...] | None) -> None:
        if files:
            app.push_screen(IncomingScreen(files), kept)

    folder = negotiation_of(app).path.resolve().parent
    app.push_screen(FilePicker("Take in which files?", _KINDS, folder, several=True), picked)
