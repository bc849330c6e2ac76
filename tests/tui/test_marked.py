"""The editor's text: italics and note marks stay whole whatever is typed around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.inline import Inline
from drafter.tui.shown.marked import MarkedText

NUMBERS = {"18": 18, "19": 19}
PARAGRAPH = Inline.from_markup("*Recalling also* its resolution,[^18][^19] and all others")


def test_shows_the_printed_numbers_raised() -> None:
    assert MarkedText.of(PARAGRAPH, NUMBERS).text == "Recalling also its resolution,¹⁸·¹⁹ and all others"


def test_gives_the_paragraph_back() -> None:
    assert MarkedText.of(PARAGRAPH, NUMBERS).inline == PARAGRAPH


def test_typing_leaves_marks_and_italics() -> None:
    marked = MarkedText.of(PARAGRAPH, NUMBERS)
    became = marked.became(marked.text.replace("all others", "all other texts"))
    assert became.inline.markup == "*Recalling also* its resolution,[^18][^19] and all other texts"


def test_words_inside_italics_are_italic_and_at_their_edge_are_not() -> None:
    marked = MarkedText.of(PARAGRAPH, NUMBERS)
    inside = marked.became(marked.text.replace("Recalling also", "Recalling once more also"))
    assert inside.inline.markup.startswith("*Recalling once more also* its")
    edge = marked.became(marked.text.replace("also its", "also all its"))
    assert edge.inline.markup.startswith("*Recalling also* all its")


def test_a_mark_that_loses_a_digit_goes_whole() -> None:
    marked = MarkedText.of(PARAGRAPH, NUMBERS)
    became = marked.became(marked.text.replace("¹⁸", "¹"))
    assert became.inline.markup == "*Recalling also* its resolution,[^19] and all others"


def test_what_is_typed_into_a_mark_stands_behind_it() -> None:
    marked = MarkedText.of(PARAGRAPH, NUMBERS)
    became = marked.became(marked.text.replace("¹⁸", "¹x⁸"))
    assert became.inline.markup == "*Recalling also* its resolution,[^18]x[^19] and all others"


def test_a_raised_figure_of_the_text_is_no_mark() -> None:
    assert MarkedText.of(Inline("40 km²"), {}).became("400 km²").inline == Inline("400 km²")


def test_a_new_note_is_put_in_behind_the_one_that_stands_there() -> None:
    marked = MarkedText.of(PARAGRAPH, NUMBERS)
    at = marked.text.index("¹⁸") + 1
    assert (
        marked.noted(at, "new", 27).inline.markup == "*Recalling also* its resolution,[^18][^new][^19] and all others"
    )


def test_selected_words_become_italic_and_upright_again() -> None:
    marked = MarkedText.of(Inline.from_markup("Welcomes the report"), {})
    slanted = marked.slanted(0, 8)
    assert slanted.inline.markup == "*Welcomes* the report"
    assert slanted.slanted(0, 8).inline == marked.inline


inlines = st.lists(
    st.one_of(
        st.text(alphabet="ab c", min_size=1, max_size=4),
        st.text(alphabet="ab c", min_size=1, max_size=4).map(lambda text: f"*{text}*"),
        st.sampled_from(["[^18]", "[^19]"]),
    ),
    max_size=8,
).map(lambda pieces: Inline.from_markup("".join(pieces).replace("**", "")))


@given(inlines)
def test_any_paragraph_comes_back(inline: Inline) -> None:
    assert MarkedText.of(inline, NUMBERS).inline == inline


@given(inlines, st.integers(0, 40), st.integers(0, 40), st.text(alphabet="xyz ", max_size=3))
def test_any_replacement_of_a_stretch_keeps_what_lies_outside(inline: Inline, one: int, other: int, typed: str) -> None:
    marked = MarkedText.of(inline, NUMBERS)
    start, end = sorted((min(one, len(marked.text)), min(other, len(marked.text))))
    became = marked.became(marked.text[:start] + typed + marked.text[end:])
    outside = [ink.note for ink in (*marked.inks[:start], *marked.inks[end:])]
    assert became.inline.text.count("x") == typed.count("x")
    before, after = marked.offset(start), marked.offset(end)
    assert became.inline.text == inline.text[:before] + typed + inline.text[after:]
    assert {mark.note for mark in became.inline.marks} <= {note for note in outside if note}
