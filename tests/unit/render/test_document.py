"""The Word file holds the resolution: every word, italic, number and note, and nothing of the clock."""

import re
import time
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from drafter.errors import DrafterError
from drafter.model.draft import printed
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Footnote, Kind, Resolution
from drafter.model.submission import DraftOf, Submission, Submitted
from drafter.model.symbol import Symbol
from drafter.parse import read
from drafter.render import document, masthead
from tests.support.specimen import DRAFT, FOOTNOTES, OP, PARAGRAPHS, PP, RESOLUTION, TITLE, para
from tests.support.strategies import RESOLUTIONS
from tests.support.wordfile import WordFile, problems

ADOPTED = masthead.of_resolution(RESOLUTION)


def rendered(*paragraphs: object, **changes: object) -> WordFile:
    text = replace(RESOLUTION, **({"paragraphs": paragraphs} if paragraphs else {}), **changes)  # type: ignore[arg-type]
    return WordFile(document.document(text, masthead.of_resolution(text)))


def as_written(text: str) -> str:
    """A text with line ends as one kind, and what XML forbids replaced."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def test_every_paragraph_comes_back_in_order_with_its_italics_and_notes() -> None:
    file = rendered()
    body = [shown for shown in file.paragraphs() if shown.style != "UNTitle"]
    wanted = [p.text for p in PARAGRAPHS]
    assert [shown.text for shown in body if shown.text in set(wanted)] == wanted
    by_text = {shown.text: shown for shown in body}
    for paragraph in PARAGRAPHS:
        italic = "".join(paragraph.text[span.start : span.end] for span in paragraph.inline.italics)
        assert by_text[paragraph.text].italic == italic


def test_a_note_marked_again_is_a_reference_to_the_first_mark() -> None:
    file = rendered()
    assert [n for shown in file.paragraphs() for n in shown.notes] == [1, 2, 3, 4]
    codes = [(code.text or "").split()[1] for code in file.document.iter("{*}instrText")]
    assert codes == ["_RefNote1", "_RefNote2"]
    assert file.notes[3] == FOOTNOTES[2].text
    assert file.notes[4] == "[The source lost the text of this note.]"


def test_two_marks_in_a_row_are_kept_apart_without_a_character() -> None:
    file = rendered(para(PP, "*Recalling* the report,[^one][^two]"), footnotes=FOOTNOTES[:2])
    shown = next(s for s in file.paragraphs() if s.notes)
    assert (shown.text, shown.notes) == ("Recalling the report,", (1, 2))
    assert len(list(file.document.iter("{*}spacing"))) == 1


def test_a_reference_to_an_earlier_note_is_kept_apart_too() -> None:
    """The mark of note 1 again, then note 3: "13" would be another note."""
    runs = [r for r in rendered().document.iter("{*}r") if r.find("{*}rPr/{*}spacing") is not None]
    assert [t.text for r in runs for t in r.iter("{*}t")] == ["1"]


def test_a_note_that_nothing_marks_keeps_its_number_and_says_so() -> None:
    file = rendered(para(PP, "One,[^one] three,[^three]"), para(OP, "*Decides*."))
    assert problems(file.content) == []
    shown = file.paragraphs()
    assert [(s.text, s.notes) for s in shown if s.notes] == [("One, three,", (1, 2, 3)), ("Decides.", (4,))]
    assert file.notes[2] == "A/HRC/25/63. [The source has no mark for this note; its place is not known.]"


def test_a_mark_without_a_note_is_one_clear_line() -> None:
    with pytest.raises(DrafterError, match=r"a note mark \[\^lost\] has no footnote; add a footnote"):
        rendered(para(PP, "Recalling,[^lost]"))


def test_the_same_input_gives_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = document.document(RESOLUTION, ADOPTED)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert document.document(RESOLUTION, ADOPTED) == first


def test_word_would_open_it_without_a_word() -> None:
    assert problems(document.document(RESOLUTION, ADOPTED)) == []
    assert problems(document.document(RESOLUTION, masthead.of_draft(DRAFT))) == []


def test_python_docx_reads_it() -> None:
    read = docx.Document(BytesIO(document.document(RESOLUTION, ADOPTED)))
    texts = [paragraph.text for paragraph in read.paragraphs]
    assert "Prison camps and" in " ".join(texts)
    assert read.core_properties.title == TITLE
    assert read.core_properties.subject == "A/RES/75/190"
    assert read.core_properties.created is not None
    assert read.core_properties.created.date() == date(2020, 12, 28)
    assert read.settings.odd_and_even_pages_header_footer
    assert read.sections[0].different_first_page_header_footer


def test_properties_name_an_author_only_where_one_is_given() -> None:
    assert "creator" not in WordFile(document.document(RESOLUTION, ADOPTED)).properties()
    named = masthead.of_draft(replace(DRAFT, author="Delegation of Iceland"))
    properties = WordFile(document.document(RESOLUTION, named)).properties()
    assert properties["creator"] == "Delegation of Iceland"
    assert properties["language"] == "en-GB"
    assert "created" not in properties, "a draft has no date, and the clock's is nobody's business"


def test_annexes_follow_the_closing_lines() -> None:
    styles = [shown.style for shown in rendered().paragraphs()]
    assert styles.index("UNMeetingFirst") < styles.index("UNPart")
    assert styles[-1] == "UNClosingRule"
    texts = [shown.text for shown in rendered().paragraphs()]
    assert texts.count("Annex") == 1, "the heading itself names the part"
    assert texts.count("Annex II") == 1, "and where there is none, the part is named"


def test_a_part_with_a_letter_enacts_again() -> None:
    file = rendered(
        para(Kind.HEADING, "A", part="A"),
        para(Kind.HEADING, "Work of the Agency", part="A"),
        para(PP, "*Recalling* one thing,", part="A"),
        para(OP, "*Decides* once.", part="A"),
        para(PP, "*Recalling* another,", part="B"),
        para(OP, "*Decides* again.", part="B"),
        footnotes=(),
    )
    texts = [shown.text for shown in file.paragraphs()]
    after_title = texts[texts.index("A") : texts.index("46th plenary meeting")]
    assert after_title == [
        "A", "Work of the Agency", "The General Assembly,", "Recalling one thing,", "Decides once.",
        "B", "The General Assembly,", "Recalling another,", "Decides again.",
    ]  # fmt: skip


def test_a_section_is_headed_by_its_own_words() -> None:
    file = rendered(
        para(Kind.HEADING, "I"),
        para(OP, "*Decides* one thing;"),
        para(OP, "*Decides* another;"),
        para(Kind.HEADING, "II", part="Section II"),
        para(OP, "*Decides* a third;", part="Section II"),
        para(OP, "*Decides* a fourth.", part="Section II"),
        footnotes=(),
    )
    shown = [(s.number, s.text) for s in file.paragraphs()]
    begin = shown.index(("", "The General Assembly,"))
    assert shown[begin + 1 : begin + 8] == [
        ("", "I"), ("1.", "Decides one thing;"), ("2.", "Decides another;"),
        ("", "II"), ("1.", "Decides a third;"), ("2.", "Decides a fourth."), ("", "46th plenary meeting"),
    ]  # fmt: skip


def test_a_resolution_with_nothing_but_a_title_is_still_a_file() -> None:
    bare = Resolution(Organ.SECURITY_COUNCIL, Inline("Title"), ())
    file = document.document(bare, masthead.of_resolution(bare))
    assert problems(file) == []
    assert [s.text for s in WordFile(file).paragraphs() if s.text] == ["Adopted by the Security Council", "\t\tTitle"]


@pytest.mark.parametrize(
    ("symbol", "organ", "head"),
    [
        ("A/HRC/RES/46/17", Organ.HUMAN_RIGHTS_COUNCIL, "General Assembly"),
        ("S/RES/2397 (2017)", Organ.SECURITY_COUNCIL, "Security Council"),
        ("E/RES/2003/10", Organ.ECONOMIC_AND_SOCIAL_COUNCIL, "Economic and Social Council"),
    ],
)
def test_other_organs_have_their_names(symbol: str, organ: Organ, head: str) -> None:
    file = rendered(organ=organ, symbol=Symbol.parse(symbol), session=None)
    header = "".join(file.root("word/header_first.xml").itertext())
    assert header.startswith(f"United Nations{symbol}{head}")
    texts = [shown.text for shown in file.paragraphs()]
    assert f"The {organ.value}," in texts
    assert any(f"dopted by the {organ.value}" in text for text in texts)


@settings(max_examples=40, deadline=None)
@given(RESOLUTIONS)
def test_no_text_can_break_a_file_or_lose_a_word(resolution: Resolution) -> None:
    known = {note.id for note in resolution.footnotes}
    marked = {m.note for i in (resolution.title, *(p.inline for p in resolution.paragraphs)) for m in i.marks}
    ids = [note.id for note in resolution.footnotes]
    footnotes = tuple(n for k, n in enumerate(resolution.footnotes) if n.id not in ids[:k])
    footnotes += tuple(Footnote(mark, Inline("Found.")) for mark in sorted(marked - known))
    resolution = replace(resolution, footnotes=footnotes)
    content = document.document(resolution, masthead.of_resolution(resolution))
    assert problems(content) == []
    file = WordFile(content)
    shown = [s.text for s in file.paragraphs()]
    body = [p for p in resolution.paragraphs if not document.in_annex(p.part)]
    for paragraph in body + [p for p in resolution.paragraphs if document.in_annex(p.part)]:
        wanted = as_written(paragraph.text)
        assert wanted in shown
        shown = shown[shown.index(wanted) + 1 :]
    for place, note in enumerate(footnotes, 1):
        assert file.notes[place].startswith(as_written(note.text))


def test_a_draft_decision_on_behalf_of_others_says_so_and_is_read_back(tmp_path: Path) -> None:
    for_whom = "the States Members of the United Nations that are members of the Group of 77 and China"
    symbol = Symbol.parse("A/C.3/76/L.28")
    draft = replace(DRAFT, symbol=symbol, sponsors=("Iraq",), draft_of=DraftOf.DECISION, on_behalf=for_whom)
    revised = replace(draft, symbol=Symbol.parse("A/C.3/76/L.28/Rev.1"))
    assert masthead.of_draft(draft).sponsors == "Iraq:* draft decision"
    assert masthead.of_draft(revised).sponsors == "Iraq:* revised draft decision"
    path = tmp_path / "d.docx"
    path.write_bytes(document.document(printed(draft), masthead.of_draft(draft)))
    assert not problems(path.read_bytes())
    found = read(path).resolution
    assert found.submission == Submission(Submitted.DRAFT_DECISION, ("Iraq",), for_whom, committee=3)
    path.write_bytes(document.document(printed(draft), masthead.of_draft(replace(draft, on_behalf=""))))
    assert found.paragraphs == read(path).resolution.paragraphs
