"""Choosing a file: a tree of folders, and a line where a name can be typed or pasted."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Input, Label
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from drafter.files import reason
from drafter.tui.actions import bindings
from drafter.tui.dialogs.naming import path_typed

_ANEW = re.compile(r"(?<=.)[/\\](?=/|~|[A-Za-z]:[/\\])")
"""Where a path begins anew behind another one."""


_MARK = Text("● ", "bold")
"""Before the name of a file that is marked."""


class _Tree(DirectoryTree):
    """Folders, and files of the wanted kinds, of which several may be marked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark", show=False)]

    @dataclass
    class OthersMarked(Message):
        """Other files are marked."""

    def __init__(self, folder: Path, endings: tuple[str, ...], *, several: bool) -> None:
        super().__init__(folder)
        self._endings, self._several = endings, several
        self.marked: tuple[Path, ...] = ()

    def action_mark(self) -> None:
        """Mark the file under the cursor or take its mark away; open or close a folder."""
        node = self.cursor_node
        if not self._several or node is None or node.data is None or node.data.path.is_dir():
            self.action_toggle_node()
            return
        path = node.data.path
        self.marked = tuple(one for one in self.marked if one != path) if path in self.marked else (*self.marked, path)
        node.refresh()
        self.post_message(self.OthersMarked())

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        label = super().render_label(node, base_style, style)
        return _MARK + label if node.data is not None and node.data.path in self.marked else label

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

    def __init__(
        self, question: str, endings: tuple[str, ...], folder: Path | None = None, *, several: bool = False
    ) -> None:
        super().__init__()
        self._question, self._endings, self._folder = question, endings, folder or Path.cwd()
        self._several = several

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Label(self._question, classes="question", markup=False)
            yield Input(f"{self._folder}/", id="answer", compact=True, select_on_focus=False)
            yield _Tree(self._folder, self._endings, several=self._several)
            yield Label(self._said, id="hint", markup=False)

    @property
    def _said(self) -> str:
        kinds = ", ".join(self._endings)
        if self._several:
            return f"files ({kinds}), or a folder of them; Tab goes to the tree, Space marks several there"
        return f"a file ({kinds}), or a folder of them; Tab goes to the tree"

    @on(_Tree.OthersMarked)
    def _tell_marked(self) -> None:
        names = ", ".join(path.name for path in self._marked)
        self._hint(f"{len(self._marked)} marked: {names}; Enter takes them" if names else self._said)

    @property
    def _marked(self) -> tuple[Path, ...]:
        return self.query_one(_Tree).marked

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        self.dismiss(tuple(dict.fromkeys((*self._marked, event.path))))

    def on_directory_tree_directory_selected(self, event: DirectoryTree.DirectorySelected) -> None:
        self.query_one(Input).value = f"{event.path}/"

    def on_input_submitted(self, event: Input.Submitted) -> None:
        try:
            self._choose(event.value)
        except OSError as error:  # a name that is too long, a folder that may not be read
            self._hint(f"this cannot be read: {reason(error)}", wrong=True)

    def _choose(self, typed: str) -> None:
        path = self._path(typed.strip())
        if self._marked and not path.is_file():
            self.dismiss(self._marked)
            return
        several = [self._path(one) for one in _names(typed)] if self._several and not path.exists() else []
        missing = [one for one in several if not one.is_file()]
        if len(several) > len(missing) == 0:
            self.dismiss(tuple(dict.fromkeys(several)))
            return
        if path.is_dir():
            inside = tuple(sorted(one for one in path.iterdir() if one.suffix.lower() in self._endings))
            if inside:
                self.dismiss(inside)
                return
        elif path.is_file():
            self.dismiss((path,))
            return
        wrong = "no file of these kinds lies in this folder" if path.is_dir() else "there is no such file"
        self._hint(f"there is no file {missing[0].name}" if len(missing) < len(several) else wrong, wrong=True)

    def _path(self, typed: str) -> Path:
        """The file of that name, in the folder that is shown where it is not found from here."""
        path = path_typed(_fresh(typed))
        return path if path.is_absolute() or path.exists() else self._folder / path

    def _hint(self, said: str, *, wrong: bool = False) -> None:
        hint = self.query_one("#hint", Label)
        hint.update(said)
        hint.set_class(wrong, "wrong")

    def action_cancel(self) -> None:
        self.dismiss(None)


def _names(typed: str) -> list[str]:
    """The names in a list as a terminal writes it where several files are dragged onto it.

    >>> _names("/home/me/eu.txt '/home/me/our changes.docx'")
    ['/home/me/eu.txt', '/home/me/our changes.docx']
    """
    try:
        return [one.strip("\"'") for one in shlex.split(typed, posix=os.name != "nt")]
    except ValueError:  # an apostrophe in a name
        return []


def _fresh(typed: str) -> str:
    """What was typed behind the folder that stood there, where that is a whole path of its own.

    >>> _fresh("/home/me/drafts//srv/texts/a.docx"), _fresh("/home/me/~/a.docx"), _fresh("C:/drafts/D:/a.docx")
    ('/srv/texts/a.docx', '~/a.docx', 'D:/a.docx')
    """
    begins = list(_ANEW.finditer(typed))
    return typed[begins[-1].start() + 1 :] if begins else typed
