"""The board: a line for each paragraph of a round, and which of them a filter shows."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Outcome
from drafter.model.resolution import Kind
from drafter.tui.state.round_session import RoundFacts

OPEN, CONTESTED = "□", "⚔"
OUTCOMES = {Outcome.OPEN: "▸", Outcome.ACCEPTED: "✓", Outcome.REJECTED: "✗", Outcome.WITHDRAWN: "↶"}
_SIGNS = {
    ClosureStatus.SUGGESTED: "~", ClosureStatus.INFORMALS: "✓", ClosureStatus.AD_REF: "✓", ClosureStatus.AGREED: "✓"
}  # fmt: skip

BOARD_SIGNS = {
    OPEN: "a proposal is open",
    CONTESTED: "proposals collide",
    "~": "suggested for closure",
    "✓": "agreed, in informals or ad referendum; a proposal that was accepted",
    "·": "something was decided, and nothing is open",
    "▸": "an open proposal",
    "✗": "a proposal that was rejected",
    "↶": "a proposal that was withdrawn",
}
_DECIDED = {"decided": "·", **{outcome.value: sign for outcome, sign in OUTCOMES.items()}}

_WORDS = 60
"""Characters of a paragraph that a row has room for."""

FILTERS = ("all", "open", "contested")
"""What the board can be narrowed to, besides a delegation's name."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`place` is a label of the base or the id of a new paragraph's proposal, `label` what the room calls it; `said` is
    where it stands; `open` and `conflicts` are counts, `names` who has open proposals, `words` the first words."""

    place: str
    label: str
    sign: str
    said: str
    open: int
    conflicts: int
    names: tuple[str, ...]
    words: str = ""
    level: int = 0
    heading: bool = False

    @property
    def indented(self) -> str:
        """The label, of a point its last part, behind blanks for its level."""
        head, bracket, tail = self.label.rpartition("(")
        return "  " * self.level + (bracket + tail if self.level and head else self.label)


def board_rows(facts: RoundFacts) -> tuple[BoardRow, ...]:
    """Every paragraph, also those that are proposed; the title first where something is proposed on it."""
    return tuple(_row(facts, place) for place in facts.places)


def shows(row: BoardRow, filtered: str) -> bool:
    """Whether a filter, one of FILTERS or a delegation's name, shows a row."""
    if filtered == "all":
        return True
    if filtered == "open":
        return row.open > 0
    return row.conflicts > 0 if filtered == "contested" else filtered in row.names


def filter_answers(facts: RoundFacts, author: str) -> list[tuple[str, str]]:
    """The filters with their words and how many rows each shows, the author's own delegations before the others."""
    rows = board_rows(facts)
    names = sorted(facts.owners(""))
    mine = [name for name in names if name in facts.round_.names.typed(author)]
    told = {one: {"all": "every paragraph"}.get(one, one) for one in FILTERS}
    told |= {name: f"mine: {name}" for name in mine} | {name: name for name in names if name not in mine}
    return [(one, f"{said} · {sum(shows(row, one) for row in rows)}") for one, said in told.items()]


def _row(facts: RoundFacts, place: str) -> BoardRow:
    open_, conflicts, closure = facts.open(place), facts.conflicts(place), facts.closure(place)
    new = facts.new(place)
    names = tuple(sorted({name for one in open_ for name in one.by}))
    settled = closure.status is not ClosureStatus.OPEN
    decided = _decided(facts, place)
    said = ["new"] if new is not None else []
    said += [closure.status.told] if settled else []
    if conflicts:
        said.append(f"contested · {sum(len(one.proposals) for one in conflicts)}")
    elif open_:
        said.append(f"{'reopened' if settled else 'open'} · {', '.join(names)}")
    elif not settled:
        said.append(decided)
    said += [f"pending {', '.join(closure.pending)}"] if closure.pending else []
    said += [f"with {', '.join(facts.package(place))}"] if closure.package else []
    against = sorted({name for one in facts.positions(place) if one.stand is Stand.OPPOSE for name in one.by})
    said += [f"{', '.join(against)} oppose"] if against else []
    settled_sign = _SIGNS.get(closure.status) or _DECIDED.get(decided, " ")
    sign = CONTESTED if conflicts else OPEN if open_ else settled_sign
    told = "; ".join(filter(None, said))
    words, heading = facts.words(place).text[:_WORDS], facts.kind(place) is Kind.HEADING
    label = facts.names[place]
    return BoardRow(place, label, sign, told, len(open_), len(conflicts), names, words, facts.level(place), heading)


def _decided(facts: RoundFacts, place: str) -> str:
    """What became of a paragraph on which nothing is open: of a new one whether it is in."""
    outcomes = {facts.round_.outcome(one) for one in facts.proposals(place)}
    if facts.new(place) is not None:
        return next(iter(outcomes)).value
    return "decided" if Outcome.ACCEPTED in outcomes else ""
