"""What holds of every rebase, on real texts and on an invented one, whatever delegations send and others change."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus
from drafter.model.proposal import Deed, Proposal
from drafter.negotiation import texts
from drafter.negotiation.apply import applied
from drafter.negotiation.collisions import touched
from drafter.negotiation.revising.revise import revised
from drafter.negotiation.revising.values import Aftermath, Landing
from drafter.negotiation.values import Round, opened
from tests.support.delegations import delegations, drawn, sent

SEEDS = st.integers(0, 2**32 - 1)
MANY = settings(max_examples=15, deadline=None)
REST = (Aftermath.CARRIED, Aftermath.PARTLY, Aftermath.AGAINST)


def on_others(on: Round, chance: random.Random) -> Round:
    """A round on the text as others changed it, in several places."""
    changed = on.having(proposals=sent(delegations(replace(on, proposals=()), chance, 4)))
    return opened(texts.all_standing(changed))


def wish(one: Proposal) -> tuple[object, ...]:
    return one.kind, one.label, one.after, one.start, one.found, one.put, one.second


@MANY
@given(SEEDS)
def test_onto_the_same_base_nothing_changes(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    for after in (revised(made, "Rev.1"), revised(made, "Rev.1", on.text)):
        assert after.round_.proposals == made.proposals
        assert {one.aftermath for one in after.landings} <= {Aftermath.CARRIED}


@MANY
@given(SEEDS)
def test_what_alone_was_taken_up_is_in(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    for one in made.proposals:
        issued = applied(on, [one])
        if [(p.id, p.inline) for p in issued] != [(p.id, p.inline) for p in on.text] or issued.title != on.text.title:
            found = next(each for each in revised(made, "Rev.1", issued).landings if each.proposal.id == one.id)
            assert found.aftermath is Aftermath.IN, (one, found)


@MANY
@given(SEEDS)
def test_a_change_elsewhere_leaves_a_proposal_as_it_is(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    chance = random.Random(seed)
    label = chance.choice(list(on.paragraphs))
    own = on.paragraphs[label]
    other = own.with_paragraph(inline=own.inline + Inline(" and so forth"))
    issued = replace(on.text, paragraphs=tuple(other if one.id == own.id else one for one in on.text))
    for one in revised(made, "Rev.1", issued).landings:
        if label not in touched(on, one.proposal) or one.proposal.kind is Deed.NEW:
            assert one.aftermath is Aftermath.CARRIED, one
            assert one.now == (one.proposal,)


def test_by_way_of_a_version_in_between_is_the_same() -> None:
    """But for what was taken up or lost its place in between, what stands behind a paragraph that was split, and words
    that were changed twice; 2 in 1,000 differ where a paragraph went and one like it came."""
    same, other = 0, []
    for seed in range(40):
        for alike, what in _by_way_and_at_once(seed):
            same += alike
            other += [] if alike else [what]
    assert same > 150
    assert len(other) <= same / 100, other


def _by_way_and_at_once(seed: int) -> Iterator[tuple[bool, Landing]]:
    chance = random.Random(seed)
    on, _ = drawn(seed)
    made = on.having(proposals=sent(delegations(on, chance, 3)))
    first = on_others(on, chance)
    second = on_others(first, chance)
    one = revised(made, "Rev.1", first.text)
    two = {each.proposal.id: each for each in revised(one.round_, "Rev.2", second.text).landings}
    direct = {each.proposal.id: each for each in revised(made, "Rev.2", second.text).landings}
    assert set(direct) == {each.proposal.id for each in one.landings}
    for each in one.landings:
        if each.aftermath is not Aftermath.CARRIED or _behind_split(on, each.proposal.after, first):
            continue
        [now] = each.now
        last, at_once = two[now.id], direct[each.proposal.id]
        if last.aftermath is Aftermath.CARRIED and at_once.aftermath is not Aftermath.PARTLY:
            yield [wish(again) for again in last.now] == [wish(again) for again in at_once.now], at_once


@MANY
@given(SEEDS)
def test_nothing_is_lost_and_statuses_stay_where_words_do(seed: int) -> None:
    on, who = drawn(seed)
    made = on.having(proposals=sent(who))
    made = replace(made, closures=tuple(_closed(made)))
    issued: Draft = on_others(on, random.Random(seed)).text
    after = revised(made, "Rev.1", issued)
    assert [one.proposal for one in after.landings] == list(made.proposals)
    for one in after.landings:
        assert bool(one.now) or one.aftermath not in REST or one.why
        assert all(again.arrivals and set(one.proposal.by) <= set(again.by) for again in one.now)
        assert {again.id for again in one.now} <= set(after.round_.by_id)
    assert len(after.round_.closures) + len(after.fallen) == len(made.closures)
    brought = {one.put for one in made.proposals if one.kind is Deed.NEW}
    ids = {p.id: p.inline for p in on.text}
    for closure in after.round_.closures:
        if closure.label not in after.round_.by_id:
            own = after.round_.paragraphs[closure.label]
            assert own.inline in ({ids[own.id]} if own.id in ids else brought)


def _closed(round_: Round) -> list[Closure]:
    new = [one.id for one in round_.proposals if one.kind is Deed.NEW]
    return [Closure(label, ClosureStatus.AD_REF) for label in (*round_.paragraphs, *new)]


def _behind_split(on: Round, after: str | None, first: Round) -> bool:
    """Whether a place is behind a paragraph of which the next base has two halves."""
    return bool(after) and any(one.id.startswith(f"{on.paragraphs[after].id}-") for one in first.text)
