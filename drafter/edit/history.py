"""Undo and redo, with names."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.edit.apply import apply
from drafter.edit.described import described
from drafter.edit.edits import Edit
from drafter.model.draft import Draft


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was done, by name, and the draft on its other side."""

    edit: Edit
    name: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class History:
    """A draft with the steps that led to it, latest last, and those undone, next to redo last."""

    draft: Draft
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    def do(self, edit: Edit, name: str | None = None) -> History:
        """Apply an edit; one that changes nothing leaves no step. Raises DrafterError as `apply` does.

        `name` is for whoever knows already what `described` would say.
        """
        after = apply(self.draft, edit)
        if after == self.draft:
            return self
        return History(after, (*self.past, Step(edit, name or described(edit, self.draft), self.draft)))

    def undo(self) -> History:
        """One step back; the same history where there is none."""
        if not self.past:
            return self
        *past, step = self.past
        return History(step.draft, tuple(past), (*self.future, Step(step.edit, step.name, self.draft)))

    def redo(self) -> History:
        """The step last undone, again; the same history where there is none."""
        if not self.future:
            return self
        *future, step = self.future
        return History(step.draft, (*self.past, Step(step.edit, step.name, self.draft)), tuple(future))

    @property
    def undo_name(self) -> str | None:
        """What undo would take back ("delete OP14"), None where there is nothing."""
        return self.past[-1].name if self.past else None

    @property
    def redo_name(self) -> str | None:
        return self.future[-1].name if self.future else None
