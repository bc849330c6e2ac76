"""PP1, OP2, [OP2 bis]: labels as negotiators type them are marks, not words."""

from __future__ import annotations

import pytest

from drafter.model.numbering import labels
from drafter.model.resolution import Kind
from drafter.parse import read_text

ZERO = """Zero draft as of 12 October 2021

Situation of lighthouses in Arcadia

The General Assembly,

PP1 Guided by the Charter of the United Nations,

PP2 Recalling its resolution 74/166 of 18 December 2019,

PP2bis Noting with concern the report of the Special Rapporteur,

OP1. Urges the Government to cooperate;

OP2. Requests the Office:

(a) To report annually;

(b) To assist the Special Rapporteur;

OP2 bis. Welcomes the visit;

OP3. Decides to continue its examination at its seventy-seventh session.
"""
BRACKETED = (
    ZERO.replace("OP1.", "[OP1]").replace("OP2.", "[OP2]").replace("OP2 bis.", "[OP2 bis]").replace("OP3.", "OP 3:")
)
ALONE = ZERO.replace("OP1. ", "OP1\n").replace("PP2 Rec", "PP2\nRec")


@pytest.mark.parametrize("source", [ZERO, BRACKETED, ALONE, ZERO.replace("PP", "Pp").replace("OP", "Op")])
def test_typed_labels_are_marks(source: str) -> None:
    reading = read_text(source, name="zero.txt")
    text = reading.resolution
    assert list(labels(text.paragraphs)) == ["PP1", "PP2", "PP2bis", "OP1", "OP2", "OP2(a)", "OP2(b)", "OP2bis", "OP3"]
    assert [p.opener for p in text.paragraphs] == [
        *("Guided", "Recalling", "Noting with concern", "Urges", "Requests", "", "", "Welcomes", "Decides"),
    ]
    assert text.title.text == "Situation of lighthouses in Arcadia"
    assert len([one for one in reading.repairs if "negotiators" in one.why]) == 2
    assert reading.unplaced == ()


def test_an_alternative_and_a_subparagraph_by_its_whole_label() -> None:
    source = ZERO.replace("OP2 bis.", "OP2 alt").replace("(a) To", "OP2(a) To").replace("(b) To", "OP2(b) To")
    found = labels(read_text(source, name="zero.txt").resolution.paragraphs)
    assert list(found)[3:] == ["OP1", "OP2", "OP2(a)", "OP2(b)", "OP2alt", "OP3"]


def test_one_word_of_that_form_is_text() -> None:
    source = "The General Assembly,\n\nRecalling its resolution 1/1,\n\nOP1 units are welcomed,\n\n1. Decides to go on."
    paragraphs = read_text(source, name="text.txt").resolution.paragraphs
    assert paragraphs[-1].kind is Kind.OPERATIVE
    assert any("OP1 units" in paragraph.text for paragraph in paragraphs)


def test_plain_numbers_below_typed_labels_begin_at_one() -> None:
    source = ZERO
    for label, number in (("OP1.", "1."), ("OP2.", "2."), ("OP2 bis.", "3."), ("OP3.", "4.")):
        source = source.replace(label, number)
    paragraphs = read_text(source, name="zero.txt").resolution.paragraphs
    assert list(labels(paragraphs))[3:] == ["OP1", "OP2", "OP2(a)", "OP2(b)", "OP3", "OP4"]
