"""What all parts of the desk share: the session, the paragraph in hand, the widgets by name."""

from __future__ import annotations

from textual.reactive import reactive

from drafter.edit.edits import Edit
from drafter.model.draft import DraftParagraph
from drafter.tui.screens.room import Room
from drafter.tui.state.session import named
from drafter.tui.widgets.editor import Editor
from drafter.tui.widgets.outline import Outline


class DeskBase(Room[None]):
    """The desk without its looks and its actions."""

    place: reactive[str] = reactive("", init=False, repaint=False)
    """The id of the paragraph in hand."""

    editing: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether its editor is open."""

    editor: Editor

    def __init__(self) -> None:
        super().__init__()
        self.outline = Outline(id="outline")

    @property
    def paragraph(self) -> DraftParagraph | None:
        """The paragraph in hand; None in a draft without any."""
        return next((paragraph for paragraph in self.session.draft if paragraph.id == self.place), None)

    @property
    def label(self) -> str:
        """The label of the paragraph in hand."""
        return named(self.session.draft).get(self.place, "")

    def perform(self, edit: Edit, then: str | None = None) -> bool:
        """Do an edit; where it is done, take up the paragraph `then`."""
        done = self.office.perform(edit)
        if done and then is not None:
            self.place = then
        return done

    def settle(self) -> bool:
        """Make what stands in the open editor part of the draft; False where that is not possible."""
        raise NotImplementedError

    def find(self, label: str) -> str | None:
        """The id of the paragraph with a label as typed by a person."""
        from drafter.model.numbering import same_label

        return next((id for id, known in named(self.session.draft).items() if same_label(label, known)), None)
