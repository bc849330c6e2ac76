"""Whatever is proposed in a round, every place of it can be shown in every view."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from drafter.errors import DrafterError
from drafter.library.values import AgreedPlace, AgreedRun
from drafter.model.inline import Inline
from drafter.model.proposal import Deed, Form, Outcome, Proposal
from drafter.negotiation import decide, proposing
from drafter.negotiation.agreed_words import AgreedStretch
from drafter.negotiation.copying import copied
from drafter.negotiation.edits import apply
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round
from drafter.tui.shown.agreed_here import AgreedHere
from drafter.tui.shown.board_rows import FILTERS, board_rows, shows
from drafter.tui.shown.readings import conflict_readings, new_readings
from drafter.tui.shown.round_panes import agreed_entries, position_entries, proposal_entries
from drafter.tui.shown.round_text import RoundText, RoundView
from drafter.tui.state.round_session import RoundFacts
from tests.support.rounds import base, by, proposals

MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def everything(round_: Round) -> RoundFacts:
    """Each place in each view, with all that its panes list."""
    facts = RoundFacts(round_)
    for place in facts.places:
        for view in RoundView:
            for name in facts.owners(place)[:2] or ("",):
                assert RoundText(facts, True, view, name).page(place)
        assert {one.proposal for one in proposal_entries(facts, place, AgreedHere()) if one.proposal} == {
            one.id for one in facts.proposals(place)
        }
        position_entries(facts, place)
        agreed_entries(facts, place, AgreedHere())
        for markdown in (False, True):
            assert facts.names[place] in copied(round_, place, markdown=markdown)
        for conflict in facts.conflicts(place):
            assert len(conflict_readings(facts, conflict, True)) == len(conflict.readings)
        if (new := facts.new(place)) is not None:
            assert len(new_readings(facts, facts.beside(new), True)) >= 1
    return facts


@MANY
@given(some=proposals())
def test_every_place_in_every_view(some: tuple[Proposal, ...]) -> None:
    facts = everything(base().having(proposals=some))
    rows = board_rows(facts)
    assert [row.place for row in rows] == list(facts.places)
    assert {one.id for row in rows for one in facts.proposals(row.place)} == set(facts.round_.by_id)
    assert sum(row.label == row.place for row in rows) == len(facts.round_.paragraphs)
    assert len({row.label for row in rows}) == len(rows)
    new = [one for one in facts.round_.proposals if one.kind is Deed.NEW]
    assert sum(facts.new(row.place) is not None for row in rows) == len(new)
    assert all(shows(row, FILTERS[0]) for row in rows)
    for name in facts.owners(""):
        assert {row.place for row in rows if shows(row, name)} == {
            place for place in facts.places if any(name in one.by for one in facts.open(place))
        }
    assert {row.place for row in rows if shows(row, "contested")} == {
        place for place in facts.places if facts.conflicts(place)
    }


@MANY
@given(some=proposals())
def test_after_every_decision_too(some: tuple[Proposal, ...]) -> None:
    round_ = base().having(proposals=some)
    for number, conflict in enumerate(merge(round_).conflicts):
        if conflict.id in {one.id for one in merge(round_).conflicts}:
            found = decide.conflict(round_, conflict.id)
            round_ = apply(round_, decide.choose(round_, conflict.id, 1 + number % len(found.readings)))
    for number, one in enumerate(round_.of(Outcome.OPEN)):
        if number % 2:
            round_ = apply(round_, decide.turn_down(round_, [one.id], Outcome.REJECTED))
        elif round_.outcome(one) is Outcome.OPEN:
            round_ = apply(round_, decide.accept(round_, [one.id]))
    facts = everything(round_)
    assert not any(row.open or row.conflicts for row in board_rows(facts))
    signs = {row.sign for row in board_rows(facts) if facts.new(row.place) is not None}
    assert signs <= {"✓", "✗"}


def test_a_label_of_nothing_is_refused() -> None:
    with pytest.raises(DrafterError, match="no paragraph OP99"):
        decide.row(base(), "OP99")


def test_a_new_point_of_a_list_that_another_takes_out_is_contested_on_its_own_row() -> None:
    start = base()
    point = proposing.added("OP1(a)", Inline("To protect every child;"), Form(level=1))
    some = (*by("EU", point), *by("Norway", proposing.deleted("OP1", start.inline("OP1"))))
    facts = everything(start.having(proposals=some))
    rows = {row.label: row for row in board_rows(facts)}
    assert {label for label, row in rows.items() if row.conflicts} == {"OP1", "OP1(a)", "OP1(b)", "OP1(a)bis"}
    assert rows["OP1(a)bis"].said == "new; contested · 2"


def test_a_source_is_told_with_every_paragraph_of_its_latest_text() -> None:
    latest = AgreedPlace("A/RES/75/190", "OP1", date(2020, 12, 16))
    first = AgreedPlace("A/RES/67/181", "OP3", date(2012, 12, 20))
    run = AgreedStretch("violations and abuses", AgreedRun(0, 21, 3, 14, first, latest))
    here = AgreedHere(labels={run: ("OP1", "OP11")})
    assert here.standing(run) == "75/190 OP1, OP11 (2020); 14 texts of this library, first 67/181 OP3 (2012)"
