"""Changes tracked in somebody else's Word file: exact both ways, and nothing else touched."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.render.onto import onto
from drafter.render.onto.match import differing
from drafter.render.onto.trust import DiffersError, Trust
from tests.support import official, tracked
from tests.support.exact import DATE
from tests.support.handmade import W_NS
from tests.support.settled import Line

Change = Callable[[tuple[Paragraph, ...]], tuple[Paragraph, ...]]


def made(new: Resolution, file: bytes | None = None, trust: Trust | None = None) -> bytes:
    return onto(file or official.typed(), official.TYPED, new, author="A Delegation", date=DATE, trust=trust)


def said(docx: bytes, way: tracked.Way = tracked.Way.ACCEPT) -> list[str]:
    return [line.text for line in tracked.settle(docx, way)]


def lines(docx: bytes, way: tracked.Way) -> list[Line]:
    return [line.pointing for line in tracked.settle(docx, way)]


def written(at: int, found: str, put: str) -> Resolution:
    paragraph = official.TYPED.paragraphs[at]
    assert found in paragraph.inline.markup
    changed = replace(paragraph, inline=Inline.from_markup(paragraph.inline.markup.replace(found, put)))
    return with_paragraphs(lambda all_: (*all_[:at], changed, *all_[at + 1 :]))


def with_paragraphs(change: Change) -> Resolution:
    return replace(official.TYPED, paragraphs=change(official.TYPED.paragraphs))


NEW = Paragraph(Kind.OPERATIVE, Inline.from_markup("*Stresses* the need for *prompt* access;"))

CHANGES = {
    "words in split runs": (written(0, "United Nations", "League of Nations"), 1),
    "a linked symbol": (written(1, "73/180", "74/181"), 1),
    "words beside a link": (written(1, "resolution 73/180 of", "resolutions 73/180 as of"), 1),
    "a field's result": (written(2, "A/HRC/25/63", "A/HRC/26/64"), 1),
    "part of a field's result": (written(2, "A/HRC/25/63", "A/HRC/25/63/Add.1"), 1),
    "a smart tag": (written(2, "strongest", "very strongest"), 1),
    "words in a content control": (written(4, "respect fully", "respect"), 1),
    "words an editor put in": (written(6, "all Member States", "all Observer States"), 1),
    "a word inside an editor's": (written(6, "Member States", "Member and Observer States"), 1),
    "italics": (written(6, "*Encourages* all", "*Encourages all*"), 1),
    "a new paragraph": (with_paragraphs(lambda all_: (*all_[:3], NEW, *all_[3:])), 3),
    "a new one last": (with_paragraphs(lambda all_: (*all_, NEW)), 0),
    "a new one first": (with_paragraphs(lambda all_: (replace(NEW, kind=Kind.PREAMBULAR), *all_)), 0),
    "a dropped paragraph": (with_paragraphs(lambda all_: (*all_[:2], *all_[3:])), 4),
    "a move": (with_paragraphs(lambda all_: (*all_[:2], all_[6], *all_[2:6], all_[7])), 4),
    "a note dropped": (replace(written(2, "[^b]", ""), footnotes=official.TYPED.footnotes[:1]), 1),
    "nothing": (official.TYPED, 0),
}
"""Each change, and how many of the file's paragraphs it has to touch at most."""


@pytest.mark.parametrize("name", CHANGES)
def test_rejecting_gives_the_file_and_accepting_the_draft(name: str) -> None:
    new, touched = CHANGES[name]
    file = official.typed()
    docx = made(new)
    assert tracked.faults(docx) == []
    assert lines(docx, tracked.Way.REJECT) == lines(file, tracked.Way.REJECT)
    words = said(docx)[4:-2]
    assert [text.strip().split("\t")[-1] for text in words] == [p.text for p in new.paragraphs]
    assert official.disturbed(file, docx) == []
    assert official.kept(file, docx) >= len(official.paragraphs(file)) - touched


def test_a_file_without_changes_is_the_same_to_the_last_byte() -> None:
    file = official.typed()
    assert made(official.TYPED, file) == file


def test_typed_numbers_that_shift_are_tracked() -> None:
    docx = made(CHANGES["a new paragraph"][0])
    numbers = [text.split("\t")[1] for text in said(docx) if text.count("\t") == 2]
    assert numbers == ["1.", "2.", "3.", "(a)", "(b)", "4.", "5."]


def test_a_new_paragraph_is_set_like_its_neighbours() -> None:
    docx = made(CHANGES["a new paragraph"][0])
    text = official.part(docx, "document")
    at = text.index(b"Stresses")
    start = text.rindex(b"<w:p>", 0, at)
    assert b'<w:pStyle w:val="SingleTxt"/>' in text[start:at]
    assert b"paraId" not in text[start:at]


def test_an_editors_revisions_stay_the_editors() -> None:
    docx = made(CHANGES["a word inside an editor's"][0])
    text = official.part(docx, "document")
    assert text.count(b'w:author="An Editor"') >= 2
    assert ("An Editor", "2020-01-01T00:00:00Z") in tracked.signatures(docx)


def test_notes_are_changed_within_and_added() -> None:
    new = written(6, "operations;", "operations;[^c]")
    notes = (
        Footnote("a", Inline("Resolution 217 A (III), annex.")),
        official.TYPED.footnotes[1],
        Footnote("c", Inline.from_markup("See *Official Records*, A/74/1.")),
    )
    docx = made(replace(new, footnotes=notes))
    assert tracked.faults(docx) == []
    marks = [mark.note for line in tracked.settle(docx, tracked.Way.ACCEPT) for mark in line.marks]
    assert marks == ["Resolution 217 A (III), annex.", "A/HRC/25/63.", "See Official Records, A/74/1."]


def test_a_difference_in_the_first_word_is_at_the_head() -> None:
    assert differing("Encourages all States;", "Urges all States;") == (
        "at its head the file has “Urges”, the base “Encourages”"
    )


def test_a_file_that_says_something_else_is_not_written() -> None:
    file = official.rewritten(
        official.typed(), document=official.part(official.typed(), "document").replace(b"strongest", b"clearest")
    )
    new = written(6, "operations", "work")
    with pytest.raises(DiffersError) as refused:
        made(new, file)
    assert refused.value.differences == (
        "OP1: after “in A/HRC/25/63 in the” the file has “clearest”, the base “strongest”",
    )
    by_file, by_base = (said(made(new, file, trust)) for trust in Trust)
    assert any("clearest terms" in text for text in by_file)
    assert any("strongest terms" in text for text in by_base)
    assert all(any("support the work" in text for text in texts) for texts in (by_file, by_base))


SECTIONED = b'<w:pPr><w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:pPr>'


def test_a_dropped_paragraph_that_ends_a_section_leaves_the_section() -> None:
    document = official.part(official.typed(), "document")
    at = document.index(b"Recalling")
    start = document.rindex(b"<w:pPr>", 0, at)
    end = document.index(b"</w:pPr>", start) + len(b"</w:pPr>")
    file = official.rewritten(official.typed(), document=document[:start] + SECTIONED + document[end:])
    docx = made(with_paragraphs(lambda all_: (all_[0], *all_[2:])), file)
    assert tracked.faults(docx) == []
    assert lines(docx, tracked.Way.REJECT) == lines(file, tracked.Way.REJECT)
    found = official.part(docx, "document")
    paragraph = found[found.rindex(b"<w:p ", 0, found.index(b"Recalling")) : found.index(b"Recalling")]
    assert SECTIONED in paragraph  # its words go, its mark and section stay
    assert "Recalling" not in "".join(said(docx))


def test_notes_come_into_a_file_that_has_none() -> None:
    old = replace(
        official.TYPED,
        paragraphs=tuple(replace(p, inline=p.inline.without_marks()) for p in official.TYPED.paragraphs),
        footnotes=(),
    )
    note = Footnote("n", Inline.from_markup("See *Official Records*, A/74/1."))
    at = old.paragraphs[1]
    marked = replace(at, inline=at.inline[: len(at.text)] + Inline("", (), (NoteMark(0, "n"),)))
    new = replace(old, paragraphs=(old.paragraphs[0], marked, *old.paragraphs[2:]), footnotes=(note,))
    for known in (
        b"",
        b'<w:settings xmlns:w="%s"><w:zoom w:percent="100"/><w:compat/></w:settings>' % W_NS.encode(),
    ):
        file = official.noteless(known)
        docx = onto(file, old, new, author="A Delegation", date=DATE)
        assert tracked.faults(docx) == []
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            assert b'PartName="/word/footnotes.xml"' in package.read("[Content_Types].xml")
            assert b'/footnotes" Target="footnotes.xml"' in package.read("word/_rels/document.xml.rels")
        assert lines(docx, tracked.Way.REJECT) == lines(file, tracked.Way.REJECT)
        marks = [mark.note for line in tracked.settle(docx, tracked.Way.ACCEPT) for mark in line.marks]
        assert marks == ["See Official Records, A/74/1."]
        if known:
            assert b'<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat/>' in official.part(
                docx, "settings"
            )


STEPS = st.lists(
    st.tuples(st.sampled_from(("drop", "put", "move", "words", "note")), st.integers(0, 30), st.integers(0, 30)),
    max_size=5,
)


def stepped(text: Resolution, steps: list[tuple[str, int, int]]) -> Resolution:
    """The text after some steps of a drafter, at any places."""
    for step, one, other in steps:
        paragraphs = list(text.paragraphs)
        at, to = one % len(paragraphs), other % len(paragraphs)
        match step:
            case "drop" if len(paragraphs) > 2:
                del paragraphs[at]
            case "put":
                paragraphs.insert(at, replace(paragraphs[to], inline=NEW.inline))
            case "move":
                paragraphs.insert(to, paragraphs.pop(at))
            case "words":
                inline = paragraphs[at].inline
                start = other % (len(inline.text) + 1)
                words = "duly " if start < len(inline.text) else " duly"
                paragraphs[at] = replace(paragraphs[at], inline=inline.replace(start, start, Inline(words)))
            case "note":
                inline = paragraphs[at].inline
                name = f"n{len(text.footnotes)}"
                marks = (*inline.marks, NoteMark(len(inline.text), name))
                paragraphs[at] = replace(paragraphs[at], inline=replace(inline, marks=marks))
                text = replace(text, footnotes=(*text.footnotes, Footnote(name, Inline(f"A/74/{other}."))))
        marked = {mark.note for paragraph in paragraphs for mark in paragraph.inline.marks}
        notes = tuple(note for note in text.footnotes if note.id in marked)
        text = replace(text, paragraphs=tuple(paragraphs), footnotes=notes)
    return text


@settings(deadline=None, max_examples=int(os.environ.get("DRAFTER_EXAMPLES", "40")))
@given(STEPS)
def test_whatever_a_drafter_does_both_texts_come_back(steps: list[tuple[str, int, int]]) -> None:
    new = stepped(official.TYPED, steps)
    file = official.typed()
    docx = made(new)
    assert tracked.faults(docx) == []
    assert lines(docx, tracked.Way.REJECT) == lines(file, tracked.Way.REJECT)
    assert [text.strip().split("\t")[-1] for text in said(docx)[4:-2]] == [p.text for p in new.paragraphs]
    assert official.disturbed(file, docx) == []
    text = official.part(docx, "document")
    for theirs in (b'<w:ins w:id="7" w:author="An Editor"', b'<w:del w:id="8" w:author="An Editor"'):
        assert text.count(theirs) == 1


def tabled() -> tuple[bytes, bytes]:
    """The file with a table that its third paragraph introduces, and that table."""
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = (f"<w:tr>{cell.format(name)}{cell.format(share)}</w:tr>" for name, share in (("Oil", "0.7"), ("Gas", "0.3")))
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>".encode()
    document = official.part(official.typed(), "document")
    end = document.index(b"</w:p>", document.index(b"strongest")) + len(b"</w:p>")
    return official.rewritten(official.typed(), document=document[:end] + table + document[end:]), table


def test_a_table_that_is_no_part_of_the_base_is_left_alone() -> None:
    file, table = tabled()
    for trust in (None, Trust.BASE):
        docx = made(written(6, "operations", "work"), file, trust)
        assert table in official.part(docx, "document")
        assert said(docx, tracked.Way.REJECT) == said(file, tracked.Way.REJECT)
        assert [a for a, b in zip(said(docx), said(file), strict=True) if a != b] == [
            "\t3.\tEncourages all Member States to support the work;"
        ]


def test_a_new_paragraph_stands_behind_the_table_that_the_one_before_introduces() -> None:
    file, table = tabled()
    docx = made(with_paragraphs(lambda all_: (*all_[:3], NEW, *all_[3:])), file)
    text = official.part(docx, "document")
    assert text.index(b"strongest") < text.index(table) < text.index(b"Stresses")
    assert said(docx, tracked.Way.REJECT) == said(file, tracked.Way.REJECT)
