"""The printed amendment paper: its line of sponsors, notes, numbers and styles."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from drafter.errors import DrafterError
from drafter.model.inline import Inline
from drafter.model.proposal import Form, Proposal
from drafter.model.symbol import Symbol
from drafter.negotiation import proposing
from drafter.negotiation.amending.plan import amendments
from drafter.negotiation.intake.paper import paper
from drafter.render.amending import PrintedAmendment, amendment_paper, paper_text, statement_markdown
from drafter.render.amending_word import paper_word, statement_word
from tests.support.rounds import base

SYMBOL = Symbol.parse("A/C.3/80/L.20/Rev.1")
ROUND = base()
BASE = replace(ROUND, text=replace(ROUND.text, symbol=SYMBOL, committee=3))
GONE = proposing.deleted("OP3", BASE.inline("OP3"))


def asterisked() -> tuple[Proposal, ...]:
    text = BASE.inline("OP2")
    new = Inline.from_markup(text.markup.replace("matter;", "question;[^x]"))
    notes = {"x": Inline("See A/80/1.")}
    made = proposing.reworded("OP2", text, new)
    return tuple(proposing.with_notes(one, notes, BASE.text.footnotes) for one in made)


def printed(*some: Proposal, sponsors: tuple[str, ...] = (), amends: str = "") -> PrintedAmendment:
    return amendment_paper(BASE, amendments(BASE, some), sponsors, amends)


def test_sponsors_stand_in_the_order_of_the_alphabet_and_a_revised_draft_is_called_so() -> None:
    made = printed(GONE, sponsors=("Russian Federation", "Belarus"))
    assert made.sponsored == (
        "Belarus and Russian Federation: amendment to revised draft resolution A/C.3/80/L.20/Rev.1"
    )
    assert made.masthead.symbol == "A/C.3/80/L.__"
    assert made.notes == ()


def test_who_speaks_for_others_has_an_asterisk_and_its_note_comes_first() -> None:
    made = printed(*asterisked(), sponsors=("Denmark, on behalf of the European Union",))
    assert made.sponsored.startswith("Denmark:* amendment to")
    assert [(mark, note.text) for mark, note in made.notes] == [
        ("*", "On behalf of the European Union."),
        ("**", "See A/80/1."),
    ]
    read = paper(paper_text(made))
    assert (read.sponsors, read.behalf, read.symbol) == (("Denmark",), "the European Union", "A/C.3/80/L.20/Rev.1")
    [one] = read.instructions
    assert one.text == "In operative paragraph 2, replace “matter;” with “question;**”."
    assert dict(read.own_notes) == {"**": "See A/80/1."}


def test_in_the_plenary_the_list_of_sponsors_stays_open() -> None:
    made = printed(GONE, sponsors=("Ukraine",), amends="A/80/L.3")
    assert made.sponsored == "Ukraine:* amendment to draft resolution A/80/L.3"
    assert made.notes[0][1].text.startswith("Any changes to the list of sponsors")


def test_without_sponsors_nobody_is_named() -> None:
    made = printed(*asterisked())
    assert made.sponsored == "Amendment to revised draft resolution A/C.3/80/L.20/Rev.1"
    assert [mark for mark, _ in made.notes] == ["*"]
    assert dict(paper(paper_text(made)).own_notes) == {"*": "See A/80/1."}


def test_a_single_instruction_has_no_number() -> None:
    assert "\n\nDelete operative paragraph 3.\n" in paper_text(printed(GONE))
    both = paper_text(printed(GONE, *asterisked()))
    assert "\n\n2. Delete operative paragraph 3.\n" in both


def test_the_word_file_has_the_measured_styles() -> None:
    new = proposing.added("OP2", Inline.from_markup("*Decides* to meet again;"), Form())
    document = docx.Document(BytesIO(paper_word(printed(GONE, new, *asterisked(), sponsors=("Japan",)))))
    found = [(one.style.style_id, one.text) for one in document.paragraphs if one.style is not None]
    assert ("UNSponsors", "Japan: amendment to revised draft resolution A/C.3/80/L.20/Rev.1") in found
    assert ("UNTitle", "Situation of human rights") in [(style, text.strip()) for style, text in found]
    body = [(style, text) for style, text in found if style in ("UNContinued", "UNPreambular", "FootnoteText")]
    assert [style for style, _ in body] == ["UNContinued", "UNContinued", "UNPreambular", "UNContinued", "FootnoteText"]
    assert body[1][1] == "2.\tAfter operative paragraph 2, insert a new operative paragraph reading:"
    [block] = [one for one in document.paragraphs if one.text == "Decides to meet again;"]
    assert [(run.text, bool(run.italic)) for run in block.runs] == [("Decides", True), (" to meet again;", False)]


def test_the_asterisk_of_the_sponsors_is_upright() -> None:
    document = docx.Document(BytesIO(paper_word(printed(GONE, sponsors=("Ukraine",), amends="A/80/L.3"))))
    [line] = [one for one in document.paragraphs if one.text.startswith("Ukraine:*")]
    [star] = [run for run in line.runs if run.text == "*"]
    assert star._r.rPr.find(qn("w:b")).get(qn("w:val")) == "0"


def test_the_statement_is_marked_as_a_house_style_in_each_form() -> None:
    made = printed(GONE, *asterisked())
    assert "house style" in statement_markdown(made)
    text = "\n".join(one.text for one in docx.Document(BytesIO(statement_word(made))).paragraphs)
    assert "house style" in text and "Operative paragraph 3 was deleted." in text


@pytest.mark.parametrize("amends", ["the draft", "L.3"])
def test_what_is_no_symbol_is_refused(amends: str) -> None:
    with pytest.raises(DrafterError, match="is no symbol"):
        printed(GONE, amends=amends)
