"""Word files as others make them: what a reader sees is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import numbering
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Kind
from drafter.parse import read
from tests.support.handmade import i, listed, p, r, word_file
from tests.support.wordseeds import NOTES, NUMBERING, by_hand, change, mark

HEAD = (
    p("A/RES/75/190")
    + p("Resolution adopted by the General Assembly on 16 December 2020")
    + p("75/190.\tSituation of human rights")
    + p(i("The General Assembly") + r(","))
    + p(i("Recalling") + r(" the Declaration,"))
)


@pytest.fixture
def reading(tmp_path: Path):
    def of(content: bytes, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
        path = tmp_path / "text.docx"
        path.write_bytes(content)
        return read(path, revisions)

    return of


def shown(reading: Reading) -> list[str]:
    """Label and markup of each paragraph."""
    paragraphs = reading.resolution.paragraphs
    return [f"{n} {p.inline.markup}" for n, p in zip(numbering.labels(paragraphs), paragraphs, strict=True)]


def test_typed_numbers_with_tabs(reading) -> None:
    body = (
        p("\t1.\t") .replace("</w:p>", i("Requests") + r(" the Secretary-General:") + "</w:p>")
        + p("\t(a)\tTo report to the Assembly;")
        + p("\t(b)\tTo consult;")
        + p("\t2.\t").replace("</w:p>", i("Decides") + r(" to remain seized of the matter.") + "</w:p>")
    )  # fmt: skip
    found = reading(word_file(HEAD + body))
    assert shown(found) == [
        "PP1 *Recalling* the Declaration,",
        "OP1 *Requests* the Secretary-General:",
        "OP1(a) To report to the Assembly;",
        "OP1(b) To consult;",
        "OP2 *Decides* to remain seized of the matter.",
    ]
    assert str(found.resolution.symbol) == "A/RES/75/190"
    assert found.resolution.title.text == "Situation of human rights"
    assert str(found.resolution.adopted) == "2020-12-16"


def test_automatic_numbers_give_the_levels(reading) -> None:
    body = (
        p(i("Requests") + r(" the Secretary-General:"), properties=listed(5))
        + "".join(p(f"Point {n};", properties=listed(5, 1)) for n in range(8))
        + p("The ninth letter, with its own list:", properties=listed(5, 1))
        + p("The first of the list below it;", properties=listed(5, 2))
        + p(i("Decides") + r(" to remain seized."), properties=listed(5))
    )
    labels = [line.split(" ")[0] for line in shown(reading(word_file(HEAD + body, numbering=NUMBERING)))]
    assert labels == ["PP1", "OP1", *(f"OP1({c})" for c in "abcdefghi"), "OP1(i)(i)", "OP2"]


def test_lists_that_restart_or_take_their_number_from_a_style(reading) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Op"><w:name w:val="Op"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Op2"><w:name w:val="Op2"/><w:basedOn w:val="Op"/>'
        "</w:style>"
    )
    again = (
        NUMBERING
        + '<w:num w:numId="6"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/>'
        "</w:lvlOverride></w:num>"
    )
    body = (
        p(i("Requests") + r(" the following:"), style="Op")
        + p("The third letter by override;", properties=listed(6, 1))
        + p("The fourth;", properties=listed(6, 1))
        + p(i("Decides") + r(" to remain seized."), style="Op2")
    )
    found = reading(word_file(HEAD + body, numbering=again, styles=styles))
    assert [line.split(" ")[0] for line in shown(found)] == ["PP1", "OP1", "OP1(c)", "OP1(d)", "OP2"]
    assert not found.repairs  # what the source skips is kept


def test_notes_stand_at_their_marks_with_their_italics(reading) -> None:
    body = p(i("Noting") + r(" the Declaration") + mark(7) + r(" and the Covenant,") + mark(2))
    found = reading(word_file(HEAD + body, footnotes=NOTES)).resolution
    assert found.paragraphs[1].inline.markup == "*Noting* the Declaration[^1] and the Covenant,[^2]"
    assert [note.inline.markup for note in found.footnotes] == [
        "United Nations, *Treaty Series*, vol. 1577, No. 27531.",
        "Resolution 217 A (III).",
    ]


def test_a_note_marked_again_by_a_field(reading) -> None:
    again = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _Ref1 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("1") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        p(i("Noting") + r(" it,") + f'<w:bookmarkStart w:id="4" w:name="_Ref1"/>{mark(2)}<w:bookmarkEnd w:id="4"/>')
        + p(i("Noting also") + r(" it,") + again)
    )  # fmt: skip
    found = reading(word_file(HEAD + body, footnotes=NOTES)).resolution
    assert [one.inline.markup for one in found.paragraphs[1:]] == ["*Noting* it,[^1]", "*Noting also* it,[^1]"]


def test_fields_links_and_controls_show_what_a_reader_sees(reading) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://undocs.org" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("75/190") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink r:id="none">{r("A/75/")}{r("388")}</w:hyperlink>'
    simple = '<w:fldSimple w:instr=" PAGE ">' + r("12") + "</w:fldSimple>"
    body = p(
        i("Recal") + '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>' + i("ling")
        + r(" its resolution ") + field + "<w:smartTag>" + r(" and ") + "</w:smartTag><w:proofErr/>" + link
        + r(", page ") + simple + "<w:sdt><w:sdtPr/><w:sdtContent>" + r(" of it") + "</w:sdtContent></w:sdt>"
        + "<w:r><w:t>,</w:t></w:r>"
    )  # fmt: skip
    assert shown(reading(word_file(HEAD + body)))[1] == (
        "PP2 *Recalling* its resolution 75/190 and A/75/388, page 12 of it,"
    )


def test_hyphens_spaces_tabs_and_symbols(reading) -> None:
    body = p(
        i("Noting")
        + "<w:r><w:t>\u00a0the non</w:t><w:noBreakHyphen/><w:t>refoulement of refu</w:t><w:softHyphen/><w:t>gees</w:t>"
        '<w:tab/><w:t>on 1\u00a0May</w:t><w:sym w:font="Symbol" w:char="F0B7"/><w:t>,</w:t></w:r>'
    )
    assert shown(reading(word_file(HEAD + body)))[1] == "PP2 *Noting* the non\u2011refoulement of refugees on 1 May•,"


def test_italics_come_from_runs_and_from_styles(reading) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Slanted"><w:name w:val="Slanted"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    emphasis = '<w:rStyle w:val="E"/>'
    body = (
        p(r("Noting", emphasis) + r(" the report,"))
        + p(r("Noting also") + r(" the report,", '<w:i w:val="0"/>'), style="Slanted")
        + p(r("Noting further") + r(" it,", emphasis), style="Slanted")
        + p("Noting once more, without an opening in italics,")
    )
    assert shown(reading(word_file(HEAD + body, styles=styles)))[1:] == [
        "PP2 *Noting* the report,",
        "PP3 *Noting also* the report,",
        "PP4 *Noting further* it,",  # italics in italics are roman
        "PP5 Noting once more, without an opening in italics,",
    ]


def test_a_text_without_any_italics_gets_its_openings(reading) -> None:
    plain = p("A/RES/75/190") + p("75/190.\tTitle") + p("The General Assembly,") + p("Recalling its resolutions,")
    assert shown(reading(word_file(plain + p("1.\tDecides to remain seized.")))) == [
        "PP1 *Recalling* its resolutions,",
        "OP1 *Decides* to remain seized.",
    ]


def test_the_masthead_in_a_header_s_table_and_in_a_text_box(reading) -> None:
    rows = (("United Nations", "A/C.3/76/L.28"), ("General Assembly", "Distr.: Limited", "31 October 2021"))
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    header = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>" + p("Agenda item 74 (c)")
        + p("Promotion of human rights") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        "<v:textbox><w:txbxContent>" + p("Agenda item 74 (c)") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )  # fmt: skip
    body = (
        p("Seventy-sixth session") + p(box) + p("Albania, Japan and Zambia: draft resolution") + p("Situation of it")
        + p(i("The General Assembly") + r(",")) + p(i("Recalling") + r(" the Declaration,"))
        + '<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:titlePg/></w:sectPr>'
    )  # fmt: skip
    found = reading(word_file(body, header=header)).resolution
    assert (str(found.symbol), found.session, str(found.issued)) == ("A/C.3/76/L.28", 76, "2021-10-31")
    assert (found.agenda_item, found.agenda_title) == ("74 (c)", "Promotion of human rights")
    assert found.title.text == "Situation of it"


def test_hidden_text_and_placeholders_are_set_aside(reading) -> None:
    body = p(i("Noting") + r(" it,") + r("secret", "<w:vanish/>")) + (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here") + "</w:sdtContent></w:sdt>"
    )
    found = reading(word_file(HEAD + body))
    assert shown(found)[1:] == ["PP2 *Noting* it,"]
    assert {"secret", "Click here"} <= set(found.furniture)


def whole(kind: str, author: str) -> str:
    """The properties of a paragraph that came or went with its mark."""
    return f"<w:rPr>{change(kind, '', author, 9)}</w:rPr>"


TRACKED = (
    HEAD
    + p(change("ins", i("Deeply "), "Ada") + change("del", i("Gravely ").replace("w:t", "w:delText"), "Li", 2)
        + i("concerned") + r(" at it,"))
    + p(change("ins", i("Noting") + r(" the new report,"), "Ada", 3), properties=whole("ins", "Ada"))
    + p(i("Noting") + r(" one half"), properties=whole("del", "Li"))
    + p(r(" and the other,"))
    + p(i("Requests") + r(" a report;"), properties=listed(5) + change("pPrChange", "<w:pPr/>", "Li", 6))
)  # fmt: skip


def test_tracked_changes_by_two_authors_accepted(reading) -> None:
    found = reading(word_file(TRACKED, numbering=NUMBERING))
    assert shown(found)[1:] == [
        "PP2 *Deeply concerned* at it,",
        "PP3 *Noting* the new report,",
        "PP4 *Noting* one half and the other,",
        "OP1 *Requests* a report;",
    ]
    assert found.notices == (
        "tracked changes by Ada (3), Li (3), read as accepted; --as rejected reads them the other way",
    )


def test_tracked_changes_by_two_authors_rejected(reading) -> None:
    found = reading(word_file(TRACKED, numbering=NUMBERING), Revisions.REJECTED)
    assert shown(found)[1:4] == [
        "PP2 *Gravely concerned* at it,",
        "PP3 *Noting* one half",
        "PP4 and the other,",
    ]
    assert found.resolution.paragraphs[-1].kind is Kind.OPERATIVE
    assert "read as rejected" in found.notices[0]


def test_moved_paragraphs_and_rows_stand_once(reading) -> None:
    there = p(change("moveTo", r("The moved one,"), "Ada", 1), properties=whole("moveTo", "Ada"))
    here = p(change("moveFrom", r("The moved one,"), "Ada", 3), properties=whole("moveFrom", "Ada"))
    gone = "<w:trPr>" + change("del", "", "Ada", 5) + "</w:trPr><w:tc>" + p("Gone") + "</w:tc>"
    row = f"<w:tbl><w:tr>{gone}</w:tr></w:tbl>"
    content = word_file(HEAD + there + p(i("Noting") + r(" it,")) + here + row)
    assert [line.split(" ", 1)[1] for line in shown(reading(content))[1:]] == ["The moved one,", "*Noting* it,"]
    before = [line.split(" ", 1)[1] for line in shown(reading(content, Revisions.REJECTED))[1:]]
    assert before == ["*Noting* it,", "The moved one,", "Gone"]


def test_comments_are_counted_and_left_aside(reading) -> None:
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="{who}">{p("Why?")}</w:comment>' for n, who in enumerate(("Li", "Ada", "Li"))
    )
    body = p('<w:commentRangeStart w:id="0"/>' + i("Noting") + r(" it,") + '<w:commentRangeEnd w:id="0"/>')
    found = reading(word_file(HEAD + body, comments=comments))
    assert found.notices == ("comments by Li (2), Ada (1), left aside",)
    assert shown(found)[1:] == ["PP2 *Noting* it,"]


def test_everything_at_once(reading) -> None:
    assert shown(reading(by_hand())) == [
        "PP1 *Recalling* the Declaration,[^1]",
        "PP2 *Deeply concerned* at the Convention,[^2]",
        "OP1 *Requests* the Secretary-General:",
        "OP1(a) To report to the Assembly;",
        "OP1(a)(i) Resolution 75/190",
        "OP2 *Decides* to remain seized.",
    ]


def test_python_docx_s_own_files(reading, tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for text in ("A/RES/75/190", "75/190. Title", "The General Assembly,"):
        document.add_paragraph(text)
    paragraph = document.add_paragraph()
    paragraph.add_run("Recalling").italic = True
    paragraph.add_run(" its resolutions,")
    document.add_paragraph("Decides to remain seized.", style="List Number")
    document.save(str(tmp_path / "made.docx"))
    assert shown(reading((tmp_path / "made.docx").read_bytes())) == [
        "PP1 *Recalling* its resolutions,",
        "OP1 Decides to remain seized.",
    ]
