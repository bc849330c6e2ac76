"""The log of an open document, with the lock that makes this process its only writer."""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from typing import Generic

from drafter import files
from drafter.edit.documents import Change, Document, DocumentType
from drafter.edit.history import History
from drafter.edit.local import log, resuming
from drafter.edit.local.beside import Beside
from drafter.edit.local.lock import Lock, holder
from drafter.errors import DrafterError, JournalError


class KeptLog(Generic[Document, Change]):
    """Writes each record to disk.

    read_only   why nothing can be kept, None where all can; `held_elsewhere` whether that is since another has the lock
    guard       held during a step, so that the records are in the order of the steps
    """

    def __init__(self, path: Path, beside: Beside, kind: DocumentType[Document, Change]) -> None:
        """Take the lock; if that fails, `read_only` says why."""
        self.guard = RLock()
        self.read_only: str | None = None
        self._path, self._beside, self._kind = path, beside, kind
        self._log: log.Log | None = None
        self._lock: Lock | None = None
        self.held_elsewhere = False
        try:
            beside.make()
            self._lock = Lock.taken(beside.lock)
        except (OSError, DrafterError) as error:
            why = files.reason(error) if isinstance(error, OSError) else error.problem
            self.read_only = f"this folder cannot be written to ({why})"
            return
        if self._lock is None:
            self.held_elsewhere = True
            self.read_only = f"it is open already, in {holder(beside.lock)}"

    @property
    def kept(self) -> bool:
        """Whether a log is kept; False after `stop`."""
        return self._log is not None

    def take_up(
        self, resumed: resuming.Resumed[Document, Change], text: str, saved: str | None
    ) -> History[Document, Change] | None:
        """Open the log, as `resuming.taken_up` does; where that fails `read_only` says why."""
        try:
            self._log, shortened = resuming.taken_up(resumed, self._beside, self._kind, text, saved)
        except (OSError, DrafterError) as error:
            self.read_only = self._not_kept(error).problem
            return None
        return shortened

    def append(self, record: log.Record, *, durable: bool = True) -> None:
        """Raises JournalError if it cannot be written; the log is then as it was."""
        with self.guard:
            if self._log is None:
                return
            try:
                self._log.append(record, durable=durable)
            except OSError as error:
                raise self._not_kept(error) from error

    def stop(self) -> None:
        """Stop keeping the log. Raises DrafterError if another process is writing it."""
        if self.held_elsewhere:
            self.check_writable()
        with self.guard:
            if self._log is not None:
                self._log.close()
            self._log = None
        self.read_only = None

    def begin_again(self, history: History[Document, Change], saved: str) -> None:
        """After work without a log: start a new one, or at least remove one that is behind the file."""
        with self.guard:
            if self._log is not None or self._lock is None:
                return
            try:
                self._log, _ = resuming.rewritten(history, self._beside, self._kind, saved)
            except (OSError, DrafterError):
                self._beside.drop_history()

    def check_writable(self) -> None:
        """Raise DrafterError if nothing can be changed."""
        if self.read_only is not None:
            raise DrafterError(
                f"the draft is open for reading only: {self.read_only}", file=self._path, remedy="save a copy elsewhere"
            )

    def close(self) -> None:
        with self.guard:
            if self._log is not None:
                self._log.close()
                self._log = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _not_kept(self, error: Exception) -> JournalError:
        why = files.reason(error) if isinstance(error, OSError) else str(error)
        return JournalError(
            f"this step cannot be kept on disk: {why}", file=self._path, remedy="make room, or go on without a history"
        )
