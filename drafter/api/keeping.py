"""Where the steps of a working draft are kept: in memory, or in its file with a history beside it."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from typing import Protocol

from drafter.edit.drafts import OpenDraft, done
from drafter.edit.edits import Edit
from drafter.edit.history import History
from drafter.model.draft import Draft


class Keeping(Protocol):
    """Holds a draft and its history."""

    @property
    def draft(self) -> Draft: ...

    def do(self, edit: Edit) -> None:
        """Do and keep an edit; if that fails, DrafterError is raised and nothing has changed."""
        ...

    def undo(self) -> str | None:
        """Undo the last step; returns its name, None if there is none."""
        ...

    def redo(self) -> str | None: ...

    def close(self) -> None: ...


class InMemory:
    """A draft that is only in memory until it is saved."""

    def __init__(self, draft: Draft) -> None:
        self._history: History[Draft, Edit] = History(draft)

    @property
    def draft(self) -> Draft:
        return self._history.document

    def do(self, edit: Edit) -> None:
        self._history = done(self._history, edit)

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
    """A draft file that is held open: `at_work` gives the draft and closes the file at its end."""

    def __init__(self, at_work: AbstractContextManager[OpenDraft]) -> None:
        self._held = ExitStack()
        self._opened = self._held.enter_context(at_work)

    @property
    def draft(self) -> Draft:
        return self._opened.document

    def do(self, edit: Edit) -> None:
        self._opened.do(edit)

    def undo(self) -> str | None:
        undone = self._opened.undo()
        return undone.name if undone else None

    def redo(self) -> str | None:
        redone = self._opened.redo()
        return redone.name if redone else None

    def close(self) -> None:
        self._held.close()
