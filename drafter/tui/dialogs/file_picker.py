"""Choosing a file: a tree of folders, and a line where a name can be typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Input, Label

from drafter.tui.actions import bindings

_ANEW = re.compile(r"(?<=.)[/\\](?=/|~|[A-Za-z]:[/\\])")
"""Where a path begins anew behind another one."""


class _Tree(DirectoryTree):
    """Folders, and files of the wanted kinds."""

    def __init__(self, folder: Path, endings: tuple[str, ...]) -> None:
        super().__init__(folder)
        self._endings = endings

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        return [
            path
            for path in paths
            if not path.name.startswith(".") and (path.is_dir() or path.suffix.lower() in self._endings)
        ]


class FilePicker(ModalScreen[tuple[Path, ...] | None]):
    """Gives the chosen files (of a folder, all in it that fit), or None where the drafter closed it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]
    AUTO_FOCUS = "Input"

    def __init__(self, question: str, endings: tuple[str, ...], folder: Path | None = None) -> None:
        super().__init__()
        self._question, self._endings, self._folder = question, endings, folder or Path.cwd()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Label(self._question, classes="question", markup=False)
            yield Input(f"{self._folder}/", id="answer", compact=True, select_on_focus=False)
            yield _Tree(self._folder, self._endings)
            yield Label(f"a file ({', '.join(self._endings)}), or a folder of them; Tab goes to the tree", id="hint")

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        self.dismiss((event.path,))

    def on_directory_tree_directory_selected(self, event: DirectoryTree.DirectorySelected) -> None:
        self.query_one(Input).value = f"{event.path}/"

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = Path(_fresh(event.value.strip())).expanduser()
        if path.is_dir():
            inside = tuple(sorted(one for one in path.iterdir() if one.suffix.lower() in self._endings))
            if inside:
                self.dismiss(inside)
                return
        elif path.is_file():
            self.dismiss((path,))
            return
        hint = self.query_one("#hint", Label)
        hint.update("there is no such file" if not path.is_dir() else "no file of these kinds lies in this folder")
        hint.add_class("wrong")

    def action_cancel(self) -> None:
        self.dismiss(None)


def _fresh(typed: str) -> str:
    """What was typed behind the folder that stood there, where that is a whole path of its own.

    >>> _fresh("/home/me/drafts//srv/texts/a.docx"), _fresh("/home/me/~/a.docx"), _fresh("C:/drafts/D:/a.docx")
    ('/srv/texts/a.docx', '~/a.docx', 'D:/a.docx')
    """
    begins = list(_ANEW.finditer(typed))
    return typed[begins[-1].start() + 1 :] if begins else typed
