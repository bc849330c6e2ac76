"""What a draft changes, as negotiators are told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Twips
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.align.marked import Fate
from drafter.edit.apply import apply
from drafter.edit.begin import begin
from drafter.edit.edits import (
    Delete,
    Edit,
    Insert,
    Move,
    PutFootnote,
    SetClearances,
    SetNote,
    SetReason,
    SetSources,
    SetText,
    Split,
    Verify,
)
from drafter.errors import DrafterError, UnreadableError
from drafter.model.decisions import Clearance, ClearanceState
from drafter.model.draft import DraftParagraph, Source
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol
from drafter.model.verified import VerifiedUpdate
from drafter.ooxml import archive
from drafter.ooxml.names import STYLES
from drafter.render import pages
from drafter.render.summary import compared, summary
from drafter.render.summary_pages import page
from drafter.render.summary_values import Code, Summary
from drafter.resources import shipped
from tests.support.drafts import an_edit, drafted

TEXTS = (
    (Kind.PREAMBULAR, "*Recalling* its resolution 74/166 of 18 December 2019,[^a]"),
    (Kind.PREAMBULAR, "*Noting* the importance of the issue of international abductions,"),
    (Kind.OPERATIVE, "*Encourages* all Member States to launch initiatives, and to report on them in due course;"),
    (Kind.OPERATIVE, "*Welcomes* the work of the Special Rapporteur, and regrets the lack of cooperation;"),
    (Kind.OPERATIVE, "*Decides* to continue its examination of the situation at its seventy-sixth session."),
)


def base() -> Resolution:
    return Resolution(
        Organ.GENERAL_ASSEMBLY,
        Inline("Situation of human rights"),
        tuple(Paragraph(kind, Inline.from_markup(text)) for kind, text in TEXTS),
        (Footnote("a", Inline("A/75/388.")),),
        symbol=Symbol.parse("75/190"),
        session=75,
    )


def changed(*edits: Edit) -> Summary:
    draft = begin(base(), "75/190", 76)
    for edit in edits:
        draft = apply(draft, edit)
    return summary(draft, base())


def text(paragraph_id: str, old: str, new: str) -> SetText:
    markup = TEXTS[int(paragraph_id[1:]) - 1][1]
    assert old in markup
    return SetText(paragraph_id, Inline.from_markup(markup.replace(old, new)))


def test_nothing_changed() -> None:
    found = changed()
    assert found.entries == ()
    assert found.unchanged == ("PP1–PP2", "OP1–OP3")


def test_headings_stand_in_no_list_of_what_is_unchanged_and_part_no_run() -> None:
    texts = list(base().paragraphs)
    texts[3:3] = [Paragraph(Kind.HEADING, Inline("Follow-up"))]
    headed = replace(base(), paragraphs=tuple(texts))
    assert compared(headed, headed, "new").unchanged == ("PP1–PP2", "OP1–OP3")
    without = replace(headed, paragraphs=(*headed.paragraphs[:3], *headed.paragraphs[4:]))
    assert compared(headed, without, "new").unchanged == ("PP1–PP2", "OP1", "OP2–OP3")


def test_each_code_with_both_labels() -> None:
    new = DraftParagraph("n", Paragraph(Kind.OPERATIVE, Inline.from_markup("*Demands* an end to it;")))
    found = changed(Insert(new, "p2"), Delete("p4"), text("p3", "Member States", "States"), Move("p1", "p2"))
    assert [(entry.code, entry.old, entry.new) for entry in found.entries] == [
        (Code.MOV, ("PP1",), ("PP2",)),
        (Code.ADD, (), ("OP1",)),
        (Code.MOD, ("OP1",), ("OP2",)),
        (Code.SUP, ("OP2",), ()),
    ]
    assert found.unchanged[-1] == "OP3"


def test_numbers_and_dates_alone_are_the_turn_of_the_year() -> None:
    found = changed(
        text("p1", "74/166 of 18 December 2019", "75/190 of 16 December 2020"), text("p3", "initiatives", "campaigns")
    )
    assert [entry.label for entry in found.brought_up_to_date] == ["PP1"]
    assert [entry.label for entry in found.edited] == ["OP1"]


@pytest.mark.parametrize(
    ("edit", "stronger", "moved"),
    [
        (text("p3", "*Encourages*", "*Strongly encourages*"), True, ("Encourages", "Strongly encourages")),
        (
            text("p2", "*Noting* the", "*Stressing with grave concern* the"),
            True,
            ("Noting", "Stressing with grave concern"),
        ),
        (text("p4", "*Welcomes* the", "*Takes note* of the"), False, ("Welcomes", "Takes note")),
        (text("p4", "regrets", "deplores"), True, ("regrets", "deplores")),
    ],
)
def test_an_opening_that_moved_on_a_ladder(edit: Edit, stronger: bool, moved: tuple[str, str]) -> None:
    found = changed(edit)
    ((_, movement),) = found.moved_openings(stronger=stronger)
    assert (movement.old, movement.new) == moved
    assert not found.moved_openings(stronger=not stronger)


def test_a_decision_stands_on_no_ladder() -> None:
    found = changed(text("p5", "*Decides* to continue", "*Calls for* the continuation of"))
    assert not found.moved_openings(stronger=True) + found.moved_openings(stronger=False)


def test_a_new_request_is_named_and_may_cost() -> None:
    found = changed(
        text("p5", "session.", "session, and requests the Secretary-General to convene a panel discussion.")
    )
    ((entry, request),) = found.requests
    assert (entry.label, request.costly) == ("OP3", True)
    assert request.words == "requests the Secretary-General to convene a panel discussion"


def test_a_request_that_stood_there_is_not_new() -> None:
    assert changed(text("p4", "the work", "the valuable work")).requests == ()


def test_a_split_keeps_its_words() -> None:
    at = Inline.from_markup(TEXTS[3][1]).text.index("and regrets")
    found = changed(Split("p4", at, "n"))
    (entry,) = found.entries
    assert (entry.code, entry.how, entry.new) == (Code.MOD, "split into 2", ("OP2", "OP3"))
    assert not entry.updated


def test_only_the_half_of_a_split_that_moved_is_stronger() -> None:
    at = Inline.from_markup(TEXTS[2][1]).text.index("and to report")
    found = changed(text("p3", "*Encourages*", "*Strongly encourages*"), Split("p3", at + len("*Strongly *") - 2, "n"))
    ((entry, movement),) = found.moved_openings(stronger=True)
    assert (entry.label, movement.new) == ("OP1", "Strongly encourages")
    assert found.entries[0].label == "OP1, OP2"


def test_a_request_in_the_second_half_of_a_split_stands_there() -> None:
    words = "; *Requests* the Secretary-General to convene a panel discussion,"
    edit = text("p4", ", and regrets", f"{words} and regrets")
    at = edit.inline.text.index("Requests")
    ((entry, request),) = changed(edit, Split("p4", at, "n")).requests
    assert (entry.label, request.costly) == ("OP3", True)


def test_the_footnotes_of_a_new_and_of_a_dropped_paragraph_are_told() -> None:
    new = DraftParagraph("n", Paragraph(Kind.PREAMBULAR, Inline.from_markup("*Noting* the report,[^b]")))
    found = changed(PutFootnote(Footnote("b", Inline("See A/HRC/46/51, para. 12."))), Insert(new, "p2"), Delete("p1"))
    notes = {
        entry.code: [[(piece.fate, piece.text) for piece in note] for note in entry.notes] for entry in found.entries
    }
    assert notes == {
        Code.ADD: [[(Fate.IN, "See A/HRC/46/51, para. 12.")]],
        Code.SUP: [[(Fate.OUT, "A/75/388.")]],
    }
    for suffix in (".md", ".html"):
        assert b"A/HRC/46/51" in page(found, suffix)


def test_a_footnote_that_changed_is_the_turn_of_the_year() -> None:
    found = changed(PutFootnote(Footnote("a", Inline("A/76/392."))))
    (entry,) = found.brought_up_to_date
    assert [(piece.fate, piece.text) for piece in entry.notes[0]][:2] == [(Fate.OUT, "A/75/388"), (Fate.IN, "A/76/392")]


def test_a_note_that_the_source_lost_is_no_change() -> None:
    lost = replace(base(), footnotes=(Footnote("a", Inline(), missing=True),))
    assert compared(lost, base(), "75/190").entries == ()


def test_why_and_where_from() -> None:
    source = Source("A/HRC/RES/46/17", "OP5", "2021-03-23", "without delay")
    found = changed(
        text("p3", "in due course", "without delay"),
        SetReason("p3", "As agreed in Geneva."),
        SetNote("p3", "Ask."),
        SetSources("p3", (source,)),
    )
    assert (found.entries[0].reason, found.entries[0].sources) == ("As agreed in Geneva.", (source,))
    assert found.entries[0].note == "", "it leaves the house only when asked for"


def test_clearances_leave_the_house_only_when_asked_for() -> None:
    """By the labels that the paragraphs bear now, those of unchanged ones too, on every kind of page."""
    asked = Clearance("The <capital> | Ministry", ClearanceState.ASKED, "2026-10-12")
    draft = begin(base(), "75/190", 76)
    for edit in (Delete("p3"), SetClearances("p4", (asked, Clearance("Legal", ClearanceState.CLEARED)))):
        draft = apply(draft, edit)
    assert summary(draft, base()).clearances == ()
    found = summary(draft, base(), notes=True)
    assert [(label, one.name) for label, one in found.clearances] == [("OP1", asked.name), ("OP1", "Legal")]
    markdown, html = (page(found, suffix).decode() for suffix in (".md", ".html"))
    assert r"| Asked | OP1 | The \<capital\> \| Ministry, 2026-10-12 |" in markdown
    assert "| Cleared | OP1 | Legal |" in markdown
    assert "The &lt;capital&gt; | Ministry" in html
    rows = docx.Document(BytesIO(page(found, ".docx"))).tables[-1].rows
    assert [cell.text for cell in rows[0].cells] == ["Asked", "OP1", "The <capital> | Ministry, 2026-10-12"]
    assert b"learances" not in page(summary(draft, base()), ".md")


def test_what_was_verified_leaves_the_house_only_when_asked_for() -> None:
    draft = begin(base(), "75/190", 76)
    said = (VerifiedUpdate("OP2", "132", "still <132> | today"), VerifiedUpdate("note a", "A/75/388"))
    for edit in (Delete("p3"), *map(Verify, said)):
        draft = apply(draft, edit)
    assert summary(draft, base()).verified == ()
    found = summary(draft, base(), notes=True)
    assert [label for label, _ in found.verified] == ["OP1", "note 1"]
    markdown, html = (page(found, suffix).decode() for suffix in (".md", ".html"))
    assert r"| Stays | OP1 | “132”: still \<132\> \| today |" in markdown
    assert "| Stays | note 1 | “A/75/388” |" in markdown
    assert "still &lt;132&gt; | today" in html
    rows = docx.Document(BytesIO(page(found, ".docx"))).tables[-1].rows
    assert [cell.text for cell in rows[0].cells] == ["Stays", "OP1", "“132”: still <132> | today"]
    assert b"Verified" not in page(summary(draft, base()), ".html")


def many_changes() -> Summary:
    return changed(
        text("p3", "*Encourages*", "*Strongly encourages*"),
        Delete("p4"),
        text("p2", "abductions", "abductions <b>& *more* \\[x] \x07"),
    )


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_the_same_summary_gives_the_same_bytes(suffix: str) -> None:
    assert page(many_changes(), suffix) == page(many_changes(), suffix)


def test_html_holds_text_as_text() -> None:
    html = page(many_changes(), ".html").decode()
    assert "&lt;b&gt;&amp;" in html and "<b>" not in html
    assert "unofficial" in html and "\x07" not in html


def test_markdown_holds_text_as_text() -> None:
    assert r"\<b\>& more \[x\]" in page(many_changes(), ".md").decode()


def test_the_word_file_opens_and_marks_words_in_and_out() -> None:
    document = docx.Document(BytesIO(page(many_changes(), ".docx")))
    styled = {(run.style.name, run.text) for paragraph in document.paragraphs for run in paragraph.runs}
    assert ("Words out", "Encourages") in styled
    assert ("Words in", "Strongly encourages") in styled
    assert document.tables[0].cell(0, 0).text == "Dropped"


def test_the_word_file_has_a_table_of_set_widths_whose_rows_stay_whole() -> None:
    (table,) = docx.Document(BytesIO(page(many_changes(), ".docx"))).tables
    assert table.style and table.style.name == "Facts"
    assert [cell.width for cell in table.rows[0].cells] == [Twips(1400), Twips(1700), Twips(6000)]
    assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_word_file_is_written_as_all_our_files_are() -> None:
    content = page(many_changes(), ".docx")
    assert archive.write(archive.unpacked(content)) == content


def test_a_base_document_of_ones_own_that_lacks_a_style_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = archive.read(shipped("templates") / "summary.docx")
    styles = parts[STYLES].replace(b'w:val="Words out"', b'w:val="Gone"')
    assert styles != parts[STYLES]
    (tmp_path / "summary.docx").write_bytes(archive.write({**parts, STYLES: styles}))
    monkeypatch.setattr(pages, "own", lambda name: tmp_path)
    with pytest.raises(UnreadableError, match=r"summary\.docx: .*lacks the style “Words out”"):
        page(changed(), ".docx")


def test_another_ending_is_refused() -> None:
    with pytest.raises(DrafterError, match=r"\.pdf.*use \.md"):
        page(changed(), ".pdf")


@pytest.fixture
def own_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    monkeypatch.setattr(pages, "own", lambda name: tmp_path)

    def write(source: str) -> None:
        (tmp_path / "summary.md.j2").write_text(source, encoding="utf-8")

    return write


def test_a_template_of_ones_own_is_used(own_template: Callable[[str], None]) -> None:
    own_template("{{ summary.base }}: {{ summary.entries|length }}\n")
    assert page(changed(Delete("p4")), ".md") == b"75/190: 1\n"


@pytest.mark.parametrize("source", ["{{ summary.nonsense }}", "{% if %}", "{{ summary.__class__.__mro__ }}"])
def test_a_fault_in_it_is_one_line(own_template: Callable[[str], None], source: str) -> None:
    own_template(source)
    with pytest.raises(DrafterError, match=r"summary\.md\.j2.*cannot be filled"):
        page(changed(), ".md")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_draft_can_be_summed_up(data: st.DataObject) -> None:
    draft = drafted()
    for _ in range(data.draw(st.integers(0, 6))):
        with suppress(DrafterError):
            draft = apply(draft, data.draw(an_edit(draft)))
    assert draft.adopted is not None
    found = summary(draft, draft.adopted.resolution)
    named = [label for entry in found.entries for label in entry.old]
    assert len(named) == len(set(named))
    for suffix in (".md", ".html", ".docx"):
        assert page(found, suffix)
