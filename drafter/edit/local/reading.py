"""Reading a document without opening it: its file, and the edits in its history that the file lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from drafter import files
from drafter.edit.documents import Change, Document, DocumentType
from drafter.edit.local import log
from drafter.edit.local.beside import Beside
from drafter.edit.local.replay import digest, replayed
from drafter.errors import OutsideChangeError

_ATTEMPTS = 5
"""How often a file and its log are read again while another program writes them, until they belong together."""


@dataclass(frozen=True, slots=True)
class Latest(Generic[Document]):
    """The latest state of the document; `ahead` counts the steps that its file lacks, and `damaged` says that there are
    some that cannot be read."""

    document: Document
    ahead: int = 0
    damaged: bool = False


def latest(path: Path, kind: DocumentType[Document, Change]) -> Latest[Document]:
    """The document in a file, with the edits that a crash kept out of it.

    Raises DrafterError for a bad file, OutsideChangeError where another program changed the file while the history
    has steps that were never in it.
    """
    text, records = _of_one_moment(path)
    document = kind.loads(text, path)
    if not records or not _went_on(records):
        return Latest(document)
    left = replayed(records, kind, path)
    if left is None:
        return Latest(document, damaged=True)
    if document == left.history.document:
        return Latest(document)
    if left.ours(digest(text), document):
        return Latest(left.history.document, left.behind(document))
    if not left.went_on:
        return Latest(document)
    raise OutsideChangeError(
        "another program has changed this file, and its history has edits that are not in it", file=path
    )


def _of_one_moment(path: Path) -> tuple[str, tuple[log.Record, ...]]:
    beside = Beside(path)
    for _ in range(_ATTEMPTS):
        before = log.read(beside.history)
        text = files.read_text(path)
        after = log.read(beside.history)
        if before.length == after.length:
            break
    return text, after.records


def _went_on(records: Iterable[log.Record]) -> bool:
    """Whether there were steps after the file was last written."""
    revision, filed = 0, 0
    for record in records:
        if "do" in record or "undo" in record or "redo" in record:
            revision += 1
        elif "revision" in record:
            revision = record["revision"]
        elif "saved" in record:
            filed = record.get("on", revision)
    return bool(revision != filed)
