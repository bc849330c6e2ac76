"""The file of a round: whole, the same whatever came first, and every slip a line with its place."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.edit import comments
from drafter.errors import DraftFileError
from drafter.model.decisions import Briefed, BriefState, Clearance
from drafter.model.negotiated import Closure, ClosureStatus, Decision, Position, Stand
from drafter.model.proposal import Arrival, Outcome, Proposal
from drafter.negotiation import proposing, roundfile, texts
from drafter.negotiation.values import Round, opened
from tests.support.rounds import base, by, proposals

BASE = base()


def full(some: tuple[Proposal, ...]) -> Round:
    made = BASE.having(proposals=some)
    first = made.proposals[0] if made.proposals else None
    return made.having(
        positions=[Position("OP1", Stand.RETAIN, "all States", (Arrival(("Iran",), "a.txt", "line 2"),))],
        closures=[Closure("OP2", ClosureStatus.AD_REF, ("Norway",), ("OP3",)), Closure("PP1", ClosureStatus.AGREED)],
        decisions=[Decision(first.id, Outcome.ACCEPTED, "c1", "agreed", "Chair", "2026-10-03")] if first else [],
    )


@settings(deadline=None)
@given(proposals(), st.randoms())
def test_a_round_comes_back_and_is_the_same_whatever_came_first(
    some: tuple[Proposal, ...], chance: random.Random
) -> None:
    made = full(some)
    text = roundfile.dumps(made)
    assert roundfile.loads(text, "r.toml") == made
    other = list(some)
    chance.shuffle(other)
    assert roundfile.dumps(full(tuple(other))) == text


def test_what_is_private_to_the_drafter_is_not_in_it() -> None:
    noted = replace(BASE.text.paragraphs[0], note="for capital only", clearances=(Clearance("Ministry"),))
    text = replace(BASE.text, paragraphs=(noted, *BASE.text.paragraphs[1:]), brief=(Briefed("b1", BriefState.LEFT),))
    assert roundfile.dumps(opened(text, "Zero draft")) == roundfile.dumps(BASE)


@settings(deadline=None)
@given(proposals())
def test_proposals_stand_in_order_of_place(some: tuple[Proposal, ...]) -> None:
    made = full(some)
    places = [(made.places[one.place], one.start) for one in made.proposals]
    assert places == sorted(places)


def slip(old: str, new: str) -> str:
    text = BASE.inline("OP3")
    at = text.text.index("remain")
    some = by("EU", *proposing.reworded("OP3", text, text.replace(at, at + 6, text[0:0])))
    whole = roundfile.dumps(full(some))
    assert old in whole
    with pytest.raises(DraftFileError) as caught:
        roundfile.loads(whole.replace(old, new, 1), "r.toml")
    assert "\n" not in str(caught.value)
    assert "line " in str(caught.value)
    return str(caught.value)


def test_a_slip_is_one_line_with_its_place() -> None:
    assert "round 9 is not known" in slip("round = 1", "round = 9")
    assert "does not have" in slip('label = "OP3"', 'label = "OP33"')
    assert "does not have these words" in slip('found = "remain', 'found = "stay')
    assert "write one of" in slip('stand = "retain"', 'stand = "keep"')
    assert "neither a paragraph here nor" in slip('id = "OP2"\nstatus', 'id = "OP22"\nstatus')
    assert "nobody proposes it" in slip('arrivals = [\n    { by = "EU", file = "EU.txt" },\n]\n', "")
    assert "write id =" in slip('kind = "words"', 'kind = "words"\nput = "x"')


def test_a_person_s_comments_stay() -> None:
    text = roundfile.dumps(full(()))
    noted = text.replace('[[closure]]\nid = "OP2"', '# ask Geneva\n[[closure]]\nid = "OP2"')
    assert noted != text
    assert comments.carried(noted, text) == noted


VALUES = ("OP1", "PP1", "title", "", "merge", "move", "new", "split", "operative", "heading", "1", "-1", "[^9]", "*x")


@settings(deadline=None)
@given(proposals(), st.randoms())
def test_whatever_a_hand_does_to_it_is_read_or_told(some: tuple[Proposal, ...], chance: random.Random) -> None:
    lines = roundfile.dumps(full(some)).split("\n")
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(lines))
        key, equals, _ = lines[place].partition(" = ")
        match chance.randrange(4):
            case 0:
                del lines[place]
            case 1:
                lines.insert(chance.randrange(len(lines)), lines[place])
            case _ if equals:
                lines[place] = f'{key} = "{chance.choice(VALUES)}"'
    try:
        read = roundfile.loads(with_ids("\n".join(lines)), "r.toml")
    except DraftFileError as error:
        assert "\n" not in str(error)
        return
    assert roundfile.loads(roundfile.dumps(read), "r.toml") == read
    texts.decided(read)
    texts.all_standing(read)


def with_ids(text: str) -> str:
    """The file with the ids that its slips ask for."""
    for _ in range(9):
        try:
            roundfile.loads(text, "r.toml")
        except DraftFileError as error:
            found = re.search(r"line (\d+): its words .* write (id = \"\w+\")", str(error))
            if found is None:
                break
            lines = text.split("\n")
            lines[int(found[1]) - 1] = found[2]
            text = "\n".join(lines)
        else:
            break
    return text


def test_a_proposal_names_paragraphs_that_are_there() -> None:
    some = by(
        "EU",
        proposing.merged("OP2", BASE.inline("OP2"), "OP3", BASE.inline("OP3"), BASE.inline("OP3")),
        proposing.moved("OP1", "PP1"),
    )
    whole = roundfile.dumps(full(some))
    for old, new in (
        ('label = "OP2"', 'label = ""'),
        ('second = "OP3"', 'second = ""'),
        ('second = "OP3"', 'second = "OP2"'),
        ('after = "PP1"', 'after = "title"'),
        ('label = "OP1"', 'label = "title"'),
    ):
        assert old in whole
        with pytest.raises(DraftFileError, match=r"line \d+: .* which the base does not have; write one of its labels"):
            roundfile.loads(whole.replace(old, new, 1), "r.toml")
