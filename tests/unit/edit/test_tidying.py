"""A cut and a joint leave sentences that a drafter would write: ending, "and" and opening."""

from __future__ import annotations

import pytest

from drafter.edit import gestures
from drafter.edit.apply import apply
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Kind, Paragraph

PP, OP = Kind.PREAMBULAR, Kind.OPERATIVE


def draft(*texts: tuple[Kind, int, str]) -> Draft:
    paragraphs = (
        DraftParagraph(f"p{n}", Paragraph(kind, Inline.from_markup(text), level))
        for n, (kind, level, text) in enumerate(texts, 1)
    )
    return Draft("75/190", Inline("A title"), tuple(paragraphs), (Footnote("1", Inline("A/75/388.")),))


def cut(kind: Kind, text: str, before: str, level: int = 0) -> tuple[str, str]:
    texts = [(kind, 0, "*Urges* all States:")] * (level > 0) + [(kind, level, text)]
    whole = draft(*texts)
    id = whole.paragraphs[-1].id
    gesture = gestures.split(whole, id, whole[id].text.index(before))
    halves = apply(whole, gesture.edit)
    return halves[id].inline.markup, halves[str(gesture.show)].inline.markup


def joined(*texts: tuple[Kind, int, str]) -> str:
    whole = draft(*texts)
    at = whole.paragraphs[-2].id
    return apply(whole, gestures.merge(whole, at).edit)[at].inline.markup


@pytest.mark.parametrize(
    ("text", "before", "halves"),
    [
        (
            "*Recalls* the review process, and welcomes its reporting;",
            "and welcomes",
            ("*Recalls* the review process;", "*Welcomes* its reporting;"),
        ),
        (
            "*Recalls* the report,[^1] and also welcomes it.",
            " and also",
            ("*Recalls* the report;[^1]", "*Also welcomes* it."),
        ),
        ("*Decides* to meet: one day or two;", "one day", ("*Decides* to meet:", "one day or two;")),
        ("*Recalls* the goals and targets of it;", "and targets", ("*Recalls* the goals", "and targets of it;")),
    ],
)
def test_an_operative_paragraph_is_cut(text: str, before: str, halves: tuple[str, str]) -> None:
    assert cut(OP, text, before) == halves


@pytest.mark.parametrize(
    ("text", "before", "halves"),
    [
        (
            "*Noting* the report and expressing grave concern at it,",
            "and expressing",
            ("*Noting* the report,", "*Expressing grave concern* at it,"),
        ),
        ("*Noting* the aid and monitoring of it,", "and monitoring", ("*Noting* the aid", "and monitoring of it,")),
        ("*Noting* crimes, including those of war,", "including", ("*Noting* crimes,", "including those of war,")),
    ],
)  # fmt: skip
def test_a_preambular_paragraph_is_cut_only_where_a_verb_follows(
    text: str, before: str, halves: tuple[str, str]
) -> None:
    assert cut(PP, text, before) == halves


def test_a_subparagraph_is_cut() -> None:
    assert cut(OP, "To end the abuses and to punish them;", "and to", 1) == ("To end the abuses;", "To punish them;")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ((OP, 0, "*Recalls* it;"), (OP, 0, "*Encourages* the system;"), "*Recalls* it, and encourages the system;"),
        ((PP, 0, "*Noting* it,[^1]"), (PP, 0, "*Alarmed* at it,"), "*Noting* it,[^1] and alarmed at it,"),
        ((OP, 0, "*Requests* him:"), (OP, 1, "To go;"), "*Requests* him: To go;"),
        ((OP, 0, "*Recalls* it;"), (OP, 0, "Words that open nothing;"), "*Recalls* it; Words that open nothing;"),
    ],
)  # fmt: skip
def test_paragraphs_are_joined(first: tuple[Kind, int, str], second: tuple[Kind, int, str], whole: str) -> None:
    assert joined(first, second) == whole


def test_a_subparagraph_loses_its_capital_where_the_draft_shows_that_it_is_no_name() -> None:
    list_ = (OP, 0, "*Condemns* the violations:")
    assert joined(list_, (OP, 1, "Torture;"), (OP, 1, "Violations of rights;")) == "Torture, and violations of rights;"
    assert joined(list_, (OP, 1, "Torture;"), (OP, 1, "Songbun rules;")) == "Torture; Songbun rules;"


def test_what_is_cut_at_its_and_and_joined_again_reads_as_before() -> None:
    whole = draft((OP, 0, "*Recalls* the review, and welcomes its reporting;"))
    gesture = gestures.split(whole, "p1", whole["p1"].text.index("and welcomes"))
    halves = apply(whole, gesture.edit)
    assert apply(halves, gestures.merge(halves, "p1").edit)["p1"].inline == whole["p1"].inline
