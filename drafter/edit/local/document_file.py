"""The file of an open document: written soon after each edit, and never over what another program put there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Generic

from drafter import files
from drafter.edit.documents import Change, Document, DocumentType, Kept, SaveState
from drafter.edit.local.kept_log import KeptLog
from drafter.edit.local.replay import digest
from drafter.edit.local.writer import BackgroundWriter
from drafter.errors import DrafterError, OutsideChangeError


class DocumentFile(Generic[Document, Change]):
    """The file at `path`: `text` as it was on opening, `digest` and `document` of what is in it now.

    outside    the document as another program left it, where that and edits not yet in the file compete
    standing   whether the present document is in it
    """

    def __init__(self, path: Path, kind: DocumentType[Document, Change]) -> None:
        """Read the file. Raises DrafterError if it is not of that kind."""
        self.path = path
        self.text = files.read_text(path)
        self.digest = digest(self.text)
        self.document = kind.loads(self.text, path)
        self.outside: Document | None = None
        self.save_state = SaveState(Kept.WRITTEN)
        self._kind = kind
        self.writing = RLock()

    def serve(
        self,
        present: Callable[[], tuple[Document, int]],
        log: KeptLog[Document, Change],
        told: Callable[[SaveState], None],
    ) -> None:
        """Begin to write: `present` gives the document and its revision, `told` is called with each new state."""
        self._present, self._log, self._told = present, log, told
        self._writer = BackgroundWriter(self.write, self._stands)

    def due(self) -> None:
        """Write it soon, unless a choice is open."""
        if self.outside is None:
            if self.save_state.kept is Kept.WRITTEN:
                self.save_state = SaveState(Kept.DUE)
            self._writer.due()

    def save(self, *, force: bool = False) -> None:
        """Write it now. If that fails, DrafterError is raised and it is tried again in the background."""
        try:
            self.write(force=force)
        except OutsideChangeError as error:
            self._stands(SaveState(Kept.OUTSIDE, error.problem))
            raise
        except DrafterError:
            self.due()
            raise
        self._writer.not_due()

    def write(self, *, force: bool = False) -> None:
        """Write the document as it is at this moment, whole or not at all; edits may go on meanwhile.

        Raises OutsideChangeError where another program changed the file, unless `force`; DrafterError where it
        cannot be written.
        """
        with self.writing:
            if not force and (self.outside is not None or self.changed_outside()):
                raise OutsideChangeError(
                    "another program has changed this file",
                    file=self.path,
                    remedy="take its changes, or save over them",
                )
            document, revision = self._present()
            text = self.text_for(document)
            written = digest(text)
            if force or written != self.digest:
                self._log.append({"saving": written, "on": revision}, durable=False)
                files.write(self.path, text)
            self.holds(document, written, revision)

    def holds(self, document: Document, text_digest: str, revision: int) -> None:
        """Note that the file has the document of that revision."""
        self._log.append({"saved": text_digest, "on": revision}, durable=False)
        self.digest, self.document, self.outside = text_digest, document, None
        later = self._present()[0] != document
        self._stands(SaveState(Kept.DUE if later else Kept.WRITTEN))

    def read_again(self) -> tuple[Document, str]:
        """The document that the file holds now, and its text's digest."""
        text = files.read_text(self.path)
        return self._kind.loads(text, self.path), digest(text)

    def compete(self) -> None:
        """Both what another program left in the file and what the file lacks are new: nothing is written until the user
        has chosen."""
        self.outside = self.document
        self.save_state = SaveState(Kept.OUTSIDE)

    def changed_outside(self) -> bool:
        """Whether the file's text differs from the one last read or written here."""
        with self.writing:
            try:
                return digest(files.read_text(self.path)) != self.digest
            except DrafterError:
                return True

    def text_for(self, document: Document) -> str:
        """The document's text with the comments of the file that it is to replace."""
        text = self._kind.dumps(document)
        return self._kind.carried(files.read_text(self.path), text) if self.path.is_file() else text

    def stop(self) -> None:
        """Stop writing in the background, after a write that is under way."""
        self._writer.stop()

    def _stands(self, state: SaveState) -> None:
        if state != self.save_state:
            self.save_state = state
            self._told(state)
