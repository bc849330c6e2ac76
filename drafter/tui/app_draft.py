"""The part of the application that works on the open draft: edits, undo, saving, and what stands in their way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.events import AppFocus
from textual.reactive import reactive
from textual.timer import Timer

from drafter.edit.documents import Kept, Standing
from drafter.errors import DrafterError, JournalError, OutsideChangeError
from drafter.tui.app_keys import AppKeys
from drafter.tui.work.messages import DraftFiled

if TYPE_CHECKING:
    from drafter.edit.documents import Event, Typing
    from drafter.edit.drafts import OpenDraft
    from drafter.edit.edits import Edit
    from drafter.tui.state.session import Session


class AppDraft(AppKeys):
    """Holds the session, which screens show, and the open draft behind it, which keeps each edit on disk."""

    open_draft_file: OpenDraft | None = None
    session: reactive[Session | None] = reactive(None, always_update=True, repaint=False)
    _looking: Timer | None = None

    def complain(self, error: DrafterError) -> None:
        """Show what went wrong in its one line."""
        self.notify(str(error), title="Not done", severity="error", timeout=8, markup=False)

    def perform(self, edit: Edit) -> bool:
        """Do an edit and keep it on disk; where either cannot be done, say so and change nothing."""
        return self._advance(lambda opened: opened.do(edit))

    def attempt(self, made: Callable[[], Edit]) -> bool:
        """Make an edit and do it; what goes wrong in either is said."""
        try:
            edit = made()
        except DrafterError as error:
            self.complain(error)
            return False
        return self.perform(edit)

    def _advance(self, step: Callable[[OpenDraft], object]) -> bool:
        opened, session = self.open_draft_file, self.session
        if opened is None or session is None:
            return False
        if opened.read_only is not None:
            self.notify(f"Read-only: {opened.read_only}", severity="warning", markup=False)
            return False
        try:
            step(opened)
        except JournalError as error:
            self._no_room(error, step)
            return False
        except DrafterError as error:
            self.complain(error)
            return False
        self.session = replace(session, history=opened.history)
        return True

    def _hear(self, opened: OpenDraft, event: Event) -> None:
        """What the open draft tells, in whatever thread, of its file."""
        if isinstance(event, Standing):
            self.post_message(DraftFiled(opened))

    @on(DraftFiled)
    def _filed(self, event: DraftFiled) -> None:
        """Show whether the draft is in its file; where another program has changed that, let the drafter choose."""
        opened, session = event.opened, self.session
        if opened is not self.open_draft_file or session is None:
            return
        at = datetime.now() if opened.standing.kept is Kept.WRITTEN else session.saved_at
        filed = replace(session, saved_at=at, not_filed=opened.standing.told)
        if filed.when_saved == session.when_saved:
            self.set_reactive(AppDraft.session, filed)  # nothing that is shown has changed
        else:
            self.session = filed
        if opened.standing.kept is Kept.OUTSIDE:
            self._compete("The file differs from what was read or written here last.")

    def _no_room(self, error: JournalError, step: Callable[[OpenDraft], object]) -> None:
        """The disk does not take the step: the drafter chooses."""
        from drafter.tui.dialogs.choose import Choose

        def chosen(answer: str | None) -> None:
            opened = self.open_draft_file
            if opened is None:
                return
            if answer == "again":
                self._advance(step)
            elif answer == "on":
                opened.go_on_unguarded()
                self._advance(step)
                self.notify("Edits are safe only once saved now: Ctrl+S.", severity="warning", timeout=10)
            elif answer == "copy":
                self._ask_for_copy()

        answers = (
            ("again", "I have made room: try again"),
            ("on", "Go on without a history on disk; I will save often"),
            ("copy", "Write a copy of the draft elsewhere"),
        )
        self.push_screen(Choose("The change could not be kept on disk", answers, str(error)), chosen)

    def _ask_for_copy(self) -> None:
        from drafter.tui.dialogs.ask import Ask

        def write(name: str | None) -> None:
            if name and self.open_draft_file is not None:
                try:
                    self.open_draft_file.save_copy(Path(name).expanduser())
                except DrafterError as error:
                    self.complain(error)
                else:
                    self.notify(f"A copy lies in {name}", markup=False)

        self.push_screen(Ask("Write a copy to which file?"), write)

    def action_undo(self) -> None:
        session = self.session
        if session is not None:
            self._step_back(session.history.undo_name, "Undo", lambda opened: opened.undo(anyones=True))

    def action_redo(self) -> None:
        session = self.session
        if session is not None:
            self._step_back(session.history.redo_name, "Redo", lambda opened: opened.redo(anyones=True))

    def _step_back(self, name: str | None, way: str, step: Callable[[OpenDraft], object]) -> None:
        if name is None:
            self.notify(f"There is nothing to {way.lower()}.", timeout=2)
        elif self._advance(step):
            self.notify(f"{way}: {name}", timeout=3, markup=False)

    def action_save(self) -> None:
        """Write the draft file."""
        self.save()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the draft file, and do `then`, also where there was nothing to write."""
        settle = getattr(self.screen, "settle", None)
        opened = self.open_draft_file
        if opened is None or (settle is not None and not settle()):
            return
        if opened.read_only is None and opened.unsaved:
            try:
                opened.save()
            except OutsideChangeError as error:
                self._compete(str(error), then)
                return
            except DrafterError as error:
                self.complain(error)
                return
            self._note_saved()
        if then is not None:
            then()

    def _note_saved(self) -> None:
        if self.session is not None and self.open_draft_file is not None:
            opened = self.open_draft_file
            self.session = replace(self.session, history=opened.history, saved_at=datetime.now(), not_filed="")

    def _compete(self, told: str, then: Callable[[], None] | None = None) -> None:
        """The file was changed by another program: the drafter chooses whose text stands."""
        from drafter.tui.dialogs.choose import Choose

        if isinstance(self.screen, Choose):
            return

        def chosen(answer: str | None) -> None:
            opened = self.open_draft_file
            if opened is None or answer is None:
                return
            try:
                if answer == "theirs":
                    opened.take_outside()
                elif answer == "mine":
                    opened.keep_own()
                else:
                    self._ask_for_copy()
                    return
            except DrafterError as error:
                self.complain(error)
                return
            self._note_saved()
            if then is not None:
                then()

        answers = (
            ("theirs", "Take what is in the file now; undo brings mine back"),
            ("mine", "Keep mine: save over the file"),
            ("copy", "Write mine to another file and decide later"),
        )
        self.push_screen(Choose("Another program has changed the draft file", answers, told), chosen)

    @on(AppFocus)
    def _look_at_the_file(self) -> None:
        opened = self.open_draft_file
        if opened is not None and opened.read_only is None and opened.changed_outside() and len(self.screen_stack) < 4:
            self._compete("The file differs from what was read or written here last.")

    def keep_typing(self, typing: Typing | None) -> None:
        """Remember what is being typed in the editor, so that it can be offered back."""
        if self.open_draft_file is not None:
            self.open_draft_file.keep_typing(typing)

    def let_go(self) -> None:
        """Close the open draft; its history stays on disk."""
        if self.open_draft_file is not None:
            self.open_draft_file.close()
        self.open_draft_file = None
        self.session = None

    def leave(self, code: int) -> None:
        """Write what the draft's file lacks and end, as a signal asks."""
        if self.open_draft_file is not None:
            self.open_draft_file.close()
        self.exit(return_code=code)

    def on_unmount(self) -> None:
        if self.open_draft_file is not None:
            self.open_draft_file.close()

    async def action_quit(self) -> None:
        """Write the draft file and leave."""
        if self.open_draft_file is None:
            self.exit()
        else:
            self.save(self.exit)
