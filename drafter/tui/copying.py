"""What Ctrl+C copies."""

from __future__ import annotations

from typing import Any

from textual.app import App

from drafter.tui.office import Copying


def copy(app: App[Any]) -> None:
    """Copy what is marked in a text or in a field; where nothing is, what the screen has to copy."""
    marked: str = getattr(app.focused, "selected_text", "")
    if copied := marked or app.screen.get_selected_text():
        app.copy_to_clipboard(copied)
        words = len(copied.split())
        app.notify(f"{words} word{'' if words == 1 else 's'} copied.", timeout=2)
    elif isinstance(app.screen, Copying):
        app.screen.copy_shown()
    else:
        app.notify("Mark words with the mouse first; a double click marks a paragraph.", timeout=3)
