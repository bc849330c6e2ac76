"""What people say and decide on proposals: positions, the state of paragraphs, decisions, conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.model.inline import Inline
from drafter.model.proposal import Arrival, Deed, Outcome, fingerprint


class Stand(StrEnum):
    """What a delegation says without words of its own."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    RETAIN = "retain"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True)
class Position:
    """A stand on a proposal (its id) or on a paragraph of the base (its label); `found` are the words it is about.

    It never changes a text.
    """

    on: str
    stand: Stand
    found: str = ""
    arrivals: tuple[Arrival, ...] = ()

    @property
    def by(self) -> tuple[str, ...]:
        return tuple(sorted({name for one in self.arrivals for name in one.by}))


class ClosureStatus(StrEnum):
    """How far a paragraph is, lowest first."""

    OPEN = "open"
    SUGGESTED = "suggested"
    INFORMALS = "informals"
    AD_REF = "ad-ref"
    AGREED = "agreed"

    @property
    def told(self) -> str:
        """In the words of the room."""
        return _TOLD[self]


_TOLD = {
    ClosureStatus.OPEN: "open",
    ClosureStatus.SUGGESTED: "suggested for closure",
    ClosureStatus.INFORMALS: "agreed in informals",
    ClosureStatus.AD_REF: "agreed ad ref",
    ClosureStatus.AGREED: "agreed",
}


@dataclass(frozen=True, slots=True)
class Closure:
    """Where a paragraph stands, named by its label, or by the id of the proposal that brings it.

    pending   who holds out
    package   the paragraphs it makes a package with, named likewise
    reopened  whether a proposal that came after it was closed has opened it again
    """

    label: str
    status: ClosureStatus = ClosureStatus.OPEN
    pending: tuple[str, ...] = ()
    package: tuple[str, ...] = ()
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on the proposal `on`, by whom and when (ISO 8601).

    `cause` names what decided several at once: the conflict whose reading was chosen, or the proposal that was
    accepted; all that share it come back together.
    """

    on: str
    outcome: Outcome
    cause: str = ""
    why: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A reading of a conflict. `does` is None for the base's own, which is always the first.

    put        what would stand in place of the conflict's `found`
    by         whose reading it is; for the base's, who asks to retain it
    proposals  the ids that make it
    ways       the sets of them each of which makes it alone, the smallest first: several owners may come to the same
               words by different proposals
    """

    does: Deed | None
    put: Inline
    by: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    ways: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Open proposals that cannot all stand, in the paragraphs `labels`, over the units from `start` up to `end` of the
    first of them; 0 and 0 over whole paragraphs, -1 and -1 where all that differs is where they move to."""

    labels: tuple[str, ...]
    start: int
    end: int
    found: Inline
    proposals: tuple[str, ...]
    readings: tuple[Alternative, ...]

    @property
    def id(self) -> str:
        """From the place where it begins."""
        return fingerprint("c", self.labels[0], str(self.start))


class Meeting(StrEnum):
    SAME_GAP = "same gap"
    TOUCHING = "touching"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two proposals that both stand and meet in one place: for people to look at the language between them."""

    kind: Meeting
    proposals: tuple[str, str]


@dataclass(frozen=True, slots=True)
class PossibleReading:
    """One of the ways in which something could be understood: what it would do in a paragraph."""

    label: str
    found: str
    put: str
    text: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that arrived and became neither a proposal nor a position, with why and how they might be read."""

    file: str
    place: str
    text: str
    why: str
    readings: tuple[PossibleReading, ...] = ()
