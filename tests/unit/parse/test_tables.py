"""Tables are no part of a text: their words are put aside and told, never read as headings or as text going on."""

from __future__ import annotations

from pathlib import Path

from drafter.library.record import dumps, loads
from drafter.model.reading import Reading
from drafter.parse import read
from tests.support.handmade import p, r, word_file

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
