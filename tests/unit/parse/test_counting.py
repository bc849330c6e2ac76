"""Numbers as a source prints them: skipped, repeated, lost, or none at all."""

from __future__ import annotations

from drafter.model.numbering import labels, printed
from drafter.model.reading import Reading
from drafter.parse import read_text

HEAD = "75/301. Situation of human rights in Arcadia\n\nThe General Assembly,\n\nRecalling its resolution 74/1,\n\n"


def read(*blocks: str) -> Reading:
    return read_text(HEAD + "\n\n".join(blocks), name="A_RES_75_301.txt")


def names(reading: Reading) -> list[str]:
    return list(labels(reading.resolution.paragraphs))


def numbers(reading: Reading) -> list[str]:
    return list(printed(reading.resolution.paragraphs))


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(repair.where, repair.found, repair.read_as) for repair in reading.repairs]


def test_a_paragraph_that_adopts_a_numbered_declaration_bears_no_number() -> None:
    found = read(
        "Adopts the following declaration:",
        "Declaration on Arcadia",
        "1. We, the Heads of State, have met;",
        "2. We pledge, in accordance with paragraph 1, to act.",
    )
    assert names(found) == ["PP1", "OP", "H1", "OP1", "OP2"]
    assert numbers(found) == ["", "", "", "1.", "2."]
    assert not found.repairs


def test_several_without_a_number_are_told_apart_and_may_have_lists() -> None:
    found = read(
        "Solemnly proclaims the following:",
        "(a) The first point;",
        "Declares that:",
        "1. All peoples are free;",
        "2. All are equal.",
    )
    assert names(found) == ["PP1", "OP", "OP(a)", "OP#2", "OP1", "OP2"]


def test_a_section_below_the_numbers_has_its_own_unnumbered_paragraph() -> None:
    found = read(
        "1. Takes note of the report;",
        "2. Decides to remain seized of the matter;",
        "Revised estimates",
        "Approves the gross budget for 2024 in the amount of 10 dollars.",
    )
    assert names(found) == ["PP1", "OP1", "OP2", "H1", "OP"]


def test_where_no_paragraph_has_a_number_they_count_as_ever() -> None:
    assert names(read("Takes note of the report;", "Decides to remain seized.")) == ["PP1", "OP1", "OP2"]
    assert names(read("Adopts the following declaration.")) == ["PP1", "OP1"]


def test_the_number_that_a_source_has_lost_is_counted_and_told() -> None:
    found = read("Takes note of the report;", "2. Requests a report;", "3. Decides to remain seized.")
    assert names(found) == ["PP1", "OP1", "OP2", "OP3"]
    assert told(found) == [("OP1", "", "1.")]


def test_numbers_that_a_source_skips_are_kept() -> None:
    found = read("1. Takes note of the report;", "2. Requests a report;", "5. Decides to remain seized:", "(b) Here.")
    assert names(found) == ["PP1", "OP1", "OP2", "OP5", "OP5(b)"]
    assert numbers(found) == ["", "1.", "2.", "5.", "(b)"]
    assert not found.repairs


def test_a_number_that_the_next_one_contradicts_was_misread() -> None:
    found = read("1. Notes one;", "2. Notes two;", "8. Notes three;", "4. Requests a report;", "5. Decides to meet.")
    assert names(found) == ["PP1", "OP1", "OP2", "OP3", "OP4", "OP5"]
    assert told(found) == [("OP3", "8.", "3.")]


def test_a_repeated_number_gets_bis_and_is_told() -> None:
    found = read("1. Notes one;", "2. Notes two;", "2. Requests a report;", "2. Urges States;", "3. Decides to meet.")
    assert names(found) == ["PP1", "OP1", "OP2", "OP2bis", "OP2ter", "OP3"]
    assert told(found) == [("OP2bis", "2.", "2 bis."), ("OP2ter", "2.", "2 ter.")]


def test_a_repeated_letter_gets_bis_where_the_list_goes_on_from_it() -> None:
    found = read(
        "1. Requests him:", "(a) To act;", "(b) To speak;", "(b) To listen;", "(c) To go.", "2. Decides to meet."
    )
    assert names(found) == ["PP1", "OP1", "OP1(a)", "OP1(b)", "OP1(b)bis", "OP1(c)", "OP2"]


def test_a_number_without_its_full_stop_is_one_where_it_is_due() -> None:
    found = read("1. Notes one;", "2 Requests a report;", "3\nUrges States to act;", "4. Decides to meet.")
    assert names(found) == ["PP1", "OP1", "OP2", "OP3", "OP4"]
    assert told(found) == [("OP2", "2 to 3", "2. to 3.")]


def test_a_figure_at_the_beginning_of_a_line_is_no_number() -> None:
    found = read("1. Notes the reports of\n2 Requests made in 2020;", "2. Decides to meet.")
    assert names(found) == ["PP1", "OP1", "OP2"]


def test_what_opens_as_operative_in_the_midst_of_the_preamble_is_preambular() -> None:
    found = read(
        "Affirms that the same rights must be protected,", "Noting the report,", "1. Requests a report;", "2. Decides."
    )
    assert names(found) == ["PP1", "PP2", "PP3", "OP1", "OP2"]


def test_like_repairs_are_one_line() -> None:
    found = read(
        "1. Requests the Secretary-General:",
        "(a) To act;",
        "(b) To speak;",
        "On the following matters",
        *(f"({letter}) To report;" for letter in "abcdefg"),
        "2. Decides to meet.",
    )
    (repair,) = found.repairs
    assert (repair.where, repair.found, repair.read_as) == ("OP1(c)–OP1(i)", "(a) to (g)", "(c) to (i)")
    assert repair.why == "each two more than in the source"


def test_the_direction_of_writing_hides_no_number() -> None:
    assert names(read("1. Notes one;", "2.\u200e Requests a report.")) == ["PP1", "OP1", "OP2"]


def test_a_small_letter_read_for_the_figure_one() -> None:
    found = read(
        "Decides to adopt:", "1. Notes one;", "2. Notes two.", "Annex", "l. Arcadia shall act.", "2. It shall."
    )
    assert names(found)[-2:] == ["Annex/OP1", "Annex/OP2"]


def test_a_list_goes_on_after_a_heading_in_it() -> None:
    found = read(
        "1. Decides that:",
        "(a) Two panels will be held;",
        "(b) They will address the following themes:",
        "Panel 1: The world together",
        "Panel 2: Equitable access",
        "(c)\nEach will be chaired by two representatives;",
        "(d) All may speak.",
        "2. Decides to meet.",
    )
    assert names(found) == ["PP1", "OP1", "OP1(a)", "OP1(b)", "H1", "H2", "OP1(c)", "OP1(d)", "OP2"]


def test_a_sentence_below_a_list_is_of_the_paragraph_and_a_further_one_of_the_item() -> None:
    found = read("1. Requests him:", "(a) To act;", "and to report;", "2. Notes:", "(a) One.", "It was so.")
    assert names(found) == ["PP1", "OP1", "OP1(a)", "OP1(cont)", "OP2", "OP2(a)", "OP2(a)(cont)"]


def test_a_numbered_heading_may_be_a_sentence() -> None:
    found = read(
        "Adopts the following Pact:",
        "1. We pledge:",
        "(a) To act.",
        "Action 2. We will act.",
        "2. We care.",
        "3. We end.",
    )
    assert names(found) == ["PP1", "OP", "OP1", "OP1(a)", "H1", "OP2", "OP3"]
