"""The open draft: what is done to it, and what may prevent that."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.timer import Timer

from drafter.edit.documents import Kept, SaveState
from drafter.edit.touched import touched
from drafter.errors import DrafterError, JournalError, OutsideChangeError
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.office import office
from drafter.tui.work import drafts
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from drafter.edit.documents import Event, Typing
    from drafter.edit.drafts import OpenDraft
    from drafter.edit.edits import Edit
    from drafter.edit.gestures import Gesture
    from drafter.edit.history import Step
    from drafter.model.draft import Draft
    from drafter.tui.work.values import LookedOver

_SETTLE = 0.3
"""Seconds without an edit before a worker looks the draft over."""

NO_ROOM = (
    ("again", "I have made room: try again"),
    ("on", "Go on without a history on disk; I will save often"),
    ("copy", "Write a copy of the draft elsewhere"),
)
COMPETING = (
    ("theirs", "Take what is in the file now; undo brings mine back"),
    ("mine", "Keep mine: save over the file"),
    ("copy", "Write mine to another file and decide later"),
)


class OpenedDraft:
    """Holds the open document; the application's session follows each step that it takes."""

    def __init__(self, app: App[Any], file: OpenDraft) -> None:
        self.file = file
        self._app = app
        self._closed = False
        self._looking: Timer | None = None
        file.watch(self._hear)

    @property
    def draft(self) -> Draft:
        return self.file.document

    def tell(self, resume: Callable[[Typing], None]) -> None:
        """Tell what the drafter should know on opening; `resume` continues with what was being typed when the program
        ended."""
        file, app = self.file, self._app
        for notice in file.notices:
            app.notify(f"{notice[0].upper()}{notice[1:]}.", timeout=8, markup=False)
        if file.read_only is not None:
            app.notify(f"Read-only: {file.read_only}", severity="warning", timeout=10, markup=False)
        if file.outside is not None:
            self.compete("It was changed while edits here were not in it.")
        elif file.typing is not None and file.read_only is None:
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
        past = self.file.history.past
        return self._step_back(past[-1] if past else None, "Undo", lambda file: file.undo(anyones=True))

    def redo(self) -> tuple[str, ...]:
        """Redo the step last undone; the ids of the paragraphs that it touched."""
        future = self.file.history.future
        return self._step_back(future[-1] if future else None, "Redo", lambda file: file.redo(anyones=True))

    def _step_back(
        self, step: Step[Draft, Edit] | None, way: str, go: Callable[[OpenDraft], object]
    ) -> tuple[str, ...]:
        before = self.draft
        if step is None:
            self._app.notify(f"There is nothing to {way.lower()}.", timeout=2)
        elif self._advance(go):
            self._app.notify(f"{way}: {step.name}", timeout=3, markup=False)
            return touched(step.edit, before, self.draft)
        return ()

    def _advance(self, step: Callable[[OpenDraft], object]) -> bool:
        if self.file.read_only is not None:
            self._app.notify(f"Read-only: {self.file.read_only}", severity="warning", markup=False)
            return False
        try:
            step(self.file)
        except JournalError as error:
            self._no_room(error, step)
            return False
        except DrafterError as error:
            office(self._app).complain(error)
            return False
        self._show()
        return True

    def _show(self) -> None:
        session = office(self._app).session
        if session is not None:
            office(self._app).session = replace(session, history=self.file.history)

    def _hear(self, event: Event) -> None:
        """Called in whatever thread the file is written by."""
        if isinstance(event, SaveState):
            self._app.call_later(self._filed)

    def _filed(self) -> None:
        """Show whether the draft is in its file; if another program has changed the file, let the drafter choose."""
        session, state = office(self._app).session, self.file.save_state
        if session is None or self._closed:
            return
        at = datetime.now() if state.kept is Kept.WRITTEN else session.saved_at
        filed = replace(session, history=self.file.history, saved_at=at, not_filed=state.told)
        if filed.when_saved != session.when_saved:
            office(self._app).session = filed
        if state.kept is Kept.OUTSIDE:
            self.compete("The file differs from what was read or written here last.")

    def _no_room(self, error: JournalError, step: Callable[[OpenDraft], object]) -> None:
        """The step cannot be written to disk: the drafter chooses what to do."""

        def chosen(answer: str | None) -> None:
            if answer == "on":
                self.file.go_on_unguarded()
                self._app.notify("Edits are safe only once saved now: Ctrl+S.", severity="warning", timeout=10)
            if answer == "copy":
                self.write_copy()
            elif answer is not None:
                self._advance(step)

        self._app.push_screen(Choose("The change could not be kept on disk", NO_ROOM, str(error)), chosen)

    def write_copy(self) -> None:
        """Ask for a file and write the draft to it; the one that is open stays open."""

        def write(name: str | None) -> None:
            if name:
                try:
                    self.file.save_copy(Path(name).expanduser())
                except DrafterError as error:
                    office(self._app).complain(error)
                else:
                    self._app.notify(f"A copy lies in {name}", markup=False)

        self._app.push_screen(Ask("Write a copy to which file?"), write)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the draft file if needed, then do `then`."""
        if self.file.read_only is None and (self.file.unsaved or self.file.changed_outside()):
            try:
                self.file.save()
            except OutsideChangeError as error:
                self.compete(str(error), then)
                return
            except DrafterError as error:
                office(self._app).complain(error)
                return
        if then is not None:
            then()

    def compete(self, told: str, then: Callable[[], None] | None = None) -> None:
        """Another program has changed the file: the drafter chooses which text stays."""

        if isinstance(self._app.screen, Choose):
            return

        def chosen(answer: str | None) -> None:
            if answer == "copy":
                self.write_copy()
            elif answer is not None:
                try:
                    (self.file.take_outside if answer == "theirs" else self.file.keep_own)()
                except DrafterError as error:
                    office(self._app).complain(error)
                    return
                self._show()
                if then is not None:
                    then()

        self._app.push_screen(Choose("Another program has changed the draft file", COMPETING, told), chosen)

    def look_at_the_file(self) -> None:
        """Ask where another program changed the file meanwhile."""
        if self.file.read_only is None and self.file.changed_outside():
            self.compete("The file differs from what was read or written here last.")

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
        self._closed = True
        self.file.close()
