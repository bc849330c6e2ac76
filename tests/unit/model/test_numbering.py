"""Numbers follow from the order: what negotiators say and what is printed."""

import pytest

from drafter.model.inline import Inline
from drafter.model.numbering import by_itself, labels, letters, normalised, printed
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
    assert labels(text) == ("OP1", "OP1(a)", "OP1(cont)", "OP2")


def test_what_a_source_skips_is_kept_and_closed_up_by_itself():
    text = [*outline((OP,)), Paragraph(OP, Inline("text"), number=4), *outline((OP,), (OP, 1))]
    text.append(Paragraph(OP, Inline("text"), level=1, number=3))
    assert labels(text) == ("OP1", "OP4", "OP5", "OP5(a)", "OP5(c)")
    assert printed(text) == ("1.", "4.", "5.", "(a)", "(c)")
    assert labels(map(by_itself, text)) == ("OP1", "OP2", "OP3", "OP3(a)", "OP3(b)")


def test_a_number_never_goes_back():
    text = [*outline((OP,), (OP,)), Paragraph(OP, Inline("text"), number=2)]
    assert labels(text) == ("OP1", "OP2", "OP3")


def test_an_unnumbered_paragraph_does_not_count_among_numbered_ones():
    none = Paragraph(OP, Inline("Adopts the following:"), unnumbered=True)
    on = Paragraph(OP, Inline("and"), continued=True)
    assert labels([none, *outline((OP, 1)), on, *outline((OP,)), none, *outline((OP,))]) == (
        "OP", "OP(a)", "OP(cont)", "OP1", "OP#2", "OP2",
    )  # fmt: skip
    assert printed([none, *outline((OP,))]) == ("", "1.")
    assert labels([none]) == ("OP1",)
    assert labels([none, none]) == ("OP1", "OP2")


def test_no_two_paragraphs_have_one_label():
    bis = Paragraph(OP, Inline("text"), variant="bis")
    assert labels([*outline((OP,)), bis, bis, bis]) == ("OP1", "OP1bis", "OP1bis#2", "OP1bis#3")


@pytest.mark.parametrize(("number", "mark"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")])
def test_list_letters(number, mark):
    assert letters(number) == mark


def test_labels_as_typed():
    assert normalised("op 2 (A) (iv)") == "OP2(a)(iv)"


@pytest.mark.parametrize("number", range(1, 200))
def test_ordinals_there_and_back(number):
    assert from_ordinal(ordinal(number)) == number
