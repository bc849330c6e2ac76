"""Shapes of resolutions, in small."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import UnreadableError
from drafter.model.numbering import labels
from drafter.model.organ import Organ
from drafter.model.reading import Reading
from drafter.parse import read_text
from drafter.parse.accounting import account


def read(text: str, name: str = "A_RES_75_1.txt") -> Reading:
    return read_text(dedent(text), name=name)


def outline(reading: Reading) -> list[str]:
    """Each paragraph as "LABEL first words"."""
    paragraphs = reading.resolution.paragraphs
    return [
        f"{label} {' '.join(paragraph.text.split()[:3])}"
        for label, paragraph in zip(labels(paragraphs), paragraphs, strict=True)
    ]


def test_levels_and_an_ambiguous_mark() -> None:
    reading = read("""
        The General Assembly,

        1. Requests the Secretary-General:

        (a) To report on:

        (i) Water;

        (ii) Energy;

        a. Wind;

        (b) To continue;

        (c) To act; (d) to speak;

        2. Decides to remain seized of the matter.
        """)
    assert outline(reading) == [
        "OP1 Requests the Secretary-General:",
        "OP1(a) To report on:",
        "OP1(a)(i) Water;",
        "OP1(a)(ii) Energy;",
        "OP1(a)(ii)(a.) Wind;",
        "OP1(b) To continue;",
        "OP1(c) To act; (d)",
        "OP2 Decides to remain",
    ]


def test_the_ninth_letter_is_no_first_numeral() -> None:
    marks = "".join(f"({letter}) To act;\n\n" for letter in "abcdefghij")
    reading = read(f"The General Assembly,\n\n1. Requests him:\n\n{marks}2. Decides to end.\n")
    assert [label.split()[0] for label in outline(reading)][-3:] == ["OP1(i)", "OP1(j)", "OP2"]


def test_a_single_operative_paragraph_is_not_numbered() -> None:
    reading = read("""
        The General Assembly,

        Recalling its resolution 74/1,

        Decides to extend the mandate of the Committee.
        """)
    assert outline(reading) == ["PP1 Recalling its resolution", "OP1 Decides to extend"]


def test_preambular_subparagraphs() -> None:
    reading = read("""
        The General Assembly,

        Recalling:

        (a) Its resolution 74/1;

        (b) Its resolution 74/2,

        Noting the report,

        1. Decides to act.
        """)
    assert outline(reading) == [
        "PP1 Recalling:",
        "PP1(a) Its resolution 74/1;",
        "PP1(b) Its resolution 74/2,",
        "PP2 Noting the report,",
        "OP1 Decides to act.",
    ]


def test_text_that_goes_on_after_a_list() -> None:
    reading = read("""
        The General Assembly,

        1. Calls upon States:

        (a) To act;

        (b) To speak;

        and to report thereon;

        2. Decides to act.
        """)
    assert outline(reading)[3] == "OP1(cont) and to report"


def test_sections_number_through_and_keep_their_headings() -> None:
    reading = read("""
        The General Assembly,

        Recalling its resolution 74/1,

        I
        Capacity-building

        1. Requests a report;

        II
        Peaceful settlement

        2. Decides to act.
        """)
    assert outline(reading) == [
        "PP1 Recalling its resolution",
        "H1 I",
        "H2 Capacity-building",
        "OP1 Requests a report;",
        "H3 II",
        "H4 Peaceful settlement",
        "OP2 Decides to act.",
    ]


def test_sections_that_begin_at_one_again_are_parts() -> None:
    reading = read("""
        The General Assembly,

        I
        Capacity-building

        1. Requests a report;

        II
        Peaceful settlement

        Recalling its resolution 74/2,

        1. Decides to act;

        2. Also decides to speak.
        """)
    assert outline(reading)[-3:] == [
        "Section II/PP1 Recalling its resolution",
        "Section II/OP1 Decides to act;",
        "Section II/OP2 Also decides to",
    ]


def test_an_annex_and_several_resolutions_under_one_number() -> None:
    reading = read("""
        75/1. Information

        A

        Information for humanity

        The General Assembly,

        1. Decides to act.

        B

        Policies

        The General Assembly,

        1. Requests a report.

        10th plenary meeting
        3 December 2020

        Annex

        Terms of reference

        1. The Group shall meet.
        """)
    assert [line.split()[0] for line in outline(reading) if "/H" not in line] == ["A/OP1", "B/OP1", "Annex/OP1"]
    assert reading.resolution.meeting == "10th plenary meeting"


def test_pages_of_an_official_file() -> None:
    reading = read(
        """
        United Nations
        A/RES/78/143

        General Assembly
        Distr.: General
        21 December 2023

        23-25925 (E)    020124
        *2325925*

        Seventy-eighth session
        Agenda item 18
        Sustainable development

        Resolution adopted by the General Assembly
        on 19 December 2023

        [on the report of the Second Committee (A/78/461, para. 53)]

        78/143. Oil slick on Lebanese shores

        The General Assembly,

        Reaffirming the Agreement,1 as
        __________________

        1  FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.

        A/RES/78/143
        Oil slick on Lebanese shores

        23-25925
        2/4

        adopted under the Convention, and recalling the Sendai Framework,

        1.
        Takes note of the report.
        """,
        "A_RES_78_143.txt",
    )
    resolution = reading.resolution
    assert outline(reading) == ["PP1 Reaffirming the Agreement,", "OP1 Takes note of"]
    assert resolution.paragraphs[0].text.startswith("Reaffirming the Agreement, as adopted under the Convention, and")
    assert [mark.note for mark in resolution.paragraphs[0].inline.marks] == ["1"]
    assert (resolution.agenda_item, resolution.agenda_title) == ("18", "Sustainable development")
    assert resolution.title.text == "Oil slick on Lebanese shores"
    assert not reading.unplaced


def test_mastheads_of_other_organs() -> None:
    council = read(
        """
        Resolution 2713 (2023)

        Adopted by the Security Council at its 9490th meeting, on 1 December 2023

        The Security Council,

        Recalling all its previous resolutions,

        1. Decides to remain seized of the matter.
        """,
        "S_RES_2713(2023).txt",
    ).resolution
    assert (council.organ, str(council.symbol), council.meeting) == (
        Organ.SECURITY_COUNCIL, "S/RES/2713 (2023)", "9490th meeting",
    )  # fmt: skip
    rights = read(
        """
        Human Rights Council

        Thirty-fourth session

        27 February–24 March 2017

        Agenda item 9

        Resolution adopted by the Human Rights Council on 24 March 2017

        34/33. Establishment of a forum

        The Human Rights Council,

        1. Decides to remain seized of this priority matter.

        58th meeting

        24 March 2017

        [Adopted without a vote.]
        """,
        "pasted.txt",
    ).resolution
    assert str(rights.symbol) == "A/HRC/RES/34/33"
    assert (rights.session, rights.meeting, rights.agenda_item) == (34, "58th meeting", "9")


def test_a_decimal_is_no_note_mark() -> None:
    reading = read("""
        The General Assembly,

        Noting that 2.4 billion people,1 of whom 1.2 billion are children, lack water,

        1. Decides to act.
        __________
        1 A/75/1.
        """)
    assert reading.resolution.paragraphs[0].text.startswith("Noting that 2.4 billion people, of whom 1.2 billion")


def test_a_divided_word_is_joined_and_a_compound_stays() -> None:
    reading = read("""
        The General Assembly,

        Noting the implementation of well-
        being plans and the imple-
        mentation of others,

        1. Decides to act.
        """)
    assert reading.resolution.paragraphs[0].text == (
        "Noting the implementation of well-being plans and the implementation of others,"
    )
    assert [(repair.found, repair.read_as) for repair in reading.repairs] == [("imple- mentation", "implementation")]


def test_another_resolution_on_the_page_is_not_placed() -> None:
    reading = read(
        """
        10. Requests the Secretary-General to report.

        96th plenary meeting
        29 November 1985

        40/33. Minimum Rules

        The General Assembly,

        1. Adopts the Rules.

        40/34. Victims of crime

        The General Assembly,

        1. Adopts the Declaration.
        """,
        "A_RES_40_33.txt",
    )
    assert outline(reading) == ["OP1 Adopts the Rules."]
    assert {piece.text for piece in reading.unplaced} >= {"40/34. Victims of crime", "1. Adopts the Declaration."}


VOCABULARY = [
    "the",
    "of",
    "and",
    "Korea",
    "report",
    "well-being",
    "75/190,",
    "Council;",
    "12",
    "(a)",
    "3.",
    "I",
    "Annex",
]
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=30)


@given(st.lists(WORDS.map(" ".join), max_size=12), st.sampled_from(["\n", "\n\n", "\n\n\n ", "\f\n"]))
def test_no_word_is_lost_whatever_the_text(lines: list[str], between: str) -> None:
    text = "The General Assembly,\n\nRecalling its resolution 74/1,\n\n" + between.join(lines)
    try:
        reading = read_text(text, name="A_RES_75_1.txt")
    except UnreadableError:
        return
    counted = account(text, reading)
    assert not {word for word in counted.lost if word.isalpha()}, counted.lost


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_text(text, name="pasted.txt")
    except UnreadableError as error:
        assert "\n" not in str(error)


MASTHEAD = """
    United Nations
    A/RES/78/68*

    General Assembly
    Distr.: General
    11 December 2023

    Seventy-eighth session
    Agenda item 75 (b)
    Oceans and the law of the sea: sustainable fisheries,
    including through the agreement on the conservation of
    Straddling Fish Stocks and Highly Migratory Fish Stocks,
    and related instruments

    Resolution adopted by the General Assembly
    on 5 December 2023

    [without reference to a Main Committee (A/78/L.13)]

    {number}Sustainable fisheries and
    related instruments

    The General Assembly,

    Reaffirming its annual resolutions,

    1. Decides to remain seized of the matter.
    """


def test_a_reissued_text_keeps_the_masthead_above_it() -> None:
    reading = read(MASTHEAD.replace("{number}", "78/68. "), name="text.txt")
    found = reading.resolution
    assert (str(found.symbol), found.session, found.agenda_item) == ("A/RES/78/68", 78, "75 (b)")
    assert found.agenda_title.endswith("Highly Migratory Fish Stocks, and related instruments")
    assert found.origin == "without reference to a Main Committee (A/78/L.13)"
    assert not reading.unplaced


def test_a_title_whose_number_is_missing_stands_below_the_origin() -> None:
    reading = read(MASTHEAD.replace("{number}", ""), name="text.txt")
    assert reading.resolution.title.text == "Sustainable fisheries and related instruments"
    assert not reading.unplaced


def test_the_closing_lines_of_earlier_years_are_no_paragraph() -> None:
    part = "The General Assembly,\n\nRecalling the storms,\n\n1. {};\n\n1548th plenary meeting,\n4 July 1967.\n\n"
    whole = read_text(f"2252 (ES-V). Lighthouses\n\n{part.format('Requests a report')}", name="text.txt").resolution
    assert [one.text for one in whole.paragraphs] == ["Recalling the storms,", "Requests a report;"]
    assert (whole.meeting, whole.adopted) == ("1548th plenary meeting", date(1967, 7, 4))
    parts = f"2252 (ES-V). Lighthouses\n\nA\n\n{part.format('Requests a report')}B\n\n{part.format('Decides to meet')}"
    reading = read_text(parts, name="text.txt")
    assert [one.text for one in reading.resolution.paragraphs][1::2] == ["Requests a report;", "Decides to meet;"]
    assert not any("plenary" in one.text for one in reading.resolution.paragraphs)
    one_line = part.format("Requests a report").replace("meeting,\n4", "meeting, 4")
    assert read_text(one_line, name="text.txt").resolution.adopted == date(1967, 7, 4)
