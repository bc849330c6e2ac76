"""The open round as the screens see it, and what follows from the round alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from drafter.edit.history import History
from drafter.model.draft import DraftParagraph
from drafter.model.negotiated import Closure, Conflict, Position
from drafter.model.proposal import TITLE, Outcome, Proposal
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.labels import called
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
    """What stands at each label of a round. A new paragraph is found at the label before it."""

    round_: Round

    @cached_property
    def merged(self) -> MergedRound:
        return merge(self.round_)

    @cached_property
    def compiled(self) -> Gathered:
        """The rows of the compilation text."""
        return Gathered(self.round_)

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What the room calls the paragraph of each proposal, by its id."""
        return called(self.round_)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The title where something is proposed on it, then the paragraphs."""
        titled = any(one.label == TITLE for one in self.round_.proposals)
        return (*([TITLE] if titled else []), *self.round_.paragraphs)

    @cached_property
    def _proposals(self) -> Mapping[str, tuple[Proposal, ...]]:
        first = next(iter(self.round_.paragraphs), TITLE)
        found: dict[str, tuple[Proposal, ...]] = {}
        for one in self.round_.proposals:
            at = one.place or first
            found[at] = (*found.get(at, ()), one)
            if one.second:
                found[one.second] = (*found.get(one.second, ()), one)
        return found

    @cached_property
    def _conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        found: dict[str, tuple[Conflict, ...]] = {}
        for one in self.merged.conflicts:
            for label in one.labels:
                found[label] = (*found.get(label, ()), one)
        return found

    def proposals(self, label: str) -> tuple[Proposal, ...]:
        """Those at a label, whatever became of them."""
        return self._proposals.get(label, ())

    def open(self, label: str) -> tuple[Proposal, ...]:
        return tuple(one for one in self.proposals(label) if self.round_.outcome(one) is Outcome.OPEN)

    def conflicts(self, label: str) -> tuple[Conflict, ...]:
        """Those that touch a label."""
        return self._conflicts.get(label, ())

    def conflict(self, proposal: Proposal) -> Conflict | None:
        """The conflict that a proposal is in."""
        return next((one for one in self.merged.conflicts if proposal.id in one.proposals), None)

    def positions(self, label: str) -> tuple[Position, ...]:
        """Those on a label and on the proposals at it."""
        names = {label, *(one.id for one in self.proposals(label))}
        return tuple(one for one in self.round_.positions if one.on in names)

    def closure(self, label: str) -> Closure:
        return self.round_.closed.get(label) or Closure(label)

    def paragraph(self, label: str) -> DraftParagraph | None:
        """The base's paragraph; None for the title."""
        return self.round_.paragraphs.get(label)


@remembered
def facts(round_: Round) -> RoundFacts:
    """Remembered for the last few rounds, since every key asks."""
    return RoundFacts(round_)
