"""Whether a paper is on a round's base, by the symbols that both bear."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.model.reading import Repair
from drafter.model.symbol import Symbol
from drafter.negotiation.intake.takenin import TakenIn

_LATER = 3
"""Sessions after which a text of a series that skips years comes back at the latest."""


def check(named: str, base: str, given: TakenIn, file: str) -> tuple[Repair, ...]:
    """What to tell where a paper that amends `named` was read against `base`, a symbol too; "" for either is anything.

    Raises DrafterError where they are two texts. A paper on next year's draft may well be read in a round that was
    opened on the text adopted last, which no symbol can tell: that is told, unless nothing of the paper is understood.
    """
    if not named or not base or _bare(named) == _bare(base):
        return ()
    theirs, own = Symbol.parse(named.strip(" *")), Symbol.parse(base.strip(" *"))
    if theirs and own and None in (theirs.number, own.number):
        return ()
    if theirs and own and theirs.limited and not own.limited and (given.proposals or given.positions):
        later = int(theirs.session) - int(own.session) if theirs.session.isdigit() and own.session.isdigit() else 0
        if theirs.organ is own.organ and 0 <= later <= _LATER:
            return (Repair("its first line", named, base, "the round is on that text"),)
    raise DrafterError(
        f"this paper amends {named}, and the round is on {base}", file=file, remedy=f"take it into a round on {named}"
    )


def _bare(symbol: str) -> str:
    return symbol.strip(" *").upper()
