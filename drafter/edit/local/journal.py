"""A document open for work: its history goes to disk at once, its file follows soon after, and changes by others are
noticed.

Beside the file lies a folder `.drafter` with the history of each document in it (`NAME.history`), the text that was
being typed (`NAME.typing`) and a lock (`NAME.lock`). Each edit is in the history before `do` returns, and in the file
within a second. When it is opened again, even after a crash, the document is as it was, undo and redo included.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic

from drafter import files
from drafter.edit.documents import Advance, Behind, Change, Document, DocumentType, Event, SaveState, Typing
from drafter.edit.history import History, Signature, own_back
from drafter.edit.local import log, resuming
from drafter.edit.local.advances import Advances
from drafter.edit.local.beside import Beside
from drafter.edit.local.document_file import DocumentFile
from drafter.edit.local.kept_log import KeptLog
from drafter.edit.local.lock import is_free
from drafter.edit.local.replay import Replayed, advanced, done, signed
from drafter.edit.local.seen import Seen
from drafter.errors import DrafterError


class LocalDocument(Generic[Document, Change]):
    """A document in a file, open for work: an `Opened` of `drafter.edit.documents`."""

    def __init__(self, path: Path, kind: DocumentType[Document, Change], who: str = "") -> None:
        """Open the file; `who` signs the edits. Raises DrafterError for a bad file, before anything is made."""
        self.path, self.who = path, who
        self.notices: list[str] = []
        self.typing: Typing | None = None
        self._kind = kind
        self._beside = Beside(path)
        self._advances: Advances[Change] = Advances()
        self._closed = False
        DocumentFile(path, kind)
        self._open(KeptLog(path, self._beside, kind))

    def _open(self, log: KeptLog[Document, Change]) -> None:
        """Read file and history, and go on where they end."""
        self._log, self._seen = log, Seen.now(self.path, self._beside)
        try:
            self._file = DocumentFile(self.path, self._kind)
            self._file.serve(self._present, log, self._advances.tell)
            self.history: History[Document, Change] = History(self._file.document)
            self._resume()
        except BaseException:
            log.close()
            raise

    @property
    def document(self) -> Document:
        return self.history.document

    @property
    def revision(self) -> int:
        return self.history.revision

    @property
    def read_only(self) -> str | None:
        return self._log.read_only

    @property
    def held_elsewhere(self) -> bool:
        """Whether it is read-only since another program has it open, or had."""
        return self._log.held_elsewhere

    @property
    def can_take_over(self) -> bool:
        """Whether the other program has closed it."""
        return self.held_elsewhere and is_free(self._beside.lock)

    def look(self) -> bool:
        """Read again what another program did that has it open; whether that is anything."""
        seen = Seen.now(self.path, self._beside)
        if seen == self._seen:
            return False
        resumed = resuming.read(self._beside, self._kind, self.path)
        if resumed.damaged:
            return False  # it is being written: the next look sees it whole
        left = resumed.left
        history = left.history if left else History(DocumentFile(self.path, self._kind).document)
        self._advances.begin_with(left.advances if left else ())
        before, self.history, self._seen = self.history, history, seen
        return (before.revision, before.document) != (history.revision, history.document)

    def take_over(self) -> None:
        """Work on what another program had open. Raises DrafterError where it still has."""
        log = KeptLog(self.path, self._beside, self._kind)
        if log.read_only is not None:
            log.close()
            raise DrafterError(f"it cannot be changed here: {log.read_only}", file=self.path)
        self._file.stop()
        self._log.close()
        self.notices.clear()
        self._open(log)

    @property
    def save_state(self) -> SaveState:
        """Whether the document is in the file."""
        return self._file.save_state

    @property
    def outside(self) -> Document | None:
        """The document as another program left it in the file, while edits made here are not in the file: the user
        chooses by `take_outside` or `keep_own`."""
        return self._file.outside

    @property
    def unsaved(self) -> bool:
        """Whether the file lacks any edit."""
        return self.history.document != self._file.document

    def do(self, edit: Change, on: int | None = None) -> int | Behind[Change]:
        with self._log.guard:
            if on is not None and on != self.revision:
                return Behind(self.revision, tuple(self.since(on)))
            before = self.history.document
            name = self._kind.named(edit, before)
            after = self.history.done(edit, self._kind.apply(before, edit), name, self._signature())
            if after is not self.history:
                self._advance(after, done(after.past[-1], self._kind))
            return self.revision

    def undo(self, *, anyones: bool = False) -> Advance[Change] | None:
        with self._log.guard:
            back = 1 if anyones else own_back(self.history, self.who)
            if back is None or not self.history.past:
                return None
            record = {"undo": back} | signed(self._signature())
            return self._advance(self.history.undo(back, self._kind.apply), record)

    def redo(self, *, anyones: bool = False) -> Advance[Change] | None:
        with self._log.guard:
            future = self.history.future
            if not future or not (anyones or future[-1].signature.who in ("", self.who)):
                return None
            return self._advance(self.history.redo(), {"redo": True} | signed(self._signature()))

    def since(self, revision: int) -> list[Advance[Change]]:
        return self._advances.since(revision)

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        return self._advances.watch(callback)

    def save(self, *, force: bool = False) -> None:
        """Write the file now. Raises OutsideChangeError if another program has changed it since it was last read or
        written here, unless `force`; DrafterError if it cannot be written, and then it is tried again."""
        self._log.check_writable()
        self._file.save(force=force)
        if not self._log.kept:
            self._log.begin_again(self.history, self._file.digest)

    def save_copy(self, path: Path) -> None:
        """Write the document as it is now to another file; this one stays the open one."""
        files.write(path, self._file.text_for(self.history.document), force=False)

    def changed_outside(self) -> bool:
        """Whether the file's text is another than the one last read or written here."""
        return self._file.changed_outside()

    def take_outside(self) -> None:
        """Make the document in the file the current one; an edit like any other, so it can be undone."""
        with self._file.writing, self._log.guard:
            other, text_digest = self._file.read_again()
            self.do(self._kind.replacing(other))
            self._file.holds(self.document, text_digest, self.revision)

    def keep_own(self) -> None:
        """Save over what another program wrote."""
        self.save(force=True)

    def keep_typing(self, typing: Typing | None) -> None:
        self.typing = typing
        if self.read_only is None:
            self._beside.keep_typing(typing)

    def go_on_unguarded(self) -> None:
        """Work without the history on disk, for example when the disk is full: edits are safe only once in the file,
        until a save finds that a history can be kept again. Raises DrafterError if another process has the document
        open.
        """
        self._log.stop()
        self.notices.append("the history is not kept on disk; save often")

    def close(self) -> None:
        """Write what the file lacks, if possible, and close it; the history stays on disk."""
        self._file.stop()
        if not self._closed and self.read_only is None and self.unsaved:
            # it is in the history, and the user is told when the file is next read
            with contextlib.suppress(DrafterError):
                self._file.write()
        self._closed = True
        self._log.close()

    def _resume(self) -> None:
        """The history as it was left, brought together with what the file says."""
        resumed = resuming.read(self._beside, self._kind, self.path)
        left = resumed.left
        if left is not None:
            self.history = left.history
            self._advances.begin_with(left.advances)
        if self.read_only is not None:
            return
        self.notices += self._kind.told(self._file.text)
        if resumed.damaged:
            self.notices.append("the history of earlier work was damaged; what could not be read of it was set aside")
            self._beside.put_history_aside()
        up_to_date = left is not None and self._file.digest in left.files and not self.unsaved
        shortened = self._log.take_up(resumed, self._file.text, self._file.digest if up_to_date else None)
        if self.read_only is not None:
            return
        self.history = shortened or self.history
        typing = self._beside.typing()
        self.typing = None if typing is None or self._kind.holds(self.document, typing) else typing
        if left is not None:
            self._settle(left)

    def _settle(self, left: Replayed[Document, Change]) -> None:
        """Bring the file up to the history; choose between the two where another program has changed the file."""
        if left.ours(self._file.digest, self._file.document):
            if self.unsaved:
                self.notices.append("edits that were not in the file have been brought back")
                self._file.due()
        elif left.went_on and self.unsaved:
            self._file.compete()
            self.notices.append("another program has changed the file since, and some edits made here are not in it")
        elif self.unsaved:
            self.take_outside()
            self.notices.append("another program has changed the file since; undo brings back how it was")
        else:
            self._log.append({"saved": self._file.digest, "on": self.revision})

    def _advance(self, after: History[Document, Change], record: log.Record) -> Advance[Change]:
        self._log.check_writable()
        self._log.append(record)
        advance = advanced(self.history, after, self._signature())
        self.history = after
        self._file.due()
        self._advances.add(advance)
        return advance

    def _present(self) -> tuple[Document, int]:
        with self._log.guard:
            return self.history.document, self.history.revision

    def _signature(self) -> Signature:
        return Signature(self.who, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", self.revision)
