"""Numbers follow from the order: what negotiators say and what is printed."""

import pytest

from drafter.model.inline import Inline
from drafter.model.numbering import labels, letters, normalised, printed
from drafter.model.resolution import Kind, Paragraph
from drafter.model.session import from_ordinal, ordinal

PP, OP, H = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.HEADING


def outline(*rows):
    return [Paragraph(row[0], Inline("text"), *row[1:]) for row in rows]


def test_levels_and_marks():
    text = outline((PP,), (PP,), (PP, 1), (H,), (OP,), (OP,), (OP, 1), (OP, 2), (OP, 2), (OP, 1), (OP,))
    assert labels(text) == (
        "PP1", "PP2", "PP2(a)", "H1", "OP1", "OP2", "OP2(a)", "OP2(a)(i)", "OP2(a)(ii)", "OP2(b)", "OP3",
    )  # fmt: skip
    assert printed(text) == ("", "", "(a)", "", "1.", "2.", "(a)", "(i)", "(ii)", "(b)", "3.")


def test_a_single_operative_paragraph_is_not_numbered():
    text = outline((PP,), (OP,), (OP, 1))
    assert labels(text) == ("PP1", "OP1", "OP1(a)")
    assert printed(text) == ("", "", "(a)")


def test_negotiators_variants_do_not_advance_the_count():
    text = outline((OP,), (OP, 0, "", "bis"), (OP, 0, "", "alt"), (OP,))
    assert labels(text) == ("OP1", "OP1bis", "OP1alt", "OP2")


def test_parts_count_for_themselves():
    text = outline((OP, 0, "A"), (OP, 0, "A"), (OP, 0, "B"), (PP, 0, "Annex"))
    assert labels(text) == ("A/OP1", "A/OP2", "B/OP1", "Annex/PP1")


def test_text_that_goes_on_after_a_list():
    text = [*outline((OP,), (OP, 1)), Paragraph(OP, Inline("and"), continued=True), *outline((OP,))]
    assert labels(text) == ("OP1", "OP1(a)", "OP1(a)(cont)", "OP2")


@pytest.mark.parametrize(("number", "mark"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_list_letters(number, mark):
    assert letters(number) == mark


def test_labels_as_typed():
    assert normalised("op 2 (A) (iv)") == "OP2(a)(iv)"


@pytest.mark.parametrize("number", range(1, 200))
def test_ordinals_there_and_back(number):
    assert from_ordinal(ordinal(number)) == number
