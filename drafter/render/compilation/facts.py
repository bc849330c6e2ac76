"""What every compilation text says of itself: base, stage, and the time up to which it holds."""

from __future__ import annotations

from datetime import datetime

from drafter.model import dates
from drafter.negotiation.notation.values import Compilation


def in_words(moment: datetime) -> str:
    """ "3 October 2026, 10:00 (UTC+02:00)"; without a zone where none is known."""
    zone = moment.strftime("%z")
    named = f"UTC{zone[:3]}:{zone[3:5]}" if zone.strip("+-0") else "UTC"
    return f"{dates.written(moment.date())}, {moment:%H:%M}" + (f" ({named})" if zone else "")


def base_of(made: Compilation) -> str:
    """ "Compilation text on 75/190, Zero draft"."""
    return f"Compilation text on {made.symbol}" + (f", {made.stage}" if made.stage else "")


def as_of(told: str) -> str:
    """The one line in which the time stands."""
    return f"As of {told}"
