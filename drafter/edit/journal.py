"""A draft open for work: its history on disk as it happens, its file, and what another program did to either.

Beside the draft lies a folder `.drafter` with the history of each draft in it (`NAME.history`), the text that was
being typed (`NAME.typing`) and a lock (`NAME.lock`). Each edit is in the history before `do` returns; the draft file
itself is written by `save`. Opened again, after a save or a crash, the draft is as it was last, undo and redo included.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from drafter import files
from drafter.edit import draftfile, log
from drafter.edit.edits import Edit, ReplaceAll
from drafter.edit.history import History
from drafter.edit.lock import Lock, holder
from drafter.edit.replay import Replayed, Tie, digest, done, replayed
from drafter.errors import DrafterError, JournalError, OutsideChangeError
from drafter.model.draft import Draft

KEPT_STEPS = 500
"""Steps that can be undone when a draft is opened again; older ones are dropped then."""


@dataclass(frozen=True, slots=True)
class Typing:
    """The text of an open editor, not yet an edit: the paragraph's id and its text as markup."""

    id: str
    markup: str


class OpenDraft:
    """A draft open for work.

    history     the draft with its undo and redo
    read_only   why nothing can be changed, None where all can
    notices     what a drafter should be told on opening, a sentence each
    typing      what was being typed when the program last ended, None where nothing was
    outside     the draft as another program left it in the file, where it and unsaved edits compete: the drafter
                chooses with `take_outside` or `keep_own`
    """

    def __init__(self, path: Path, tie: Tie = lambda draft: draft) -> None:
        """Open the draft file; `tie` gives a draft its base (`begin.tied`). Raises DrafterError for a bad file."""
        self.path = path
        self.read_only: str | None = None
        self.notices: list[str] = []
        self.typing: Typing | None = None
        self.outside: Draft | None = None
        self._tie = tie
        self._lock: Lock | None = None
        self._log: log.Log | None = None
        self._held_elsewhere = False
        draftfile.loads(files.read_text(path), path)  # a slip in the file is told before anything is made beside it
        self._take_lock()
        try:
            text = files.read_text(path)
            self._on_disk = digest(text)
            self._saved = tie(draftfile.loads(text, path))
            self.history = History(self._saved)
            self._resume(text)
        except BaseException:
            self.close()
            raise

    @property
    def draft(self) -> Draft:
        return self.history.draft

    @property
    def unsaved(self) -> bool:
        """Whether the draft file lacks something that was done."""
        return self.history.draft != self._saved

    def do(self, edit: Edit) -> None:
        """Do an edit; when this returns it is on disk. Raises DrafterError where it cannot be done or kept, and
        then nothing has changed."""
        after = self.history.do(edit)
        if after is not self.history:
            self._advance(after, done(after.past[-1]))

    def undo(self) -> None:
        if self.history.past:
            self._advance(self.history.undo(), {"undo": True})

    def redo(self) -> None:
        if self.history.future:
            self._advance(self.history.redo(), {"redo": True})

    def save(self, *, force: bool = False) -> None:
        """Write the draft file. Raises OutsideChangeError where another program changed it since it was last read
        or written here, unless `force`."""
        self._check_writable()
        if not force and (self.outside is not None or self.changed_outside()):
            raise OutsideChangeError(
                "another program has changed this file", file=self.path, remedy="take its changes, or save over them"
            )
        text = draftfile.text_for(self.path, self.history.draft)
        written = digest(text)
        self._append({"saving": written})
        files.write(self.path, text)
        self._append({"saved": written})
        self._note_saved(written)
        if self._log is None:
            self._guard_again()

    def save_copy(self, path: Path) -> None:
        """Write the draft as it is now to another file; this one stays the open draft."""
        files.write(path, draftfile.text_for(self.path, self.history.draft), force=False)

    def changed_outside(self) -> bool:
        """Whether the file's text is another than the one last read or written here."""
        try:
            return digest(files.read_text(self.path)) != self._on_disk
        except DrafterError:
            return True

    def take_outside(self) -> None:
        """Make the draft in the file the current one; an edit like any other, so it can be undone."""
        text = files.read_text(self.path)
        other = self._tie(draftfile.loads(text, self.path))
        after = self.history.do(ReplaceAll(other))
        if after is not self.history:
            self._advance(after, done(after.past[-1]))
        self._append({"saved": digest(text)})
        self._note_saved(digest(text))

    def keep_own(self) -> None:
        """Save over what another program wrote."""
        self.save(force=True)

    def keep_typing(self, typing: Typing | None) -> None:
        """Remember the text of the open editor, or with None that it was closed. Never raises: what cannot be kept
        is still on the screen."""
        self.typing = typing
        if self.read_only is not None:
            return
        with contextlib.suppress(DrafterError, OSError):
            if typing is None:
                self._beside("typing").unlink(missing_ok=True)
            else:
                kept = {"id": typing.id, "markup": typing.markup}
                files.write(self._beside("typing"), json.dumps(kept), durable=False)

    def go_on_unguarded(self) -> None:
        """Work without the history on disk, as when the disk is full: edits are safe only once saved, until a save
        finds that a history can be kept again.

        Raises DrafterError where another process has the draft open.
        """
        if self._held_elsewhere:
            self._check_writable()
        if self._log is not None:
            self._log.close()
        self._log = None
        self.read_only = None
        self.notices.append("the history is not kept on disk; save often")

    def close(self) -> None:
        """Let go of the draft; the history stays on disk."""
        if self._log is not None:
            self._log.close()
            self._log = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _take_lock(self) -> None:
        folder = self._beside("lock").parent
        try:
            folder.mkdir(exist_ok=True)
            ignore = folder / ".gitignore"
            if not ignore.exists():
                files.write(ignore, "*\n", durable=False)
            self._lock = Lock.taken(self._beside("lock"))
        except (OSError, DrafterError) as error:
            why = files.reason(error) if isinstance(error, OSError) else error.problem
            self.read_only = f"this folder cannot be written to ({why})"
            return
        if self._lock is None:
            self._held_elsewhere = True
            self.read_only = f"it is open already, in {holder(self._beside('lock'))}"

    def _resume(self, text: str) -> None:
        """The history as it was left; what the file says that the history does not know is settled here."""
        kept = log.read(self._beside("history"))
        left = replayed(kept.records, self._tie, self.path) if kept.records else None
        if left is not None:
            self.history = left.history
        if self.read_only is not None:
            return
        if kept.damaged or (kept.records and left is None):
            self._put_aside()
        try:
            if left is None:
                self._log = log.Log.written(self._beside("history"), [{"begin": text}])
            elif kept.damaged or len(self.history.past) + len(self.history.future) > KEPT_STEPS:
                self._write_log(saved=self._on_disk in left.digests)
            else:
                self._log = log.Log(self._beside("history"), kept.length)
        except (OSError, DrafterError) as error:
            self.read_only = self._not_kept(error).problem
            return
        self._read_typing()
        if left is not None:
            self._settle(left)

    def _settle(self, left: Replayed) -> None:
        """Tell what was not saved; choose between the history and a file that another program has changed since."""
        if self._on_disk in left.digests:
            if self.unsaved:
                self.notices.append("edits that were not saved have been brought back")
        elif left.history.draft != left.saved:
            self.outside = self._saved
            self.notices.append("another program has changed the file since, and here are edits that were not saved")
        elif self.unsaved:
            self.take_outside()
            self.notices.append("another program has changed the file since; undo brings back how it was")
        else:
            self._append({"saved": self._on_disk})

    def _write_log(self, *, saved: bool) -> None:
        """A new log of the history, without its oldest steps."""
        history = self.history
        dropped = max(0, min(len(history.past), len(history.past) + len(history.future) - KEPT_STEPS))
        past = history.past[dropped:]
        first = past[0].draft if past else history.draft
        records: list[log.Record] = [{"begin": draftfile.dumps(first)}]
        records += (done(step) for step in (*past, *reversed(history.future)))
        records += [{"undo": True}] * len(history.future)
        if saved:
            records.append({"saved": self._on_disk})
        self._log = log.Log.written(self._beside("history"), records)
        self.history = History(history.draft, past, history.future)

    def _guard_again(self) -> None:
        """After work without a log: begin a new one, or at least leave none that says less than the draft file."""
        try:
            self._write_log(saved=True)
        except (OSError, DrafterError):
            with contextlib.suppress(OSError):
                self._beside("history").unlink(missing_ok=True)

    def _put_aside(self) -> None:
        self.notices.append("the history of earlier work was damaged; what could not be read of it was kept aside")
        with contextlib.suppress(OSError):
            self._beside("history").replace(self._beside("history.damaged"))

    def _read_typing(self) -> None:
        with contextlib.suppress(DrafterError, ValueError, KeyError, TypeError):
            if self._beside("typing").is_file():
                kept = json.loads(files.read_text(self._beside("typing")))
                typing = Typing(str(kept["id"]), str(kept["markup"]))
                done = any(one.id == typing.id and one.inline.markup == typing.markup for one in self.draft)
                self.typing = None if done else typing

    def _advance(self, after: History, record: log.Record) -> None:
        self._check_writable()
        self._append(record)
        self.history = after

    def _append(self, record: log.Record) -> None:
        if self._log is None:
            return
        try:
            self._log.append(record)
        except OSError as error:
            raise self._not_kept(error) from error

    def _check_writable(self) -> None:
        if self.read_only is not None:
            raise DrafterError(
                f"the draft is open for reading only: {self.read_only}", file=self.path, remedy="save a copy elsewhere"
            )

    def _not_kept(self, error: Exception) -> JournalError:
        why = files.reason(error) if isinstance(error, OSError) else str(error)
        return JournalError(
            f"this step cannot be kept on disk: {why}", file=self.path, remedy="make room, or go on without a history"
        )

    def _note_saved(self, on_disk: str) -> None:
        self._on_disk = on_disk
        self._saved = self.history.draft
        self.outside = None

    def _beside(self, what: str) -> Path:
        return self.path.parent / ".drafter" / f"{self.path.name}.{what}"
