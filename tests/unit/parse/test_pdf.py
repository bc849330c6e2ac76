"""PDF files: what size, type and place tell, and files that are no text at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drafter.errors import UnreadableError
from drafter.model.numbering import labels
from drafter.parse import read, read_text
from drafter.parse.pdf import reading_of
from drafter.parse.pdfpieces import pages_of
from tests.support import pdfs, real
from tests.support.pdfs import Word


def test_a_resolution_is_read_from_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "A_RES_79_1.pdf"
    path.write_bytes(pdfs.resolution())
    reading = read(path)
    found = reading.resolution
    assert [(label, p.inline.markup) for label, p in zip(labels(found.paragraphs), found.paragraphs, strict=True)] == [
        (
            "PP1",
            "*Recalling* the obligation of all States to observe the provisions of the Charter on the use of force and "
            "the Convention,[^1]",
        ),
        (
            "PP2",
            "*Welcoming* the report of the group and all its proposals on these questions, and in particular those of "
            "the last session that the Assembly has approved so many times,",
        ),
        ("OP1", "*Requests* the Secretary-General:"),
        ("OP1(a)", "To report on the matter;"),
        ("OP1(b)", "To publish the report;"),
        ("OP2", "*Decides* to remain seized of the matter."),
    ]
    assert [note.inline.markup for note in found.footnotes] == ["United Nations, *Treaty Series*, vol. 610, No. 8843."]
    assert (str(found.symbol), found.title.text, found.adopted) == (
        "A/RES/79/1",
        "Prevention of an arms race",
        date(2024, 12, 4),
    )
    assert not reading.unplaced
    assert {"24-23500 (E)", "2/2", "24-23500"} <= set(reading.furniture)


def test_words_set_letter_by_letter_and_hyphens_at_line_ends() -> None:
    page = [
        Word(60, 700, "79/1. Space", 12),
        Word(147, 680, "The General Assembly,"),
        *(Word(x, 660, letter) for x, letter in ((147, "N"), (154.4, "o"), (159.6, "o"), (164.8, "n"))),
        Word(147, 640, "Recalling that all that has been decided and agreed by States on confidence-"),
        Word(123, 628, "and security-building measures and on the re-"),
        Word(123, 616, "examination of these,"),
    ]
    texts = [p.text for p in reading_of(pages_of(pdfs.pdf([page])), "x.pdf").resolution.paragraphs]
    assert texts[0] == "Noon"
    assert "confidence- and security-building" in texts[1]
    assert "re-examination" in texts[1]


def test_words_with_a_line_through_them_are_left_out_and_named() -> None:
    page = [
        Word(60, 700, "79/1. Space", 12),
        Word(147, 680, "The General Assembly,"),
        Word(147, 655, "Recalling the Charter of the United Nations,"),
        Word(147, 630, "1."),
        Word(160, 630, "Urges all Member States to"),
        Word(290, 630, "support"),
        Word(322, 630, "assist the operations of the Office;"),
    ]
    through, under = (289.5, 321, 633), (322, 345, 628)
    reading = reading_of(pages_of(pdfs.pdf([page], [through, under])), "x.pdf")
    text = reading.resolution.paragraphs[-1].text
    assert text.endswith("Urges all Member States to assist the operations of the Office;")
    assert reading.notices == ("struck-through words are left out: “support”",)


def test_a_note_that_runs_on_over_the_page_is_whole() -> None:
    first = [
        Word(60, 700, "79/1. Notes", 12),
        Word(147, 680, "The General Assembly,"),
        Word(147, 660, "Recalling its resolutions on these matters and all that it has said of them since,"),
        Word(123, 648, "in every year,"),
        Word(182, 651.5, "1", 6.5),
        Word(116, 79, "1", 5.5),
        Word(123, 76, "Official Records, Supplement No. 27 (A/64/27), chap. III;", 8.5),
    ]
    second = [
        Word(147, 709, "Noting the report of the group and the proposals that were made on this occasion,"),
        Word(123, 76, "ibid., Supplement No. 28 (A/65/28).", 8.5),
    ]
    found = reading_of(pages_of(pdfs.pdf([first, second])), "x.pdf").resolution
    assert [note.text for note in found.footnotes] == [
        "Official Records, Supplement No. 27 (A/64/27), chap. III; ibid., Supplement No. 28 (A/65/28)."
    ]
    assert [p.opener for p in found.paragraphs] == ["Recalling", "Noting"]


@pytest.mark.parametrize("matrix", [b"1 0 0 0.00001 147 670", b"1 0 0 1 " + b"9" * 60 + b" 670"])
def test_type_of_no_size_and_words_of_no_place_do_not_stop_the_rest(matrix: bytes) -> None:
    filler = Word(147, 670, "x" * 80)
    page = [Word(147, 680, "The General Assembly,"), filler, Word(147, 660, "Recalling all that was decided,")]
    shown = b"147 670 Td (" + filler.text.encode() + b") Tj"
    content = pdfs.pdf([page])
    assert shown in content
    content = content.replace(shown, (matrix + b" Tm (3) Tj").ljust(len(shown)))
    found = reading_of(pages_of(content), "x.pdf").resolution
    assert found.paragraphs[-1].text.endswith("Recalling all that was decided,")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "not a PDF"),
        (b"\x00\x01\x02" * 999, "not a PDF"),
        (b"%PDF-1.4\nrubbish", "damaged"),
        (pdfs.resolution()[:300], "damaged"),
        (pdfs.locked(), "password"),
        (pdfs.looped_tree(), "no text"),
        (pdfs.pdf([[]]), "no text"),
        (pdfs.endless_pages(5_000), "5,000 pages"),
        (pdfs.pdf([[Word(100, 700, "A menu for lunch")]]), "does not look like a resolution"),
    ],
    ids=["empty", "rubbish", "no objects", "cut short", "locked", "looped tree", "pictures", "pages", "a menu"],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "text.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=problem) as error:
        read(path)
    assert "\n" not in str(error.value)
    assert str(path) in str(error.value)


@pytest.mark.real
def test_official_files_read_as_their_texts_do() -> None:
    """Those without tables, and where the text itself is whole."""
    for stem in ("A_RES_78_19", "A_RES_78_214", "A_RES_79_212"):
        path = next(path for path in real.pdfs() if path.stem == stem)
        from_pdf = reading_of(pages_of(str(path)), path.name).resolution
        from_text = read_text(real.texts("ga_78_80_text")[stem], name=f"{stem}.txt").resolution
        assert [(p.kind, p.level, p.text.replace("\u2011", "-"), p.inline.marks) for p in from_pdf.paragraphs] == [
            (p.kind, p.level, p.text.replace("\u2011", "-"), p.inline.marks) for p in from_text.paragraphs
        ]
        assert [note.text for note in from_pdf.footnotes] == [note.text for note in from_text.footnotes]
        assert (from_pdf.title.text, from_pdf.adopted, from_pdf.origin) == (
            from_text.title.text,
            from_text.adopted,
            from_text.origin,
        )
