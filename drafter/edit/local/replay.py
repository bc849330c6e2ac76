"""A history told by its log, and what the file may then hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from drafter.edit.documents import Advance, Change, Did, Document, DocumentType
from drafter.edit.history import History, Signature, Step
from drafter.edit.local.log import Record
from drafter.errors import DrafterError


@dataclass(frozen=True, slots=True)
class Replayed(Generic[Document, Change]):
    """The history that a log tells.

    files     the document in each text that the file may have by its digest: several where the log ends between
              "saving" and "saved"
    saved     the document that was in the file last
    reached   every document since then, for a file whose digest did not come into the log any more
    advances  each step from revision to revision
    """

    history: History[Document, Change]
    files: dict[str, Document]
    saved: Document
    reached: tuple[Document, ...]
    advances: tuple[Advance[Change], ...]

    @property
    def went_on(self) -> bool:
        """Whether the history holds what was not in the file when it was written last."""
        return self.history.document != self.saved

    def ours(self, text_digest: str, document: Document) -> bool:
        """Whether the file is as it was left by what the log tells, maybe some steps behind."""
        return text_digest in self.files or document in self.reached


def replayed(
    records: Iterable[Record], kind: DocumentType[Document, Change], file: object
) -> Replayed[Document, Change] | None:
    """The history that the records tell; None where they cannot be followed."""
    try:
        begin, *further = records
        history: History[Document, Change] = History(kind.loads(begin["begin"], file))
        saved = history.document
        files = {digest(begin["begin"]): saved}
        at = {0: saved}
        reached = [saved]
        advances: list[Advance[Change]] = []
        for record in further:
            before, signature = history, _signature(record)
            if "do" in record:
                edit = kind.decoded(record["do"])
                after = kind.apply(history.document, edit)
                history = history.done(edit, after, record.get("name") or kind.named(edit, history.document), signature)
            elif "undo" in record:
                history = history.undo(int(record["undo"]), kind.apply)
            elif "redo" in record:
                history = history.redo()
            elif "revision" in record:
                history = History(history.document, history.past, history.future, int(record["revision"]))
                at[history.revision] = history.document
            elif "saving" in record:
                files[record["saving"]] = at.get(record.get("on", history.revision), history.document)
            elif "saved" in record:
                saved = files.get(record["saved"], history.document)
                files = {record["saved"]: saved}
                reached = [saved] if saved is history.document else [saved, history.document]
            if history is not before and "revision" not in record:
                at[history.revision] = history.document
                reached.append(history.document)
                advances.append(advanced(before, history, signature))
    except (DrafterError, KeyError, TypeError, AttributeError, ValueError):
        return None
    return Replayed(history, files, saved, tuple(reached), tuple(advances))


def advanced(
    before: History[Document, Change], after: History[Document, Change], signature: Signature
) -> Advance[Change]:
    """What led from one history to the next."""
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
    """What a record says of who, when and on which revision; nothing where that is not known."""
    known: Record = {"who": signature.who, "at": signature.at} if signature.at else {}
    return known | ({"on": signature.on} if signature.on >= 0 else {})


def digest(text: str) -> str:
    """What tells one text of a file from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def _signature(record: Record) -> Signature:
    return Signature(str(record.get("who", "")), str(record.get("at", "")), int(record.get("on", -1)))
