"""Tables are no part of a text: their words are put aside and told, never read as headings or as text going on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from drafter.library.record import dumps, loads
from drafter.model.reading import Reading
from drafter.parse import read, read_text
from tests.support.handmade import p, r, word_file
from tests.support.pdfs import Word, pdf

BEGUN = p("The General Assembly,") + p("Recalling its resolution 74/166 of 18 December 2019,")
SCALE = [("Lighthouse", "Share"), ("Arcadia", "0.007"), ("Ruritania", "0.010"), ("Total", "100.000")]
BEFORE = "Resolves that the costs of the lighthouses shall be borne as follows:"
AFTER = "Decides to review these shares in 2027."


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{''.join(map(p, cell.split('|')))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word(body: str, tmp_path: Path, **parts: str) -> Reading:
    path = tmp_path / "table.docx"
    path.write_bytes(word_file(body, **parts))
    return read(path)


def said(reading: Reading) -> list[str]:
    return [paragraph.text for paragraph in reading.resolution.paragraphs[1:]]


def test_the_cells_of_a_table_are_put_aside(tmp_path: Path) -> None:
    reading = word(BEGUN + p(f"1.\t{BEFORE}") + table(*SCALE) + p(f"2.\t{AFTER}"), tmp_path)
    assert said(reading) == [BEFORE, AFTER]
    assert reading.notices == (
        "a table of 4 rows and 2 columns after OP1 is not part of the text: its words are put aside",
    )
    [aside] = reading.unplaced
    assert aside.text == "Lighthouse | Share / Arcadia | 0.007 / Ruritania | 0.010 / Total | 100.000"
    assert aside.why == reading.notices[0]


def test_a_record_keeps_them(tmp_path: Path) -> None:
    reading = word(BEGUN + p(f"1.\t{BEFORE}") + table(*SCALE) + p(f"2.\t{AFTER}"), tmp_path)
    assert loads(dumps(reading), "a record").unplaced == reading.unplaced


def test_a_sentence_goes_on_below_its_table(tmp_path: Path) -> None:
    body = BEGUN + p(f"1.\t{BEFORE}") + table(*SCALE) + p("and that the shares be reviewed in 2027.")
    reading = word(body, tmp_path)
    assert said(reading) == [BEFORE, "and that the shares be reviewed in 2027."]
    assert reading.resolution.paragraphs[2].continued


def test_cells_of_several_paragraphs_and_tables_within_tables(tmp_path: Path) -> None:
    inner = table(("Oil", "Gas"), ("3", "4"))
    outer = f"<w:tbl><w:tr><w:tc>{p('Arcadia')}{p('and its islands')}</w:tc><w:tc>{inner}{p('')}</w:tc></w:tr></w:tbl>"
    reading = word(BEGUN + p(f"1.\t{BEFORE}") + outer + p(f"2.\t{AFTER}"), tmp_path)
    assert said(reading) == [BEFORE, AFTER]
    assert [one.text for one in reading.unplaced] == ["Arcadia and its islands | Oil Gas 3 4"]


def test_a_note_in_a_table_keeps_the_numbers_of_the_others(tmp_path: Path) -> None:
    def noted(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    cell = f"<w:tbl><w:tr><w:tc>{p('Arcadia')}</w:tc><w:tc>{p(r('0.007') + noted(2))}</w:tc></w:tr></w:tbl>"
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"A/75/{n}.")}</w:footnote>' for n in (1, 2, 3))
    body = BEGUN + p(r(f"1.\t{BEFORE}") + noted(1)) + cell + p(r(f"2.\t{AFTER}") + noted(3))
    reading = word(body, tmp_path, footnotes=notes)
    assert [[mark.note for mark in one.inline.marks] for one in reading.resolution.paragraphs[1:]] == [["1"], ["3"]]
    assert [note.text for note in reading.resolution.footnotes] == ["A/75/1.", "A/75/2.", "A/75/3."]


def test_a_table_that_lays_out_the_page_is_read_as_text(tmp_path: Path) -> None:
    boxed = table((f"1.\t{BEFORE}",), (f"2.\t{AFTER}",))
    labelled = table(("Label", "Text"), ("OP1", BEFORE), ("OP2", AFTER))
    numbered = table(("1.", BEFORE), ("2.", AFTER))
    beside = table((BEFORE, "The first of these is new."), (AFTER, "As in the text of last year."))
    for laid in (boxed, labelled, numbered, beside):
        reading = word(BEGUN + laid, tmp_path)
        assert BEFORE in said(reading) and AFTER in said(reading), laid
        assert not reading.unplaced
        assert reading.notices[0].endswith("read cell by cell, each as a paragraph of its own")


def test_numbers_beside_names_are_no_labels(tmp_path: Path) -> None:
    listed = table(("1", "Cape North"), ("2", "Cape South"), ("3", "The Skerries"))
    reading = word(BEGUN + p(f"1.\t{BEFORE}") + listed + p(f"2.\t{AFTER}"), tmp_path)
    assert said(reading) == [BEFORE, AFTER]
    assert [one.text for one in reading.unplaced] == ["1 | Cape North / 2 | Cape South / 3 | The Skerries"]


def test_a_masthead_in_a_table_is_read(tmp_path: Path) -> None:
    masthead = table(("A/80/L.5", "Distr.: Limited"), ("", "2 October 2025"))
    reading = word(masthead + BEGUN + p(f"1.\t{BEFORE}"), tmp_path)
    assert said(reading) == [BEFORE]
    assert not reading.notices


def text(body: str) -> Reading:
    return read_text(f"The General Assembly,\n\nRecalling its resolution 74/166,\n\n{body}", name="table.txt")


TOLD = "what looks like a table of {} after OP1 is not part of the text: its words are put aside"


@pytest.mark.parametrize(
    "rows",
    [
        "Lighthouse     Share\nArcadia        0.007\nRuritania      0.010\nTotal        100.000",
        "Lighthouse\tShare\nArcadia\t0.007\nRuritania\t0.010\nTotal\t100.000",
        "Lighthouse     Share\n---------  -------\n\nArcadia        0.007\n\nRuritania      0.010\n\nTotal    100.000",
        "  Lighthouse     Share\n\n  Arcadia        0.007\n  Ruritania      0.010\n  Total        100.000",
    ],
)
def test_columns_in_plain_text(rows: str) -> None:
    reading = text(f"1. {BEFORE}\n\n{rows}\n\n2. {AFTER}\n")
    assert said(reading) == [BEFORE, AFTER]
    assert reading.notices == (TOLD.format("4 rows and 2 columns"),)
    assert reading.unplaced[0].text == "Lighthouse | Share / Arcadia | 0.007 / Ruritania | 0.010 / Total | 100.000"


def test_a_table_taken_out_of_a_viewer_line_by_line() -> None:
    costs = "Gross\nNet\n(dollars)\nTower at Cape North\n63 930 800\n58 552 400\nFog signals on the\nouter islands\n"
    costs += "(2 061 900)\n (1 897 200)\nOil\n–\n–\nTotal\n61 868 900\n56 655 200\n\n\na See A/80/9.\n"
    reading = text(f"1. Approves the costs, as follows:\n\n{costs}\n2. {AFTER}\n")
    assert said(reading) == ["Approves the costs, as follows:", AFTER]
    assert "Fog signals on the outer islands | (2 061 900) | (1 897 200)" in reading.unplaced[0].text
    assert "A/80/9" in reading.unplaced[0].text


def test_names_and_shares_on_one_line() -> None:
    rows = "Arcadia 0.007\nRuritania 0.010\nIslands of the North 1.200\nTotal 100.000"
    reading = text(f"1. {BEFORE}\n{rows}\n2. {AFTER}\n")
    assert said(reading) == [BEFORE, AFTER]
    assert reading.notices == (TOLD.format("4 rows and 2 columns"),)


def test_rows_between_pipes() -> None:
    rows = "| Lighthouse | Share |\n|---|---:|\n| Arcadia | 0.007 |\n| Ruritania | 0.010 |"
    reading = text(f"1. {BEFORE}\n\n{rows}\n\n2. {AFTER}\n")
    assert said(reading) == [BEFORE, AFTER]
    assert reading.unplaced[0].text == "Lighthouse | Share / Arcadia | 0.007 / Ruritania | 0.010"


def test_lines_that_end_in_figures_are_text() -> None:
    body = (
        "1. Also decides to apportion among Member States the amount of 1,234,500\n"
        "dollars for the period from 1 July 2024 to 30 June 2025, of which 1,200,300\n"
        "dollars shall be borne by the States of the coast and the rest of 34,200\n"
        "dollars by the others, in accordance with its resolutions 60/1, 61/237 and 62/1.50\n"
        "and the scale for 2024;\n\n"
        "2. Takes note of:\n\n(a)   The report;\n\n(b)   The note;\n\n(c)   The letter."
    )
    reading = text(body)
    assert [one.text[:10] for one in reading.resolution.paragraphs[1:]] == [
        "Also decid", "Takes note", "The report", "The note;", "The letter",
    ]  # fmt: skip
    assert not reading.unplaced and not reading.notices


def test_text_set_in_two_columns_is_no_table() -> None:
    left = ["Noting the light of the towers,", "Recalling the keepers of them,", "Mindful of the ships at sea,"]
    body = "\n".join(f"{line:<40}{line}" for line in left)
    assert not text(f"{body}\n\n1. {AFTER}\n").unplaced


def test_columns_on_the_pages_of_a_pdf(tmp_path: Path) -> None:
    rows = [("Lighthouse", "Keeper", "Coast"), ("Cape North", "Arcadia", "West"), ("The Skerries", "Ruritania", "East")]
    words = [Word(100, 700, "The General Assembly,"), Word(100, 675, "Recalling its resolution 74/166,")]
    words += [Word(100, 650, f"1.    {BEFORE}")]
    words += [
        Word(110 + 90 * n, 625 - 14 * row, cell) for row, cells in enumerate(rows) for n, cell in enumerate(cells)
    ]
    words += [Word(100, 560, f"2.    {AFTER}")]
    path = tmp_path / "table.pdf"
    path.write_bytes(pdf([words]))
    reading = read(path)
    assert said(reading) == [BEFORE, AFTER]
    assert reading.notices == (TOLD.format("3 rows and 3 columns"),)
    assert reading.unplaced[0].text == " / ".join(" | ".join(row) for row in rows)


@pytest.mark.parametrize(
    "row", ["1 234 " * 20_000 + "5", "a " + "1 234 " * 20_000 + "x 5", "--- " * 20_000, "a\t" * 20_000]
)
def test_endless_rows_take_no_time(row: str) -> None:
    started = time.process_time()
    text(f"1. {BEFORE}\n\n{row}\n\n2. {AFTER}\n")
    assert time.process_time() - started < 2
