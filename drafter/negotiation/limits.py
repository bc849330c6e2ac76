"""What a round may hold at most: what is more is told in one line, and nothing is changed."""

from __future__ import annotations

from drafter.errors import DrafterError
from drafter.negotiation.values import Round

PARTIES = 200
PROPOSALS = 20_000
BRACKETS = 20
"""How deep brackets may stand in one another."""


def check(round_: Round, file: object = None) -> None:
    """Raise DrafterError where a round holds more than it may."""
    listed = [one.arrivals for one in round_.proposals] + [one.arrivals for one in round_.positions]
    parties = {name for arrivals in listed for came in arrivals for name in came.by}
    parties.update(one.name for one in round_.parties)
    parties.update(name for one in round_.closures for name in one.pending)
    for many, most, what in ((len(round_.proposals), PROPOSALS, "proposals"), (len(parties), PARTIES, "parties")):
        if many > most:
            raise DrafterError(f"{many:,} {what} are too many", file=file, remedy=f"a round holds up to {most:,}")
    for one in round_.proposals:
        if (deep := depth(one.put.text)) > BRACKETS:
            problem = f"{one.place or 'a new paragraph'}: brackets stand {deep} deep in one another"
            raise DrafterError(problem, file=file, remedy=f"up to {BRACKETS} deep are read")


def depth(text: str) -> int:
    """How deep square brackets stand in one another.

    >>> depth("[shall [fully]] cooperate")
    2
    """
    deep = deepest = 0
    if "[" not in text:
        return 0
    for one in text:
        if one == "[":
            deep += 1
            deepest = max(deepest, deep)
        elif one == "]":
            deep = max(0, deep - 1)
    return deepest
