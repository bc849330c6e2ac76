"""What is known at a place of a round: lists under tabs; what the library says of it is found by a worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer

from drafter.answering import OvertakenError
from drafter.tui.office import office
from drafter.tui.shown.agreed_here import AgreedHere
from drafter.tui.shown.round_panes import RoundEntry, agreed_entries, position_entries, proposal_entries
from drafter.tui.shown.wording import bracketed
from drafter.tui.state.round_session import facts
from drafter.tui.widgets.passages import Passages
from drafter.tui.widgets.tab_strip import TabStrip
from drafter.tui.work import rounds
from drafter.tui.work.background import in_background

if TYPE_CHECKING:
    from drafter.model.draft import Draft
    from drafter.negotiation.values import Round
    from drafter.tui.shown.entry import PaneEntry

Answer: TypeAlias = "AgreedHere | tuple[PaneEntry, ...]"

ROUND_PANES = ("proposals", "positions", "lineage", "agreed")
"""The tabs, in order."""

_SETTLE = 0.08
"""Seconds that a place must be shown before the library is asked about it."""

_EMPTY = {
    "proposals": "Nothing is proposed here.",
    "positions": "Nobody has said anything on this paragraph.",
    "lineage": "No earlier text of this series has this paragraph.",
    "agreed": "Nothing is wanted here whose words could stand in adopted texts.",
}
_LOOKING = "Looking …"


class RoundSide(Vertical):
    """Shows what is proposed and said at a place, its lineage, and the sources of the words that are wanted."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.panes = {pane: Passages(id=pane) for pane in ROUND_PANES}
        self._tabs = TabStrip([(pane, pane.capitalize()) for pane in ROUND_PANES], ROUND_PANES[0], id="tabs")
        self._entries: dict[str, tuple[RoundEntry, ...]] = {}
        self._said: dict[str, str] = {}
        self._place = ""
        self._round: Round | None = None
        self._agreed = AgreedHere()
        self._known: dict[str, tuple[object, str]] = {}
        self._based: tuple[Draft, Draft] | None = None
        """The base of the round, and the same on its adopted text, which takes longest to find."""
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
    def said(self) -> str:
        """What the pane in front says where it lists nothing."""
        return self._said.get(self.active, "")

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
        self.ask_soon()

    def show(self, round_: Round, place: str) -> None:
        """Show a place, or the same one again after a step."""
        other, self._place, self._round = place != self._place, place, round_
        if other:
            self._agreed = AgreedHere()
            self._known.clear()
        known = facts(round_)
        self._put("proposals", proposal_entries(known, place, self._agreed), top=other)
        self._put("positions", position_entries(known, place), top=other)
        counts = {"proposals": len(known.proposals(place)), "positions": len(known.positions(place))}
        self._tabs.tabs = tuple((pane, f"{pane.capitalize()} {counts.get(pane) or ''}".strip()) for pane in ROUND_PANES)
        for pane in ("lineage", "agreed"):
            if other:
                self._put(pane, (), _LOOKING, top=True)
        self.ask_soon()

    def _put(self, pane: str, entries: tuple[RoundEntry, ...], said: str = "", *, top: bool) -> None:
        said = said or _EMPTY[pane]
        if entries == self.entries(pane) and said == self._said.get(pane) and not (top and entries):
            return
        self._entries[pane], self._said[pane] = entries, said
        bodies = [bracketed(one.body) if self.app.no_color else one.body for one in entries]
        passages = self.panes[pane]
        passages.put(bodies, 0 if top else min(passages.cursor, max(0, len(bodies) - 1)), said)

    def ask_soon(self) -> None:
        """Ask the library what the pane in front lacks, once the place has been shown for a moment."""
        if self._asking is not None:
            self._asking.stop()
        if self.active != "positions":
            self._asking = self.set_timer(_SETTLE, self._ask)

    def _ask(self) -> None:
        """Let a worker find what the pane in front should show."""
        session, place = office(self).negotiation, self._place
        if session is None or not place:
            return
        answering, desk = office(self).answering, office(self).desk
        if self.active == "lineage":
            asked: tuple[object, str] = (session.round.text, place)
            if asked != self._known.get("lineage"):
                question = answering.question("round lineage")

                def look() -> Answer:
                    if self._based is None or self._based[0] is not session.round.text:
                        self._based = session.round.text, rounds.based(desk, session)
                    return rounds.lineage_here(self._based[1], session.round, place, answering, question)

                self._look("lineage", asked, look)
        elif (asked := (session.round, place)) != self._known.get("agreed"):
            question = answering.question("round agreed")
            known = facts(session.round)
            self._look("agreed", asked, lambda: rounds.agreed_here(known, place, answering, question))

    def _look(self, pane: str, asked: tuple[object, str], look: Callable[[], Answer]) -> None:
        def looked() -> Answer | None:
            try:
                return look()
            except OvertakenError:
                return None

        def found(answer: Answer | None) -> None:
            if answer is not None and asked[1] == self._place:
                self._known[pane] = asked
                self._answered(answer)

        in_background(self, looked, found, lambda error: self._put(pane, (), str(error), top=False), pane)

    def _answered(self, answer: Answer) -> None:
        if not isinstance(answer, AgreedHere):
            self._put("lineage", tuple(RoundEntry(one.body) for one in answer), top=False)
        elif self._round is not None:
            self._agreed, known = answer, facts(self._round)
            self._put("proposals", proposal_entries(known, self._place, answer), top=False)
            self._put("agreed", agreed_entries(known, self._place, answer), top=False)
