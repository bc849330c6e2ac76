"""Word changes as a reader would mark them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.align.marked import in_brackets
from drafter.align.tokens import folded
from drafter.align.words import word_changes

CASES = [
    pytest.param(
        "Encourages all Member States to continue;",
        "Strongly encourages all Member States to continue;",
        "[-Encourages-]{+Strongly encourages+} all Member States to continue;",
        id="a strengthened opening",
    ),
    pytest.param(
        "Assembly resolution 74/166 of 18 December 2019",
        "Assembly resolution 75/190 of 16 December 2020",
        "Assembly resolution [-74/166 of 18 December 2019-]{+75/190 of 16 December 2020+}",
        id="symbols and dates are whole",
    ),
    pytest.param(
        "at its seventy-fifth session,",
        "at its seventy-sixth session,",
        "at its [-seventy-fifth-]{+seventy-sixth+} session,",
        id="ordinals are whole",
    ),
    pytest.param(
        "torture, enslavement and persecution;",
        "torture, rape, enslavement and persecution;",
        "torture,{+ rape,+} enslavement and persecution;",
        id="a list gains an item with its comma",
    ),
    pytest.param(
        "the report of the Secretary-General, and requests him to report;",
        "the report of the Secretary-General;",
        "the report of the Secretary-General[-, and requests him to report-];",
        id="a clause goes with its comma",
    ),
    pytest.param(
        "Recognizing the role of States,",
        "Recognizing also the role of States,",
        "Recognizing{+ also+} the role of States,",
        id="an adverb",
    ),
    pytest.param(
        "the dismantling of camps in the north, and the release of prisoners",
        "the closing of camps in the north, and the release of prisoners",
        "the [-dismantling-]{+closing+} of camps in the north, and the release of prisoners",
        id="one word",
    ),
    pytest.param(
        "the country’s “food” – now", 'the country\'s "food" - now', "the country’s “food” – now", id="typography"
    ),
]


@pytest.mark.parametrize(("old", "new", "shown"), CASES)
def test_a_reader_sees(old: str, new: str, shown: str) -> None:
    assert in_brackets(old, new, word_changes(old, new)) == shown


def test_grammar_words_between_two_replacements_are_not_left_standing_alone() -> None:
    old = "regrets the refusal of the authorities to cooperate with the mechanism"
    new = "deplores any denial of all parties to cooperate with the mechanism"
    assert in_brackets(old, new, word_changes(old, new)) == (
        "[-regrets the refusal of the authorities-]{+deplores any denial of all parties+} "
        "to cooperate with the mechanism"
    )


def test_a_split_is_a_paragraph_mark_put_in() -> None:
    old = "Welcomes the report; and invites States to act;"
    new = "Welcomes the report;\nInvites States to act;"
    (change,) = word_changes(old, new)
    assert old[change.old_start : change.old_end] == " and invites"
    assert new[change.new_start : change.new_end] == "\nInvites"


words = st.sampled_from(
    ["the", "of", "and", "peace,", "rights;", "States’", "“food”", "–", "74/166", "16", "December", "\u00a0", "\n", ""]
)
wordings = st.lists(words, max_size=25).map(" ".join)


def rebuilt(old: str, new: str, *, typography: bool) -> str:
    """The new text from the old one and the changes."""
    out, place = [], 0
    for change in word_changes(old, new, typography=typography):
        out += [old[place : change.old_start], new[change.new_start : change.new_end]]
        place = change.old_end
    return "".join([*out, old[place:]])


@given(wordings, wordings)
def test_with_typography_the_changes_make_the_new_text_exactly(old: str, new: str) -> None:
    assert rebuilt(old, new, typography=True) == new


@given(wordings, wordings)
def test_without_it_they_do_so_but_for_typography(old: str, new: str) -> None:
    def plain(text: str) -> str:
        return "".join(folded(text).split())

    assert plain(rebuilt(old, new, typography=False)) == plain(new)


@given(wordings, wordings)
def test_changes_are_in_order_apart_and_never_empty(old: str, new: str) -> None:
    end = new_end = -1
    for change in word_changes(old, new):
        assert end < change.old_start or new_end < change.new_start
        assert end <= change.old_start <= change.old_end <= len(old)
        assert new_end <= change.new_start <= change.new_end <= len(new)
        assert (change.old_start, change.new_start) != (change.old_end, change.new_end)
        end, new_end = change.old_end, change.new_end


@given(wordings)
def test_a_text_has_no_changes_against_itself(text: str) -> None:
    assert word_changes(text, text) == ()
