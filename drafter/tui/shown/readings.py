"""What is wanted in one place of a round, each reading beside the words that it would replace."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from drafter.align.units import places, units
from drafter.align.words import word_changes
from drafter.model.inline import Inline
from drafter.model.negotiated import Conflict
from drafter.model.proposal import Proposal
from drafter.tui.shown.beside import Body, SideBySide
from drafter.tui.shown.plain import shown
from drafter.tui.shown.round_panes import reading_head
from drafter.tui.shown.wording import Wording
from drafter.tui.state.round_session import RoundFacts

_AROUND = 12
"""Words of the base that are shown on either side of those that a conflict is about."""


@dataclass(frozen=True, slots=True)
class ShownReading:
    """One of several; `number` counts a conflict's from 1, `proposal` is the id of a new paragraph's."""

    body: Body
    number: int = 0
    proposal: str = ""


def conflict_readings(facts: RoundFacts, conflict: Conflict, brackets: bool) -> tuple[ShownReading, ...]:
    """The base's, then each other beside it with its differences marked."""
    before, after = _around(facts, conflict)
    first, *others = conflict.readings
    base = before + first.put + after
    made = [ShownReading(_headed(reading_head(1, first), Wording({}).plain(base)), 1)]
    for number, one in enumerate(others, 2):
        new = before + one.put + after if one.put or before or after else Inline()
        made.append(ShownReading(_beside("the base", base, reading_head(number, one), new, brackets), number))
    return tuple(made)


def new_readings(facts: RoundFacts, some: tuple[Proposal, ...], brackets: bool) -> tuple[ShownReading, ...]:
    """New paragraphs for one place, each beside the first."""
    heads = [f"{facts.names[one.id]} · {facts.round_.outcome(one).value} · {', '.join(one.by)}" for one in some]
    first = ShownReading(_headed(shown(heads[0]), Wording({}).plain(some[0].put)), proposal=some[0].id)
    others = (
        ShownReading(_beside(shown(heads[0]), some[0].put, shown(head), one.put, brackets), proposal=one.id)
        for head, one in zip(heads[1:], some[1:], strict=True)
    )
    return (first, *others)


def _around(facts: RoundFacts, conflict: Conflict) -> tuple[Inline, Inline]:
    """Some of the base's words before and behind those that a conflict is about; none about whole paragraphs."""
    if conflict.end <= 0:
        return Inline(), Inline()
    base = facts.round_.inline(conflict.labels[0])
    own, at = units(base), places(base)
    start = at[conflict.start] if conflict.start < len(own) else len(base)
    end = at[conflict.end] if conflict.end < len(own) else len(base)
    first = start - len(" ".join(base.text[:start].split(" ")[-_AROUND:]))
    last = end + len(" ".join(base.text[end:].split(" ")[:_AROUND]))
    return (
        (Inline("… ") if first else Inline()) + base[first:start],
        base[end:last] + (Inline(" …") if last < len(base) else Inline()),
    )


def _beside(old_head: str, old: Inline, new_head: str, new: Inline, brackets: bool) -> SideBySide:
    changes, wording = word_changes(old.text, new.text), Wording({}, brackets)
    return SideBySide(
        _headed(old_head, wording.before(old, changes)),
        _headed(new_head, wording.after(new, changes) if new else _NONE),
    )


def _headed(head: str, words: Content) -> Content:
    return Content.assemble((f"{head}\n", "bold"), words)


_NONE = Content.styled("(nothing stands here)", "$foreground 62%")
