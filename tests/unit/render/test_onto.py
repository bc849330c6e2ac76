"""Changes tracked in somebody else's Word file: exact both ways, and nothing else touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Kind, Paragraph, Resolution
from drafter.render.onto import onto
from drafter.render.onto_trust import DiffersError, Trust
from tests.support import official, tracked
from tests.support.exact import DATE
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
