"""What becomes of a round's proposals when its text is issued anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.model.change import Pair
from drafter.model.proposal import Proposal
from drafter.negotiation.values import Round


class Aftermath(StrEnum):
    """What became of a proposal on the next base.

    IN: the new base has its words; PARTLY: some of them; CARRIED: it stands as it was, its words and both neighbours
    unchanged; AGAINST: its place is there and reads otherwise now; GONE: its place was deleted.
    """

    IN = "in"
    PARTLY = "partly"
    CARRIED = "carried"
    AGAINST = "against"
    GONE = "gone"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a proposal of the old base came to in the new one.

    `label` is of the new base, "" where its place is gone; `now` is the proposal as it stands on the new base, () where
    nothing of it is left to propose or where it cannot be said there, which `why` then tells.
    """

    proposal: Proposal
    aftermath: Aftermath
    label: str = ""
    why: str = ""
    now: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Fallen:
    """Something said on a paragraph that did not go along: `what` in words, and why."""

    label: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The next round, what became of every proposal of the old one in its order, how the paragraphs of both follow one
    another, and what did not go along."""

    round_: Round
    landings: tuple[Landing, ...]
    pairs: tuple[Pair, ...]
    fallen: tuple[Fallen, ...] = ()
