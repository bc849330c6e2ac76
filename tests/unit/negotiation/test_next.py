"""The next version of a round: what becomes of each proposal, and that nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus, Position, Stand
from drafter.model.proposal import Arrival, Deed, Form, Outcome, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation import decide, proposing, roundfile, texts
from drafter.negotiation.edits import apply
from drafter.negotiation.revising.revise import revised
from drafter.negotiation.revising.values import Landing
from drafter.negotiation.values import Round
from tests.support.rounds import base, by, proposals

BASE = base()


def words(owner: str, label: str, old: str, new: str, on: Round = BASE) -> Proposal:
    text = on.inline(label)
    at = text.text.index(old)
    [one] = by(owner, *proposing.reworded(label, text, text.replace(at, at + len(old), Inline(new))))
    return one


def issued(label: str, old: str, new: str, on: Round = BASE) -> Draft:
    """The base as others issue it, with one stretch changed."""
    one = on.paragraphs[label]
    at = one.text.index(old)
    changed = one.with_paragraph(inline=one.inline.replace(at, at + len(old), Inline(new)))
    return replace(on.text, paragraphs=tuple(changed if each.id == one.id else each for each in on.text))


def became(one: Proposal, onto: Draft) -> Landing:
    [found] = revised(BASE.having(proposals=[one]), "Rev.1", onto).landings
    return found


@pytest.mark.parametrize(
    ("found", "put", "there", "now", "outcome", "left"),
    [
        ("seized", "aware", "matter", "question", "carried", ("seized", "aware")),
        ("seized", "aware", "seized", "aware", "in", None),
        ("remain seized", "stay aware", "remain seized", "be busy", "against", ("be busy", "stay aware")),
        ("seized of", "aware of", "remain", "stay", "against", ("seized", "aware")),
        ("remain seized of the matter", "stay fully and promptly aware", "remain", "promptly remain", "partly", None),
        ("remain", "remain fully and promptly", "remain", "remain fully", "partly", ("", " and promptly")),
        ("remain", "remain fully", "remain", "remain fully and promptly", "in", None),
        (" seized of the matter", "", " of the matter", "", "partly", ("seized", "")),
    ],
)
def test_words_in_words_that_were_changed(
    found: str, put: str, there: str, now: str, outcome: str, left: tuple[str, str] | None
) -> None:
    got = became(words("EU", "OP3", found, put), issued("OP3", there, now))
    assert (got.aftermath, got.label) == (outcome, "OP3")
    assert len(got.now) == (outcome != "in")
    if left is not None:
        assert [(one.found.text.strip(), one.put.text.rstrip()) for one in got.now] == [(left[0], left[1].rstrip())]
    assert all(one.by == ("EU",) for one in got.now)
    assert {one.mark for one in got.now} <= {"" if outcome == "carried" else outcome}


def without(*labels: str) -> Draft:
    return replace(BASE.text, paragraphs=tuple(one for label, one in BASE.paragraphs.items() if label not in labels))


def test_what_stood_in_a_deleted_paragraph_is_gone_and_a_deletion_is_in() -> None:
    got = became(words("EU", "OP2", "report", "inform"), without("OP2"))
    assert (got.aftermath, got.label, got.now) == ("gone", "", ())
    [out] = by("EU", proposing.deleted("OP2", BASE.inline("OP2")))
    assert became(out, without("OP2")).aftermath == "in"
    again = became(out, issued("OP2", "report", "inform"))
    assert (again.aftermath, again.now[0].found.text) == (
        "against",
        "Requests the Secretary-General to inform on the matter;",
    )
    assert became(out, issued("OP2", " on the matter", "")).aftermath == "partly"


def test_a_new_paragraph_finds_its_place_again() -> None:
    form = Form(Kind.OPERATIVE)
    [one] = by("EU", proposing.added("OP2", Inline("Invites all States to report on progress;"), form))
    kept = became(one, issued("OP3", "matter", "question"))
    assert (kept.aftermath, kept.label, kept.now) == ("carried", "OP2", (one,))
    moved = became(one, without("OP2"))
    assert (moved.aftermath, moved.label, moved.now[0].after) == ("against", "OP1", "OP1")
    assert moved.why == "OP2 was deleted: it stands after OP1 now"
    taken = BASE.having(proposals=[one])
    assert became(one, texts.all_standing(taken)).aftermath == "in"
    [other] = by("US", proposing.added("OP2", Inline("Invites all States to report soon;"), form))
    like = became(other, texts.all_standing(taken))
    assert (like.aftermath, like.label, like.now[0].kind) == ("partly", "OP3", Deed.REPLACE)
    [point] = by("EU", proposing.added("OP1(a)", Inline("To go on;"), Form(Kind.OPERATIVE, 1)))
    assert became(point, without("OP1", "OP1(a)", "OP1(b)")).aftermath == "gone"


def test_what_was_decided_is_in_the_base_and_keeps_ids_and_origins() -> None:
    some = [
        words("EU", "OP3", "remain seized", "stay aware"),
        words("Norway", "OP3", "seized", "busy"),
        words("G77", "OP3", "matter", "question"),
        words("Japan", "OP2", "report", "inform"),
        *by("US", proposing.added("PP2", Inline("Recalling more,"), Form(Kind.PREAMBULAR))),
        *by("US", proposing.deleted("OP1(a)", BASE.inline("OP1(a)"))),
    ]
    eu, norway, g77, japan, new, out = some
    round_ = BASE.having(proposals=some)
    round_ = apply(round_, decide.accept(round_, [norway.id, new.id, out.id]))
    round_ = apply(round_, decide.turn_down(round_, [japan.id], Outcome.WITHDRAWN))
    made = revised(round_, "Rev.1")
    found = {one.proposal.id: (one.aftermath.value, one.label) for one in made.landings}
    assert found == {
        eu.id: ("rejected", "OP3"),
        norway.id: ("in", "OP3"),
        g77.id: ("carried", "OP3"),
        japan.id: ("withdrawn", "OP2"),
        new.id: ("in", "PP3"),
        out.id: ("in", ""),
    }
    assert made.round_.inline("OP3").text == "Decides to remain busy of the matter."
    assert [one.id for one in made.round_.text] == ["p1", "p2", new.id, "p3", "p5", "p6", "p7"]
    assert [one.origin for one in made.round_.text] == ["X1", "X2", None, "X3", "X5", "X6", "X7"]
    assert [one.status.value for one in made.round_.text] == [
        "kept", "kept", "added", "kept", "kept", "kept", "edited",
    ]  # fmt: skip
    assert roundfile.loads(roundfile.dumps(made.round_), "r.toml") == made.round_


def test_the_accepted_that_others_left_out_stands_open_again() -> None:
    one = words("EU", "OP3", "seized", "aware")
    round_ = BASE.having(proposals=[one])
    round_ = apply(round_, decide.accept(round_, [one.id]))
    [got] = revised(round_, "Rev.1", issued("OP2", "report", "inform")).landings
    assert got.aftermath == "carried"
    assert "it was accepted" in got.why


def test_statuses_positions_and_reasons_go_along_where_the_paragraph_is_the_same() -> None:
    one, other = words("EU", "OP3", "seized", "aware"), words("US", "OP2", "report", "inform")
    came = (Arrival(("Iran",)),)
    reason = replace(BASE.paragraphs["PP1"], reason="as last year")
    changed = replace(BASE.paragraphs["OP3"], reason="to be short")
    round_ = replace(
        BASE,
        text=replace(BASE.text, paragraphs=(reason, *BASE.text.paragraphs[1:-1], changed)),
    ).having(
        proposals=[one, other],
        positions=[Position("PP1", Stand.RETAIN, "all", came), Position("OP3", Stand.RETAIN, "", came),
                   Position(one.id, Stand.OPPOSE, "", came), Position(other.id, Stand.SUPPORT, "", came)],
        closures=[Closure("PP1", ClosureStatus.AD_REF, ("US",), ("OP3",)), Closure("OP3", ClosureStatus.AGREED)],
    )  # fmt: skip
    round_ = apply(round_, decide.accept(round_, [one.id]))
    made = revised(round_, "Rev.1")
    assert made.round_.closures == (Closure("PP1", ClosureStatus.AD_REF, ("US",), ("OP3",)),)
    assert [(p.on, p.stand.value) for p in made.round_.positions] == [("PP1", "retain"), (other.id, "support")]
    assert [p.reason for p in made.round_.text if p.reason] == ["as last year"]
    assert [(f.label, f.what, f.why) for f in made.fallen] == [
        ("OP3", "OP3 was agreed", "the words of OP3 were changed"),
        ("OP3", "Iran: retain OP3", "the words of OP3 were changed"),
        ("OP3", f"Iran: oppose {one.id}", "the proposal is in the new base"),
        ("OP3", "the reason given for OP3: to be short", "the words of OP3 were changed"),
    ]


@given(proposals())
@settings(max_examples=60, deadline=None)
def test_onto_the_same_base_nothing_changes(some: tuple[Proposal, ...]) -> None:
    round_ = BASE.having(proposals=some)
    for made in (revised(round_, "x"), revised(round_, "x", BASE.text)):
        assert made.round_.proposals == round_.proposals
        assert {one.aftermath.value for one in made.landings} <= {"carried"}
        assert all(pair.kind.value == "same" for pair in made.pairs)


@given(proposals(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_each_proposal_has_one_outcome_and_none_is_lost(some: tuple[Proposal, ...], chance: object) -> None:
    round_ = decided(BASE.having(proposals=some), chance)
    made = revised(round_, "Rev.1")
    assert [one.proposal.id for one in made.landings] == [one.id for one in round_.proposals]
    there = set(made.round_.by_id)
    for one in made.landings:
        stays = one.aftermath.value in ("carried", "partly", "against")
        assert not one.now or (stays and {again.id for again in one.now} <= there)
        assert one.now or one.aftermath.value != "carried"
        assert one.now or not stays or one.why
        for again in one.now:
            assert set(one.proposal.by) <= set(made.round_.by_id[again.id].by)
    assert there == {again.id for one in made.landings for again in one.now}
    assert roundfile.loads(roundfile.dumps(made.round_), "r.toml") == made.round_
    texts.all_standing(made.round_)


def decided(round_: Round, chance: object) -> Round:
    """The round with some of its proposals accepted or rejected."""
    for one in round_.proposals:
        if round_.outcome(one) is Outcome.OPEN and chance.random() < 0.5:  # type: ignore[attr-defined]
            try:
                edit = (
                    decide.accept(round_, [one.id])
                    if chance.random() < 0.8  # type: ignore[attr-defined]
                    else decide.turn_down(round_, [one.id], Outcome.REJECTED)
                )
            except DrafterError:
                continue
            round_ = apply(round_, edit)
    return round_


def test_what_lost_the_paragraph_that_it_stood_in_rises() -> None:
    both = BASE.inline("PP1") + Inline(" ") + BASE.inline("OP1")
    merged = by("EU", proposing.merged("PP1", BASE.inline("PP1"), "OP1", BASE.inline("OP1"), both))
    some = (*merged, *by("Norway", proposing.added("OP1", Inline("To help;"), Form(level=1))))
    round_ = BASE.having(proposals=some)
    for one in round_.proposals:
        round_ = apply(round_, decide.accept(round_, [one.id]))
    made = revised(round_, "Rev.1").round_
    assert roundfile.loads(roundfile.dumps(made), "r.toml") == made
