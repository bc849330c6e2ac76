"""The open round: what is decided and said in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.app import App

from drafter.edit.documents import Kept, SaveState
from drafter.errors import DrafterError
from drafter.tui.held import HeldFile
from drafter.tui.office import office
from drafter.tui.state.round_session import facts

if TYPE_CHECKING:
    from drafter.edit.history import Step
    from drafter.negotiation.edits import RoundEdit
    from drafter.negotiation.rounds import OpenRound
    from drafter.negotiation.values import Round


class OpenedRound:
    """Holds the open document; the application's `negotiation` follows each step that it takes."""

    def __init__(self, app: App[Any], file: OpenRound) -> None:
        self.file = file
        self._app = app
        self._held = HeldFile(app, file, "round", self._show, self._filed)

    def tell(self) -> None:
        """Tell what the user should know on opening."""
        self._held.tell()

    def decide(self, edit: Callable[[Round], RoundEdit]) -> bool:
        """Make an edit and keep it, and say its name; False if that cannot be done, which the user is told."""
        try:
            made = edit(self.file.document)
        except DrafterError as error:
            office(self._app).complain(error)
            return False
        if not self._held.advance(lambda file: file.do(made)):
            return False
        self._app.notify(f"{made.name[0].upper()}{made.name[1:]}.", timeout=3, markup=False)
        return True

    def undo(self) -> tuple[str, ...]:
        """Undo the last step; the labels that it touched."""
        return self._step_back(self._held.last("Undo"), "Undo", lambda file: file.undo(anyones=True))

    def redo(self) -> tuple[str, ...]:
        """Redo the step last undone; the labels that it touched."""
        return self._step_back(self._held.last("Redo"), "Redo", lambda file: file.redo(anyones=True))

    def _step_back(
        self, step: Step[Round, RoundEdit] | None, way: str, go: Callable[[OpenRound], object]
    ) -> tuple[str, ...]:
        before = self.file.document
        if step is None or not self._held.advance(go):
            return ()
        self._app.notify(f"{way}: {step.name}", timeout=3, markup=False)
        return _touched(step.edit, before if way == "Undo" else self.file.document)

    def _show(self) -> None:
        session = office(self._app).negotiation
        if session is not None:
            office(self._app).negotiation = replace(session, history=self.file.history, read_only=self._held.read_only)

    def _filed(self, state: SaveState) -> None:
        session = office(self._app).negotiation
        if session is None:
            return
        at = datetime.now() if state.kept is Kept.WRITTEN else session.saved_at
        filed = replace(session, history=self.file.history, saved_at=at, not_filed=state.told)
        if filed.when_saved != session.when_saved:
            office(self._app).negotiation = filed

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the round's file if needed, then do `then`."""
        self._held.save(then)

    @property
    def can_take_over(self) -> bool:
        """Whether another window that had it open has closed it."""
        return self._held.can_take_over

    def take_over(self) -> None:
        """Edit here what another window has closed."""
        if self._held.take_over():
            self.tell()

    def look_at_the_file(self) -> None:
        """Ask where another program changed the file meanwhile."""
        self._held.look_at_the_file()

    def close(self) -> None:
        """Close it; its history stays on disk."""
        self._held.close()


def _touched(edit: RoundEdit, round_: Round) -> tuple[str, ...]:
    """The places that an edit of this round is about, in order."""
    names = [*(one.on for one in edit.decisions), *(one.on for one in edit.positions), *edit.reopened]
    names += [one.id for one in edit.taken]
    found = {round_.by_id[name].label or name if name in round_.by_id else name for name in names}
    found |= {one.label for one in edit.closures}
    return tuple(place for place in facts(round_).places if place in found)
