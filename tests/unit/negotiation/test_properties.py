"""What holds of every merge, on real texts and on an invented one, whatever delegations send."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.align.units import inline_of, units
from drafter.errors import DrafterError
from drafter.model.draft import labels
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE, Arrival, Deed, Outcome, Proposal
from drafter.negotiation import decide, proposing, roundfile, texts
from drafter.negotiation.apply import applied, excerpt, lines
from drafter.negotiation.collisions import end_of
from drafter.negotiation.edits import apply
from drafter.negotiation.merge import merge, of_owners
from drafter.negotiation.values import Round
from drafter.shapes.rounds import round_shape
from tests.support.delegations import Delegation, drawn, noted, sent

SEEDS = st.integers(0, 2**32 - 1)
MANY = settings(max_examples=25)


def held(made: Round, only: str = "") -> list[tuple[str, Inline]]:
    """The text of a round as lines: what was decided, or what one owner wants."""
    text = texts.only(made, [only])[0] if only else texts.decided(made)
    return [(one.origin or "", one.inline) for one in text]


def collided(made: Round) -> set[str]:
    return {name for one in merge(made).conflicts for name in one.proposals}


@MANY
@given(SEEDS)
def test_no_order_makes_a_difference_to_the_byte(seed: int) -> None:
    on, who = drawn(seed)
    some = list(sent(who))
    made = on.having(proposals=some)
    random.Random(seed).shuffle(some)
    one_by_one = on
    for each in some:
        one_by_one = one_by_one.having(proposals=(*one_by_one.proposals, each))
    assert roundfile.dumps(one_by_one) == roundfile.dumps(made)
    assert json.dumps(round_shape(one_by_one)) == json.dumps(round_shape(made))
    assert texts.all_standing(one_by_one) == texts.all_standing(made)


@MANY
@given(SEEDS)
def test_a_copy_changes_nothing_and_another_s_copy_only_the_owners(seed: int) -> None:
    on, who = drawn(seed)
    some = sent(who)
    made = on.having(proposals=some)
    assert on.having(proposals=(*some, *some)) == made
    copy = [replace(one, arrivals=(Arrival(("Chair",)),)) for one in some[:2]]
    more = on.having(proposals=(*some, *copy))
    assert [replace(one, arrivals=()) for one in more.proposals] == [
        replace(one, arrivals=()) for one in made.proposals
    ]
    assert [one.proposals for one in merge(more).conflicts] == [one.proposals for one in merge(made).conflicts]
    assert texts.all_standing(more) == texts.all_standing(made)


@MANY
@given(SEEDS)
def test_nothing_proposed_changes_nothing(seed: int) -> None:
    on, _ = drawn(seed)
    assert not any(proposing.reworded(label, on.inline(label), on.inline(label)) for label in on.places)
    assert not merge(on).conflicts and not merge(on).pairs
    assert texts.all_standing(on) == texts.decided(on)
    assert held(on) == [(label, own.inline) for label, own in on.paragraphs.items()]
    assert texts.decided(on).footnotes == on.text.footnotes


@MANY
@given(SEEDS)
def test_each_delegation_s_text_comes_back_exactly(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    for one in who:
        if one.proposals and not of_owners(made, [one.name]).conflicts:
            assert held(made, one.name) == wanted(on, one), one.name
            assert texts.only(made, [one.name])[0].title == noted(on, one.title)


@MANY
@given(SEEDS)
def test_a_delegation_alone_accepted_is_its_text(seed: int) -> None:
    on, who = drawn(seed)
    for one in who:
        alone = on.having(proposals=one.proposals)
        if one.proposals and not merge(alone).conflicts:
            after = apply(alone, decide.accept(alone, [each.id for each in alone.proposals]))
            assert held(after) == wanted(on, one), one.name


def wanted(on: Round, one: Delegation) -> list[tuple[str, Inline]]:
    return [(origin, noted(on, text)) for origin, text in one.lines]


@MANY
@given(SEEDS)
def test_with_all_rejected_the_base_is_left(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    after = apply(made, decide.turn_down(made, [one.id for one in made.proposals], Outcome.REJECTED))
    for text in (texts.decided(made), texts.decided(after), texts.all_standing(after)):
        assert text == texts.decided(on)


@MANY
@given(SEEDS)
def test_nothing_is_dropped(seed: int) -> None:
    on, who = drawn(seed)
    some = {one.id for one in sent(who)}
    found = merge(on.having(proposals=sent(who)))
    counted = Counter(name for one in found.conflicts for name in one.proposals)
    counted.update(one.id for one in found.standing)
    assert counted == Counter(dict.fromkeys(some, 1))
    for conflict in found.conflicts:
        assert {name for one in conflict.readings for name in one.proposals} == set(conflict.proposals)
        assert len(conflict.readings) > 1


@MANY
@given(SEEDS)
def test_words_change_nothing_elsewhere(seed: int) -> None:
    on, who = drawn(seed)
    some = [one for one in sent(who) if one.kind in (Deed.WORDS, Deed.TITLE)]
    for one in some[:5]:
        before = texts.all_standing(on.having(proposals=[other for other in some if other.id != one.id]))
        after = texts.all_standing(on.having(proposals=some))
        elsewhere = [
            [each.inline for each in text if each.origin != one.label] + ([text.title] if one.label != TITLE else [])
            for text in (before, after)
        ]
        assert elsewhere[0] == elsewhere[1]


@MANY
@given(SEEDS)
def test_what_is_apart_does_not_collide(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    for conflict in merge(made).conflicts:
        members = [made.by_id[name] for name in conflict.proposals]
        for one in members:
            assert any(_meet(made, one, other) for other in members if other.id != one.id)


def _meet(made: Round, one: Proposal, other: Proposal) -> bool:
    if {one.kind, other.kind} <= {Deed.WORDS, Deed.TITLE}:
        if one.label != other.label:
            return False
        return one.start < end_of(other) and other.start < end_of(one)
    return bool(merge(made.having(proposals=(one, other), decisions=())).conflicts)


@MANY
@given(SEEDS)
def test_other_names_make_the_same_conflicts(seed: int) -> None:
    on, who = drawn(seed)
    turned = {one.name: f"{len(who) - place:02}" for place, one in enumerate(who)}
    other = [replace(one, arrivals=(Arrival((turned[one.by[0]],)),)) for one in sent(who)]
    first, second = merge(on.having(proposals=sent(who))), merge(on.having(proposals=other))
    assert [(one.id, one.labels, one.found, one.proposals) for one in first.conflicts] == [
        (one.id, one.labels, one.found, one.proposals) for one in second.conflicts
    ]
    for one, same in zip(first.conflicts, second.conflicts, strict=True):
        assert [(each.does, each.put, each.proposals) for each in one.readings] == [
            (each.does, each.put, each.proposals) for each in same.readings
        ]
    assert first.pairs == second.pairs


@MANY
@given(SEEDS)
def test_one_more_proposal_ends_no_conflict(seed: int) -> None:
    on, who = drawn(seed)
    some = sent(who)
    for count in random.Random(seed).sample(range(len(some)), min(4, len(some))):
        before = {one.id for one in some[:count]}
        fewer, more = on.having(proposals=some[:count]), on.having(proposals=some[: count + 1])
        assert collided(fewer) <= collided(more)
        if some[count].id in before:
            assert collided(fewer) == collided(more)
        grouped = [set(one.proposals) for one in merge(more).conflicts]
        for one in merge(fewer).conflicts:
            assert any(set(one.proposals) <= group for group in grouped)


@MANY
@given(SEEDS)
def test_what_was_written_down_and_read_again_merges_as_all_at_once(seed: int) -> None:
    on, who = drawn(seed)
    half = len(who) // 2
    first = roundfile.loads(roundfile.dumps(on.having(proposals=sent(who[:half]))), "round.toml")
    both = first.having(proposals=(*first.proposals, *sent(who[half:])))
    at_once = on.having(proposals=sent(who))
    assert both == at_once
    assert merge(both).conflicts == merge(at_once).conflicts


@MANY
@given(SEEDS)
def test_each_unit_of_the_base_lies_in_one_stretch(seed: int) -> None:
    on, who = drawn(seed)
    found = merge(on.having(proposals=sent(who)))
    for label in on.places:
        own = units(on.inline(label))
        stretches = [(one.start, end_of(one), one.found) for one in found.standing if _words(one, label)]
        stretches += [
            (one.start, one.end, one.found) for one in found.conflicts if one.labels[0] == label and one.end > 0
        ]
        at, tiled = 0, []
        for start, end, words in sorted(stretches, key=lambda one: one[:2]):
            assert at <= start <= end
            assert inline_of(own[start:end]) == words
            tiled += [*own[at:start], *own[start:end]]
            at = end
        assert (*tiled, *own[at:]) == own


def _words(one: Proposal, label: str) -> bool:
    return one.kind in (Deed.WORDS, Deed.TITLE) and one.label == label


@MANY
@given(SEEDS)
def test_any_reading_can_be_chosen_and_in_the_end_nothing_collides(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    chance = random.Random(seed)
    for _ in range(len(made.proposals)):
        conflicts = merge(made).conflicts
        if not conflicts:
            break
        one = chance.choice(conflicts)
        number = chance.randint(1, len(one.readings))
        after = apply(made, decide.choose(made, one.id, number))
        if one.end and one.start >= 0:
            assert one.readings[number - 1].put.text in _reads(after, one.labels[0])
        made = after
    assert not merge(made).conflicts
    assert texts.all_standing(made) == applied(made, [*made.of(Outcome.ACCEPTED), *made.of(Outcome.OPEN)])


def _reads(made: Round, label: str) -> str:
    text = texts.decided(made)
    return text.title.text if label == TITLE else next(one.text for one in text if one.origin == label)


@MANY
@given(SEEDS)
def test_the_base_chosen_everywhere_is_the_base_with_what_stands(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    standing = applied(on, merge(made).standing)
    for one in merge(made).conflicts:
        made = apply(made, decide.choose(made, one.id, 1))
    assert not merge(made).conflicts
    assert texts.all_standing(made) == standing
    assert len(set(labels(standing).values())) == len(standing.paragraphs)


@MANY
@given(SEEDS)
def test_the_chair_s_words_stand_where_a_conflict_was_to_the_letter(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    chance = random.Random(seed)
    for one in merge(made).conflicts:
        here = [Inline.of(run for run in each.runs() if run.note is None) for each in lines(one.found)]
        put = [each + Inline(" indeed") if chance.random() < 0.5 else each for each in here]
        if one.end <= 0 and len(put) > 1 and chance.random() < 0.3:
            put.pop(chance.randrange(len(put)))
        whole = Inline("\n".join(each.text for each in put))
        if whole.text == one.found.text:
            continue
        try:
            after = apply(made, decide.bridge(made, one.id, whole))
        except DrafterError as error:
            assert "list" in str(error)
            continue
        chairs = [each for each in after.of(Outcome.ACCEPTED) if "Chair" in each.by]
        assert chairs and {after.outcome(after.by_id[name]) for name in one.proposals} <= {
            Outcome.REJECTED,
            Outcome.ACCEPTED,
        }
        assert one.id not in {each.id for each in merge(after).conflicts}
        if one.end <= 0:
            assert [each.text for each in excerpt(after, chairs, one.labels)] == [each.text for each in put]
        else:
            assert whole.text in _reads(after, one.labels[0])
        assert apply(after, decide.reopen(after, [one.id])).of(Outcome.ACCEPTED) == ()
