"""What new paragraphs are called, and how far a round is in figures."""

from __future__ import annotations

from drafter.model.inline import Inline
from drafter.model.negotiated import ClosureStatus
from drafter.model.proposal import Form, Outcome
from drafter.model.resolution import Kind
from drafter.negotiation import decide, proposing
from drafter.negotiation.board import counted
from drafter.negotiation.edits import apply
from drafter.negotiation.labels import called, rows
from drafter.shapes.rounds import round_shape
from tests.support.rounds import base, by

BASE = base()
OPERATIVE = Form(Kind.OPERATIVE)


def new(after: str, text: str, form: Form = OPERATIVE):  # type: ignore[no-untyped-def]
    return proposing.added(after, Inline(text), form)


def test_new_paragraphs_are_called_bis_and_ter_by_text_whoever_came_first() -> None:
    some = (*by("EU", new("OP2", "Urges;")), *by("US", new("OP2", "Asks;")))
    for order in (some, some[::-1]):
        made = BASE.having(proposals=order)
        names = called(made)
        assert {made.by_id[name].put.text: label for name, label in names.items()} == {
            "Asks;": "OP2bis",
            "Urges;": "OP2ter",
        }


def test_behind_a_parent_a_paragraph_stands_after_its_list_and_a_point_before_it() -> None:
    made = BASE.having(proposals=by("EU", new("OP1", "Urges;"), new("OP1", "To act;", Form(Kind.OPERATIVE, 1))))
    text = apply(made, decide.accept(made, [one.id for one in made.proposals]))
    from drafter.negotiation import texts

    assert [one.text[:7] for one in texts.decided(text)][2:7] == ["Calls u", "To act;", "To end ", "To end ", "Urges;"]
    assert called(made)[next(one.id for one in made.proposals if one.put.text == "Urges;")] == "OP1bis"


def test_the_rows_are_the_base_s_with_what_is_new_at_its_place() -> None:
    some = (
        *by("EU", new("OP1", "Urges;"), new("", "Guided by,", Form(Kind.PREAMBULAR))),
        *by("US", new("OP1", "Asks;")),
    )
    made = BASE.having(proposals=some)
    found = [made.by_id[place].put.text if place in made.by_id else label for place, label in rows(made).items()]
    assert found[:3] == ["Guided by,", "PP1", "PP2"]
    assert found[3:8] == ["OP1", "OP1(a)", "OP1(b)", "Asks;", "Urges;"]
    assert [label for place, label in rows(made).items() if place in made.places] == list(made.paragraphs)


def test_a_new_first_paragraph_is_shown_with_the_first() -> None:
    made = BASE.having(proposals=by("EU", new("", "Guided by,", Form(Kind.PREAMBULAR))))
    first, *others = round_shape(made)["paragraphs"]
    assert [one["put"] for one in first["proposals"]] == ["Guided by,"]
    assert not any(one["proposals"] for one in others)


def test_the_figures_count_every_proposal_of_every_owner_once() -> None:
    some = (*by("EU", new("OP2", "Urges;")), *by("US", new("OP2", "Urges;"), proposing.moved("OP2", "")))
    made = BASE.having(proposals=some)
    after = apply(made, decide.accept(made, [made.proposals[0].id]))
    board = counted(apply(after, decide.agree(after, ["PP1"], ClosureStatus.SUGGESTED)))
    assert board.paragraphs == sum(board.by_status.values()) == len(BASE.paragraphs)
    assert board.by_status[ClosureStatus.SUGGESTED] == 1
    assert {name: sum(states.values()) for name, states in board.by_delegation.items()} == {"EU": 1, "US": 2}
    assert sum(states[Outcome.ACCEPTED] for states in board.by_delegation.values()) in (1, 2)
