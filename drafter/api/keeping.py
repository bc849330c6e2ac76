"""Where the steps of a working draft or round are kept: in memory, or in its file with a history beside it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import Generic, Protocol, TypeVar

from drafter.edit.history import History
from drafter.edit.local.journal import LocalDocument

Document = TypeVar("Document")
Change = TypeVar("Change")
Changed = TypeVar("Changed", contravariant=True)
Held = TypeVar("Held", covariant=True)


class Keeping(Protocol[Held, Changed]):
    """Holds a document and its history."""

    @property
    def document(self) -> Held: ...

    def do(self, edit: Changed) -> None:
        """Do and keep an edit; if that fails, DrafterError is raised and nothing has changed."""
        ...

    def undo(self) -> str | None:
        """Undo the last step; returns its name, None if there is none."""
        ...

    def redo(self) -> str | None: ...

    def close(self) -> None: ...


class InMemory(Generic[Document, Change]):
    """A document that is only in memory until it is saved; `done` is its history with one edit more."""

    def __init__(
        self,
        document: Document,
        done: Callable[[History[Document, Change], Change], History[Document, Change]],
    ) -> None:
        self._history: History[Document, Change] = History(document)
        self._done = done

    @property
    def document(self) -> Document:
        return self._history.document

    def do(self, edit: Change) -> None:
        self._history = self._done(self._history, edit)

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


class InFile(Generic[Document, Change]):
    """A file that is held open: `at_work` gives the document and closes the file at its end."""

    def __init__(self, at_work: AbstractContextManager[LocalDocument[Document, Change]]) -> None:
        self._held = ExitStack()
        self._opened = self._held.enter_context(at_work)

    @property
    def document(self) -> Document:
        return self._opened.document

    def do(self, edit: Change) -> None:
        self._opened.do(edit)

    def undo(self) -> str | None:
        undone = self._opened.undo()
        return undone.name if undone else None

    def redo(self) -> str | None:
        redone = self._opened.redo()
        return redone.name if redone else None

    def close(self) -> None:
        self._held.close()
