"""The file for next year's draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from drafter.model.symbol import Symbol
from drafter.tui.dialogs.ask import Ask
from drafter.tui.work import drafts


def new_draft(app: App[Any], symbol: Symbol, begin: Callable[[Path], None]) -> None:
    """Ask for a file of a draft from the text `symbol`; `begin` gets it."""

    def chosen(name: str | None) -> None:
        if name is not None:
            begin(file_named(name))

    suggested = drafts.suggested_file(symbol, Path())
    hint = "the draft file; every change is written to it"
    question = f"A new draft from {symbol.short}. Where shall it lie?"
    app.push_screen(Ask(question, str(suggested), hint, wrong_file), chosen)


def file_named(name: str, ending: str = ".toml") -> Path:
    """The file that a typed name means; `ending` is added where it has none."""
    path = Path(name.strip()).expanduser()
    return path if path.suffix else path.with_suffix(ending)


def wrong_file(name: str, ending: str = ".toml") -> str:
    """What is wrong with a file's name, "" where nothing is."""
    if not name.strip() or Path(name.strip()).expanduser().is_dir():
        return "give the file a name"
    path = file_named(name, ending)
    if path.exists():
        return "there is a file of this name already"
    return "" if path.parent.is_dir() else f"there is no folder {path.parent}"
