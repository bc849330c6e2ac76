"""The tracked compilation text: the base when all is rejected, each delegation's text with its changes alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from drafter.model.draft import printed
from drafter.model.inline import Inline
from drafter.model.proposal import Form, Proposal
from drafter.model.resolution import Kind, Resolution
from drafter.negotiation import proposing
from drafter.negotiation.apply import applied
from drafter.negotiation.values import Round
from drafter.render import masthead
from drafter.render.compilation.authored import AuthoredText
from drafter.render.compilation.beside import ROOM
from drafter.render.compilation.exact import exact, trackable
from drafter.render.compilation.tracked import as_tracked, planned
from drafter.render.document import document
from tests.support import tracked as settled
from tests.support.authors import part_of
from tests.support.rounds import base, by, proposals
from tests.support.settled import Line

FACTS = ("Compilation of proposals", "As of 3 October 2026")


def lines(docx: bytes, way: settled.Way) -> list[Line]:
    found = settled.settle(docx, way)
    start = next(place for place, line in enumerate(found) if line.look[0] == "UNTitle")
    return [line.pointing for line in found[start:]]


def clean(round_: Round, text: Resolution) -> list[Line]:
    head = replace(masthead.of_draft(round_.text), author="")
    return lines(document(text, head), settled.Way.ACCEPT)


def faults(round_: Round) -> list[str]:
    """What is wrong with the tracked file of a round, in words."""
    text, made = as_tracked(round_, FACTS)
    found = settled.faults(made)
    if lines(made, settled.Way.REJECT) != clean(round_, text.texts[0]):
        found.append("rejecting all is not the base")
    if lines(made, settled.Way.ACCEPT) != clean(round_, text.texts[1]):
        found.append("accepting all is not the text with all that stands")
    standing = text.standing
    for name in sorted({name for one in standing for name in one.by}):
        own = printed(applied(round_, [one for one in standing if name in one.by]))
        if [line.text for line in lines(part_of(made, name), settled.Way.ACCEPT)] != [
            line.text for line in clean(round_, own)
        ]:
            found.append(f"{name}’s changes alone are not its text")
    if any(author == ROOM for author, _ in settled.signatures(made)):
        found.append("a change is nobody’s")
    return found


@settings(max_examples=100, deadline=None)
@given(proposals())
def test_exact_for_any_round(given_: tuple[Proposal, ...]) -> None:
    assert faults(base().having(proposals=given_)) == []


def test_what_word_cannot_tell_exactly_stands_aside() -> None:
    """The first note's paragraph moves, and a delegation's own paragraph would stand behind it."""
    start = base()
    one = start.inline("OP1(a)")
    given_ = (
        *by("EU", proposing.moved("PP1", "OP1(a)")),
        *by("EU", proposing.added("PP2", Inline("new words"), Form(Kind.PREAMBULAR))),
        *by("Norway", proposing.split("OP1(a)", one, (one[:3], one[3:]))),
        *by("CANZ", proposing.moved("OP1(b)", "PP1")),
    )
    round_ = start.having(proposals=given_)
    whole = AuthoredText(round_)
    assert not exact(whole, planned(whole))
    assert len(trackable(whole, planned).standing) == 3
    assert faults(round_) == []


def test_the_last_paragraph_can_go_with_one_that_keeps_its_words() -> None:
    start = base()
    given_ = by("Japan", *(proposing.deleted(label, start.inline(label)) for label in ("OP3", "OP1")))
    assert faults(start.having(proposals=given_)) == []
    assert len(trackable(AuthoredText(start.having(proposals=given_)), planned).standing) == 2


def test_an_owner_by_another_spelling_is_tracked_all_the_same() -> None:
    start = base()
    given_ = by("US", proposing.deleted("PP2", start.inline("PP2")))
    assert as_tracked(start.having(proposals=given_), FACTS)[0].standing == given_
