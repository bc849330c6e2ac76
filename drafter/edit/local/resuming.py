"""Taking up the log again when a document is opened: it is followed, shortened, or set aside if damaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from drafter.edit.documents import Change, Document, DocumentType
from drafter.edit.history import History
from drafter.edit.local import log
from drafter.edit.local.beside import Beside
from drafter.edit.local.replay import Replayed, done, replayed

KEPT_STEPS = 500
"""How many steps can be undone after a document is opened again; older ones are dropped."""


@dataclass(frozen=True, slots=True)
class Resumed(Generic[Document, Change]):
    """The history in the log (None if it cannot be followed), and whether something in the log is damaged."""

    left: Replayed[Document, Change] | None
    contents: log.Contents

    @property
    def damaged(self) -> bool:
        return self.contents.damaged or (bool(self.contents.records) and self.left is None)


def read(beside: Beside, kind: DocumentType[Document, Change], file: object) -> Resumed[Document, Change]:
    """Read the log that is there."""
    contents = log.read(beside.history)
    return Resumed(replayed(contents.records, kind, file) if contents.records else None, contents)


def taken_up(
    resumed: Resumed[Document, Change],
    beside: Beside,
    kind: DocumentType[Document, Change],
    text: str,
    saved: str | None,
) -> tuple[log.Log, History[Document, Change] | None]:
    """The log, open for writing, and the history if its oldest steps were dropped.

    `text` is the file's, for a log that begins with it; `saved` its digest, where the history knows it. Raises
    OSError or DrafterError.
    """
    left = resumed.left
    if left is None:
        return log.Log.written(beside.history, [{"begin": text}]), None
    steps = len(left.history.past) + len(left.history.future)
    if resumed.contents.damaged or steps > KEPT_STEPS:
        return rewritten(left.history, beside, kind, saved)
    return log.Log(beside.history, resumed.contents.length), None


def rewritten(
    history: History[Document, Change], beside: Beside, kind: DocumentType[Document, Change], saved: str | None
) -> tuple[log.Log, History[Document, Change]]:
    """A new log of the history without its oldest steps, and that history; `saved` is the digest of the file that
    holds its document."""
    dropped = max(0, min(len(history.past), len(history.past) + len(history.future) - KEPT_STEPS))
    past = history.past[dropped:]
    first = past[0].document if past else history.document
    records: list[log.Record] = [{"begin": kind.dumps(first)}]
    records += (done(step, kind) for step in (*past, *reversed(history.future)))
    records += [{"undo": 1}] * len(history.future)
    records.append({"revision": history.revision})
    if saved is not None:
        records.append({"saved": saved, "on": history.revision})
    return log.Log.written(beside.history, records), History(history.document, past, history.future, history.revision)
