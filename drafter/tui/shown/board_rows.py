"""The board: a line for each paragraph of a round, and which of them a filter shows."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Deed, Outcome
from drafter.model.resolution import Kind
from drafter.tui.state.round_session import RoundFacts

OPEN, CONTESTED, NEW = "□", "⚔", "+"
_SIGNS = {
    ClosureStatus.SUGGESTED: "~", ClosureStatus.INFORMALS: "✓", ClosureStatus.AD_REF: "✓", ClosureStatus.AGREED: "✓"
}  # fmt: skip

_WORDS = 60
"""Characters of a paragraph that a row has room for."""

FILTERS = ("all", "open", "contested")
"""What the board can be narrowed to, besides a delegation's name."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`said` is where the paragraph stands; `open` and `conflicts` are counts, `names` who has open proposals, `words`
    the paragraph's first."""

    label: str
    sign: str
    said: str
    open: int
    conflicts: int
    names: tuple[str, ...]
    words: str = ""
    level: int = 0
    heading: bool = False


def board_rows(facts: RoundFacts) -> tuple[BoardRow, ...]:
    """Every paragraph, the title first where something is proposed on it."""
    return tuple(_row(facts, label) for label in facts.labels)


def shows(row: BoardRow, filtered: str) -> bool:
    """Whether a filter, one of FILTERS or a delegation's name, shows a row."""
    if filtered == "all":
        return True
    if filtered == "open":
        return row.open > 0
    return row.conflicts > 0 if filtered == "contested" else filtered in row.names


def _row(facts: RoundFacts, label: str) -> BoardRow:
    open_, conflicts, closure = facts.open(label), facts.conflicts(label), facts.closure(label)
    paragraph = facts.paragraph(label)
    names = tuple(sorted({name for one in open_ for name in one.by}))
    settled = closure.status is not ClosureStatus.OPEN
    said = [closure.status.told] if settled else []
    if conflicts:
        said.append(f"contested · {sum(len(one.proposals) for one in conflicts)}")
    elif open_:
        said.append(f"{'reopened' if settled else 'open'} · {', '.join(names)}")
    elif not settled:
        said.append("decided" if _decided(facts, label) else "")
    said += [f"new {facts.called[one.id]}" for one in open_ if one.kind is Deed.NEW]
    said += [f"pending {', '.join(closure.pending)}"] if closure.pending else []
    against = sorted({name for one in facts.positions(label) if one.stand is Stand.OPPOSE for name in one.by})
    said += [f"{', '.join(against)} oppose"] if against else []
    settled_sign = _SIGNS.get(closure.status, "·" if "decided" in said else " ")
    sign = CONTESTED if conflicts else OPEN if open_ else settled_sign
    heading = paragraph is not None and paragraph.kind is Kind.HEADING
    level = paragraph.level if paragraph is not None else 0
    words = facts.round_.inline(label).text[:_WORDS]
    told = "; ".join(filter(None, said))
    return BoardRow(label, sign, told, len(open_), len(conflicts), names, words, level, heading)


def _decided(facts: RoundFacts, label: str) -> bool:
    round_ = facts.round_
    return any(round_.outcome(one) is Outcome.ACCEPTED for one in facts.proposals(label))
