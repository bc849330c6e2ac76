"""Papers made on the spot from the desk: the pages to look at, and a paragraph's dossier for the capital."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from textual.app import App

from drafter import files, opening, outputs
from drafter.model.draft import Draft
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.naming import file_named, folder_told, wrong_file
from drafter.tui.office import office, session_of
from drafter.tui.work.background import in_background

_DOSSIERS = (".docx", ".html", ".md")


def preview(app: App[Any], draft: Draft) -> None:
    """Let a worker make the pages of the draft, and show them in the system's viewer."""
    path = session_of(app).path

    def made() -> tuple[Path, bool]:
        pages = outputs.preview(draft, path)
        return pages, opening.opened(pages)

    def shown(found: tuple[Path, bool]) -> None:
        pages, opened = found
        said = f"The pages are in {pages}" if opened else f"No program here shows them; the pages are in {pages}"
        app.notify(said, markup=False, timeout=8)

    app.notify("LibreOffice makes the pages …", timeout=4)
    in_background(app, made, shown, office(app).complain, "preview")


def dossier(app: App[Any], draft: Draft, label: str) -> None:
    """Ask for a file, and write all that is known of the paragraph with that label to it."""
    desk = office(app).desk

    def check(name: str) -> str:
        suffix = file_named(name, ".docx").suffix.lower() if name.strip() else ".docx"
        return wrong_file(name, ".docx") if suffix in _DOSSIERS else f"it ends in {', '.join(_DOSSIERS)}"

    def chosen(name: str | None) -> None:
        if name is not None:
            path = file_named(name, ".docx")
            in_background(app, lambda: write(path), written, office(app).complain, "dossier")

    def write(path: Path) -> Path:
        files.write(path, desk.dossier(draft, label, path.suffix.lower()), force=False)
        return path

    def written(path: Path) -> None:
        app.notify(f"The dossier of {label} is in {path.absolute()}", markup=False, timeout=8)

    name = f"{session_of(app).path.stem}-{re.sub(r'[^A-Za-z0-9]', '', label)}.docx"
    hint = f"in {folder_told('')}; {', '.join(_DOSSIERS)}; without your private note · Enter writes it, Esc closes"
    app.push_screen(Ask(f"All that is known of {label}, for the capital", name, hint, check), chosen)
