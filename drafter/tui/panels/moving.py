"""A paragraph on its way: the place it goes to is chosen in the outline."""

from __future__ import annotations

from drafter.tui.action import shown_key
from drafter.tui.dialogs.questions import Asking, move, moved_after
from drafter.tui.panels.outline import OutlinePanel


class MovingBlock:
    """Holds which paragraph is to be moved, from the key that says so until Enter at its new place, or Esc."""

    def __init__(self, outline: OutlinePanel) -> None:
        self._outline = outline
        self._moving: Asking | None = None

    def begin(self, at: Asking) -> None:
        """Take up the paragraph; one that is taken up already is asked about by label."""
        if self._moving is not None:
            moving = self._moving
            self.leave()
            move(moving)
        elif at.stands():
            self._moving = at
            again, put = shown_key("m"), shown_key("enter")
            self._outline.name_again(f"{at.label} goes after … {put} puts it there, {again} asks")

    def put(self, at: Asking) -> bool:
        """Put the paragraph after the one under the cursor; False if none is on its way."""
        moving = self._moving
        if moving is None:
            return False
        self.leave()
        if at.place != moving.place:
            moved_after(moving, at.place)
        return True

    def leave(self) -> bool:
        """Leave it where it is; False if none is on its way."""
        if self._moving is None:
            return False
        self._moving = None
        self._outline.name_again()
        return True
