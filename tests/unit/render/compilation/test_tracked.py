"""The tracked compilation text: the base when all is rejected, each delegation's text with its changes alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from drafter.model.draft import printed
from drafter.model.proposal import Deed, Proposal
from drafter.model.resolution import Resolution
from drafter.negotiation.apply import applied
from drafter.negotiation.values import Round
from drafter.render import masthead
from drafter.render.compilation.authored import AuthoredText
from drafter.render.compilation.beside import ROOM
from drafter.render.compilation.tracked import tracked
from drafter.render.document import document
from tests.support import tracked as settled
from tests.support.authors import part_of
from tests.support.rounds import base, proposals
from tests.support.settled import Line

FIRST, LAST = "PP1", "OP3"
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
    made = tracked(round_, FACTS)
    found = settled.faults(made)
    text = AuthoredText(round_)
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


def tracked_well(one: Proposal) -> bool:
    """Whether it can be told to every program: a move among paragraphs of its kind. The mark that ends a text can never
    go, and LibreOffice takes that of the paragraph with the first note as kept."""
    if one.kind is Deed.MOVE and one.after and one.after[:2] != one.label[:2]:
        return False
    whole = one.kind in (Deed.DELETE, Deed.MOVE, Deed.MERGE, Deed.NEW, Deed.SPLIT)
    about = {one.place, one.second, one.after or one.place}
    return not (whole and about & {FIRST, LAST})


@settings(max_examples=100, deadline=None)
@given(proposals())
def test_exact_for_any_round(given_: tuple[Proposal, ...]) -> None:
    assert faults(base().having(proposals=filter(tracked_well, given_))) == []
