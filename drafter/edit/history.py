"""Undo and redo, with names, of any document that edits change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

Document = TypeVar("Document")
Change = TypeVar("Change")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did a step and when (ISO 8601, UTC), and on which revision; "" and -1 where a record from an earlier version
    does not say."""

    who: str = ""
    at: str = ""
    on: int = -1


@dataclass(frozen=True, slots=True)
class Step(Generic[Document, Change]):
    """An edit that was done, by name, and the document on its other side."""

    edit: Change
    name: str
    document: Document
    signature: Signature = field(default=Signature(), compare=False)


@dataclass(frozen=True, slots=True)
class History(Generic[Document, Change]):
    """A document with the steps that led to it, latest last, and those undone, next to redo last.

    `revision` counts what was done, undone and redone.
    """

    document: Document
    past: tuple[Step[Document, Change], ...] = ()
    future: tuple[Step[Document, Change], ...] = ()
    revision: int = field(default=0, compare=False)

    def done(
        self, edit: Change, after: Document, name: str, signature: Signature = Signature()
    ) -> History[Document, Change]:
        """The history with an edit that turns the document into `after`; an edit that changes nothing leaves no
        step."""
        if after == self.document:
            return self
        step = Step(edit, name, self.document, signature)
        return History(after, (*self.past, step), (), self.revision + 1)

    def undo(
        self, back: int = 1, apply: Callable[[Document, Change], Document] | None = None
    ) -> History[Document, Change]:
        """The history without the step `back` from the end; the same history if there is none. `apply` does the later
        steps again and may raise DrafterError where one of them depends on the step undone.
        """
        if not 1 <= back <= len(self.past):
            return self
        step, after = self.past[-back], self.past[len(self.past) - back + 1 :]
        document, past = step.document, list(self.past[:-back])
        for one in after:
            assert apply is not None, "without it only the last step can be taken back"
            past.append(replace(one, document=document))
            document = apply(document, one.edit)
        undone = replace(step, document=self.document)
        return History(document, tuple(past), (*self.future, undone), self.revision + 1)

    def redo(self) -> History[Document, Change]:
        """The history with the step last undone done again; the same history if there is none."""
        if not self.future:
            return self
        *future, step = self.future
        again = replace(step, document=self.document)
        return History(step.document, (*self.past, again), tuple(future), self.revision + 1)

    @property
    def undo_name(self) -> str | None:
        """What undo would take back ("delete OP14"), None where there is nothing."""
        return self.past[-1].name if self.past else None

    @property
    def redo_name(self) -> str | None:
        return self.future[-1].name if self.future else None


def own_back(history: History[Document, Change], who: str) -> int | None:
    """How far from the end the last step by `who` is, 1 for the last; None if there is none.

    A step without a known author counts as anybody's.
    """
    for back, step in enumerate(reversed(history.past), 1):
        if step.signature.who in ("", who):
            return back
    return None
