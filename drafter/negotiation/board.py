"""How far a round is, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model.negotiated import ClosureStatus
from drafter.model.proposal import Outcome
from drafter.negotiation.merge import merge
from drafter.negotiation.notation.gathering import compilation
from drafter.negotiation.values import Round


@dataclass(frozen=True, slots=True)
class Board:
    """Counts of paragraphs by status, of conflicts, of their readings beyond the base's (`options`), and of each
    delegation's proposals by what became of them, delegations in the order of their names.

    brackets    pairs in the compilation text's title and paragraphs, nested ones counted once each; statuses not
    unbalanced  brackets in the words themselves that have no partner
    """

    paragraphs: int
    by_status: Mapping[ClosureStatus, int]
    brackets: int
    unbalanced: int
    conflicts: int
    options: int
    by_delegation: Mapping[str, Mapping[Outcome, int]]


def counted(round_: Round) -> Board:
    """The counts of a round as it is."""
    statuses = Counter(one.status for one in round_.closures if one.label in round_.paragraphs)
    statuses[ClosureStatus.OPEN] = len(round_.paragraphs) - sum(
        count for status, count in statuses.items() if status is not ClosureStatus.OPEN
    )
    conflicts = merge(round_).conflicts
    owned = Counter((name, round_.outcome(one)) for one in round_.proposals for name in one.by)
    return Board(
        len(round_.paragraphs),
        {status: statuses[status] for status in ClosureStatus},
        compilation(round_).brackets,
        unbalanced(round_),
        len(conflicts),
        sum(len(one.readings) - 1 for one in conflicts),
        {name: {outcome: owned[name, outcome] for outcome in Outcome} for name in sorted({name for name, _ in owned})},
    )


def unbalanced(round_: Round) -> int:
    """Square brackets without a partner in the base, where one may open in a paragraph and close in another, and in
    the words of what is open or accepted."""
    base = "\n".join((round_.text.title.text, *(one.text for one in round_.text)))
    live = round_.of(Outcome.OPEN, Outcome.ACCEPTED)
    return _unpaired(base) + sum(_unpaired(one.put.text) for one in live)


def _unpaired(text: str) -> int:
    deep = alone = 0
    for one in text:
        if one == "[":
            deep += 1
        elif one == "]" and deep:
            deep -= 1
        elif one == "]":
            alone += 1
    return deep + alone
