"""The application: it holds the session and the settings; screens show them and ask it to change them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, TextArea

from drafter.answering import Answering
from drafter.errors import DrafterError
from drafter.tui import settings
from drafter.tui.actions import BY_ID, bindings
from drafter.tui.app_files import AppFiles
from drafter.tui.theme import THEMES
from drafter.tui.work.leaving import on_signals

if TYPE_CHECKING:
    from drafter.desk import Desk

_TURN = 0.0005
"""Seconds after which a worker that computes lets the screen go on; Python's own 5 ms are felt while typing."""


class DrafterApp(AppFiles):
    """Opens on the library, or on a draft."""

    TITLE = "drafter"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-middle"), (138, "-wide")]  # noqa: RUF012

    def __init__(self, desk: Desk, draft: Path | None = None, settings_file: Path | None = None) -> None:
        super().__init__()
        self.desk, self.answering = desk, Answering(desk.library)
        self._first = draft
        self._settings_file = settings_file or settings.settings_file()
        self.settings = settings.Settings()
        for theme in THEMES:
            self.register_theme(theme)

    @property
    def brackets(self) -> bool:
        """Whether changes stand in brackets, where the terminal shows no colour."""
        return self.no_color

    def on_mount(self) -> None:
        try:
            self.settings = settings.load(self._settings_file)
        except DrafterError as error:
            self.complain(error)
        self.theme = self.settings.theme if self.settings.theme in self.available_themes else settings.DARK
        self.set_keymap(self.settings.keys)
        sys.setswitchinterval(_TURN)
        on_signals(self.leave)
        from drafter.tui.screens.library import LibraryScreen

        self.push_screen(LibraryScreen())
        if self._first is not None:
            self.open_draft(self._first)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The registry's actions that are valid here, as commands."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            action = BY_ID.get(active.binding.id or "")
            if action and active.enabled and action.id not in seen and action.id != "app.command_palette":
                seen.add(action.id)
                keys = action.shown_keys(self.settings.keys)
                node, name = active.node, action.name
                yield SystemCommand(
                    f"{action.label}  [{keys}]".replace("[", "\\["),
                    action.tooltip,
                    lambda node=node, name=name: self.call_later(self.run_action, name, node),
                )

    def action_help(self) -> None:
        from drafter.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.settings.keys))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Undo, redo and save are there only with a draft."""
        return self.session is not None or action not in {"undo", "redo", "save"}

    def action_copy(self) -> None:
        """Copy what is marked in a text or in a field."""
        field = self.focused
        marked = field.selected_text if isinstance(field, Input | TextArea) else ""
        if copied := marked or self.screen.get_selected_text():
            self.copy_to_clipboard(copied)
            words = len(copied.split())
            self.notify(f"{words} word{'' if words == 1 else 's'} copied.", timeout=2)
        else:
            self.notify("Mark words with the mouse first; a double click marks a paragraph.", timeout=3)

    def action_theme(self) -> None:
        self.theme = settings.LIGHT if self.current_theme.dark else settings.DARK
        self.keep(replace(self.settings, theme=self.theme))

    def keep(self, changed: settings.Settings) -> None:
        """Hold and write the settings."""
        self.settings = changed
        try:
            settings.save(self._settings_file, changed)
        except (DrafterError, OSError) as error:
            self.notify(f"The settings could not be written: {error}", severity="warning", markup=False)
