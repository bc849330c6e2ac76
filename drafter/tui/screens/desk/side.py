"""The side pane: one tab is asked for at a time, in a worker, and what is found can be put in."""

from __future__ import annotations

from contextlib import suppress

from textual import on
from textual.timer import Timer

from drafter.answering import OvertakenError
from drafter.model.draft import Draft
from drafter.tui.screens.desk.agreed import DeskAgreed
from drafter.tui.screens.desk.ways import PANES
from drafter.tui.shown import sources
from drafter.tui.widgets.pane import Pane
from drafter.tui.widgets.tab_strip import TabStrip
from drafter.tui.work.messages import EntriesFound

_SETTLE = 0.12
"""Seconds that a paragraph has to be in hand before the side pane asks about it."""

_LONG = 0.6
"""Seconds after which a pane says that it is being looked for."""

_ASKER = "side"
"""Of all that the side pane asks, only the newest is wanted."""

_SEARCHED = ("suggestions", "agreed")
"""The panes that show what was found in the library."""


class DeskSide(DeskAgreed):
    """The tabs with their panes; in narrow windows the outline and the text are tabs too."""

    _asking: Timer | None = None
    _waiting: Timer | None = None

    def __init__(self) -> None:
        super().__init__()
        self.strip = TabStrip(
            [(pane, pane.capitalize()) for pane in ("outline", "text", *PANES)], "outline", id="panes"
        )
        self.tabs = TabStrip([(pane, pane.capitalize()) for pane in PANES], PANES[0], id="tabs")
        self.panes = {pane: Pane(sources.EMPTY[pane], id=pane) for pane in PANES}
        self._shown_for: dict[str, tuple[Draft, str]] = {}

    @on(TabStrip.Chosen)
    def _tab_chosen(self, event: TabStrip.Chosen) -> None:
        self.show_pane(event.tab)

    @property
    def pane(self) -> str:
        return next((pane for pane in ("outline", "text") if self.has_class(f"at-{pane}")), self.side)

    def action_side(self) -> None:
        self.toggle_class("without-side")
        if self.has_class("without-side") and self.pane in PANES:
            self.show_pane("outline")

    @property
    def side(self) -> str:
        return self.tabs.active

    def show_pane(self, pane: str) -> None:
        if pane in PANES:
            self.remove_class("without-side")
            self.front(pane)
        self._at(pane)
        if pane == "text" and self.editing:
            self.set_focus(self.editor)
        else:
            self.set_focus(self.panes.get(pane, self.outline))

    def _at(self, pane: str) -> None:
        for known in ("outline", "text", "side"):
            self.set_class(known == (pane if pane not in PANES else "side"), f"at-{known}")
        self.strip.active = pane

    def front(self, pane: str) -> None:
        self.tabs.active = pane
        for known, shown in self.panes.items():
            shown.display = known == pane
        self.ask_soon()

    def ask_soon(self) -> None:
        for timer in (self._asking, self._waiting):
            if timer is not None:
                timer.stop()
        self._asking = self.set_timer(_SETTLE, self._ask)

    def _ask(self) -> None:
        """Let a worker find out what the side pane shows."""
        if self.office.session is None or not self.place:
            return
        pane, place, session, answering = self.side, self.place, self.session, self.office.answering
        question = answering.question(_ASKER)
        self._waiting = self.set_timer(_LONG, lambda: self.panes[pane].show((), "Looking …"))

        def look() -> None:
            with suppress(OvertakenError):
                if pane in _SEARCHED:  # what is agreed is known before suggestions are, and for its own pane
                    self.look_for_agreed(session, place, question)
                entries, said = sources.asked(pane, session, place, answering, question)
                self.look_for_agreed(session, place, question)  # first, so that both are painted at once
                self.post_message(EntriesFound(pane, session.draft, place, entries, said))

        self.run_worker(look, thread=True, exclusive=True, group="side", exit_on_error=False)

    @on(EntriesFound)
    def _entries_found(self, event: EntriesFound) -> None:
        if self._is_current(event.draft, event.place):
            if self._waiting is not None:
                self._waiting.stop()
            self._shown_for[event.pane] = (event.draft, event.place)
            self.panes[event.pane].show(event.entries, event.said)

    def _is_current(self, draft: Draft, place: str) -> bool:
        session = self.office.session
        return session is not None and session.draft is draft and place == self.place

    @on(Pane.Chosen)
    def _entry_chosen(self, event: Pane.Chosen) -> None:
        entry = event.entry
        if not self.settle():
            return
        if not self._is_current(*self._shown_for[self.side]):
            self.notify("This was found for another paragraph or wording; it is being looked for anew.", timeout=3)
            return
        if event.how == "refuse":
            if proposal := entry.suggestion or entry.update:
                self.refuse(proposal)
        elif entry.suggestion is not None:
            (self.put_in_phrase if event.how == "phrase" else self.put_in_suggestion)(entry.suggestion)
        elif entry.update is not None:
            self.put_in_update(entry.update)
        elif entry.finding is not None:
            self.put_in_finding(entry.finding)
        elif entry.run is not None:
            self.open_source(entry.run)

    def say_searching(self, said: str) -> None:
        """Say what keeps a search of the library, where its pane has nothing yet."""
        pane = self.panes[self.side]
        if self.side in _SEARCHED and not pane.entries:
            pane.show((), said)
