"""Where the official file and the draft both changed the base and the file is trusted: both are in, collisions told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.library.locate import open_records
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Resolution
from drafter.render.document import document
from drafter.render.masthead import of_resolution
from drafter.render.onto import onto
from drafter.render.onto.trust import Trust
from tests.support import official, tracked
from tests.support.exact import DATE
from tests.support.program import ROOT


def filed(*changes: tuple[str, str], notes: tuple[str, str] | None = None) -> bytes:
    """The typed file with other words in it, or in its notes."""
    document = official.part(official.typed(), "document").decode()
    for found, put in changes:
        assert document.count(found) == 1, found
        document = document.replace(found, put)
    parts = {"document": document.encode()}
    if notes:
        parts["footnotes"] = official.part(official.typed(), "footnotes").replace(*(each.encode() for each in notes))
    return official.rewritten(official.typed(), **parts)


def drafted(at: int, *put: str) -> Resolution:
    """The base with one paragraph changed, or cut into several."""
    paragraphs = official.TYPED.paragraphs
    changed = [replace(paragraphs[at], inline=Inline.from_markup(each)) for each in put]
    return replace(official.TYPED, paragraphs=(*paragraphs[:at], *changed, *paragraphs[at + 1 :]))


def joint(file: bytes, new: Resolution) -> tuple[list[tracked.Line], list[str]]:
    told: list[str] = []
    docx = onto(
        file, official.TYPED, new, author="A Delegation", date=DATE, trust=Trust.FILE, tell=told.append
    )  # fmt: skip
    assert tracked.faults(docx) == []
    assert tracked.settle(docx, tracked.Way.REJECT) == tracked.settle(file, tracked.Way.REJECT)
    return tracked.settle(docx, tracked.Way.ACCEPT), told


def texts(lines: list[tracked.Line]) -> list[str]:
    return [line.text.strip().rpartition("\t")[2] for line in lines]


def markup(at: int) -> str:
    return official.TYPED.paragraphs[at].inline.markup


def test_changes_apart_in_one_paragraph_are_both_in() -> None:
    file = filed((" terms;", " possible terms;"))
    lines, told = joint(file, drafted(2, markup(2).replace("violations", "grave violations")))
    assert "Condemns the grave violations described in A/HRC/25/63 in the strongest possible terms;" in texts(lines)
    assert told == []


def test_of_the_same_words_the_drafts_stand_and_a_line_says_so() -> None:
    file = filed(("strongest", "clearest"))
    lines, told = joint(file, drafted(2, markup(2).replace("strongest", "firmest")))
    assert "Condemns the violations described in A/HRC/25/63 in the firmest terms;" in texts(lines)
    assert told == ["OP1: both change the same words; the draft’s stand: “firmest”, not the file’s “clearest”"]


def test_words_put_into_what_the_draft_takes_out_are_told() -> None:
    file = filed((" terms;", " possible terms;"))
    lines, told = joint(file, drafted(2, markup(2).replace(" in the strongest terms", "")))
    assert "Condemns the violations described in A/HRC/25/63;" in texts(lines)
    assert told == [
        "OP1: both change the same words; the draft’s stand: “”, not the file’s “in the strongest possible terms”"
    ]


def test_words_of_both_at_one_place_stand_side_by_side_and_are_told() -> None:
    file = filed((" terms;", " possible terms;"))
    lines, told = joint(file, drafted(2, markup(2).replace("strongest terms", "strongest available terms")))
    assert "Condemns the violations described in A/HRC/25/63 in the strongest available possible terms;" in texts(lines)
    assert told == ["OP1: both change words side by side: the draft’s “available”, the file’s “possible”"]


def test_a_note_that_the_file_adds_stays_in_a_paragraph_that_the_draft_changes() -> None:
    base = official.TYPED.paragraphs[2]
    plain = replace(base, inline=base.inline.without_marks())
    old = replace(
        official.TYPED,
        paragraphs=(*official.TYPED.paragraphs[:2], plain, *official.TYPED.paragraphs[3:]),
        footnotes=official.TYPED.footnotes[:1],
    )
    new = replace(
        old,
        paragraphs=tuple(
            replace(p, inline=Inline.from_markup(p.inline.markup.replace("violations", "grave violations")))
            for p in old.paragraphs
        ),
    )
    docx = onto(official.typed(), old, new, author="A Delegation", date=DATE, trust=Trust.FILE)
    assert tracked.faults(docx) == []
    marks = [mark.note for line in tracked.settle(docx, tracked.Way.ACCEPT) for mark in line.marks]
    assert marks == [note.text for note in official.TYPED.footnotes]


def test_italics_of_the_draft_and_words_of_the_file_are_both_in() -> None:
    file = filed((" terms;", " possible terms;"))
    lines, told = joint(file, drafted(2, markup(2).replace("violations", "*violations*")))
    (line,) = [line for line in lines if "possible terms" in line.text]
    assert told == []
    start = line.text.index("violations")
    assert all(line.italics[start : start + len("violations")])


def test_the_files_words_stand_in_both_halves_of_what_the_draft_splits() -> None:
    file = filed((" the violations", " the grave violations"), (" terms;", " possible terms;"))
    halves = ("*Condemns* the violations described in A/HRC/25/63;", "*Condemns* in the strongest terms;")
    lines, told = joint(file, drafted(2, *halves))
    assert [text for text in texts(lines) if "Condemns" in text] == [
        "Condemns the grave violations described in A/HRC/25/63;",
        "Condemns in the strongest possible terms;",
    ]
    assert told == []


def test_a_note_changed_by_both_has_the_words_of_both() -> None:
    first = official.TYPED.footnotes[0]
    file = filed(notes=("Resolution 217 A (III).", "General Assembly resolution 217 A (III)."))
    note = Footnote(first.id, Inline("Resolution 217 A (III), annex."))
    lines, told = joint(file, replace(official.TYPED, footnotes=(note, *official.TYPED.footnotes[1:])))
    marks = [mark.note for line in lines for mark in line.marks]
    assert marks[0] == "General Assembly resolution 217 A (III), annex."
    assert told == []


@pytest.mark.parametrize("at", [2])
def test_a_paragraph_that_the_file_changes_and_the_draft_takes_out_goes_and_is_told(at: int) -> None:
    lines, told = joint(filed(("strongest", "clearest")), drafted(at))
    assert not any("Condemns" in text for text in texts(lines))
    assert told == ["OP1: the file changes a paragraph that the draft takes out; it goes"]


def test_a_paragraph_that_the_file_lacks_and_the_draft_changes_is_put_in_and_told() -> None:
    document = official.part(official.typed(), "document").decode()
    start = document.rindex("<w:p>", 0, document.index("To cooperate"))
    end = document.index("</w:p>", start) + len("</w:p>")
    file = official.rewritten(official.typed(), document=(document[:start] + document[end:]).encode())
    lines, told = joint(file, drafted(5, markup(5).replace("cooperate", "cooperate fully")))
    assert "To cooperate fully with the Special Rapporteur;" in texts(lines)
    assert told == ["OP2(b): the draft changes a paragraph that the file lacks; it is put in"]


@pytest.mark.parametrize("other", ["67/181", "72/188"])
def test_a_draft_that_changes_nothing_leaves_the_trusted_file_as_it_is(other: str) -> None:
    library = open_records(ROOT / "corpus")
    base, theirs = library.get(other), library.get("75/190")
    file = document(theirs, of_resolution(theirs))
    assert onto(file, base, base, author="A Delegation", date=DATE, trust=Trust.FILE) == file
