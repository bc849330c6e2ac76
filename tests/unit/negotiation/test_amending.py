"""Amendments: what is written is read back as the same text, and reads as the papers of the room do."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.proposal import Deed, Form, Proposal, united
from drafter.model.resolution import Kind
from drafter.negotiation import proposing
from drafter.negotiation.amending import proof
from drafter.negotiation.amending.instruction import ordered, told
from drafter.negotiation.amending.naming import named
from drafter.negotiation.amending.plan import Amendments, amendments
from drafter.negotiation.apply import applied
from drafter.negotiation.intake.anchors import occurrences
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.locators import located
from drafter.negotiation.merge import MergedRound
from drafter.negotiation.slots import block
from drafter.negotiation.values import Round
from tests.support.rounds import base, proposals

BASE = base()


def words(round_: Round, label: str, old: str, new: str) -> Proposal:
    text = round_.inline(label)
    at = text.text.index(old)
    [one] = proposing.reworded(label, text, text.replace(at, at + len(old), Inline.from_markup(new)))
    return one


def said(*some: Proposal, round_: Round = BASE) -> list[str]:
    made = amendments(round_, some)
    return ["\n".join((ordered(one).text, *(block.text for block in one.blocks))) for one in made.instructions]


def read_back(round_: Round, made: Amendments, some: tuple[Proposal, ...]) -> Draft:
    all_notes = [*round_.text.footnotes, *(note for one in some for note in one.notes)]
    taken = proof.read(base_of(round_), made.instructions, {note.id: note.inline for note in all_notes})
    return applied(round_, MergedRound(round_, united(taken.proposals)).standing)


def reads(text: Draft) -> list[object]:
    notes = {note.id: note.inline.text for note in text.footnotes}

    def marks(one: Inline) -> list[tuple[int, str]]:
        return [(mark.at, notes[mark.note]) for mark in one.marks]

    return [text.title.text, *((one.kind, one.level, one.text.strip(), marks(one.inline)) for one in text.standing)]


@settings(deadline=None)
@given(proposals())
def test_a_paper_read_back_gives_the_same_text(some: tuple[Proposal, ...]) -> None:
    given_ = BASE.having(proposals=some)
    for owner in {name for one in given_.proposals for name in one.by}:
        own = MergedRound(given_, tuple(one for one in given_.proposals if owner in one.by)).standing
        made = amendments(given_, own)
        same = reads(read_back(given_, made, own)) == reads(applied(given_, own))
        assert same is not bool(made.apart)
        assert same or _twice(own) or any(_strange(one) for one in own), said(*own)
        for one in made.instructions:
            if one.anchor and one.act is not Act.SWAP_ALL:
                assert len(occurrences(one.anchor.text, BASE.inline(one.labels[0]).text)) == 1


def _twice(some: tuple[Proposal, ...]) -> bool:
    """Whether two new paragraphs have the same words: read back, they may be one."""
    new = [one.put.text for one in some if one.kind is Deed.NEW]
    return len(set(new)) < len(new)


def _strange(one: Proposal) -> bool:
    """A move to another kind or level, or a merger of what has a list: no paper can say that."""
    other = one.after if one.kind is Deed.MOVE else one.second if one.kind is Deed.MERGE else ""
    if not other or other not in BASE.paragraphs:
        return False
    first, second = BASE.paragraphs[one.label], BASE.paragraphs[other]
    if (first.kind, first.level) != (second.kind, second.level):
        return True
    return one.kind is Deed.MERGE and len(block(BASE, one.label)) + len(block(BASE, other)) > 2


def test_quoted_words_are_lengthened_until_they_stand_once() -> None:
    one = words(BASE, "OP1(b)", "the the violations", "the violations")
    assert said(one) == ["In operative paragraph 1 (b), replace “end the” with “end”."]


def test_what_is_put_in_follows_the_words_before_it() -> None:
    one = words(BASE, "PP2", "Secretary-General on", "Secretary-General and others on")
    assert said(one) == ["In the second preambular paragraph, after “Secretary-General”, insert “and others”."]


def test_punctuation_is_quoted_with_its_words() -> None:
    one = words(BASE, "OP1", ", fully and without delay,", "")
    assert said(one) == ["In operative paragraph 1, delete “, fully and without delay,”."]


def test_neighbours_are_deleted_together_and_named_by_the_base() -> None:
    gone = tuple(proposing.deleted(label, BASE.inline(label)) for label in ("OP2", "OP3", "PP1", "PP2"))
    assert said(*gone) == ["Delete the first and second preambular paragraphs.", "Delete operative paragraphs 2 and 3."]


def test_a_move_is_a_deletion_and_an_insertion() -> None:
    assert said(proposing.moved("OP3", "OP1")) == [
        "After operative paragraph 1, insert a new operative paragraph reading:\n"
        "Decides to remain seized of the matter.",
        "Delete operative paragraph 3.",
    ]


def test_a_split_is_a_replacement_and_an_insertion() -> None:
    text = BASE.inline("OP2")
    assert said(proposing.split("OP2", text, (text[:30], text[30:].strip()))) == [
        "Replace operative paragraph 2 with the following:\nRequests the Secretary-General",
        "After operative paragraph 2, insert a new operative paragraph reading:\nto report on the matter;",
    ]


def test_new_notes_have_asterisks_and_come_back() -> None:
    note = Inline("See A/80/1.")
    [bare] = proposing.reworded("OP2", BASE.inline("OP2"), Inline.from_markup(BASE.inline("OP2").markup + "[^x]"))
    one = proposing.with_notes(bare, {"x": note}, BASE.text.footnotes)
    made = amendments(BASE, [one])
    assert [(name, text.text) for name, text in made.notes] == [(one.notes[0].id, "See A/80/1.")]
    assert list(made.marks(1).values()) == ["*"]
    assert made.apart == ""


def test_the_statement_tells_the_same_in_the_past() -> None:
    some = (
        words(BASE, "OP2", "report", "report orally"),
        words(BASE, "PP2", "human rights", "children’s"),
        proposing.deleted("OP3", BASE.inline("OP3")),
    )
    assert [told(one).text for one in amendments(BASE, some).instructions] == [
        "In the second preambular paragraph, the words “human rights” were replaced by the word “children’s”.",
        "In operative paragraph 2, the word “orally” was inserted after the word “report”.",
        "Operative paragraph 3 was deleted.",
    ]


def test_a_paragraph_without_words_for_it_is_named() -> None:
    strange = replace(BASE.text, paragraphs=tuple(one.with_paragraph(part="Rule 7") for one in BASE.text))
    round_ = replace(BASE, text=strange)
    made = amendments(round_, [proposing.deleted("Rule 7/OP3", round_.inline("Rule 7/OP3"))])
    assert (made.instructions, made.unnamed) == ((), ("Rule 7/OP3",))


def test_parts_headings_and_concluding_words_are_named_and_found_again() -> None:
    for label in ("OP5(b)(ii)", "PP3(a)", "Annex/OP2", "Annex II/PP1", "B/OP1", "H2", "OP3(cont)", "OP7bis", "PP4bis"):
        [[found]] = located(f"In {named(label)}, delete").found
        assert found.label == label


def test_the_first_of_a_second_list_stands_in_that_list() -> None:
    like = [one for one in BASE.text if one.level]
    second = [replace(one, id=f"{one.id}x", origin=f"{one.origin}x") for one in like]
    text = replace(BASE.text, paragraphs=(*BASE.text.paragraphs[:6], *second, BASE.text.paragraphs[6]))
    round_ = replace(BASE, text=text)
    new = proposing.added("OP2", Inline("To act;"), Form(Kind.OPERATIVE, 1))
    made = amendments(round_, [new])
    assert [ordered(one).text for one in made.instructions] == [
        "Before operative paragraph 2 (a), insert a new subparagraph reading:"
    ]
    assert made.apart == ""


def test_where_the_paper_says_something_else_it_is_told() -> None:
    two = (proposing.merged("OP2", BASE.inline("OP2"), "OP1", BASE.inline("OP1"), Inline("Asks;")),)
    assert amendments(BASE, two).apart == "OP1(a)"


def test_a_list_that_moves_takes_its_subparagraphs_along() -> None:
    made = amendments(BASE, [proposing.moved("OP1", "OP2"), words(BASE, "OP1(a)", "child", "children")])
    assert [len(one.blocks) for one in made.instructions] == [0, 3]
    assert ordered(made.instructions[1]).text.endswith("insert a new operative paragraph reading:")
    assert made.apart == ""


def test_a_note_that_takes_another_s_place_is_said_with_its_word() -> None:
    text = BASE.inline("PP1")
    [bare] = proposing.reworded("PP1", text, Inline.from_markup(text.markup.replace("[^1]", "[^x]")))
    one = proposing.with_notes(bare, {"x": Inline("Resolution 2200 A (XXI).")}, BASE.text.footnotes)
    made = amendments(BASE, [one])
    assert [each.act for each in made.instructions] == [Act.SWAP]
    assert made.apart == ""


def test_the_same_words_replaced_wherever_they_stand_are_one_instruction() -> None:
    some = tuple(words(BASE, label, "rights", "freedoms") for label in ("title", "PP2", "OP1(a)"))
    assert said(*some) == [
        "Replace “rights” with “freedoms” in the title, the preambular paragraphs and the operative paragraphs."
    ]
    assert amendments(BASE, some).apart == ""
    assert len(said(*some[:2])) == 2


def test_words_that_stay_somewhere_are_replaced_place_by_place() -> None:
    some = tuple(words(BASE, label, "the", "these") for label in ("PP2", "OP1", "OP2"))
    assert len(said(*some)) == 3
