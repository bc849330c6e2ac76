"""Paragraphs as they come out of a clipboard: from Word, from a PDF, from a mail."""

from __future__ import annotations

import pytest

from drafter.parse.fragment import Fragment, fragment


def read(text: str) -> list[tuple[str, int, str]]:
    return [(one.kind.value[:3], one.level, one.text) for one in fragment(text).paragraphs]


def test_from_a_pdf_lines_are_joined_and_numbers_and_note_marks_taken_off() -> None:
    found = (
        "Deeply concerned at the grave human rights situation, the pervasive culture of\n"
        "impunity and the lack of accountability for human rights violations,12\n"
        "1. Condemns in the strongest terms the long-standing and ongoing systematic, wide-\n"
        "spread and gross violations of human rights;\n"
        "2. Expresses its very serious concern at:\n"
        "(a) The persistence of continuing reports of violations, including:\n"
        "(i) Torture and other cruel treatment;\n"
    )
    assert read(found) == [
        (
            "pre",
            0,
            "Deeply concerned at the grave human rights situation, the pervasive culture of impunity and the lack of "
            "accountability for human rights violations,",
        ),
        (
            "ope",
            0,
            "Condemns in the strongest terms the long-standing and ongoing systematic, wide-spread and gross "
            "violations of human rights;",
        ),
        ("ope", 0, "Expresses its very serious concern at:"),
        ("ope", 1, "The persistence of continuing reports of violations, including:"),
        ("ope", 2, "Torture and other cruel treatment;"),
    ]
    assert fragment(found).told(numbers=True) == "4 numbers (1., 2., (a), …) and 1 note mark (12) taken off."


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\x0b", "\u2029"])
def test_from_word_each_line_is_a_paragraph(ending: str) -> None:
    lines = ("12.\tEncourages all Member States:", "(a)\tTo launch initiatives;", "(b)\tTo report on them;", "")
    assert read(ending.join(lines)) == [
        ("ope", 0, "Encourages all Member States:"),
        ("ope", 1, "To launch initiatives;"),
        ("ope", 1, "To report on them;"),
    ]


def test_part_of_a_list_begins_at_the_top_level() -> None:
    assert read("(b) The rights of women;\n\n(c) The rights of the child;") == [
        ("pre", 0, "The rights of women;"),
        ("pre", 0, "The rights of the child;"),
    ]


@pytest.mark.parametrize(
    ("copied", "flat"),
    [
        ("words in the middle,\nover two  lines\t", "words in the middle, over two lines "),
        (" and  coop\u00aderation", " and cooperation"),
        ("reports on COVID-19 by 2030 and CO2¹", "reports on COVID-19 by 2030 and CO2"),
        ("paragraph 12.\nof the", "paragraph 12. of the"),
        ("gender-\nresponsive", "gender-responsive"),
        ('it\'s "here"', "it’s “here”"),
        ("[12][18] months", "[12][18] months"),
        ("A/75/388, resolutions 74/166,75/190 and 12", "A/75/388, resolutions 74/166,75/190 and 12"),
    ],
)
def test_as_one_text_for_the_middle_of_a_sentence(copied: str, flat: str) -> None:
    assert fragment(copied).flat == flat


@pytest.mark.parametrize("nothing", ["", "  \n\t\n", "\u00ad"])
def test_nothing_was_copied(nothing: str) -> None:
    found = fragment(nothing)
    assert found.paragraphs == () and not found.flat.strip()
    assert fragment("").told(numbers=True) == Fragment((), "").told(numbers=False) == ""
