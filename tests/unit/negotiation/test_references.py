"""References of a text to its own paragraphs in what was decided."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, ClosureStatus
from drafter.model.proposal import Form, Proposal
from drafter.model.resolution import Kind
from drafter.negotiation import decide, proposing, texts
from drafter.negotiation.edits import apply
from drafter.negotiation.revising.revise import revised
from drafter.negotiation.values import Round
from tests.support.rounds import base, by


def referring(words: str) -> Round:
    on = base()
    last = on.paragraphs["OP3"].with_paragraph(inline=Inline.from_markup(words))
    return replace(on, text=replace(on.text, paragraphs=(*on.text.paragraphs[:-1], last)))


def accepted(on: Round, *some: Proposal) -> Round:
    taken = on.having(proposals=some)
    return apply(taken, decide.accept(taken, [one.id for one in some]))


NEW = by("EU", proposing.added("OP1", Inline("Invites all States to report;"), Form(Kind.OPERATIVE)))


def test_a_reference_follows_its_paragraph() -> None:
    on = referring("*Decides* to act on paragraphs 1 and 2 (a) above and on paragraph 2 of the report.")
    made = accepted(on, *NEW)
    last = texts.issued(made).paragraphs[-1]
    assert last.inline.markup == "*Decides* to act on paragraphs 1 and 3 (a) above and on paragraph 2 of the report."
    assert last.origin == "OP3"
    assert texts.issued(on) == texts.decided(on.having(proposals=NEW))


def test_a_number_that_was_proposed_stays() -> None:
    on = referring("*Decides* to act on paragraph 1 above.")
    text = on.inline("OP3")
    at = text.text.index("1")
    made = accepted(on, *NEW, *by("EU", *proposing.reworded("OP3", text, text.replace(at, at + 1, Inline("2")))))
    assert texts.issued(made).paragraphs[-1].text == "Decides to act on paragraph 2 above."


def test_a_paragraph_is_the_same_where_only_a_reference_followed() -> None:
    on = replace(referring("*Decides* to act on paragraph 2 above."), closures=(Closure("OP3", ClosureStatus.AGREED),))
    after = revised(accepted(on, *NEW), "Rev.1")
    assert after.round_.inline("OP4").text == "Decides to act on paragraph 3 above."
    assert after.round_.closures == (Closure("OP4", ClosureStatus.AGREED),)
