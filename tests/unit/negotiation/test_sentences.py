"""Sentences of amendment papers and letters: which paragraphs they name, and what they ask for."""

from __future__ import annotations

import pytest

from drafter.model.negotiated import Stand
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.intake.locators import listed, located
from drafter.negotiation.intake.quoted import quoted
from drafter.negotiation.intake.sentences import about, sentence

PLACES = [
    ("operative paragraphs 5, 6, 10 and 13", ["OP5", "OP6", "OP10", "OP13"]),
    ("the twenty-first preambular paragraph and operative paragraphs 35 and 39", ["PP21", "OP35", "OP39"]),
    ("operative paragraph 5 (b) (ii)", ["OP5(b)(ii)"]),
    ("operative paragraph 5 (b) and (c)", ["OP5(b)", "OP5(c)"]),
    ("subparagraph (b) of operative paragraph 5", ["OP5(b)"]),
    ("the eleventh preambular paragraph (c)", ["PP11(c)"]),
    ("operative paragraphs 5 to 8", ["OP5", "OP6", "OP7", "OP8"]),
    ("the first, second and third paragraphs of the preamble", ["PP1", "PP2", "PP3"]),
    ("first and second preambular paragraphs", ["PP1", "PP2"]),
    ("the last preambular paragraph", ["PP-1"]),
    ("paragraph 8", ["OP8"]),
    ("paras 44, 45 and 46 and 48", ["OP44", "OP45", "OP46", "OP48"]),
    ("OP5 bis", ["OP5bis"]),
    ("OP.3quat", ["OP3quater"]),
    ("altpp13bis", ["PP13bisalt"]),
    ("PP3-5", ["PP3", "PP4", "PP5"]),
    ("OP8 & OP9", ["OP8", "OP9"]),
    ("the title, the preambular paragraphs and the operative paragraphs", ["title", "PP*", "OP*"]),
    ("throughout the text", ["*"]),
]


@pytest.mark.parametrize(("words", "labels"), PLACES)
def test_paragraphs_are_named_in_many_ways(words: str, labels: list[str]) -> None:
    found, end = listed(words)
    assert [one.label for one in found] == labels
    assert end == len(words)


def test_a_line_is_named_beside_its_paragraph() -> None:
    assert [(one.label, one.line) for one in listed("the second line of paragraph 8")[0]] == [("OP8", 2)]
    assert [(one.label, one.line) for one in listed("OP3, line 2")[0]] == [("OP3", 2)]


def test_a_paragraph_of_no_kind_may_be_of_both() -> None:
    [one] = listed("the second paragraph")[0]
    assert (one.label, one.other) == ("PP2", "OP2")


def test_new_paragraphs_are_no_place() -> None:
    assert len(located("After operative paragraph 4, insert two new operative paragraphs reading").found) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("delete “a “b” c”", ("a “b” c",)),
        ('replace "Takes note" by "Welcomes"', ("Takes note", "Welcomes")),
        ("take out the word ‘goals’", ("goals",)),
        ("after “the country’s people” add “x”", ("the country’s people", "x")),
        ("the States' duties", ()),
    ],
)
def test_quotations_are_found_whatever_their_cut(text: str, words: tuple[str, ...]) -> None:
    assert quoted(text).quotes == words
    assert not quoted(text).broken


WORDS = [
    ("In the fourth preambular paragraph, delete “and concern,”.", Act.TAKE_OUT, "PP4", "and concern,", ""),
    ("In operative paragraph 68, after “health”, insert “in full”.", Act.AFTER, "OP68", "health", "in full"),
    ("In operative paragraph 64, after “a” insert “b”.", Act.AFTER, "OP64", "a", "b"),
    ("In the second preambular paragraph, insert “of Ukraine” after “plant”.", Act.AFTER, "PP2", "plant", "of Ukraine"),
    ("In operative paragraph 69, replace “a” with “b”.", Act.SWAP, "OP69", "a", "b"),
    ("Substitute the word “with” for “through” in paragraph 5 so that the paragraph will read: “x”", Act.SWAP, "OP5",
     "through", "with"),
    ("In the second line of paragraph 8, insert the words “and equipped” after the word “organized” so that it would "
     "read: ...", Act.AFTER, "OP8", "organized", "and equipped"),
    ("the words \"and peoples\" should be added at the end of the first preambular paragraph", Act.AT_END, "PP1", "",
     "and peoples"),
    ("In the first preambular paragraph after the words “2006” insert the following phrase: “x” and delete the end of "
     "the paragraph;", Act.REST, "PP1", "2006", "x"),
    ("At the end of operative paragraph 2 insert the following: “z”", Act.AT_END, "OP2", "", "z"),
    ("Replace “the” with “all” in the preambular paragraphs.", Act.SWAP_ALL, "PP*", "the", "all"),
    ("Remove “recall” throughout the text", Act.SWAP_ALL, "*", "recall", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "label", "anchor", "put"), WORDS)
def test_what_is_to_be_done_with_words(text: str, act: Act, label: str, anchor: str, put: str) -> None:
    [one] = sentence(text).asked
    assert (one.act, one.places[0].label, one.anchor, one.put) == (act, label, anchor, put)


def test_two_acts_in_one_sentence() -> None:
    first, second = sentence(
        "In OP2, before the word “concern” delete the word “grave”, and after “a” insert “b”"
    ).asked
    assert (first.act, first.anchor, first.near, first.nearer) == (Act.TAKE_OUT, "grave", "concern", "before")
    assert (second.act, second.anchor, second.put) == (Act.AFTER, "a", "b")


BLOCK = ("Stresses the matter;",)
WHOLE = [
    ("Delete operative paragraphs 5 and 6.", (), [(Act.DROP, ["OP5", "OP6"])]),
    ("Delete the thirty-eighth preambular paragraph reading:", BLOCK, [(Act.DROP, ["PP38"])]),
    ("Replace operative paragraph 200 with the following text:", BLOCK, [(Act.REWRITE, ["OP200"])]),
    ("After operative paragraph 70, insert the following operative paragraph:", BLOCK, [(Act.NEW_AFTER, ["OP70"])]),
    ("After operative paragraph 3, insert a new operative paragraph, reading:", BLOCK, [(Act.NEW_AFTER, ["OP3"])]),
    ("Insert the following new paragraph between first and second preambular paragraphs:", BLOCK,
     [(Act.NEW_AFTER, ["PP1"])]),
    ("Delete the first and second paragraphs of the preamble and substitute therefor the following:", BLOCK,
     [(Act.REWRITE, ["PP1"]), (Act.DROP, ["PP2"])]),
    ("Merge OP8 and OP9", (), [(Act.MERGE, ["OP8", "OP9"])]),
    ("Move OP8 after OP3", (), [(Act.MOVE_AFTER, ["OP8"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "blocks", "acts"), WHOLE)
def test_what_is_to_be_done_with_paragraphs(
    text: str, blocks: tuple[str, ...], acts: list[tuple[Act, list[str]]]
) -> None:
    assert [(one.act, [place.label for place in one.places]) for one in sentence(text, blocks).asked] == acts


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("go to the last line of OP3 and add “after crime, in accordance with “national legislation”", "no partner"),
        ("Can we put UNODC ahead of WHO?", "names no paragraph"),
        ("In OP3, delete reference to Covenants here", "not among the forms"),
        ("In OP3, replace “a” with “b” accordingly in the usual manner", "not among the forms"),
    ],
)
def test_what_is_not_understood_is_said(text: str, why: str) -> None:
    found = sentence(text)
    assert not found.asked
    assert why in found.why


def test_renumbering_asks_for_nothing() -> None:
    found = sentence("Renumber the subsequent paragraphs accordingly.")
    assert (found.asked, found.why) == ((), "")


@pytest.mark.parametrize(
    ("text", "stand"),
    [("retain", Stand.RETAIN), ("as it stands", Stand.RETAIN), ("We support", Stand.SUPPORT),
     ("cannot accept", Stand.OPPOSE), ("do not support", Stand.OPPOSE), ("reserve", Stand.RESERVE),
     ("retain “a” and delete “b”", None)],
)  # fmt: skip
def test_stands_have_no_words_of_their_own(text: str, stand: Stand | None) -> None:
    found = about(listed("OP4")[0], text)
    assert [one.stand for one in found.asked if one.act is Act.STAND] == ([stand] if stand else [])
