"""The three resolutions the project starts from, counted and checked by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

import pytest

from drafter import parse
from drafter.model.numbering import labels
from drafter.model.reading import Reading
from drafter.model.resolution import Paragraph
from drafter.parse.accounting import account
from drafter.resources import shipped

CORPUS = shipped("corpus")
SEEDS = ("A_RES_67_181.txt", "A_RES_72_188.txt", "A_RES_75_190.md")


@cache
def reading(name: str) -> Reading:
    return parse.read(CORPUS / name)


def paragraph(name: str, label: str) -> Paragraph:
    paragraphs = reading(name).resolution.paragraphs
    return paragraphs[labels(paragraphs).index(label)]


def marks(name: str, label: str) -> list[tuple[str, str]]:
    """(the word before the mark, the note) for each mark of a paragraph."""
    inline = paragraph(name, label).inline
    return [(inline.text[: mark.at].split()[-1], mark.note) for mark in inline.marks]


@pytest.mark.parametrize(
    ("name", "preambular", "operative", "with_subparagraphs", "notes", "missing"),
    [
        ("A_RES_67_181.txt", 12, 6, 29, 17, []),
        ("A_RES_72_188.txt", 24, 21, 50, 18, [*map(str, range(1, 11)), "13"]),
        ("A_RES_75_190.md", 27, 25, 57, 26, []),
    ],
)
def test_counts(
    name: str, preambular: int, operative: int, with_subparagraphs: int, notes: int, missing: list[str]
) -> None:
    resolution = reading(name).resolution
    kinds = Counter(paragraph.kind.value for paragraph in resolution.paragraphs)
    tops = Counter(paragraph.kind.value for paragraph in resolution.paragraphs if not paragraph.level)
    assert kinds == {"preambular": preambular, "operative": with_subparagraphs}
    assert tops["operative"] == operative
    assert len(resolution.footnotes) == notes
    assert [note.id for note in resolution.footnotes if note.missing] == missing


@pytest.mark.parametrize("name", SEEDS)
def test_every_paragraph_is_whole(name: str) -> None:
    for read in reading(name).resolution.paragraphs:
        assert read.text[-1] in ",;:.", read.text
        assert read.text[0].isupper()
        assert "\n" not in read.text
        assert "  " not in read.text
        assert not set("'\"®°") & set(read.text)
        assert read.level or read.opener, read.text


@pytest.mark.parametrize("name", SEEDS)
def test_every_note_is_marked_and_nothing_is_left_over(name: str) -> None:
    read = reading(name)
    marked = {mark.note for paragraph in read.resolution.paragraphs for mark in paragraph.inline.marks}
    assert marked == {note.id for note in read.resolution.footnotes}
    assert read.unplaced == ()


@pytest.mark.parametrize("name", SEEDS)
def test_no_word_is_lost_or_invented(name: str) -> None:
    source = (CORPUS / name).read_text(encoding="utf-8")
    counted = account(source, reading(name), markdown=name.endswith(".md"))
    assert not counted.lost
    assert not counted.invented


def test_mastheads() -> None:
    first, _, third = (reading(name).resolution for name in SEEDS)
    assert (str(first.symbol), first.session, first.adopted) == ("A/RES/67/181", 67, date(2012, 12, 20))
    assert first.meeting == "60th plenary meeting"
    assert first.origin == "on the report of the Third Committee (A/67/457/Add.3 and Corr.1)"
    assert (third.issued, third.agenda_item) == (date(2020, 12, 28), "72 (c)")
    assert third.agenda_title == (
        "Promotion and protection of human rights: human rights situations and reports of special rapporteurs "
        "and representatives"
    )
    assert third.origin == "on the report of the Third Committee (A/75/478/Add.3, para. 39)"
    assert {read.title.text for read in (first, third)} == {
        "Situation of human rights in the Democratic People’s Republic of Korea"
    }


def test_a_number_used_several_times_is_one_note() -> None:
    assert marks("A_RES_67_181.txt", "PP2") == [
        ("Rights,", "1"),
        ("Rights,", "1"),
        ("Child", "2"),
        ("Women,", "3"),
    ]
    assert marks("A_RES_67_181.txt", "OP1(b)") == [
        ("7/15,", "9"),
        ("10/16,", "10"),
        ("13/14,", "11"),
        ("16/8", "12"),
        ("19/13;", "13"),
    ]


def test_marks_glued_to_a_year_are_found() -> None:
    assert ("2006", "8") in marks("A_RES_67_181.txt", "PP8")
    assert ("2011", "12") in marks("A_RES_67_181.txt", "PP8")


def test_illegible_marks_follow_from_their_order() -> None:
    assert marks("A_RES_72_188.txt", "PP8") == [
        ("Rights,", "5"),
        ("Rights,", "5"),
        ("Child,", "6"),
        ("Women", "7"),
        ("Disabilities,", "8"),
    ]
    assert marks("A_RES_72_188.txt", "OP6") == [("Korea", "15"), ("Korea", "16"), ("2016,", "17")]
    assert marks("A_RES_72_188.txt", "OP7") == [("34/24,", "1")]
    assert marks("A_RES_72_188.txt", "OP15(n)") == [("Goals;", "10")]


def test_every_repair_of_the_recognised_text_is_listed() -> None:
    repairs = {(repair.where, repair.found, repair.read_as) for repair in reading("A_RES_72_188.txt").repairs}
    assert repairs >= {
        ("OP2(a)(i)", "(1)", "(i)"),
        ("OP2(a)(ii)", "(i)", "(ii)"),
        ("OP15(j)", "()", "(j)"),
        ("OP15(l)", "()", "(l)"),
        ("note 11", "1", "11"),
        ("note 11", "1V", "IV"),
        ("OP6", "Koreal", "Korea, note 16"),
        ("OP6", "", "note 17"),
    }
    assert all(repair.why for repair in reading("A_RES_72_188.txt").repairs)


def test_italics_of_the_source_and_of_the_rules() -> None:
    discrimination = paragraph("A_RES_75_190.md", "OP2(a)(xii)").inline
    assert discrimination.markup.startswith("Discrimination based on the *songbun* system,")
    assert paragraph("A_RES_75_190.md", "PP18").opener == "Stressing the importance"
    assert paragraph("A_RES_72_188.txt", "PP21").opener == "Welcoming and further encouraging"
    assert paragraph("A_RES_67_181.txt", "OP2").opener == "Underscores its very serious concern"


def test_notes_that_interrupt_a_paragraph_leave_it_whole() -> None:
    torn = paragraph("A_RES_75_190.md", "PP5").text
    assert "recalling also that the commission of inquiry urged" in torn
    assert "coronavirus disease (COVID-19) pandemic" in paragraph("A_RES_75_190.md", "PP21").text


def test_straight_quotation_marks_are_one_declared_repair() -> None:
    (repair,) = (repair for repair in reading("A_RES_75_190.md").repairs if repair.where == "throughout")
    source = (CORPUS / "A_RES_75_190.md").read_text(encoding="utf-8")
    assert str(source.count("'") + source.count('"')) in repair.why
