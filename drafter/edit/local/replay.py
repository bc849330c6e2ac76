"""The history that a log tells, and what the file may then hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic

from drafter.edit.documents import Advance, Change, Did, Document, DocumentType
from drafter.edit.history import History, Signature, Step
from drafter.edit.local.log import Record
from drafter.errors import DrafterError


@dataclass(frozen=True, slots=True)
class Replayed(Generic[Document, Change]):
    """The history that a log tells.

    files     the digests of the texts that the file may have: several if the log ends between "saving" and "saved"
    filed     the revision that was in the file last
    at        the document of each revision since then
    advances  each step from revision to revision
    """

    history: History[Document, Change]
    files: frozenset[str]
    filed: int
    at: dict[int, Document]
    advances: tuple[Advance[Change], ...]

    @property
    def went_on(self) -> bool:
        """Whether the history has steps that were not in the file when it was last written."""
        return self.history.document != self.at[self.filed]

    def ours(self, text_digest: str, document: Document) -> bool:
        """Whether the file is as the log says it was left, perhaps some steps behind."""
        return text_digest in self.files or document in self.at.values()

    def behind(self, document: Document) -> int:
        """How many steps the file's document is behind."""
        revision = self.history.revision
        return next((revision - at for at in sorted(self.at, reverse=True) if self.at[at] == document), len(self.at))


def replayed(
    records: Iterable[Record], kind: DocumentType[Document, Change], file: object
) -> Replayed[Document, Change] | None:
    """The history that the records tell; None if they do not fit together."""
    try:
        begin, *further = records
        history: History[Document, Change] = History(kind.loads(begin["begin"], file))
        files = {digest(begin["begin"])}
        at, filed = {0: history.document}, 0
        advances: list[Advance[Change]] = []
        for record in further:
            before = history
            if "saving" in record:
                files.add(record["saving"])
            elif "saved" in record:
                filed = record.get("on", history.revision)
                files = {record["saved"]}
                at.setdefault(filed, history.document)
            elif "revision" in record:
                history = replace(history, revision=int(record["revision"]))
            else:
                history = _stepped(history, record, kind)
                if history is not before:
                    advances.append(advanced(before, history, _signature(record)))
            at[history.revision] = history.document
    except (DrafterError, KeyError, TypeError, AttributeError, ValueError):
        return None
    since = {revision: document for revision, document in at.items() if revision >= filed}
    return Replayed(history, frozenset(files), filed, since, tuple(advances))


def _stepped(
    history: History[Document, Change], record: Record, kind: DocumentType[Document, Change]
) -> History[Document, Change]:
    if "do" in record:
        edit = kind.decoded(record["do"])
        name = record.get("name") or kind.named(edit, history.document)
        return history.done(edit, kind.apply(history.document, edit), name, _signature(record))
    if "undo" in record:
        return history.undo(int(record["undo"]), kind.apply)
    return history.redo() if "redo" in record else history


def advanced(
    before: History[Document, Change], after: History[Document, Change], signature: Signature
) -> Advance[Change]:
    """The step that leads from one history to the next."""
    if len(after.future) > len(before.future):
        did, step = Did.UNDO, after.future[-1]
    elif len(after.future) == len(before.future) - 1 and after.past[-1].edit is before.future[-1].edit:
        did, step = Did.REDO, after.past[-1]
    else:
        did, step = Did.DO, after.past[-1]
    return Advance(after.revision, did, step.edit, step.name, signature)


def done(step: Step[Document, Change], kind: DocumentType[Document, Change]) -> Record:
    """The record of a step."""
    return {"do": kind.encoded(step.edit), "name": step.name} | signed(step.signature)


def signed(signature: Signature) -> Record:
    """Who, when and on which revision, as a record says; empty where it does not."""
    known: Record = {"who": signature.who, "at": signature.at} if signature.at else {}
    return known | ({"on": signature.on} if signature.on >= 0 else {})


def digest(text: str) -> str:
    """Tells one text of a file from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def _signature(record: Record) -> Signature:
    return Signature(str(record.get("who", "")), str(record.get("at", "")), int(record.get("on", -1)))
