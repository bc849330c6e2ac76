"""The open round as the screens see it, and what follows from the round alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from drafter.edit.history import History
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, Conflict, Position
from drafter.model.proposal import TITLE, Deed, Outcome, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.labels import rows, told
from drafter.negotiation.merge import MergedRound, merge
from drafter.negotiation.notation.gathering import Gathered
from drafter.negotiation.values import Round
from drafter.tui.state.remembered import remembered


@dataclass(frozen=True, slots=True)
class RoundSession:
    """An open round: its file and history; the other fields are as in `Session`."""

    path: Path
    history: History[Round, RoundEdit]
    saved_at: datetime | None = None
    not_filed: str = ""
    read_only: str = ""

    @property
    def round(self) -> Round:
        return self.history.document

    @property
    def when_saved(self) -> str:
        """Since when the round is in its file, or why it is not, in a few words."""
        return self.not_filed or (f"saved {self.saved_at:%H:%M}" if self.saved_at else "saved")


@dataclass(frozen=True)
class RoundFacts:
    """What stands at each place of a round: at a label of the base, or at the id of the proposal of a new paragraph."""

    round_: Round

    @cached_property
    def merged(self) -> MergedRound:
        return merge(self.round_)

    @cached_property
    def compiled(self) -> Gathered:
        """The rows of the compilation text."""
        return Gathered(self.round_)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What the room calls each place, the title where something is proposed on it, then the paragraphs in order."""
        titled = any(one.label == TITLE for one in self.round_.proposals)
        return {**({TITLE: "Title"} if titled else {}), **rows(self.round_)}

    @cached_property
    def places(self) -> tuple[str, ...]:
        """In the order of the text."""
        return tuple(self.names)

    @cached_property
    def _proposals(self) -> Mapping[str, tuple[Proposal, ...]]:
        found: dict[str, tuple[Proposal, ...]] = {}
        for one in self.round_.proposals:
            for at in filter(None, (one.label or one.id, one.second)):
                found[at] = (*found.get(at, ()), one)
        return found

    @cached_property
    def _conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        found: dict[str, tuple[Conflict, ...]] = {}
        for one in self.merged.conflicts:
            new = (id for id in one.proposals if self.round_.by_id[id].kind is Deed.NEW)
            for place in (*one.labels, *new):
                found[place] = (*found.get(place, ()), one)
        return found

    def proposals(self, place: str) -> tuple[Proposal, ...]:
        """Those at a place, whatever became of them."""
        return self._proposals.get(place, ())

    def place_of(self, at: str) -> str | None:
        """The place of a proposal, or of a label itself; None where no row shows it."""
        if at in self.names:
            return at
        return next((place for place in self.places if any(one.id == at for one in self.proposals(place))), None)

    def owners(self, place: str, proposal: str = "") -> tuple[str, ...]:
        """All delegations of the round: first the owners of that proposal, then those who want something at a place."""
        first = self.round_.by_id.get(proposal)
        some = (*([first] if first else []), *self.proposals(place), *self.round_.proposals)
        return tuple(dict.fromkeys(name for one in some for name in one.by))

    def new(self, place: str) -> Proposal | None:
        """The proposal of a new paragraph; None for one of the base."""
        found = self.round_.by_id.get(place)
        return found if found is not None and found.kind is Deed.NEW else None

    def printed(self, place: str) -> str:
        """The label under which the compilation text has a place: of a new paragraph that nobody wants any more that of
        the one before it."""
        new = self.new(place)
        if new is None:
            return place
        return self.names[place] if self.compiled.at(place) else new.after or next(iter(self.round_.paragraphs), TITLE)

    def beside(self, new: Proposal) -> tuple[Proposal, ...]:
        """A new paragraph, and the others that are proposed for the same place."""
        others = (one for one in self.round_.proposals if (one.after, one.form) == (new.after, new.form))
        return (new, *(one for one in others if one.kind is Deed.NEW and one.id != new.id))

    def open(self, place: str) -> tuple[Proposal, ...]:
        return tuple(one for one in self.proposals(place) if self.round_.outcome(one) is Outcome.OPEN)

    def conflicts(self, place: str) -> tuple[Conflict, ...]:
        """Those that touch a place."""
        return self._conflicts.get(place, ())

    def conflict(self, proposal: Proposal) -> Conflict | None:
        """The conflict that a proposal is in."""
        return next((one for one in self.merged.conflicts if proposal.id in one.proposals), None)

    def conflict_at(self, place: str, name: str) -> Conflict | None:
        """The conflict of that id where it touches a place, else the first one there."""
        some = self.conflicts(place)
        return next((one for one in some if one.id == name), next(iter(some), None))

    def positions(self, place: str) -> tuple[Position, ...]:
        """Those on a place and on the proposals at it."""
        names = {place, *(one.id for one in self.proposals(place))}
        return tuple(one for one in self.round_.positions if one.on in names)

    def closure(self, place: str) -> Closure:
        return self.round_.closed.get(place) or Closure(place)

    def package(self, place: str) -> tuple[str, ...]:
        """What the room calls those that a paragraph goes with."""
        return told(self.closure(place), self.names).package

    def words(self, place: str) -> Inline:
        """The base's words there; of a new paragraph its own."""
        new = self.new(place)
        return new.put if new is not None else self.round_.inline(place)

    def level(self, place: str) -> int:
        new, own = self.new(place), self.round_.paragraphs.get(place)
        if new is not None and new.form is not None:
            return new.form.level
        return own.level if own is not None else 0

    def kind(self, place: str) -> Kind | None:
        """None for the title."""
        new, own = self.new(place), self.round_.paragraphs.get(place)
        if new is not None and new.form is not None:
            return new.form.kind
        return own.kind if own is not None else None


@remembered
def facts(round_: Round) -> RoundFacts:
    """Remembered for the last few rounds, since every key asks."""
    return RoundFacts(round_)
