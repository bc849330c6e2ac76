"""Whether a file looks as if it was made against an earlier version: a guess, for a person to confirm."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.carriers import taken
from drafter.negotiation.intake.taking import Arrived, Sender
from drafter.negotiation.values import Round


def better_before(file: Path, arrived: Arrived, sender: Sender, before: Round) -> int:
    """How many things of a file are understood on an earlier version that are not on this one.

    `arrived` is what the file gave on this one; a file that was refused here counts with all that it gives there.
    """
    here = arrived.found.get(file)
    if here is not None and not here[1].not_understood:
        return 0
    try:
        _, there = taken(before, file, Arrival(sender.whose(file), file.name), sender.kinds.get(file))
    except DrafterError:
        return 0
    if here is None:
        return len(there.proposals) + len(there.positions)
    return max(0, len(here[1].not_understood) - len(there.not_understood))
