"""Agreed language at the desk: the words that stand in adopted texts are marked, and their source is a key away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.tui.actions import BY_ID
from drafter.tui.screens.desk.proposals import DeskProposals
from drafter.tui.shown.agreement import Agreement, Marking, leading
from drafter.tui.shown.sheet import Sheet
from drafter.tui.state.session import Session
from drafter.tui.work.messages import AgreedFound

if TYPE_CHECKING:
    from drafter.answering import Question
    from drafter.library.values import Run


class DeskAgreed(DeskProposals):
    """What is found out about a text is remembered by its words, so it can never be shown with others."""

    _source_wanted = ""
    """The paragraph whose source was asked for before it was known."""

    def _show_paragraph(self, *, top: bool = False) -> None:
        """Show the paragraph in hand anew."""
        raise NotImplementedError

    def _is_current(self, draft: Draft, place: str) -> bool:
        """Whether this is still the draft, and the paragraph in hand."""
        raise NotImplementedError

    @property
    def sheet(self) -> Sheet:
        """The session, seen, with what is known of the paragraph in hand."""
        keys = self.office.settings.keys
        mark, source = (BY_ID[id].shown_keys(keys) for id in ("desk.mark_agreed", "desk.agreed_source"))
        return Sheet(self.session, self.office.brackets, self._agreement, (mark, source))

    @property
    def _agreement(self) -> Agreement | None:
        paragraph = self.paragraph
        known = self.office.answering.known_coverage(paragraph.text) if paragraph else None
        return Agreement(known, self._marking) if known else None

    @property
    def _marking(self) -> Marking:
        known = self.office.settings.agreed
        return Marking(known) if known in set(Marking) else Marking.NEW

    def look_for_agreed(self, session: Session, place: str, question: Question) -> None:
        """Find out, in a worker, which words of a paragraph are agreed."""
        text, answering = session.draft[place].text, self.office.answering
        if answering.known_coverage(text) is None:
            try:
                answering.coverage(text, question)
            except DrafterError:
                return
            self.post_message(AgreedFound(session.draft, place))

    @on(AgreedFound)
    def _agreed_found(self, event: AgreedFound) -> None:
        if not self.editing and self._is_current(event.draft, event.place):
            self._show_paragraph()
            if self._source_wanted == event.place and self.app.screen is self:
                self.action_agreed_source()
            self._source_wanted = ""

    def action_mark_agreed(self) -> None:
        following = self._marking.following
        self.office.keep(replace(self.office.settings, agreed=following.value))
        self._show_paragraph()
        told = {Marking.NEW: "new words that are agreed", Marking.ALL: "all agreed words", Marking.NONE: "nothing"}
        self.notify(f"Marked: {told[following]}.", timeout=2)

    def action_agreed_source(self) -> None:
        agreement = self._agreement
        if agreement is None:
            self._source_wanted = self.place
            self.notify("Looking where these words stand …", timeout=2)
            return
        self._source_wanted = ""
        if not agreement.coverage.runs:
            self.notify(f"No six words in a row of {self.label} stand in an adopted text.", timeout=3)
        else:
            self.open_source(leading(agreement.coverage))

    def open_source(self, run: Run) -> None:
        """Open the adopted text that has these words of the paragraph in hand."""
        from drafter.tui.screens.cited import CitedScreen

        agreement, paragraph = self._agreement, self.paragraph
        if agreement is not None and paragraph is not None and run in agreement.coverage.runs:
            self.app.push_screen(CitedScreen(self.label, paragraph.text, agreement.coverage.runs, run))
