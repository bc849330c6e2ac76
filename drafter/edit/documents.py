"""The port of opened documents: a text that one or several people change by edits, stored by whatever engine.

It knows neither drafts nor rounds: a `DocumentType` says how a document and its edits are written down and what an
edit does. `edit/local` is the engine for files; another passes the same suite (tests/unit/edit/test_documents.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from drafter.edit.history import History, Signature

Document = TypeVar("Document")
Change = TypeVar("Change")


@dataclass(frozen=True, slots=True)
class Typing:
    """The text of an open editor, not yet an edit: the id of its place and its text as markup."""

    id: str
    markup: str


@dataclass(frozen=True, slots=True)
class DocumentType(Generic[Document, Change]):
    """What an engine has to know of a kind of document.

    dumps, loads      the document as its file's text, and back; `loads` is given the file for its errors, and raises
                      DrafterError
    carried           the new text with what is only in the old one, such as a person's comments: (old, new) → text
    encoded, decoded  an edit as what json.dumps takes, and back; `decoded` raises DrafterError
    apply             the document after an edit; raises DrafterError where it cannot be done
    named             the edit in a few words, for "Undo: delete OP14": (edit, document before it) → name
    replacing         the edit that makes a document another one as a whole
    holds             whether a text that was being typed stands in the document already
    told              what a person should know of a file's text on opening it, a sentence each
    """

    dumps: Callable[[Document], str]
    loads: Callable[[str, object], Document]
    carried: Callable[[str, str], str]
    encoded: Callable[[Change], Any]
    decoded: Callable[[Any], Change]
    apply: Callable[[Document, Change], Document]
    named: Callable[[Change, Document], str]
    replacing: Callable[[Document], Change]
    holds: Callable[[Document, Typing], bool]
    told: Callable[[str], tuple[str, ...]] = lambda _: ()


class Did(StrEnum):
    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Advance(Generic[Change]):
    """A step to the revision `revision`: what was done, undone or redone, by whom and when."""

    revision: int
    did: Did
    edit: Change
    name: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class Behind(Generic[Change]):
    """The edit was for a revision that is no longer the last: nothing was done; `since` holds the steps after it."""

    revision: int
    since: tuple[Advance[Change], ...]


class Kept(StrEnum):
    """How the document's file relates to the document."""

    WRITTEN = "written"
    DUE = "due"
    TRYING = "trying"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether the document is in its file: written; due within a second; tried again, as it cannot be written for the
    moment (`why`); or held back, since another program has changed the file."""

    kept: Kept
    why: str = ""

    @property
    def told(self) -> str:
        """What the user should know about it, in a few words; "" if all is well."""
        match self.kept:
            case Kept.TRYING:
                return f"not yet in the file: {self.why}; trying again"
            case Kept.OUTSIDE:
                return "not in the file: another program has changed it"
            case _:
                return ""


Event = Advance[Any] | SaveState
"""What a watcher is called with."""


class Opened(Protocol[Document, Change]):
    """A document open for work.

    history     the document with its undo and redo
    read_only   why nothing can be changed, None where all can
    notices     what a person should be told on opening, a sentence each
    typing      what was being typed when the program last ended, None where nothing was
    """

    history: History[Document, Change]
    read_only: str | None
    notices: list[str]
    typing: Typing | None

    @property
    def document(self) -> Document: ...

    @property
    def revision(self) -> int: ...

    @property
    def save_state(self) -> SaveState: ...

    def do(self, edit: Change, on: int | None = None) -> int | Behind[Change]:
        """Do an edit on revision `on`, else on the present one; the revision after it, or Behind.

        When this returns, the edit is kept. If it cannot be done or kept, DrafterError is raised and nothing has
        changed.
        """
        ...

    def undo(self, *, anyones: bool = False) -> Advance[Change] | None:
        """Undo one's own last step (or the last step, whoever did it); None if there is none.

        Raises DrafterError if later steps by others depend on it.
        """
        ...

    def redo(self, *, anyones: bool = False) -> Advance[Change] | None: ...

    def since(self, revision: int) -> Sequence[Advance[Change]]:
        """The steps after a revision, oldest first, as far back as they are known."""
        ...

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call `callback` with each advance and each change of `save_state`, in whatever thread it happens; the
        returned function ends that."""
        ...

    def keep_typing(self, typing: Typing | None) -> None:
        """Remember the text of the open editor, or, with None, that it was closed. Never raises."""
        ...

    def close(self) -> None:
        """Close the document; what was done is kept."""
        ...
