"""Decisions: what falls by them, what comes back, and that each is an edit that can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Stand
from drafter.model.proposal import Deed, Form, Outcome, Proposal
from drafter.negotiation import codec, decide, proposing, roundfile, texts
from drafter.negotiation.edits import apply
from drafter.negotiation.merge import merge
from drafter.negotiation.overview import overview
from drafter.negotiation.revising.revise import revised
from drafter.negotiation.rounds import at_work, latest_round
from drafter.negotiation.silence import silence_sheet
from drafter.negotiation.values import Round
from tests.support.rounds import base, by, proposals

BASE = base()


def words(owner: str, old: str, new: str, label: str = "OP3") -> Proposal:
    text = BASE.inline(label)
    at = text.text.index(old)
    [one] = by(owner, *proposing.reworded(label, text, text.replace(at, at + len(old), Inline(new))))
    return one


EU, US, G77 = (
    words("EU", "remain seized", "stay aware"),
    words("Norway", "seized", "busy"),
    words("G77", "matter", "question"),
)
ROUND = BASE.having(proposals=[EU, US, G77])


def outcomes(round_: Round) -> list[str]:
    return [round_.outcome(round_.by_id[one.id]).value for one in (EU, US, G77)]


def test_what_overlaps_falls_by_what_is_accepted_and_comes_back_with_it() -> None:
    after = apply(ROUND, decide.accept(ROUND, [US.id], decide.Ruling("agreed", "Chair", "2026-10-03T10:00:00Z")))
    assert outcomes(after) == ["rejected", "accepted", "open"]
    assert texts.decided(after).paragraphs[-1].text == "Decides to remain busy of the matter."
    assert texts.all_standing(after).paragraphs[-1].text == "Decides to remain busy of the question."
    assert apply(after, decide.reopen(after, [US.id])) == ROUND
    only_one = apply(after, decide.reopen(after, [EU.id]))
    assert outcomes(only_one) == ["open", "accepted", "open"]
    assert texts.all_standing(only_one) == texts.all_standing(after)


def test_the_base_s_reading_rejects_all_and_a_reading_its_rivals() -> None:
    [found] = merge(ROUND).conflicts
    assert [one.put.text for one in found.readings] == ["remain seized", "remain busy", "stay aware"]
    base_chosen = apply(ROUND, decide.choose(ROUND, found.id, 1))
    assert outcomes(base_chosen) == ["rejected", "rejected", "open"]
    assert apply(base_chosen, decide.reopen(base_chosen, [found.id])) == ROUND
    assert outcomes(apply(ROUND, decide.choose(ROUND, found.id, 3))) == ["accepted", "rejected", "open"]
    with pytest.raises(DrafterError, match="no reading 4"):
        decide.choose(ROUND, found.id, 4)


def test_words_of_the_chair_stand_for_exactly_what_the_conflict_is_about() -> None:
    [found] = merge(ROUND).conflicts
    after = apply(ROUND, decide.bridge(ROUND, found.id, Inline("keep track")))
    assert outcomes(after) == ["rejected", "rejected", "open"]
    [own] = after.of(Outcome.ACCEPTED)
    assert (own.by, own.found.text, own.put.text) == (("Chair",), "remain seized", "keep track")
    assert texts.decided(after).paragraphs[-1].text == "Decides to keep track of the matter."
    back = apply(after, decide.reopen(after, [own.id]))
    assert [back.outcome(one) for one in back.proposals] == [Outcome.OPEN] * 4


def test_two_ways_to_the_same_words_are_one_reading_that_can_be_chosen() -> None:
    first, second = words("EU", "remain", "stay"), words("EU", "the matter", "it")
    [both] = (
        replace(one, arrivals=US.arrivals) for one in [_stretched("remain seized of the matter", "stay seized of it")]
    )
    made = BASE.having(proposals=[first, second, both])
    [found] = merge(made).conflicts
    assert [(one.put.text, one.by) for one in found.readings[1:]] == [("stay seized of it", ("EU", *US.by))]
    after = apply(made, decide.choose(made, found.id, 2))
    assert texts.decided(after).paragraphs[-1].text == "Decides to stay seized of it."


def _stretched(old: str, new: str) -> Proposal:
    text = BASE.inline("OP3")
    at = text.text.index(old)
    return proposing.stretch("OP3", text, text.replace(at, at + len(old), Inline(new)))


def chairs(words_: str, *some: Proposal) -> list[str]:
    made = BASE.having(proposals=some)
    [found] = merge(made).conflicts
    after = apply(made, decide.bridge(made, found.id, Inline.from_markup(words_)))
    assert {after.outcome(one) for one in some} == {Outcome.REJECTED}
    return [one.text for one in texts.decided(after) if one.kind.value == "operative"]


def test_words_of_the_chair_stand_for_several_paragraphs_too() -> None:
    [gone] = by("EU", proposing.deleted("OP1", BASE.inline("OP1")))
    edit = words("US", "violations", "abuses", "OP1(b)")
    head, point = BASE.inline("OP1").text, BASE.inline("OP1(a)").text
    assert chairs(f"{head}\n{point}\nTo end them now;", gone, edit)[:3] == [head, point, "To end them now;"]
    assert chairs(f"{head}\n{point}", gone, edit)[:3] == [head, point, BASE.inline("OP2").text]
    assert chairs(f"{head}\nTo begin;\n{point}\n{BASE.inline('OP1(b)').text}", gone, edit)[1:3] == ["To begin;", point]
    with pytest.raises(DrafterError, match="without its head"):
        chairs(point, gone, edit)
    with pytest.raises(DrafterError, match="choose reading 1"):
        chairs(f"{head}\n{point}\n{BASE.inline('OP1(b)').text}", gone, edit)
    with pytest.raises(DrafterError, match="no note 7"):
        chairs(f"{head}[^7]\n{point}", gone, edit)


def test_words_of_the_chair_on_two_moves_stay_where_the_base_has_them() -> None:
    moves = [*by("EU", proposing.moved("OP2", "")), *by("US", proposing.moved("OP2", "OP3"))]
    assert chairs("*Requests* a report;", *moves)[3:] == ["Requests a report;", BASE.inline("OP3").text]
    assert chairs("*Requests* a report;\n*Asks* for it;", *moves)[3:5] == [
        "Requests a report;",
        "Asks for it;",
    ]


def test_what_cannot_stand_together_is_not_accepted_together() -> None:
    with pytest.raises(DrafterError, match="cannot stand together"):
        decide.accept(ROUND, [EU.id, US.id])
    gone = apply(ROUND, decide.turn_down(ROUND, [EU.id], Outcome.WITHDRAWN))
    with pytest.raises(DrafterError, match="withdrawn"):
        decide.accept(gone, [EU.id])


def test_a_late_proposal_opens_what_was_agreed() -> None:
    agreed = apply(BASE, decide.agree(BASE, ["op 3", "PP1"], ClosureStatus.AGREED, ["Norway"], ["OP3", "PP1"]))
    assert [(one.label, one.package, one.reopened) for one in agreed.closures] == [
        ("PP1", ("OP3",), False),
        ("OP3", ("PP1",), False),
    ]
    late = apply(agreed, decide.take(agreed, [US]))
    assert [one.reopened for one in late.closures] == [False, True]
    again = apply(ROUND, decide.agree(ROUND, ["OP3"], ClosureStatus.AD_REF))
    assert again.closed["OP3"].reopened


def test_a_position_never_changes_a_text() -> None:
    after = apply(ROUND, decide.position(ROUND, "op3", ["Iran", "Cuba"], Stand.RETAIN))
    assert texts.all_standing(after) == texts.all_standing(ROUND)
    assert merge(after).conflicts[0].readings[0].by == ("Cuba", "Iran")


@settings(deadline=None)
@given(proposals())
def test_any_reading_chosen_everywhere_leaves_no_conflict(some: tuple[Proposal, ...]) -> None:
    made = BASE.having(proposals=some)
    for _ in range(len(some)):
        conflicts = merge(made).conflicts
        if not conflicts:
            break
        made = apply(made, decide.choose(made, conflicts[0].id, len(conflicts[0].readings)))
    assert not merge(made).conflicts
    assert {made.outcome(one) for one in made.proposals} <= {Outcome.OPEN, Outcome.ACCEPTED, Outcome.REJECTED}


@settings(deadline=None)
@given(proposals())
def test_the_base_chosen_everywhere_leaves_the_edits_apart(some: tuple[Proposal, ...]) -> None:
    made = BASE.having(proposals=some)
    standing = texts.all_standing(made)
    while conflicts := merge(made).conflicts:
        made = apply(made, decide.choose(made, conflicts[0].id, 1))
    assert texts.all_standing(made) == standing


@settings(deadline=None)
@given(proposals())
def test_an_edit_comes_back_from_what_is_written_of_it(some: tuple[Proposal, ...]) -> None:
    edit = decide.take(BASE, some, file="eu.docx")
    assert codec.decoded(codec.encoded(edit)) == edit
    more = decide.accept(apply(BASE, edit), [some[0].id]) if some else edit
    assert codec.decoded(codec.encoded(more)) == more


def test_every_step_is_undone_by_name_across_sessions(tmp_path: Path) -> None:
    path = tmp_path / "round.toml"
    path.write_text(roundfile.dumps(ROUND), encoding="utf-8")
    with at_work(path, "Ana") as opened:
        opened.do(decide.accept(opened.document, [US.id]))
    assert outcomes(latest_round(path)) == ["rejected", "accepted", "open"]
    with at_work(path, "Ana") as opened:
        undone = opened.undo()
        assert undone is not None
        assert undone.name == "accept Norway at OP3"
    assert latest_round(path) == ROUND
    assert path.read_text(encoding="utf-8") == roundfile.dumps(ROUND)


def test_a_new_paragraph_is_closed_by_what_the_room_calls_it() -> None:
    some = (
        *by("EU", proposing.added("OP2", Inline("Urges all States to act;"), Form())),
        *by("US", proposing.reworded("OP2", BASE.inline("OP2"), Inline.from_markup("*Requests* a report;"))[0]),
    )
    made = BASE.having(proposals=some)
    [new] = [one for one in made.proposals if one.kind is Deed.NEW]
    edit = decide.agree(made, ["OP2bis"], ClosureStatus.AD_REF, ["Japan"], ["OP1"])
    assert edit.name == "OP2bis: agreed ad ref"
    after = apply(made, edit)
    assert after.closed[new.id].package == ("OP1",)
    assert after.closed[new.id].reopened  # nobody has decided on it yet
    accepted = apply(after, decide.accept(after, [new.id]))
    closed = apply(accepted, decide.agree(accepted, ["op 2 bis"], ClosureStatus.AGREED))
    assert not closed.closed[new.id].reopened
    assert "OP2" not in closed.closed


def test_a_new_paragraph_behind_a_closed_one_does_not_open_it_again() -> None:
    closed = apply(BASE, decide.agree(BASE, ["OP2"], ClosureStatus.AGREED))
    new = by("EU", proposing.added("OP2", Inline("Urges all States to act;"), Form()))
    assert not apply(closed, decide.take(closed, new)).closed["OP2"].reopened


def test_words_of_the_chair_stand_for_a_new_paragraph_and_come_back_with_it() -> None:
    mine = by("EU", proposing.added("OP2", Inline.from_markup("*Urges* all States to act at once;"), Form()))
    made = BASE.having(proposals=mine)
    bridged = apply(made, decide.bridge(made, mine[0].id, Inline("Urges all States to act in time;")))
    assert bridged.outcome(bridged.by_id[mine[0].id]) is Outcome.REJECTED
    [own] = bridged.of(Outcome.ACCEPTED)
    assert (own.by, own.after, own.form, own.put.markup) == (
        ("Chair",), "OP2", Form(), "*Urges* all States to act in time;",
    )  # fmt: skip
    again = apply(bridged, decide.reopen(bridged, [own.id]))
    assert again.outcome(again.by_id[mine[0].id]) is Outcome.OPEN
    with pytest.raises(DrafterError, match="these are the words proposed"):
        decide.bridge(made, mine[0].id, Inline("Urges all States to act at once;"))


def test_a_package_goes_both_ways_and_leaves_statuses_alone() -> None:
    start = apply(BASE, decide.agree(BASE, ["OP2"], ClosureStatus.AD_REF, ["Japan"]))
    edit = decide.package(start, ["OP2", "PP1", "OP3"])
    assert edit.name == "package of PP1, OP2, OP3"
    made = apply(start, edit)
    assert {one.label: one.package for one in made.closures} == {
        "PP1": ("OP2", "OP3"),
        "OP2": ("PP1", "OP3"),
        "OP3": ("PP1", "OP2"),
    }
    assert (made.closed["OP2"].status, made.closed["OP2"].pending) == (ClosureStatus.AD_REF, ("Japan",))
    agreed = apply(made, decide.agree(made, ["OP2"], ClosureStatus.AGREED))
    assert agreed.closed["OP2"] == replace(made.closed["OP2"], status=ClosureStatus.AGREED, pending=())
    assert not apply(made, decide.agree(made, ["OP2"], ClosureStatus.AGREED, package=())).closed["OP2"].package
    smaller = apply(made, decide.package(made, ["OP2", "PP1"]))
    assert {one.label: one.package for one in smaller.closures} == {"PP1": ("OP2",), "OP2": ("PP1",), "OP3": ()}
    alone = decide.package(smaller, ["OP2"])
    assert alone.name == "OP2 in no package"
    assert not any(one.package for one in apply(smaller, alone).closures)


def test_a_new_paragraph_that_is_agreed_is_not_put_under_silence_and_stays_agreed_in_the_next_version() -> None:
    made = BASE.having(proposals=by("EU", proposing.added("OP2", Inline("Urges all States to act;"), Form())))
    [new] = made.proposals
    made = apply(made, decide.accept(made, [new.id]))
    made = apply(made, decide.agree(made, ["OP2bis"], ClosureStatus.AGREED, (), ["PP1"]))
    sheet = silence_sheet(made, datetime(2026, 10, 4, tzinfo=UTC), datetime(2026, 10, 3, tzinfo=UTC))
    assert sheet.agreed == ("OP3",)
    after = revised(made, "Rev.1")
    assert after.round_.closures == (Closure("OP3", ClosureStatus.AGREED, (), ("PP1",)),)
    assert not after.fallen
    assert [one.label for one in overview(made).closed] == ["OP2bis"]
