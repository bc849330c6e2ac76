"""A row as it was read: words and brackets with shown spaces, and what stands behind them."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.negotiated import ClosureStatus
from drafter.negotiation.notation.values import BracketedDeed, Piece, Stance


@dataclass(frozen=True, slots=True)
class ReadStatus:
    """A paragraph's status as it is printed."""

    status: ClosureStatus
    pending: tuple[str, ...] = ()
    package: tuple[str, ...] = ()
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class ReadRow:
    """The row's words, and what it says of its paragraph.

    after, level  of a new one; None where it says neither
    alone         whether a bracket in it has no partner
    """

    pieces: tuple[Piece, ...]
    instructions: tuple[BracketedDeed, ...] = ()
    stances: tuple[Stance, ...] = ()
    status: ReadStatus | None = None
    after: str | None = None
    level: int | None = None
    alone: bool = False
