"""What is proposed and said at the paragraph: two lists under tabs; a worker finds where words are agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer

from drafter.answering import OvertakenError
from drafter.errors import DrafterError
from drafter.tui.office import office
from drafter.tui.shown.round_panes import RoundEntry, position_entries, proposal_entries
from drafter.tui.shown.wording import bracketed
from drafter.tui.state.round_session import facts
from drafter.tui.widgets.passages import Passages
from drafter.tui.widgets.tab_strip import TabStrip
from drafter.tui.work import rounds
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.negotiation.agreed_words import AgreedWording
    from drafter.negotiation.values import Round

ROUND_PANES = ("proposals", "positions")
"""The tabs, in order."""

_SETTLE = 0.15
"""Seconds that a paragraph must be shown before it is asked where its words stand."""

_EMPTY = {"proposals": "Nothing is proposed here.", "positions": "Nobody has said anything on this paragraph."}


class RoundSide(Vertical):
    """Shows a paragraph's proposals and positions."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.panes = {pane: Passages(id=pane) for pane in ROUND_PANES}
        self._tabs = TabStrip([(pane, pane.capitalize()) for pane in ROUND_PANES], ROUND_PANES[0], id="tabs")
        self._entries: dict[str, tuple[RoundEntry, ...]] = {}
        self._label = ""
        self._agreed: dict[str, AgreedWording] = {}
        self._asking: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self._tabs
        yield from self.panes.values()

    def on_mount(self) -> None:
        self.front(ROUND_PANES[0])

    @property
    def active(self) -> str:
        """The pane in front."""
        return self._tabs.active

    def entries(self, pane: str) -> tuple[RoundEntry, ...]:
        """What a pane lists."""
        return self._entries.get(pane, ())

    @property
    def chosen(self) -> RoundEntry | None:
        """The entry under the cursor of the pane in front."""
        some = self.entries(self.active)
        place = self.panes[self.active].cursor
        return some[place] if 0 <= place < len(some) else None

    def choose(self, proposal: str) -> None:
        """Put the cursor on a proposal's entry."""
        ids = [one.proposal for one in self.entries("proposals")]
        if proposal in ids:
            self.panes["proposals"].cursor = ids.index(proposal)

    def front(self, pane: str) -> None:
        """Bring a pane to the front."""
        self._tabs.active = pane
        for known, shown in self.panes.items():
            shown.display = known == pane

    def show(self, round_: Round, label: str) -> None:
        """Show a paragraph, or the same one again after a step."""
        known = facts(round_)
        other, self._label = label != self._label, label
        self._put("proposals", proposal_entries(known, label, self._agreed), top=other)
        self._put("positions", position_entries(known, label), top=other)
        count = len(known.proposals(label))
        self._tabs.tabs = (("proposals", f"Proposals {count}" if count else "Proposals"), ("positions", "Positions"))
        if self._asking is not None:
            self._asking.stop()
        ids = tuple(one.id for one in known.proposals(label) if one.id not in self._agreed)
        if ids:
            self._asking = self.set_timer(_SETTLE, lambda: self._ask(round_, ids))

    def _put(self, pane: str, entries: tuple[RoundEntry, ...], *, top: bool) -> None:
        if entries == self.entries(pane) and not top:
            return
        self._entries[pane] = entries
        bodies = [bracketed(one.body) if self.app.no_color else one.body for one in entries]
        passages = self.panes[pane]
        passages.put(bodies, 0 if top else min(passages.cursor, max(0, len(bodies) - 1)), _EMPTY[pane])

    def _ask(self, round_: Round, ids: tuple[str, ...]) -> None:
        answering = office(self).answering

        def look() -> Mapping[str, AgreedWording]:
            try:
                return rounds.agreed_at(round_, ids, lambda text: answering.coverage(text))
            except OvertakenError:
                return {}

        in_background(self, look, lambda found: self._found(round_, found), self._not_found, "agreed")

    def _found(self, round_: Round, found: Mapping[str, AgreedWording]) -> None:
        self._agreed.update(found)
        session = office(self).negotiation
        if found and session is not None and session.round is round_:
            self._put("proposals", proposal_entries(facts(round_), self._label, self._agreed), top=False)

    def _not_found(self, error: DrafterError) -> None:
        """A library that cannot be searched is told elsewhere; the proposals stand without their sources."""
