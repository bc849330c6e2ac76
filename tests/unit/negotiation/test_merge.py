"""Proposals merged: what holds of every round, and the cases that people meet."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.draft import DraftParagraph
from drafter.model.inline import Inline
from drafter.model.negotiated import Meeting
from drafter.model.proposal import Deed, Form, Proposal
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation import proposing, texts
from drafter.negotiation.apply import applied
from drafter.negotiation.merge import MergedRound, merge, of_owners
from drafter.negotiation.values import Round, opened
from tests.support.rounds import base, by, proposals

BASE = base()
OP1 = BASE.inline("OP1")


def having(*some: Proposal) -> Round:
    return BASE.having(proposals=some)


def words(label: str, old: str, new: str) -> Proposal:
    text = BASE.inline(label)
    at = text.text.index(old)
    [one] = proposing.reworded(label, text, text.replace(at, at + len(old), Inline(new)))
    return one


def without_origin(round_: Round) -> list[Inline]:
    return [one.inline for one in round_.text]


@settings(deadline=None)
@given(proposals(), st.randoms())
def test_no_order_makes_a_difference(some: tuple[Proposal, ...], chance: random.Random) -> None:
    made = having(*some)
    other = list(some)
    chance.shuffle(other)
    again = having(*other)
    assert again == made
    assert (merge(again).conflicts, merge(again).pairs) == (merge(made).conflicts, merge(made).pairs)
    assert texts.all_standing(again) == texts.all_standing(made)


@settings(deadline=None)
@given(proposals())
def test_a_copy_adds_nothing_and_another_owner_only_a_name(some: tuple[Proposal, ...]) -> None:
    made = having(*some)
    assert having(*some, *some) == made
    more = having(*some, *by("Chair", *some))
    assert [one.id for one in more.proposals] == [one.id for one in made.proposals]
    assert [one.proposals for one in merge(more).conflicts] == [one.proposals for one in merge(made).conflicts]
    assert texts.all_standing(more) == texts.all_standing(made)


@settings(deadline=None)
@given(proposals())
def test_nobody_comes_first_by_name(some: tuple[Proposal, ...]) -> None:
    names = {"EU": "Z", "G77": "Y", "Japan": "X", "Norway": "W", "CANZ": "V"}
    turned = [by(names[one.by[0]], one)[0] for one in some]
    first, second = merge(having(*some)), merge(having(*turned))
    assert [one.id for one in first.conflicts] == [one.id for one in second.conflicts]
    assert [[(each.does, each.put, each.proposals) for each in one.readings] for one in first.conflicts] == [
        [(each.does, each.put, each.proposals) for each in one.readings] for one in second.conflicts
    ]


@settings(deadline=None)
@given(proposals())
def test_nothing_is_dropped(some: tuple[Proposal, ...]) -> None:
    made = merge(having(*some))
    given_ = {made.round_.anchored(one).id for one in some}
    held = Counter(name for one in made.conflicts for name in one.proposals)
    held.update(one.id for one in made.standing)
    assert held == Counter(given_)
    for conflict in made.conflicts:
        assert len(conflict.proposals) > 1
        assert {name for one in conflict.readings for name in one.proposals} == set(conflict.proposals)
        assert conflict.readings[0].put == conflict.found
        assert conflict.readings[0].does is None


@settings(deadline=None)
@given(proposals())
def test_each_conflict_has_a_name_of_its_own(some: tuple[Proposal, ...]) -> None:
    names = [one.id for one in merge(having(*some)).conflicts]
    assert len(names) == len(set(names))


@settings(deadline=None)
@given(proposals())
def test_with_nothing_taken_the_base_is_left(some: tuple[Proposal, ...]) -> None:
    made = having(*some)
    assert [one.inline for one in texts.decided(made)] == without_origin(BASE)
    assert texts.decided(made).footnotes == BASE.text.footnotes
    assert merge(BASE).conflicts == ()


@settings(deadline=None)
@given(proposals())
def test_each_owner_s_text_is_that_owner_s_proposals_alone(some: tuple[Proposal, ...]) -> None:
    made = having(*some)
    for owner in {one.by[0] for one in some}:
        own = having(*(one for one in some if one.by == (owner,)))
        text, left = texts.only(made, [owner])
        assert text == texts.only(own, [owner])[0]
        assert bool(left) == bool(of_owners(own, [owner]).conflicts)


@settings(deadline=None)
@given(proposals(whole=False))
def test_a_proposal_alone_makes_its_own_text_and_touches_no_other_paragraph(some: tuple[Proposal, ...]) -> None:
    for one in some:
        after = applied(BASE, [one])
        for label, before in BASE.paragraphs.items():
            now = next(each for each in after if each.origin == label)
            assert (now.inline == before.inline) == (label != one.label)


@settings(deadline=None)
@given(st.data())
def test_a_whole_text_comes_back_from_the_proposals_that_it_makes(data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(list(BASE.paragraphs)))
    text = BASE.inline(label)
    wanted = text
    for _ in range(3):
        start = data.draw(st.integers(0, len(wanted)))
        end = data.draw(st.integers(start, min(len(wanted), start + 12)))
        put = data.draw(st.sampled_from(["", "the", " and ", "the the", ", ", "x"]))
        wanted = wanted.replace(start, end, Inline(put))
    made = proposing.reworded(label, text, wanted)
    if made and not MergedRound(BASE, made).conflicts and made[0].kind is not Deed.DELETE:
        now = next(one for one in applied(BASE, having(*by("EU", *made)).proposals) if one.origin == label)
        assert now.inline == wanted


@settings(deadline=None)
@given(proposals(whole=False))
def test_apart_is_no_conflict(some: tuple[Proposal, ...]) -> None:
    made = merge(having(*some))
    by_id = {one.id: one for one in some}
    for conflict in made.conflicts:
        members = [by_id[name] for name in conflict.proposals]
        assert len({one.label for one in members}) == 1
        for one in members:
            assert any(one.id != other.id and _meet(one, other) for other in members)


def _meet(one: Proposal, other: Proposal) -> bool:
    if Deed.REPLACE in (one.kind, other.kind) or Deed.DELETE in (one.kind, other.kind):
        return True
    (start, end, *_), (first, last, *_) = _span(one), _span(other)
    return start < last and first < end


def _span(one: Proposal) -> tuple[int, int]:
    from drafter.align.units import units

    return one.start, one.start + len(units(one.found))


def test_two_words_for_the_same_words_are_readings_beside_the_base() -> None:
    made = merge(
        having(
            *by("EU", words("OP1", "all States", "Member States")),
            *by("G77", words("OP1", "all States", "these States")),
        )
    )
    [one] = made.conflicts
    assert [(each.put.text, each.by) for each in one.readings] == [
        ("all", ()),
        ("Member", ("EU",)),
        ("these", ("G77",)),
    ]


def test_words_put_in_inside_what_another_takes_out_collide_and_at_its_edge_not() -> None:
    gone = by("EU", words("OP1", " fully and without delay,", ""))
    inside = by("G77", words("OP1", "fully and", "fully, promptly and"))
    edge = by("US", words("OP1", "cooperate,", "cooperate now,"))
    assert len(merge(having(*gone, *inside, *edge)).conflicts) == 1
    assert [one.by for one in merge(having(*gone, *inside, *edge)).standing] == [("US",)]


def test_two_that_put_words_in_at_one_place_both_stand_as_a_pair() -> None:
    some = (*by("EU", words("OP3", "remain", "remain here")), *by("US", words("OP3", "remain", "remain always")))
    made = merge(having(*some))
    assert [one.kind for one in made.pairs] == [Meeting.SAME_GAP]
    assert (
        texts.all_standing(having(*some)).paragraphs[-1].text == "Decides to remain always here seized of the matter."
    )


def test_a_move_and_an_edit_compose_and_two_moves_collide() -> None:
    edit = by("EU", words("OP2", "matter", "question"))
    move = by("G77", proposing.moved("OP2", ""))
    text = texts.all_standing(having(*edit, *move))
    assert [one.text[:12] for one in text][2:4] == ["Requests the", "Calls upon a"]
    assert "question" in text.paragraphs[2].text
    other = by("US", proposing.moved("OP2", "OP3"))
    [one] = merge(having(*edit, *move, *other)).conflicts
    assert len(one.readings) == 3


def test_a_list_goes_with_its_parent_and_what_others_do_in_it_collides() -> None:
    gone = by("EU", proposing.deleted("OP1", OP1))
    assert len(texts.all_standing(having(*gone)).paragraphs) == len(BASE.text.paragraphs) - 3
    new = by("G77", proposing.added("OP1(a)", Inline("To act;"), Form(Kind.OPERATIVE, 1)))
    [one] = merge(having(*gone, *new)).conflicts
    assert one.labels == ("OP1", "OP1(a)", "OP1(b)")


def test_a_point_that_moves_into_a_list_that_goes_collides() -> None:
    gone = by("EU", proposing.deleted("OP1", OP1))
    point = DraftParagraph("p8", Paragraph(Kind.OPERATIVE, Inline("To report in time;"), 1), "X8")
    own = BASE.text.paragraphs
    two = opened(replace(BASE.text, paragraphs=(*own[:-1], point, own[-1])))
    within = by("Norway", proposing.moved("OP2(a)", "OP1(a)"))
    [one] = merge(two.having(proposals=(*gone, *within))).conflicts
    assert one.labels == ("OP1", "OP1(a)", "OP1(b)", "OP2(a)")
    level = by("G77", proposing.added("OP1(b)", Inline("Asks;"), Form(Kind.OPERATIVE)))
    assert not merge(having(*gone, *level)).conflicts


def test_a_new_point_goes_along_with_the_list_that_moves() -> None:
    new = by("G77", proposing.added("OP1(a)", Inline("To act;"), Form(Kind.OPERATIVE, 1)))
    move = by("EU", proposing.moved("OP1", "OP3"))
    text = texts.all_standing(having(*new, *move))
    assert [one.text[:9] for one in text][-4:] == ["Calls upo", "To end th", "To act;", "To end th"]


def test_a_rewrite_collides_with_every_edit_of_the_paragraph() -> None:
    whole = by("EU", replace(proposing.reworded("OP3", BASE.inline("OP3"), Inline("Decides."))[0]))
    assert whole[0].kind is Deed.REPLACE
    edit = by("US", words("OP3", "remain", "stay"))
    [one] = merge(having(*whole, *edit)).conflicts
    assert [each.does for each in one.readings] == [None, Deed.WORDS, Deed.REPLACE]


def test_behind_the_list_of_a_paragraph_is_behind_the_paragraph() -> None:
    one = proposing.added("OP1(a)", Inline("Invites all States;"), Form(Kind.OPERATIVE))
    other = proposing.added("OP1", Inline("Invites all States;"), Form(Kind.OPERATIVE))
    [both] = having(*by("EU", one), *by("Japan", other)).proposals
    assert (both.by, both.after) == (("EU", "Japan"), "OP1")
    inside = proposing.added("OP1(a)", Inline("To invite them;"), Form(Kind.OPERATIVE, 1))
    assert having(*by("EU", inside)).proposals[0].after == "OP1(a)"
