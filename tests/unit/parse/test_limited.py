"""L. documents: what stands above the text, as text files, Word files and pasted lines have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.edit.begin import begin
from drafter.errors import DrafterError
from drafter.library.record import dumps, loads
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution
from drafter.model.submission import Submission, Submitted
from drafter.parse import read, read_text
from drafter.parse.sponsors import names, sponsor_line
from drafter.shapes.texts import reading_shape
from tests.support.handmade import p, word_file

HEAD = """United Nations
A/C.3/80/L.99

General Assembly
Distr.: Limited
14 October 2025
Original: English

Eightieth session
Third Committee
Agenda item 71 (b)
Promotion and protection of human rights: human rights
questions, including alternative approaches


"""
NAMED = """Bosnia and Herzegovina, Iran (Islamic Republic of), Trinidad and Tobago, United
Kingdom of Great Britain and Northern Ireland and Uruguay:* draft resolution


"""
TEXT = """ The rights of lighthouse keepers
in Arcadia


The General Assembly,

Recalling its resolution 79/1 of 3 October 2024,

1.
Decides to remain seized of the matter.


* On behalf of the States that are members of the Group of 77 and China, taking into account also
the provisions of General Assembly resolution ES-10/23 of 10 May 2024.
"""
SPONSORS = (
    "Bosnia and Herzegovina",
    "Iran (Islamic Republic of)",
    "Trinidad and Tobago",
    "United Kingdom of Great Britain and Northern Ireland",
    "Uruguay",
)
GROUP = "the States that are members of the Group of 77 and China"
AGENDA = "Promotion and protection of human rights: human rights questions, including alternative approaches"


def text(source: str) -> Resolution:
    return read_text(source, name="limited.txt").resolution


def words(resolution: Resolution) -> list[str]:
    return [paragraph.text for paragraph in resolution.paragraphs]


def submission(resolution: Resolution) -> Submission:
    assert resolution.submission is not None
    return resolution.submission


def test_the_line_of_sponsors_parts_the_agenda_title_from_the_title() -> None:
    found = text(HEAD + NAMED + TEXT)
    assert str(found.symbol) == "A/C.3/80/L.99"
    assert (found.session, str(found.issued), found.agenda_item) == (80, "2025-10-14", "71 (b)")
    assert found.agenda_title == AGENDA
    assert found.title.text == "The rights of lighthouse keepers in Arcadia"
    assert submission(found) == Submission(Submitted.DRAFT_RESOLUTION, SPONSORS, GROUP, "", 3)


def test_the_note_by_asterisk_is_no_paragraph() -> None:
    reading = read_text(HEAD + NAMED + TEXT, name="limited.txt")
    assert words(reading.resolution)[-1] == "Decides to remain seized of the matter."
    assert any("On behalf of" in line for line in reading.furniture)


def test_a_list_whose_points_are_asterisks_stays() -> None:
    listed = TEXT.replace("the matter.", "the matter, which means:\n\n* the light;\n\n* the tower.")
    assert "* the light;" in " ".join(words(text(HEAD + NAMED + listed)))


def test_a_note_that_the_text_marks_is_told() -> None:
    marked = TEXT.replace("the matter.", "the matter.**") + "\n** Report of the Lighthouse Conference (A/80/1).\n"
    reading = read_text(HEAD + NAMED + marked, name="limited.txt")
    assert [one.text for one in reading.unplaced] == ["** Report of the Lighthouse Conference (A/80/1)."]


@pytest.mark.parametrize(
    ("head", "symbol"),
    [
        (HEAD.replace("L.99", "L.99*"), "A/C.3/80/L.99"),
        (HEAD.replace("A/C.3/80/L.99", "A/C.3/ 80/L.99/ Rev.1"), "A/C.3/80/L.99/Rev.1"),
        (HEAD.replace("United Nations\nA", "United Nations         A"), "A/C.3/80/L.99"),
        (HEAD.replace("A/C.3/80/L.99", "A/ES-11/L.1"), "A/ES-11/L.1"),
    ],
)
def test_the_symbol_is_read_however_it_is_set(head: str, symbol: str) -> None:
    found = text(head + NAMED + TEXT)
    assert str(found.symbol) == symbol
    assert found.agenda_title == AGENDA
    assert submission(found).sponsors == SPONSORS


def test_a_revision_is_a_revised_draft() -> None:
    found = text(HEAD.replace("L.99", "L.99/Rev.1") + NAMED + TEXT)
    assert submission(found).what is Submitted.REVISED_DRAFT_RESOLUTION


def test_sponsors_without_a_gap_above_them_are_told_from_the_agenda_title() -> None:
    found = text((HEAD + NAMED + TEXT).replace("approaches\n\n\n", "approaches\n"))
    assert (found.agenda_title, submission(found).sponsors) == (AGENDA, SPONSORS)


def test_an_item_of_the_provisional_agenda() -> None:
    head = HEAD.replace("Agenda item 71 (b)", "Item 35 of the provisional agenda*")
    assert text(head + NAMED + TEXT).agenda_item == "35"


def test_a_special_session_in_an_agenda_title_belongs_to_it() -> None:
    head = HEAD.replace("questions, including alternative approaches", "\ntwenty-third special session of the Assembly")
    assert text(head + NAMED + TEXT).agenda_title.endswith("twenty-third special session of the Assembly")


def test_an_agenda_title_whose_line_begins_as_the_masthead_does() -> None:
    head = HEAD.replace("Promotion and", "United Nations agency for the promotion and")
    assert text(head + NAMED + TEXT).agenda_title.startswith("United Nations agency for the promotion")


def test_a_note_whose_title_ends_with_the_organ() -> None:
    note = " Documents for the session of\nthe General Assembly\n\n Note by the Secretariat\n\n1.\nGo on.\n"
    found = text(HEAD.split("Agenda")[0] + "\n" + note)
    assert submission(found).what is Submitted.NOTE
    assert found.title.text == "Documents for the session of the General Assembly"


def test_a_decision_that_begins_in_the_middle_of_a_line() -> None:
    decision = (
        "Draft decision submitted by the Bureau\n\n\n Working methods\n\n\n"
        "The General Assembly, recalling its resolution 79/1 of 3 October 2024, decides to go on.\n"
    )
    found = text(HEAD + decision)
    assert (submission(found).what, submission(found).sponsors) == (Submitted.DRAFT_DECISION, ("Bureau",))
    assert found.title.text == "Working methods"
    assert words(found) == ["The General Assembly, recalling its resolution 79/1 of 3 October 2024, decides to go on."]


AMENDMENT = (
    HEAD
    + """Arcadia: amendment to draft resolution 23 recommended by the Third Committee in its
report contained in document A/80/545


 The rights of lighthouse keepers


In the second preambular paragraph, delete “and towers”.
"""
)


def test_an_amendment_says_what_it_amends() -> None:
    found = text(AMENDMENT)
    assert submission(found).what is Submitted.AMENDMENT
    assert submission(found).amends == (
        "draft resolution 23 recommended by the Third Committee in its report contained in document A/80/545"
    )
    assert found.title.text == "The rights of lighthouse keepers"
    assert words(found) == ["In the second preambular paragraph, delete “and towers”."]


@pytest.mark.parametrize(
    ("line", "sponsors"),
    [
        (
            "Draft resolution submitted by the Vice-Chair of the Committee, Ada Byron (Arcadia), on the basis of "
            "informal consultations on draft resolution A/C.2/80/L.2: draft resolution",
            ("Vice-Chair of the Committee, Ada Byron (Arcadia)",),
        ),
        (
            "Draft resolution submitted by the President of the General Assembly*",
            ("President of the General Assembly",),
        ),
        ("Antigua and Barbuda and Barbados: revised draft resolution", ("Antigua and Barbuda", "Barbados")),
        ("Draft resolution", ()),
        ("Albania and Trinidad and Tobago: draft resolution", ("Albania", "Trinidad and Tobago")),
        ("Saint Vincent and the Grenadines: draft resolution", ("Saint Vincent and the Grenadines",)),
    ],
)
def test_who_submits(line: str, sponsors: tuple[str, ...]) -> None:
    found = sponsor_line(line)
    assert found is not None
    assert found.sponsors == sponsors


def test_a_paragraph_is_no_line_of_sponsors() -> None:
    assert sponsor_line("Takes note of the following: the report and the draft resolution that it holds") is None
    assert names("Viet Nam") == ("Viet Nam",)


def test_a_word_file_reads_the_same(tmp_path: Path) -> None:
    blocks = [" ".join(block.split()) for block in (HEAD + NAMED + TEXT).split("\n\n") if block.strip()]
    blocks = [*HEAD.split("\n"), *(one for one in blocks if not one.startswith(("United N", "General A", "Eight")))]
    path = tmp_path / "limited.docx"
    path.write_bytes(word_file("".join(p(one) for one in blocks if one)))
    found = read(path).resolution
    assert (found.agenda_title, found.title.text) == (AGENDA, "The rights of lighthouse keepers in Arcadia")
    assert submission(found) == Submission(Submitted.DRAFT_RESOLUTION, SPONSORS, GROUP, "", 3)


def test_a_record_and_the_json_keep_it() -> None:
    reading: Reading = read_text(HEAD + NAMED + TEXT, name="limited.txt")
    assert loads(dumps(reading), "record").resolution.submission == reading.resolution.submission
    shape = reading_shape(reading)
    assert (shape["document"], shape["sponsors"], shape["committee"]) == ("draft resolution", list(SPONSORS), 3)


def test_a_draft_of_it_is_its_next_revision() -> None:
    draft = begin(text(HEAD + NAMED + TEXT), "limited.txt")
    assert (str(draft.symbol), draft.session, draft.committee) == ("A/C.3/80/L.99/Rev.1", 80, 3)
    assert draft.sponsors == SPONSORS
    later = begin(text(HEAD + NAMED + TEXT), "limited.txt", 81)
    assert (str(later.symbol), later.sponsors) == ("A/C.3/81/L.__", ())


def test_no_draft_begins_from_an_amendment() -> None:
    with pytest.raises(DrafterError, match="this is an amendment, not a draft"):
        begin(text(AMENDMENT), "limited.txt")
