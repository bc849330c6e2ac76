"""What is learnt from two neighbouring texts of one item: which changes count, and how much stands around them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from drafter.library.values import PairChanges, YearlyAddition, YearlyChange
from drafter.library.yearly import pair_changes
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.symbol import Symbol

DAY = date(2020, 12, 16)
BEGIN = Paragraph(Kind.PREAMBULAR, Inline("Recalling its resolutions on oceans and the law of the sea"))
END = Paragraph(Kind.OPERATIVE, Inline("Decides to remain seized of the matter"))


def operative(text: str) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, Inline(text))


def resolution(symbol: str, *paragraphs: Paragraph, adopted: date | None = DAY) -> Resolution:
    title = Inline("Oceans and the Law of the Sea")
    return Resolution(
        Organ.GENERAL_ASSEMBLY, title, (BEGIN, *paragraphs, END), symbol=Symbol.parse(symbol), adopted=adopted
    )


def learnt(old: str, new: str) -> PairChanges:
    """From one paragraph to its next wording."""
    return pair_changes(resolution("74/19", operative(old)), resolution("75/239", operative(new)), "mark")


def changed(old: str, new: str) -> list[tuple[str, str]]:
    return [(" ".join(one.was), one.new) for one in learnt(old, new).changes]


def test_a_replaced_word_with_three_words_on_either_side_of_it() -> None:
    found = learnt(
        "Requests the Secretary-General to submit a brief report on fish stocks",
        "Requests the Secretary-General to submit a Comprehensive report on fish stocks",
    )
    before, after = ("to", "submit", "a"), ("report", "on", "fish")
    change = YearlyChange(
        "A/RES/75/239", "OP1", DAY, "oceans and the law of the sea", before, ("brief",), after, "Comprehensive"
    )
    assert found == PairChanges("A/RES/74/19", "A/RES/75/239", "mark", (change,))


def test_at_the_edges_there_are_fewer_words_around() -> None:
    (change,) = learnt("Notes the report on fish stocks", "Notes the useful report on fish stocks").changes
    assert (change.before, change.was, change.after, change.new) == (
        ("notes", "the"),
        (),
        ("report", "on", "fish"),
        "useful",
    )


def test_words_that_only_fell_away_or_look_otherwise_teach_nothing() -> None:
    assert changed("Notes the very useful report on fish", "Notes the report on fish") == []
    assert changed("Notes the report on “fish stocks” again", "Notes the report on Fish Stocks again") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the seventy-fifth report of 2020 on fish", "the seventy-fifth report of 2021 on fish"),
        ("the report of the Chair on fish stocks", "the report A/75/340 on fish stocks"),
        ("the report A/75/340 on fish stocks", "the report of the Chair on fish stocks"),
    ],
)
def test_numbers_and_symbols_are_of_their_year(old: str, new: str) -> None:
    assert changed(f"Notes with appreciation {old}", f"Notes with appreciation {new}") == []


def test_a_stretch_of_25_words_is_a_change_and_one_of_26_a_new_sentence() -> None:
    kept = " ".join(f"kept{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60)).replace("kept", "kept-")
    for count, expected in ((25, 1), (26, 0)):
        put_in = " ".join(f"new-{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(count))
        assert len(changed(f"Notes {kept}", f"Notes {put_in} {kept}")) == expected
        assert len(changed(f"Notes {put_in} {kept}", f"Notes otherwise {kept}")) == expected


WORDS = tuple("Requests the Secretary General to submit a report on water and on health to the Assembly".split())  # noqa: SIM905


def test_a_paragraph_of_which_less_than_half_stays_is_no_change_of_words() -> None:
    for other, expected in ((8, 1), (9, 0)):
        new = [*WORDS[:-other], *(f"other{chr(97 + n)}" for n in range(other))]
        assert len(changed(" ".join(WORDS), " ".join(new))) == expected


def test_a_new_paragraph_is_an_addition_after_the_one_before_it() -> None:
    new = Paragraph(Kind.OPERATIVE, Inline("Welcomes the work of 2020 of the Division on underwater noise"), level=1)
    parent = operative("Requests the Division:")
    found = pair_changes(resolution("74/19", parent), resolution("75/239", parent, new), "mark")
    addition = YearlyAddition(
        "A/RES/75/239",
        "OP1(a)",
        DAY,
        "oceans and the law of the sea",
        Kind.OPERATIVE,
        1,
        parent.text,
        new.text,
    )
    assert (found.changes, found.additions) == ((), (addition,))


def test_an_addition_at_the_beginning_follows_nothing() -> None:
    first = Paragraph(Kind.PREAMBULAR, Inline("Guided by the purposes of the Charter and the Universal Declaration"))
    new = resolution("75/239")
    found = pair_changes(resolution("74/19"), replace(new, paragraphs=(first, *new.paragraphs)), "mark")
    assert [(one.label, one.follows) for one in found.additions] == [("PP1", "")]


def test_headings_teach_nothing() -> None:
    old = Paragraph(Kind.HEADING, Inline("Marine environment and resources"))
    new = Paragraph(Kind.HEADING, Inline("Marine environment and marine resources"))
    other = Paragraph(Kind.HEADING, Inline("Capacity-building"))
    found = pair_changes(resolution("74/19", old), resolution("75/239", new, other), "mark")
    assert (found.changes, found.additions) == ((), ())


def test_merged_paragraphs_teach_no_change_of_words() -> None:
    one = "Welcomes the report of the Secretary-General on the oceans and its annexes"
    other = "encourages all States to take part in the work of the Division"
    old = resolution("74/19", operative(one), operative(other[0].upper() + other[1:]))
    assert pair_changes(old, resolution("75/239", operative(f"{one}, and {other}")), "mark").changes == ()


def test_an_undated_text_is_noted_and_teaches_nothing() -> None:
    old, new = operative("Notes the report on fish stocks"), operative("Notes the useful report on fish stocks")
    found = pair_changes(resolution("74/19", old), resolution("75/239", new, adopted=None), "mark")
    assert found == PairChanges("A/RES/74/19", "A/RES/75/239", "mark")
    assert pair_changes(resolution("74/19", old, adopted=None), resolution("75/239", new), "mark").changes
