"""What is known about the paragraph: the tab in front is filled by a worker."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from drafter.answering import OvertakenError
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.tui.office import office
from drafter.tui.shown import panes
from drafter.tui.state.session import Session
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from drafter.answering import Answering, Question
    from drafter.tui.shown.entry import PaneEntry

PANES = ("suggestions", "lineage", "agreed", "note", "findings")
"""The tabs, in order."""

_SETTLE = 0.12
"""Seconds that a paragraph must be shown before questions about it are asked."""

_LONG = 0.6
"""Seconds after which a pane says that it is still searching."""

_ASKER = "side"
"""Only the newest question of this panel matters."""

_SEARCHED = ("suggestions", "agreed")
"""The panes that show findings from the library."""


class SidePanel(Vertical):
    """The tabs with their panes; a pane's own message says which entry was chosen."""

    @dataclass
    class AgreedFound(Message):
        """The agreed words of a paragraph are known now."""

        draft: Draft
        place: str

    @dataclass
    class _Found(Message):
        """What a pane shows about the paragraph `place` of `draft`; `said` where there is nothing."""

        pane: str
        draft: Draft
        place: str
        entries: tuple[PaneEntry, ...]
        said: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.panes = {pane: Pane(panes.EMPTY[pane], id=pane) for pane in PANES}
        self._tabs = TabStrip([(pane, pane.capitalize()) for pane in PANES], PANES[0], id="tabs")
        self._place = ""
        self._shown_for: dict[str, tuple[Draft, str]] = {}
        self._asking: Timer | None = None
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self._tabs
        yield from self.panes.values()

    def on_mount(self) -> None:
        self.front(PANES[0])

    @property
    def active(self) -> str:
        """The pane in front."""
        return self._tabs.active

    def front(self, pane: str) -> None:
        """Bring a pane to the front."""
        self._tabs.active = pane
        for known, shown in self.panes.items():
            shown.display = known == pane
        self._ask_soon()

    def about(self, place: str) -> None:
        """Ask about a paragraph once it has been shown for a moment, or again about the same one after a change."""
        self._place = place
        self._ask_soon()

    def is_current(self) -> bool:
        """Whether the pane in front shows what was found for the paragraph with its present words."""
        return self._fits(*self._shown_for.get(self.active, (None, "")))

    def say_searching(self, said: str) -> None:
        """Say why a search of the library takes time, while its pane has nothing to show."""
        pane = self.panes[self.active]
        if self.active in _SEARCHED and not pane.entries:
            pane.show((), said)

    def _fits(self, draft: Draft | None, place: str) -> bool:
        session = office(self).session
        return session is not None and session.draft is draft and place == self._place

    def _ask_soon(self) -> None:
        for timer in (self._asking, self._waiting):
            if timer is not None:
                timer.stop()
        self._asking = self.set_timer(_SETTLE, self._ask)

    def _ask(self) -> None:
        """Let a worker find what the pane in front should show."""
        session, answering = office(self).session, office(self).answering
        if session is None or not self._place:
            return
        pane, place = self.active, self._place
        question = answering.question(_ASKER)
        self._waiting = self.set_timer(_LONG, lambda: self.panes[pane].show((), "Looking …"))

        def look() -> None:
            with suppress(OvertakenError):
                if pane in _SEARCHED:  # agreed words are found before suggestions are, and have a pane of their own
                    self._look_for_agreed(answering, session, place, question)
                entries, said = panes.asked(pane, session, place, answering, question)
                self._look_for_agreed(answering, session, place, question)  # first, so that both are painted at once
                self.post_message(self._Found(pane, session.draft, place, entries, said))

        self.run_worker(look, thread=True, exclusive=True, group="side", exit_on_error=False)

    def _look_for_agreed(self, answering: Answering, session: Session, place: str, question: Question) -> None:
        text = session.draft[place].text
        if answering.known_coverage(text) is None:
            with suppress(DrafterError):
                answering.coverage(text, question)
                self.post_message(self.AgreedFound(session.draft, place))

    @on(_Found)
    def _found(self, event: _Found) -> None:
        if self._fits(event.draft, event.place):
            if self._waiting is not None:
                self._waiting.stop()
            self._shown_for[event.pane] = (event.draft, event.place)
            self.panes[event.pane].show(event.entries, event.said)
