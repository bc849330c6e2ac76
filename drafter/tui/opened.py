"""The open draft: what is done to it, and what may prevent that."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.timer import Timer

from drafter.edit.documents import Kept, SaveState
from drafter.edit.touched import touched
from drafter.errors import DrafterError
from drafter.tui.dialogs.choose import Choose
from drafter.tui.held import HeldFile
from drafter.tui.office import office
from drafter.tui.work import drafts
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from drafter.edit.documents import Typing
    from drafter.edit.drafts import OpenDraft
    from drafter.edit.edits import Edit
    from drafter.edit.gestures import Gesture
    from drafter.edit.history import Step
    from drafter.model.draft import Draft
    from drafter.tui.work.values import LookedOver

_SETTLE = 0.3
"""Seconds without an edit before a worker looks the draft over."""


class OpenedDraft:
    """Holds the open document; the application's session follows each step that it takes."""

    def __init__(self, app: App[Any], file: OpenDraft) -> None:
        self.file = file
        self._app = app
        self._looking: Timer | None = None
        self._held = HeldFile(app, file, "draft", self._show, self._filed)

    @property
    def draft(self) -> Draft:
        return self.file.document

    def tell(self, resume: Callable[[Typing], None]) -> None:
        """Tell what the drafter should know on opening; `resume` continues with what was being typed when the program
        ended."""
        file, self._resume = self.file, resume
        if self._held.tell() and file.typing is not None and file.read_only is None:
            self._offer_back(file.typing, resume)

    def _offer_back(self, typing: Typing, resume: Callable[[Typing], None]) -> None:
        def chosen(answer: str | None) -> None:
            if answer == "go on":
                resume(typing)
            elif answer == "drop":
                self.file.keep_typing(None)

        answers = (("go on", "Go on typing it"), ("drop", "Forget it"))
        self._app.push_screen(Choose("The program ended while this was being typed", answers, typing.markup), chosen)

    def make(self, gesture: Callable[[Draft], Gesture | None]) -> Gesture | None:
        """Make a gesture and keep it; None if that cannot be done, or if there is nothing to do."""
        try:
            made = gesture(self.draft)
        except DrafterError as error:
            office(self._app).complain(error)
            return None
        if made is None or not self._advance(lambda file: file.do(made.edit)):
            return None
        if made.said:
            self._app.notify(made.said, timeout=3, markup=False)
        return made

    def undo(self) -> tuple[str, ...]:
        """Undo the last step; the ids of the paragraphs that it touched."""
        return self._step_back(self._held.last("Undo"), "Undo", lambda file: file.undo(anyones=True))

    def redo(self) -> tuple[str, ...]:
        """Redo the step last undone; the ids of the paragraphs that it touched."""
        return self._step_back(self._held.last("Redo"), "Redo", lambda file: file.redo(anyones=True))

    def _step_back(
        self, step: Step[Draft, Edit] | None, way: str, go: Callable[[OpenDraft], object]
    ) -> tuple[str, ...]:
        before = self.draft
        if step is not None and self._advance(go):
            self._app.notify(f"{way}: {step.name}", timeout=3, markup=False)
            return touched(step.edit, before, self.draft)
        return ()

    def _advance(self, step: Callable[[OpenDraft], object]) -> bool:
        return self._held.advance(step)

    def _show(self) -> None:
        session = office(self._app).session
        if session is not None:
            office(self._app).session = replace(session, history=self.file.history, read_only=self._held.read_only)

    def _filed(self, state: SaveState) -> None:
        session = office(self._app).session
        if session is None:
            return
        at = datetime.now() if state.kept is Kept.WRITTEN else session.saved_at
        filed = replace(session, history=self.file.history, saved_at=at, not_filed=state.told)
        if filed.when_saved != session.when_saved:
            office(self._app).session = filed

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the draft file if needed, then do `then`."""
        self._held.save(then)

    @property
    def can_take_over(self) -> bool:
        """Whether another window that had it open has closed it."""
        return self._held.can_take_over

    def take_over(self) -> None:
        """Edit here what another window has closed."""
        if self._held.take_over():
            self.tell(self._resume)

    def look_at_the_file(self) -> None:
        """Ask where another program changed the file meanwhile."""
        self._held.look_at_the_file()

    def look_over_soon(self) -> None:
        """After an edit, let a worker look the draft over again."""
        session = office(self._app).session
        if self._looking is not None:
            self._looking.stop()
        if session is not None and session.looked_at is not session.draft and session.base is not None:
            self._looking = self._app.set_timer(_SETTLE, self._look_over)

    def _look_over(self) -> None:
        held = office(self._app)
        if held.session is None:
            return
        draft, watch = held.session.draft, held.preparation.watch
        in_background(
            self._app, lambda: drafts.looked_over(held.desk, draft, watch), self._looked_over, held.complain, "look"
        )

    def _looked_over(self, found: LookedOver) -> None:
        session = office(self._app).session
        if session is not None and session.draft is found.draft:
            if session.looked_at is None:
                gc.freeze()  # the draft lives as long as it is open: collecting garbage in it would slow down typing
            office(self._app).session = replace(
                session, updates=found.updates, findings=found.findings, looked_at=found.draft
            )

    def close(self) -> None:
        """Close it; its history stays on disk."""
        if self._looking is not None:
            self._looking.stop()
        self._held.close()
