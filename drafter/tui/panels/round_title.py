"""The top line of a round; in narrow windows it names the paragraph, whose board is behind another pane."""

from __future__ import annotations

from textual import events

from drafter.negotiation.values import Round
from drafter.tui.office import office
from drafter.tui.shown import round_title
from drafter.tui.shown.board_rows import BoardRow
from drafter.tui.state.round_session import RoundSession
from drafter.tui.widgets.title_bar import TitleBar
from drafter.tui.work import rounds
from drafter.tui.work.background import in_background

_NARROW = 96
"""Columns from which the board stands beside the other panes."""


class RoundTitle(TitleBar):
    """Says what is open and how far it is; a worker counts the brackets."""

    def __init__(self) -> None:
        super().__init__()
        self._session: RoundSession | None = None
        self._row: BoardRow | None = None
        self._brackets: int | None = None

    def show(self, session: RoundSession, row: BoardRow | None) -> None:
        """Show a round with the cursor on that row of its board."""
        before, self._session, self._row = self._session, session, row
        self._write()
        if before is None or before.round is not session.round:
            round_ = session.round
            in_background(
                self, lambda: rounds.counted_brackets(round_), self._counted, office(self).complain, "brackets"
            )

    def on_resize(self, event: events.Resize) -> None:
        self._write(event.size.width)

    def _write(self, width: int | None = None) -> None:
        if self._session is None:
            return
        narrow = (width or self.size.width) < _NARROW
        self.left = round_title.at(self._row) if narrow else round_title.named(self._session.round)
        self.right = round_title.counted(self._session, self._brackets, short=narrow)
        self.warning = self._session.read_only

    def _counted(self, found: tuple[Round, int]) -> None:
        if self._session is not None and self._session.round is found[0]:
            self._brackets = found[1]
            self._write()
