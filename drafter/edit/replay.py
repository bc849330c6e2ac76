"""A history told by its log, and what the draft file may then hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.edit import codec, draftfile
from drafter.edit.history import History, Step
from drafter.edit.log import Record
from drafter.errors import DrafterError
from drafter.model.draft import Draft

Tie = Callable[[Draft], Draft]
"""What gives a draft out of a file its base."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """The history, the draft that was saved last, and the digests that the draft file may have.

    These are two where the log ends between "saving" and "saved".
    """

    history: History
    saved: Draft
    digests: frozenset[str]


def replayed(records: Iterable[Record], tie: Tie, file: object) -> Replayed | None:
    """The history that the records tell; None where they cannot be followed."""
    try:
        begin, *further = records
        history = History(tie(draftfile.loads(begin["begin"], file)))
        saved = history.draft
        digests: tuple[str, ...] = (digest(begin["begin"]),)
        for record in further:
            if "do" in record:
                history = history.do(codec.decoded(record["do"]), record.get("name"))
            elif "undo" in record:
                history = history.undo()
            elif "redo" in record:
                history = history.redo()
            elif "saving" in record:
                saved, digests = history.draft, (digests[-1], record["saving"])
            elif "saved" in record:
                saved, digests = history.draft, (record["saved"],)
    except (DrafterError, KeyError, TypeError, AttributeError):
        return None
    return Replayed(history, saved, frozenset(digests))


def done(step: Step) -> Record:
    """The record of a step."""
    return {"do": codec.encoded(step.edit), "name": step.name}


def digest(text: str) -> str:
    """What tells one text of a draft file from another."""
    return hashlib.sha256(text.encode()).hexdigest()
