"""Compilation texts in plain text and Markdown files: our own, and those of others."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.compiled.own import from_own
from drafter.negotiation.intake.compiled.textrows import own_text
from drafter.negotiation.intake.takenin import TakenIn


def is_compilation(text: str) -> bool:
    """Whether a file is a compilation text."""
    return own_text(text) is not None


def from_compilation(base: RoundBase, text: str, arrival: Arrival) -> TakenIn:
    """What a compilation text proposes on the base. Raises DrafterError for one of another text."""
    own = own_text(text)
    if own is None:
        raise DrafterError("this is no compilation text of ours", file=arrival.file, remedy="leave out --as")
    return from_own(base, own, arrival)
