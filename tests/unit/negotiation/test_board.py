"""The board's brackets are those of the compilation text, whatever the round."""

from __future__ import annotations

import re

from hypothesis import given, settings

from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus
from drafter.model.proposal import Proposal
from drafter.negotiation import proposing
from drafter.negotiation.board import counted, unbalanced
from drafter.negotiation.merge import merge
from drafter.negotiation.notation.gathering import compilation
from drafter.negotiation.notation.values import Dialect
from drafter.negotiation.notation.writing import written
from tests.support.rounds import base, by, proposals

BASE = base()


@settings(deadline=None)
@given(proposals())
def test_the_brackets_are_those_of_the_dash_text(some: tuple[Proposal, ...]) -> None:
    closures = (Closure("OP1", ClosureStatus.AD_REF, ("US",)), Closure("PP1", ClosureStatus.AGREED))
    round_ = BASE.having(proposals=some, closures=closures)
    made = compilation(round_)
    lines = [written(row, Dialect.DASH).text for row in (made.title, *made.rows)]
    bare = [re.sub(r" ?\[Agreed[^\]]*\]$", "", line) for line in lines]
    board = counted(round_)
    for bracket in (r"(?<!\\)\[", r"(?<!\\)\]"):
        assert board.brackets == sum(len(re.findall(bracket, line)) for line in bare)
    assert board.options == sum(len(one.readings) - 1 for one in merge(round_).conflicts)
    assert board.unbalanced == 0


def test_a_bracket_without_a_partner_is_counted_apart() -> None:
    text = BASE.inline("OP2")
    one = text.replace(0, 8, Inline("[Requests"))
    two = text.replace(0, 8, Inline("[Asks] Requests] now]"))
    made = [*by("EU", *proposing.reworded("OP2", text, one)), *by("US", *proposing.reworded("OP2", text, two))]
    assert unbalanced(BASE.having(proposals=made)) == 1 + 2
    assert unbalanced(BASE) == 0
