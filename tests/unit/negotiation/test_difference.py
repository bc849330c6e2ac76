"""A changed text as proposals: they make that text again of the base."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.proposal import Arrival, Deed, Form, Proposal
from drafter.model.resolution import Footnote, Kind, Paragraph
from drafter.negotiation import proposing
from drafter.negotiation.apply import applied
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.difference import OtherText, from_text
from drafter.negotiation.intake.others import of_draft
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.merge import merge
from tests.support.rounds import base, proposals

ROUND = base()
BASE = base_of(ROUND)
EU = Arrival(("EU",), "eu.toml")


def taken(draft: Draft) -> TakenIn:
    return from_text(BASE, of_draft(draft, ROUND, "eu.toml"), EU)


def kept(draft: Draft) -> list[tuple[str, str, int]]:
    return [(one.kind.value, one.inline.markup, one.level) for one in draft.standing]


def having(*some: Proposal) -> Draft:
    return applied(ROUND, some)


@given(proposals(whole=False))
def test_the_words_of_a_draft_file_come_back_exactly(some: tuple[Proposal, ...]) -> None:
    standing = merge(ROUND.having(proposals=some)).standing
    draft = having(*standing)
    found = taken(draft)
    again = merge(ROUND.having(proposals=found.proposals))
    assert not again.conflicts
    assert kept(having(*again.standing)) == kept(draft)
    assert having(*again.standing).title == draft.title


def test_a_clean_text_rewrites_the_paragraph_in_whose_place_another_stands() -> None:
    text = replace(ROUND.text, paragraphs=(*having(CASES[4][0]).paragraphs,))
    new = Paragraph(Kind.PREAMBULAR, Inline.from_markup("*Alarmed* by drought, floods and fires at sea,"))
    rows = [one.paragraph for one in text.standing]
    rows.insert(1, new)
    [one] = from_text(BASE, OtherText(text.title, tuple(rows), _notes()), EU).proposals
    assert (one.kind, one.label, one.put.text) == (Deed.REPLACE, "PP2", new.text)
    draft = replace(text, paragraphs=(text.paragraphs[0], DraftParagraph("n1", new), *text.paragraphs[1:]))
    assert {one.kind for one in taken(draft).proposals} == {Deed.NEW, Deed.DELETE}


def _notes() -> dict[str, Inline]:
    return {note.id: note.inline for note in ROUND.text.footnotes}


def test_nothing_changed_is_nothing_proposed() -> None:
    assert taken(ROUND.text) == TakenIn()


NEW = proposing.added("OP1", Inline.from_markup("*Invites* all States to help;"), Form(Kind.OPERATIVE))
CASES = [
    (NEW,),
    (proposing.added("", Inline.from_markup("*Guided* by the Charter,"), Form(Kind.PREAMBULAR)),),
    (proposing.added("OP1", Inline("To begin with;"), Form(Kind.OPERATIVE, 1)),),
    (proposing.added("OP1(a)", Inline("To go on with;"), Form(Kind.OPERATIVE, 1)),),
    (proposing.deleted("PP2", BASE.inline("PP2")),),
    (proposing.deleted("OP1", BASE.inline("OP1")),),
    (proposing.moved("OP3", "OP1"),),
    (proposing.moved("OP1", "OP2"),),
]


@pytest.mark.parametrize("some", CASES)
def test_deeds_on_whole_paragraphs_make_the_same_text(some: tuple[Proposal, ...]) -> None:
    draft = having(*some)
    found = taken(draft)
    assert kept(having(*found.proposals)) == kept(draft)
    assert len(found.proposals) == 1
    assert not found.not_understood


@pytest.mark.parametrize("some", CASES[:6])
def test_what_is_new_or_gone_is_the_same_proposal_whatever_brings_it(some: tuple[Proposal, ...]) -> None:
    [one] = taken(having(*some)).proposals
    assert one.id == some[0].id
    assert one.by == ("EU",)


def test_a_new_note_is_brought_by_its_words() -> None:
    draft = ROUND.text
    text = BASE.inline("OP2") + Inline.from_markup("[^new]")
    place = next(n for n, one in enumerate(draft) if one.inline == BASE.inline("OP2"))
    paragraphs = [*draft]
    paragraphs[place] = paragraphs[place].with_paragraph(inline=text)
    draft = replace(
        draft, paragraphs=tuple(paragraphs), footnotes=(*draft.footnotes, Footnote("new", Inline("A/80/1.")))
    )
    [one] = taken(draft).proposals
    assert [note.text for note in one.notes] == ["A/80/1."]
    assert [mark.note for mark in one.put.marks] == [one.notes[0].id]


def test_a_clean_text_keeps_the_base_s_italics() -> None:
    paragraphs = [replace(one, inline=Inline(one.text, (), one.inline.marks)) for one in BASE.listed]
    paragraphs[5] = replace(paragraphs[5], inline=Inline("Requests the Secretary-General to report at once;"))
    notes = {note.id: note.inline for note in BASE.notes}
    found = from_text(BASE, OtherText(BASE.title, tuple(paragraphs), notes), EU)
    [one] = found.proposals
    assert (one.kind, one.found.markup, one.put.markup) == (Deed.WORDS, "on the matter", "at once")


def test_a_text_of_something_else_is_refused() -> None:
    other = (Paragraph(Kind.OPERATIVE, Inline("Something else altogether, about fish in the sea;")),) * 4
    with pytest.raises(DrafterError, match=r"eu\.toml: this text is not one of the round's base"):
        from_text(BASE, OtherText(Inline("Fish"), other), EU)
    with pytest.raises(DrafterError, match="this is a draft from 60/1, and the round is on 75/190"):
        taken(replace(ROUND.text, base="60/1"))


def test_a_paragraph_that_changed_its_level_is_told() -> None:
    paragraphs = list(ROUND.text)
    one = paragraphs[5]
    paragraphs[5] = DraftParagraph(one.id, replace(one.paragraph, level=1), one.origin)
    found = taken(replace(ROUND.text, paragraphs=tuple(paragraphs)))
    assert [told.place for told in found.not_understood] == ["paragraph 6"]
