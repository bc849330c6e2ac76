"""How far a round is, in a sentence or two."""

from __future__ import annotations

from drafter.model.proposal import Outcome
from drafter.negotiation.board import Board


def at_a_glance(board: Board) -> str:
    """The counts in words."""
    by_status = ", ".join(f"{count} {status.told}" for status, count in board.by_status.items() if count)
    open_ = sum(states.get(Outcome.OPEN, 0) > 0 for states in board.by_delegation.values())
    return (
        f"{_count(board.paragraphs, 'paragraph')}: {by_status}. {_count(board.brackets, 'bracket')}"
        f"{f', {board.unbalanced} more without a partner' if board.unbalanced else ''}; "
        f"{_count(board.conflicts, 'conflict')} with {_count(board.options, 'reading')} beside the base's. "
        f"{_count(open_, 'delegation')} with open proposals."
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
