"""The round: the board, a paragraph with all that is proposed on it, and who wants what."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import Screen

from drafter.clock import now
from drafter.errors import DrafterError
from drafter.model.proposal import Outcome
from drafter.negotiation import decide
from drafter.negotiation.decide import Ruling
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.leading import keep_place
from drafter.negotiation.values import Round
from drafter.tui.actions import bindings
from drafter.tui.dialogs.choose import Choose
from drafter.tui.dialogs.round_questions import ROUND_QUESTIONS, RoundAsking
from drafter.tui.office import negotiation_of, office
from drafter.tui.panels.board import BoardPanel
from drafter.tui.panels.round_panels import RoundPanels
from drafter.tui.panels.round_side import RoundSide
from drafter.tui.panels.round_title import RoundTitle
from drafter.tui.preparation import Preparation
from drafter.tui.screens.mounted import once_mounted
from drafter.tui.shown.board_rows import FILTERS, board_rows, filter_answers, shows
from drafter.tui.shown.round_text import RoundText, RoundView
from drafter.tui.state.round_session import RoundFacts, RoundSession, facts
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.lines import Lines
from drafter.tui.widgets.page import Page
from drafter.tui.widgets.passages import Passages
from drafter.tui.widgets.tab_strip import TabStrip


class RoundScreen(Screen[None]):
    """Shows the open round; each decision becomes one edit, which the office makes."""

    CSS_PATH = "round.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("round")]
    AUTO_FOCUS = "BoardPanel"

    label: reactive[str] = reactive("", init=False, repaint=False)
    """The place of the paragraph that is shown: a label of the base, or the id of a new paragraph's proposal."""

    def __init__(self) -> None:
        super().__init__()
        self.board = BoardPanel(id="board")
        self.text = Page(id="middle")
        self.side = RoundSide(id="side")
        self.panels = RoundPanels(self.board, self.text, self.side)
        self.view = RoundView.ALL
        self.filtered = FILTERS[0]
        self._delegation = ""
        self._led = ""
        self._bar = RoundTitle()

    def compose(self) -> ComposeResult:
        yield self._bar
        yield self.panels
        yield Hints()

    @once_mounted
    def on_mount(self) -> None:
        self.board.border_title = "Board"
        self.watch(self.app, "negotiation", self._session_changed)
        office(self).preparation.changed.subscribe(self, self._prepared)

    def _prepared(self, state: Preparation) -> None:
        if state.progress is None:
            self.side.ask_soon()

    @property
    def facts(self) -> RoundFacts:
        return facts(negotiation_of(self).round)

    def _session_changed(self, session: RoundSession | None) -> None:
        if session is None:
            return
        rows = board_rows(facts(session.round))
        kept = [row for row in rows if shows(row, self.filtered)]
        if not kept and self.filtered != FILTERS[0]:
            self.notify(f"Nothing is {self.filtered} any more: every paragraph is shown.", timeout=3)
            self._name_board(FILTERS[0])
        self.board.show(kept or rows, self.label or None)
        if self.board.current is not None and self.board.current.place != self.label:
            self.label = self.board.current.place
        else:
            self._show()

    def watch_label(self, label: str) -> None:
        self.board.select(label)
        self._show(top=True)

    def _show(self, *, top: bool = False) -> None:
        if self.label:
            text = RoundText(self.facts, office(self).brackets, self.view, self._delegation)
            self.text.show(text.page(self.label), top=top)
            self.side.show(self.facts.round_, self.label)
            self._take_along(self.facts.printed(self.label))
        self._bar.show(negotiation_of(self), self.board.current)

    def _take_along(self, label: str) -> None:
        """Lead the page in the room to a label."""
        if label != self._led:
            self._led = label
            with contextlib.suppress(DrafterError, OSError):  # it stays where it is
                keep_place(negotiation_of(self).path, label)

    @on(Lines.Moved, "#board")
    def _moved(self) -> None:
        row = self.board.current
        if row is not None and row.place != self.label:
            self.label = row.place

    @on(Lines.ItemPicked, "#board")
    def _picked(self) -> None:
        self.panels.to("proposals")

    @on(Passages.Picked)
    def _proposal_picked(self) -> None:
        self.action_accept()

    @on(TabStrip.TabChosen)
    def _tab_chosen(self, event: TabStrip.TabChosen) -> None:
        self.panels.to(event.tab)

    def show_touched(self, ids: Sequence[str]) -> None:
        """Show a paragraph that undo or redo touched: the one already shown if it is among them, otherwise the
        first."""
        if ids and self.label not in ids:
            self._go(ids[0])

    def _go(self, label: str | None) -> None:
        if label and all(row.place != label for row in self.board.items):
            self._filter(FILTERS[0])
        if label:
            self.label = label

    def _decide(self, edit: Callable[[Round], RoundEdit]) -> bool:
        return office(self).decide(edit)

    @property
    def _signed(self) -> Ruling:
        return Ruling(by=office(self).settings.author, at=now().isoformat())

    def action_accept(self) -> None:
        """Accept the proposal or choose the reading under the cursor; from the board, first go to the proposals."""
        entry = self.side.chosen
        if self.panels.pane in ("board", "text"):
            self.panels.to("proposals")
        elif self.panels.pane == "agreed":
            from drafter.tui.screens.cited import open_longest

            open_longest(self.app, self.facts.names[self.label], entry.runs if entry is not None else ())
        elif entry is not None and entry.conflict:
            self._decide(lambda round_: decide.choose(round_, entry.conflict, entry.reading, self._signed))
        elif entry is not None and entry.proposal in self.facts.round_.by_id:
            self._decide(lambda round_: decide.accept(round_, [entry.proposal], self._signed))

    def action_readings(self) -> None:
        from drafter.tui.screens.readings import choose_side_by_side

        choose_side_by_side(self._asking)

    def action_turn_down(self, outcome: str) -> None:
        if proposal := self._proposal:
            self._decide(lambda round_: decide.turn_down(round_, [proposal], Outcome(outcome), self._signed))

    def action_reopen(self) -> None:
        if proposal := self._proposal:
            self._decide(lambda round_: decide.reopen(round_, [proposal]))

    @property
    def _proposal(self) -> str:
        """The id of the proposal under the cursor; where there is none, that is said."""
        entry = self.side.chosen
        if entry is None or entry.proposal not in self.facts.round_.by_id:
            self.notify("Choose a proposal in the list first.", timeout=2)
            return ""
        return entry.proposal

    def action_ask(self, what: str) -> None:
        if self._may_change():
            ROUND_QUESTIONS[what](self._asking)

    def _may_change(self) -> bool:
        """Whether the round can be changed here; if not, the user is told why before being asked anything."""
        read_only = negotiation_of(self).read_only
        if read_only:
            self.notify(read_only, title="Read-only", severity="warning", markup=False)
        return not read_only

    @property
    def _asking(self) -> RoundAsking:
        entry = self.side.chosen
        proposal = entry.proposal if entry is not None and self.panels.pane not in ("board", "text") else ""
        conflict, reading = (entry.conflict, entry.reading) if entry is not None else ("", 0)
        return RoundAsking(self.app, self.facts, self.label, proposal, conflict, reading, self._decide, self._signed)

    def action_take_in(self) -> None:
        from drafter.tui.screens.taking_in import take_in

        if self._may_change():
            take_in(self.app, self.show_touched)

    def action_propose(self) -> None:
        from drafter.tui.dialogs.by_hand import WantedByHand, ask_by_hand

        new = self.facts.new(self.label)
        at = self.label if new is None else new.after or ""
        said = WantedByHand(self.facts.round_, labels=(at,) if at else ())
        if self._may_change():
            ask_by_hand(self.app, said, lambda one: self._decide(one.edit))

    def action_view(self) -> None:
        """The next view; of one delegation it is that of the board's filter, of the proposal under the cursor, or the
        first here."""
        views = list(RoundView)
        self.view = views[(views.index(self.view) + 1) % len(views)]
        if self.view is RoundView.ONLY:
            entry = self.side.chosen
            some = self.facts.owners(self.label, entry.proposal if entry else "")
            self._delegation = self.filtered if self.filtered in some else next(iter(some), "")
        only = f"only {self._delegation or 'nobody'}"
        self.notify(only if self.view is RoundView.ONLY else self.view.value, timeout=2)
        self._show()

    def copy_shown(self, *, markdown: bool = False) -> None:
        """Copy the paragraph with its label, its proposals and whose they are."""
        from drafter.negotiation.copying import copied

        self.app.copy_to_clipboard(copied(self.facts.round_, self.label, markdown=markdown))
        self.notify(f"{self.facts.names[self.label]} copied{' as Markdown' if markdown else ''}.", timeout=2)

    def action_copy_markdown(self) -> None:
        self.copy_shown(markdown=True)

    def action_next(self, step: int) -> None:
        self._go(self.board.next(step, contested=False))

    def action_contest(self, step: int) -> None:
        self._go(self.board.next(step, contested=True))

    def action_filter(self) -> None:
        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._filter(answer)

        answers = filter_answers(self.facts, office(self).settings.author)
        self.app.push_screen(Choose("Which paragraphs?", answers), chosen)

    def _filter(self, filtered: str) -> None:
        self._name_board(filtered)
        self._session_changed(office(self).negotiation)

    def _name_board(self, filtered: str) -> None:
        self.filtered = filtered
        self.board.border_title = "Board" if filtered == FILTERS[0] else f"Board: {filtered}"

    def action_step_pane(self, step: int) -> None:
        self.panels.step(step)

    def action_pane(self, pane: str) -> None:
        self.panels.to(pane)

    def action_hand_in(self) -> None:
        from drafter.tui.screens.round_hand_in import RoundHandInScreen

        self.app.push_screen(RoundHandInScreen(), self._lead)

    def _lead(self, at: str | None) -> None:
        """To a label, or to a proposal by its id."""
        if at is None:
            return
        place = self.facts.place_of(at)
        if place is None:
            self.notify("It stands in the title of the base, on which nothing is proposed.", timeout=4)
            return
        self._go(place)
        if at in self.facts.round_.by_id:
            self.panels.to("proposals")
            self.side.choose(at)

    def action_library(self) -> None:
        office(self).close_draft()
