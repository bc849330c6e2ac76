"""Texts merged against one base: what holds of every merge, and the cases that people meet."""

from __future__ import annotations

import random
from itertools import pairwise, permutations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.align.three_way import Merged, WordConflict, merge, merged
from drafter.align.units import inline_of, places, units, words_of
from drafter.align.word_edits import WordEdit, word_edits
from drafter.model.inline import Inline
from tests.support.strategies import INLINES

WORDS = st.sampled_from(
    ["the", "the", "Council", "duly", "to", "the", "and", "human", "A/75/388", "seventy-fifth", ",", "[^1]", "*its*"]
)


def marked(words: list[str]) -> Inline:
    return Inline.from_markup(" ".join(words))


BASES = st.lists(WORDS, max_size=12).map(marked)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Inline, dict[str, Inline]]:
    """A base, and texts made from it by a few replaced stretches each, some of them equal."""
    words = draw(st.lists(WORDS, min_size=1, max_size=14))
    texts = {}
    for name in draw(st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=5)):
        own = list(words)
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(own)))
            end = min(start + draw(st.integers(0, 3)), len(own))
            own[start:end] = draw(st.lists(WORDS, max_size=2))
        texts[name] = marked(own)
    return marked(words), texts


@given(INLINES)
def test_a_text_is_its_units(inline: Inline) -> None:
    assert inline_of(units(inline)) == inline


@given(st.one_of(st.tuples(INLINES, INLINES), st.tuples(BASES, BASES)))
def test_one_text_alone_comes_back_whole(pair: tuple[Inline, Inline]) -> None:
    base, text = pair
    made = merge(base, {"A": text})
    assert made.text() == text
    assert made.conflicts == ()


@given(cases())
def test_no_order_makes_a_difference(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    made = merge(base, texts)
    for order in list(permutations(texts))[:24]:
        again = merge(base, {name: texts[name] for name in order})
        assert (again.edits, again.conflicts, again.pairs) == (made.edits, made.conflicts, made.pairs)
        assert again.text() == made.text()


@given(cases())
def test_a_text_that_changes_nothing_adds_nothing(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    assert merge(base, {**texts, "Z": base}) == merge(base, texts)
    assert merge(base, {}).text() == base


@given(cases())
def test_each_text_alone_is_given_back_by_the_merge(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    made = merge(base, texts)
    for name, text in texts.items():
        assert made.only([name]).text() == text


@given(cases())
def test_without_any_name_the_base_is_left(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    assert merge(base, texts).only([]).text() == base


@given(cases())
def test_nothing_is_dropped_in_silence(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    made = merge(base, texts)
    asked = sorted((*edit.key, name) for name, text in texts.items() for edit in word_edits(base, text))
    kept = [*made.standing, *(edit for conflict in made.conflicts for edit in conflict.edits)]
    assert sorted((*edit.key, name) for edit in kept for name in edit.by) == asked
    for conflict in made.conflicts:
        assert sorted({name for edit in conflict.edits for name in edit.by}) == sorted(
            name for reading in conflict.readings for name in reading.by
        )


@given(cases())
def test_the_base_lies_in_the_segments_once(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    at = 0
    made = merge(base, texts)
    for segment in made.segments():
        assert segment.start == at <= segment.end
        at = segment.end
    assert at == len(units(base))


@given(cases())
def test_edits_apart_are_in_no_conflict(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    made = merge(base, texts)
    for conflict in made.conflicts:
        for edit in conflict.edits:
            others = [other for other in conflict.edits if other is not edit]
            assert any(edit.start < other.end and other.start < edit.end for other in others)


@given(cases(), st.sampled_from("ABCDEF"))
def test_a_second_with_the_same_text_only_joins_the_names(case: tuple[Inline, dict[str, Inline]], name: str) -> None:
    base, texts = case
    if name in texts:
        one, two = merge(base, texts), merge(base, {**texts, "Z": texts[name]})
        assert [edit.key for edit in one.edits] == [edit.key for edit in two.edits]
        assert two.text() == one.text()
        assert {edit.key for edit in two.edits if "Z" in edit.by} == {e.key for e in one.edits if name in e.by}


@given(cases())
def test_one_more_text_ends_no_conflict(case: tuple[Inline, dict[str, Inline]]) -> None:
    base, texts = case
    if texts:
        name = max(texts)
        fewer = merge(base, {other: text for other, text in texts.items() if other != name})
        more = merge(base, texts)
        for conflict in fewer.conflicts:
            assert any({e.key for e in conflict.edits} <= {e.key for e in c.edits} for c in more.conflicts)


@given(st.one_of(st.tuples(INLINES, INLINES), st.tuples(BASES, BASES)))
def test_edits_are_in_their_normal_form(pair: tuple[Inline, Inline]) -> None:
    base, text = pair
    before, edits = units(base), word_edits(base, text)
    for edit in edits:
        out = before[edit.start : edit.end]
        assert out != edit.put
        if out and edit.put:
            assert out[0] != edit.put[0]
            assert out[-1] != edit.put[-1]
    for one, other in pairwise(edits):
        assert one.end < other.start


BASE = "Urges the Government to respect all human rights, and to report on them;"


def told(base: str, **texts: str) -> Merged:
    return merge(Inline.from_markup(base), {name: Inline.from_markup(text) for name, text in texts.items()})


def readings(conflict: WordConflict) -> list[tuple[str, tuple[str, ...]]]:
    return [(words_of(reading.put), reading.by) for reading in conflict.readings]


def test_changes_apart_both_stand_with_italics_and_note_marks() -> None:
    made = told(
        "*Urges* the Government to respect all human rights,[^1] and to report on them;",
        EU="*Strongly urges* the Government to respect all human rights,[^1] and to report on them;",
        US="*Urges* the Government to respect all human rights,[^1] and to report fully on them;[^2]",
    )
    assert made.conflicts == ()
    assert made.text().markup == (
        "*Strongly urges* the Government to respect all human rights,[^1] and to report fully on them;[^2]"
    )


def test_equal_changes_are_one_with_both_names() -> None:
    text = BASE.replace("all human", "all internationally recognized human")
    made = told(BASE, US=text, EU=text)
    assert [(words_of(edit.put), edit.by) for edit in made.edits] == [(" internationally recognized", ("EU", "US"))]
    assert made.text().text == text


def test_the_same_words_changed_in_two_ways_are_a_conflict_with_the_base_first() -> None:
    made = told(BASE, US=BASE.replace("respect", "protect"), EU=BASE.replace("respect all", "uphold"))
    assert [readings(conflict) for conflict in made.conflicts] == [
        [("respect all", ()), ("protect all", ("US",)), ("uphold", ("EU",))]
    ]
    assert made.text().text == BASE
    assert made.text(lambda conflict: conflict.of("EU")).text == BASE.replace("respect all", "uphold")


def test_words_put_into_what_another_takes_out_are_a_conflict() -> None:
    made = told(BASE, US=BASE.replace(", and to report on them", ""), EU=BASE.replace("to report", "to report fully"))
    (conflict,) = made.conflicts
    assert readings(conflict) == [
        (", and to report on them", ()),
        ("", ("US",)),
        (", and to report fully on them", ("EU",)),
    ]


def test_words_put_in_at_the_edge_of_what_another_takes_out_stand_and_are_told() -> None:
    made = told(BASE, US=BASE.replace(" all human", ""), EU=BASE.replace("rights,", "rights and freedoms,"))
    assert made.conflicts == ()
    made = told(BASE, US=BASE.replace(" all", ""), EU=BASE.replace("respect", "respect fully"))
    assert made.conflicts == ()
    assert [pair.same_gap for pair in made.pairs] == [False]
    assert made.text().text == BASE.replace("respect all", "respect fully")


def test_two_insertions_in_one_gap_both_stand_in_the_order_of_their_words() -> None:
    made = told(BASE, US=BASE.replace(" all", " fully all"), EU=BASE.replace(" all", " always all"))
    assert made.text().text == BASE.replace(" all", " always fully all")
    assert [pair.same_gap for pair in made.pairs] == [True]


def test_italics_changed_by_one_and_a_word_by_another_both_stand() -> None:
    made = told("Urges the Government", EU="*Urges* the Government", US="Urges the Governments")
    assert made.conflicts == ()
    assert made.text().markup == "*Urges* the Governments"
    clash = told("Urges the Government", EU="*Urges* the Government", US="Calls upon the Government")
    assert len(clash.conflicts) == 1


def test_a_note_taken_out_and_one_put_in_there_both_stand() -> None:
    made = told("the rights,[^1] and", EU="the rights, and", US="the rights,[^1][^2] and")
    assert made.conflicts == ()
    assert made.text().markup == "the rights,[^2] and"


def test_two_changes_inside_what_another_takes_out_are_one_conflict() -> None:
    shorter = BASE.replace("respect all human rights, and to ", "")
    made = told(BASE, US=shorter, EU=BASE.replace("all", "most").replace("and", "or"))
    assert [len(conflict.edits) for conflict in made.conflicts] == [3]


def test_what_can_slide_stands_leftmost_so_that_the_same_change_is_one() -> None:
    base = Inline("the food, the water, the land")
    (gone,) = word_edits(base, Inline("the food, the land"))
    assert (gone.start, words_of(units(base)[gone.start : gone.end])) == (3, ", the water")
    (come,) = word_edits(Inline("very"), Inline("very very very"))
    assert (come.start, words_of(come.put)) == (0, "very very ")


def test_a_mark_belongs_to_the_character_before_it() -> None:
    assert places(Inline.from_markup("[^1]the[^2] law[^3]")) == (0, 0, 2, 3, 4, 6)


def test_edits_of_one_name_that_undo_each_other_read_as_the_base() -> None:
    base = Inline("x y")
    x = units(base)[:1]
    made = merged(base, [WordEdit(0, 1, (), ("A",)), WordEdit(1, 1, x, ("A",)), WordEdit(0, 3, (), ("B",))])
    assert [readings(conflict) for conflict in made.conflicts] == [[("x y", ("A",)), ("", ("B",))]]


def test_edits_of_one_name_that_overlap_are_a_conflict_and_the_base_is_left() -> None:
    base = Inline(BASE)
    edits = [
        WordEdit(edit.start, edit.end, edit.put, ("EU",))
        for words in ("protect", "uphold")
        for edit in word_edits(base, Inline(BASE.replace("respect", words)))
    ]
    made = merged(base, edits)
    assert [readings(conflict) for conflict in made.conflicts] == [
        [("respect", ()), ("protect", ("EU",)), ("uphold", ("EU",))]
    ]
    assert made.only(["EU"]).text() == base


@pytest.mark.parametrize("count", [40])
def test_forty_texts_on_ninety_paragraphs_take_a_moment(count: int) -> None:
    chance = random.Random(1)
    vocabulary = [f"word{n}" for n in range(400)] + ["the", "of", "and", "to"] * 30
    paragraphs = [chance.choices(vocabulary, k=80) for _ in range(90)]
    bases = [Inline(" ".join(words)) for words in paragraphs]
    asked: list[dict[str, Inline]] = [{} for _ in bases]
    for name in range(count):
        for at in chance.sample(range(90), 12):
            own = list(paragraphs[at])
            for _ in range(2):
                start = chance.randrange(len(own))
                own[start : start + chance.randrange(3)] = chance.choices(vocabulary, k=chance.randrange(4))
            asked[at][f"D{name:02}"] = Inline(" ".join(own))
    start = process_time()
    made = [merge(base, texts) for base, texts in zip(bases, asked, strict=True)]
    assert sum(len(each.edits) + len(each.conflicts) + len(each.text()) for each in made) > 900
    took = process_time() - start
    assert took < 1, f"{took:.2f} s of one core; 0.15 is usual"
