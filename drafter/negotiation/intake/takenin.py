"""What a file gave: proposals and positions, and what was not understood of it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.negotiated import Closure, NotUnderstood, Position
from drafter.model.proposal import Proposal
from drafter.model.reading import Repair


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file gave.

    repairs  what was read otherwise than it is written, and why
    aside    how many lines were left aside as greetings, signatures, headers or quotations of other letters
    """

    proposals: tuple[Proposal, ...] = ()
    positions: tuple[Position, ...] = ()
    closures: tuple[Closure, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    repairs: tuple[Repair, ...] = ()
    aside: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """One instruction as it stands in a file: where ("line 12", "row 3"), its words, and the paragraphs below it.

    by   its own owners, () for the file's; `why` the reason it gives
    """

    place: str
    text: str
    blocks: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    why: str = ""
