"""An open document's file at the screen: its steps, and what may prevent that they are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.app import App

from drafter.edit.documents import Event, Kept, SaveState
from drafter.errors import DrafterError, JournalError, OutsideChangeError
from drafter.tui.actions import BY_ID
from drafter.tui.dialogs.ask import Ask
from drafter.tui.dialogs.choose import Choose
from drafter.tui.dialogs.naming import path_typed
from drafter.tui.office import office
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from drafter.edit.history import Step
    from drafter.edit.local.journal import LocalDocument

_EVERY = 0.4
"""Seconds between two looks at what another window has open."""

Held = TypeVar("Held")
Done = TypeVar("Done")

NO_ROOM = (
    ("again", "I have made room: try again"),
    ("on", "Go on without a history on disk; I will save often"),
    ("copy", "Write a copy of it elsewhere"),
)
COMPETING = (
    ("theirs", "Take what is in the file now; undo brings mine back"),
    ("mine", "Keep mine: save over the file"),
    ("copy", "Write mine to another file and decide later"),
)


class HeldFile(Generic[Held, Done]):
    """A draft's or a round's file; `noun` says which. `follow` shows the document again after a step, `filed` whether
    it is in its file."""

    def __init__(
        self,
        app: App[Any],
        file: LocalDocument[Held, Done],
        noun: str,
        follow: Callable[[], None],
        filed: Callable[[SaveState], None],
    ) -> None:
        self.file = file
        self._app, self._noun, self._follow, self._filed = app, noun, follow, filed
        self._closed = False
        self._looking = False
        self.can_take_over = False
        self._timer = app.set_interval(_EVERY, self._look) if file.held_elsewhere else None
        file.watch(self._hear)

    @property
    def read_only(self) -> str:
        """Why nothing can be changed, for a person; "" where all can."""
        if self.can_take_over:
            return f"closed there: {self._key} edits it here"
        return self.file.read_only or ""

    @property
    def _key(self) -> str:
        return BY_ID["app.take_over"].shown_keys(office(self._app).settings.keys)

    def _look(self) -> None:
        """Let a worker see what another window does to the document, and whether it has closed it."""
        if not self._looking and not self._closed:
            self._looking = True
            in_background(self._app, self._looked_up, self._seen, self._not_seen, "follow")

    def _looked_up(self) -> tuple[bool, bool]:
        return self.file.look(), self.file.can_take_over

    def _not_seen(self, _error: DrafterError) -> None:
        """It is looked at again: a file may be away for a moment while it is replaced."""
        self._looking = False

    def _seen(self, found: tuple[bool, bool]) -> None:
        self._looking = False
        changed, closed = found
        if self._closed or self.file.read_only is None:
            return
        if closed and not self.can_take_over:
            self._app.notify(f"The {self._noun} was closed there. {self._key} edits it here.", timeout=8, markup=False)
        if changed or closed != self.can_take_over:
            self.can_take_over = closed
            self._follow()
            self._app.screen.refresh_bindings()

    def take_over(self) -> bool:
        """Edit here what another window has closed; False if that cannot be done, which the user is told."""
        try:
            self.file.take_over()
        except DrafterError as error:
            office(self._app).complain(error)
            return False
        self.can_take_over = False
        if self._timer is not None:
            self._timer.stop()
        self._follow()
        self._app.screen.refresh_bindings()
        self._app.notify(f"The {self._noun} is edited here now.", timeout=3)
        return True

    def tell(self) -> bool:
        """Tell what the drafter should know on opening; False where it must first be chosen which text stays."""
        file, app = self.file, self._app
        for notice in file.notices:
            app.notify(f"{notice[0].upper()}{notice[1:]}.", timeout=8, markup=False)
        if file.read_only is not None:
            app.notify(f"Read-only: {file.read_only}", severity="warning", timeout=10, markup=False)
        if file.outside is not None:
            self.compete("It was changed while edits here were not in it.")
            return False
        return True

    def _hear(self, event: Event) -> None:
        """Called in whatever thread the file is written by."""
        if isinstance(event, SaveState):
            self._app.call_later(self._told_filed)

    def _told_filed(self) -> None:
        """If another program has changed the file, let the drafter choose."""
        if self._closed:
            return
        self._filed(self.file.save_state)
        if self.file.save_state.kept is Kept.OUTSIDE:
            self.compete("The file differs from what was read or written here last.")

    def last(self, way: str) -> Step[Held, Done] | None:
        """The step that "Undo" or "Redo" goes over; that there is none is said."""
        steps = self.file.history.past if way == "Undo" else self.file.history.future
        if not steps:
            self._app.notify(f"There is nothing to {way.lower()}.", timeout=2)
        return steps[-1] if steps else None

    def advance(self, step: Callable[[LocalDocument[Held, Done]], object]) -> bool:
        if self.read_only:
            self._app.notify(f"Read-only: {self.read_only}", severity="warning", markup=False)
            return False
        try:
            step(self.file)
        except JournalError as error:
            self._no_room(error, step)
            return False
        except DrafterError as error:
            office(self._app).complain(error)
            return False
        self._follow()
        return True

    def _no_room(self, error: JournalError, step: Callable[[LocalDocument[Held, Done]], object]) -> None:
        """The step cannot be written to disk: the drafter chooses what to do."""

        def chosen(answer: str | None) -> None:
            if answer == "on":
                self.file.go_on_unguarded()
                self._app.notify("Edits are safe only once saved now: Ctrl+S.", severity="warning", timeout=10)
            if answer == "copy":
                self.write_copy()
            elif answer is not None:
                self.advance(step)

        self._app.push_screen(Choose("The change could not be kept on disk", NO_ROOM, str(error)), chosen)

    def write_copy(self) -> None:
        """Ask for a file and write the document to it; the one that is open stays open."""

        def write(name: str | None) -> None:
            if name:
                try:
                    self.file.save_copy(path_typed(name))
                except DrafterError as error:
                    office(self._app).complain(error)
                else:
                    self._app.notify(f"A copy lies in {name}", markup=False)

        self._app.push_screen(Ask("Write a copy to which file?"), write)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the file if needed, then do `then`."""
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
                self._follow()
                if then is not None:
                    then()

        self._app.push_screen(Choose(f"Another program has changed the {self._noun} file", COMPETING, told), chosen)

    def look_at_the_file(self) -> None:
        """Ask where another program changed the file meanwhile."""
        if self.file.read_only is None and self.file.changed_outside():
            self.compete("The file differs from what was read or written here last.")

    def close(self) -> None:
        """Close it; its history stays on disk."""
        self._closed = True
        if self._timer is not None:
            self._timer.stop()
        self.file.close()
