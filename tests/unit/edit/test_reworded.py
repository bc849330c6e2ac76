"""Italics and note marks under new words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.edit.reworded import replaced, reworded, with_opening
from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph
from tests.support.drafts import NOTES, inlines


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("*Condemns* violations;[^1]", "Strongly condemns violations;", "*Strongly condemns* violations;[^1]"),
        ("*Recalls* resolution 74/166,[^4]", "Recalls resolution 75/190,", "*Recalls* resolution 75/190,[^4]"),
        ("the report[^1] of 2020[^2] on", "the report of 2021 on", "the report[^1] of 2021[^2] on"),
        ("*Calls upon* States[^3] to act", "Calls upon all States to act", "*Calls upon* all States[^3] to act"),
        ("a[^1]", "", "[^1]"),
        ("", "New words", "New words"),
    ],
)  # fmt: skip
def test_marks_and_italics_stay_with_their_words(before: str, text: str, after: str) -> None:
    assert reworded(Inline.from_markup(before), text).markup == after


def test_a_stretch_said_in_other_words() -> None:
    note = Inline.from_markup("See *Official Records, Seventy-fifth Session, Supplement No. 53* (A/75/53), chap. IV.")
    start = note.text.index("Seventy")
    end = note.text.index(", chap")
    new = replaced(note, start, end, "Seventy-sixth Session, Supplement No. 53 (A/76/53)")
    assert new.markup == "See *Official Records, Seventy-sixth Session, Supplement No. 53* (A/76/53), chap. IV."


@given(inlines(NOTES), st.text(max_size=30))
def test_no_mark_is_lost_and_the_text_is_as_typed(inline: Inline, text: str) -> None:
    new = reworded(inline, text)
    assert new.text == text
    assert sorted(mark.note for mark in new.marks) == sorted(mark.note for mark in inline.marks)


@given(inlines(NOTES))
def test_the_same_words_are_the_same(inline: Inline) -> None:
    assert reworded(inline, inline.text) == inline


@given(inlines(NOTES), st.data())
def test_a_replaced_stretch_leaves_the_rest_alone(inline: Inline, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(inline)))
    end = data.draw(st.integers(start, len(inline)))
    words = data.draw(st.text(max_size=8))
    new = replaced(inline, start, end, words)
    assert new.text == inline.text[:start] + words + inline.text[end:]
    assert len(new.marks) == len(inline.marks)
    assert new[:start].italics == inline[:start].italics
    assert new[start + len(words) :].italics == inline[end:].italics


def test_a_typed_opening_is_set_in_italics():
    paragraph = Paragraph(Kind.PREAMBULAR, Inline())
    opened = with_opening(paragraph, Inline("Deeply concerned at the closure of the borders,"))
    assert opened.markup == "*Deeply concerned* at the closure of the borders,"


def test_italics_of_the_drafter_s_own_stay_alone():
    own = Inline.from_markup("Noting *inter alia* the report,")
    assert with_opening(Paragraph(Kind.PREAMBULAR, Inline()), own) == own


def test_a_subparagraph_has_no_opening():
    text = Inline("Welcomes the report;")
    assert with_opening(Paragraph(Kind.OPERATIVE, Inline(), level=1), text) == text
