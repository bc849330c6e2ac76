"""Where the steps of a working draft are kept: in memory, or in its file with a history beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from drafter.edit.edits import Edit
from drafter.edit.history import History
from drafter.model.draft import Draft

if TYPE_CHECKING:
    from drafter.edit.journal import OpenDraft


class Keeping(Protocol):
    """What holds a draft and its history."""

    @property
    def draft(self) -> Draft: ...

    def do(self, edit: Edit) -> None:
        """Do and keep an edit; DrafterError where that cannot be, and then nothing changed."""
        ...

    def undo(self) -> str | None:
        """Take back the last step; its name, None where there is none."""
        ...

    def redo(self) -> str | None: ...

    def close(self) -> None: ...


class InMemory:
    """A draft that is nowhere but here until it is saved."""

    def __init__(self, draft: Draft) -> None:
        self._history = History(draft)

    @property
    def draft(self) -> Draft:
        return self._history.draft

    def do(self, edit: Edit) -> None:
        self._history = self._history.do(edit)

    def undo(self) -> str | None:
        name = self._history.undo_name
        self._history = self._history.undo()
        return name

    def redo(self) -> str | None:
        name = self._history.redo_name
        self._history = self._history.redo()
        return name

    def close(self) -> None:
        """Nothing is held."""


class InFile:
    """An opened draft file."""

    def __init__(self, opened: OpenDraft) -> None:
        self._opened = opened

    @property
    def draft(self) -> Draft:
        return self._opened.draft

    def do(self, edit: Edit) -> None:
        self._opened.do(edit)

    def undo(self) -> str | None:
        name = self._opened.history.undo_name
        self._opened.undo()
        return name

    def redo(self) -> str | None:
        name = self._opened.history.redo_name
        self._opened.redo()
        return name

    def close(self) -> None:
        self._opened.save()
        self._opened.close()
