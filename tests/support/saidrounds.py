"""Rounds to test with in which delegations also take stands, and paragraphs have a status."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.proposal import Arrival
from drafter.negotiation.values import Round
from tests.support.rounds import base, proposals

NAMES = (("EU",), ("Bolivia (Plurinational State of)", "Trinidad and Tobago"), ("A, B; c: [d] “e”",))
WORDS = ("", "the", "fully and", "a “b” ; - c [d]", " x ")


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    round_ = base().having(proposals=draw(proposals()))
    places = [*(one.id for one in round_.proposals), *round_.places]
    positions = [
        Position(
            draw(st.sampled_from(places)),
            draw(st.sampled_from(list(Stand))),
            draw(st.sampled_from(WORDS)),
            (Arrival(draw(st.sampled_from(NAMES))),),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    closures = [
        Closure(
            label,
            draw(st.sampled_from(list(ClosureStatus))),
            draw(st.sampled_from(((), ("EU", "US")))),
            draw(st.sampled_from(((), ("PP1", "OP2")))),
            draw(st.booleans()),
        )
        for label in draw(st.lists(st.sampled_from(list(round_.paragraphs)), unique=True, max_size=2))
    ]
    return round_.having(positions=positions, closures=closures)
