"""Tables, letters and papers as Word files, and papers as PDF: told by their content, read as their text is."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.library.sources import pdf_text
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.carriers import taken
from drafter.negotiation.intake.kinds import Carrier
from drafter.negotiation.intake.paper import paper
from drafter.negotiation.intake.takenin import TakenIn
from tests.support import pdfs, real
from tests.support.handmade import i, listed, p, r, word_file
from tests.support.rounds import base
from tests.unit.negotiation.test_tracked import body, put

ROUND = base()
LETTER = (
    "Dear colleague,", "OP2: before “report” add “fully”", "OP1: retain", "> OP3: delete", "Best regards,", "A. Sato"
)  # fmt: skip
NUMBERED = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def read(folder: Path, content: bytes, by: str = "EU", carrier: Carrier | None = None) -> tuple[Carrier, TakenIn]:
    path = folder / "sent.docx"
    path.write_bytes(content)
    return taken(ROUND, path, Arrival((by,) if by else (), path.name), carrier)


def said(found: TakenIn) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    return [(one.kind.value, one.place, one.found.text, one.put.text, one.by) for one in found.proposals]


def cell(*lines: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(p, lines))}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_a_letter_in_word_is_told_by_its_lines(tmp_path: Path) -> None:
    kind, found = read(tmp_path, word_file("".join(map(p, LETTER))))
    assert kind is Carrier.INSTRUCTIONS
    assert said(found) == [("words", "OP2", "", " fully", ("EU",))]
    assert [(one.on, one.stand.value) for one in found.positions] == [("OP1", "retain")]
    assert found.aside == 4


def test_a_table_in_word_is_told_by_its_heads_and_a_merged_cell_counts_for_its_rows(tmp_path: Path) -> None:
    heads = row(cell("Delegation"), cell("Paragraph"), cell("Proposal"), cell("Rationale"))
    both, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row(cell("Norway", properties=both), cell("PP2"), cell("delete “human”"), cell("It is said | before")),
        row(cell("", properties=goes_on), cell("OP3"), cell("at the end add", "“until peace”"), cell("")),
    )
    kind, found = read(tmp_path, word_file(p("Our proposals") + f"<w:tbl>{heads}{''.join(rows)}</w:tbl>"), by="")
    assert kind is Carrier.TABLE
    assert sorted(said(found)) == [
        ("words", "OP3", "", " until peace", ("Norway",)),
        ("words", "PP2", " human", "", ("Norway",)),
    ]
    assert {one.why for one in found.proposals} == {"", "It is said | before"}


def test_a_paper_in_word_keeps_its_numbers_and_its_notes(tmp_path: Path) -> None:
    starred = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    noted = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        p(r("Fiji:") + starred + r(" amendment to draft resolution A/80/L.3"))
        + p("In operative paragraph 2, replace “Requests” with “Invites”.", properties=listed(1))
        + p("After operative paragraph 2, insert a new operative paragraph reading:", properties=listed(1))
        + p(r("Thanks all who help;") + noted)
    )
    notes = (
        f'<w:footnote w:id="1">{p("* Any changes to the list will be reflected in the record.")}</w:footnote>'
        f'<w:footnote w:id="2">{p("A/80/7.")}</w:footnote>'
    )
    kind, found = read(tmp_path, word_file(body, footnotes=notes, numbering=NUMBERED), by="", carrier=Carrier.PAPER)
    assert kind is Carrier.PAPER
    assert said(found) == [
        ("new", "OP2", "", "Thanks all who help;", ("Fiji",)),
        ("words", "OP2", "Requests", "Invites", ("Fiji",)),
    ] or said(found) == [
        ("words", "OP2", "Requests", "Invites", ("Fiji",)),
        ("new", "OP2", "", "Thanks all who help;", ("Fiji",)),
    ]
    assert [note.text for one in found.proposals for note in one.notes] == ["A/80/7."]
    assert {entry.place for one in found.proposals for entry in one.arrivals} == {"instruction 1", "instruction 2"}


def test_a_word_file_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match=r"sent\.docx"):
        read(tmp_path, word_file(p("Minutes of a meeting on quite another matter.")))


def test_only_papers_are_taken_in_as_pdf(tmp_path: Path) -> None:
    path = tmp_path / "draft.pdf"
    path.write_bytes(pdfs.resolution())
    with pytest.raises(DrafterError, match="this PDF is no amendment paper"):
        taken(ROUND, path, Arrival(("EU",), path.name))
    with pytest.raises(DrafterError, match="not read as clean"):
        taken(ROUND, path, Arrival(("EU",), path.name), Carrier.CLEAN)


@pytest.mark.skipif(not (real.REAL / "pdf_l").exists(), reason="the real papers are not beside this checkout")
def test_real_papers_read_the_same_as_pdf_and_as_text() -> None:
    texts = real.texts("l_documents_80")
    papers = 0
    for path in sorted((real.REAL / "pdf_l").glob("A_80_L.*.pdf")):
        found, same = paper(pdf_text(path)), paper(texts[path.stem])
        assert bool(found.amends) is bool(same.amends)
        if same.amends:
            papers += 1
            assert (found.sponsors, found.symbol, dict(found.notes)) == (same.sponsors, same.symbol, dict(same.notes))
            for one, other in zip(found.instructions, same.instructions, strict=True):
                assert (one.text, one.blocks) == (other.text, other.blocks)
    assert papers == 4


def struck(text: str) -> str:
    return r(text, "<w:strike/>")


def test_words_struck_through_by_hand_are_told_with_what_it_would_mean(tmp_path: Path) -> None:
    row_ = p(
        r("2. ") + i("Requests") + r(" the Secretary-General ") + struck("to report ") + r("on the matter in full;")
    )
    content = word_file(body(_5=row_))
    kind, found = read(tmp_path, content)
    assert kind is Carrier.CLEAN
    assert ("words", "OP2", "", " in full", ("EU",)) in said(found)
    assert not any("report" in one.found.text for one in found.proposals)
    [told] = found.not_understood
    assert (told.text, told.readings[0].label, told.readings[0].found) == ("to report", "OP2", " to report")
    assert told.readings[0].text == "Requests the Secretary-General on the matter;"
    _, forced = read(tmp_path, content, carrier=Carrier.CLEAN)
    assert ("words", "OP2", " to report", "", ("EU",)) in said(forced)
    assert not forced.not_understood


def test_a_file_both_tracked_and_struck_keeps_the_two_apart(tmp_path: Path) -> None:
    row_ = p(
        r("2. ")
        + i("Requests")
        + r(" the Secretary-General ")
        + struck("to report ")
        + r("on the matter")
        + put("EU", " now")
        + r(";")
    )
    kind, found = read(tmp_path, word_file(body(_5=row_)), by="")
    assert kind is Carrier.TRACKED
    assert said(found) == [("words", "OP2", "", " now", ("EU",))]
    assert [(one.text, one.readings[0].label) for one in found.not_understood] == [("to report", "OP2")]


def test_brackets_of_others_in_a_word_file_are_a_compilation(tmp_path: Path) -> None:
    rows = (
        "PP2. Noting the report of the [Secretary-General - US] [Council - EU] on the human rights situation,",
        "OP2. Requests the Secretary-General to report [in full - EU; US delete] on the matter; [Agreed ad ref]",
        "OP3. Decides to remain seized of the matter [until peace - Japan].",
    )
    kind, found = read(tmp_path, word_file("".join(map(p, rows))), by="")
    assert kind is Carrier.COMPILATION
    assert ("words", "OP3", "", " until peace", ("Japan",)) in said(found)
