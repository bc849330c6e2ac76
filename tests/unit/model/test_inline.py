"""Italics and note marks survive cutting, joining and the markup a drafter types."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.errors import MarkupError
from drafter.model.inline import Inline, NoteMark, Run, Span

TEXT = st.text(alphabet="ab *[]^\\(’\n", max_size=12)
RUNS = st.lists(
    st.one_of(
        st.builds(Run, text=TEXT, italic=st.booleans()),
        st.builds(Run, text=st.just(""), note=st.sampled_from(["1", "12", "a-b"])),
    ),
    max_size=6,
)
INLINES = st.builds(Inline.of, RUNS)


def test_markup_as_a_drafter_types_it():
    inline = Inline.from_markup("*Deeply concerned* at the report,[^12] and noting 2 \\* 3,")
    assert inline.text == "Deeply concerned at the report, and noting 2 * 3,"
    assert inline.italics == (Span(0, 16),)
    assert inline.marks == (NoteMark(31, "12"),)


@given(INLINES)
def test_markup_reads_back_exactly(inline):
    assert Inline.from_markup(inline.markup) == inline


@given(INLINES)
def test_runs_join_to_the_whole(inline):
    assert Inline.of(inline.runs()) == inline


@given(INLINES, st.integers(0, 40))
def test_two_halves_join_to_the_whole(inline, at):
    assume(inline.text)  # marks without a character to stand after cannot be shared out
    assert inline[:at] + inline[at:] == inline


def test_a_mark_stays_with_the_character_before_it():
    inline = Inline("report, and", marks=(NoteMark(7, "3"),))
    assert inline[:7].marks == (NoteMark(7, "3"),)
    assert inline[7:].marks == ()


@pytest.mark.parametrize(
    ("source", "at"),
    [("*Noting the report", 0), ("report[^", 6), ("report[^1 2]", 6), ("a \\b", 2), ("end\\", 3)],
)
def test_a_slip_is_named_with_its_place(source, at):
    with pytest.raises(MarkupError) as slip:
        Inline.from_markup(source)
    assert slip.value.at == at
