"""Openings, from official documents."""

from __future__ import annotations

import pytest

from drafter.model.resolution import Kind
from drafter.rules.openings import kind_of, opening_length


@pytest.mark.parametrize(
    "paragraph",
    [
        "Deeply concerned| at the grave human rights situation,",
        "Noting with grave concern| the exacerbation of the situation,",
        "Taking note also| of the report of the Secretary-General,",
        "Welcoming and further encouraging| the efforts of Member States,",
        "Having considered| the reports,",
        "Having also considered| the report,",
        "Mindful| that the Council has decided,",
        "Bearing in mind| its resolution 70/1,",
        "Reaffirming| its resolution 70/1,",
        "Reaffirming its commitment| to the Charter,",
        "Believing it necessary| to act,",
        "Strongly deploring also| the attacks,",
        "Recognizing|, in this regard, the role of women,",
    ],
)
def test_preambular(paragraph: str) -> None:
    opening, rest = paragraph.split("|")
    text = opening + rest
    assert kind_of(text) is Kind.PREAMBULAR
    assert text[: opening_length(text, Kind.PREAMBULAR)] == opening


@pytest.mark.parametrize(
    "paragraph",
    [
        "Condemns in the strongest terms| the violations;",
        "Expresses its very serious concern| at:",
        "Also calls upon| Member States to act;",
        "Takes note with appreciation| of the report;",
        "Reiterates its request| to the Secretary-General;",
        "Renews its call upon| States;",
        "Once again urges| all parties;",
        "Invites and encourages| States;",
        "Calls| for strengthened cooperation;",
        "Decides| to remain seized of the matter.",
        "Looks forward| to the report;",
    ],
)
def test_operative(paragraph: str) -> None:
    opening, rest = paragraph.split("|")
    text = opening + rest
    assert kind_of(text) is Kind.OPERATIVE
    assert text[: opening_length(text, Kind.OPERATIVE)] == opening


@pytest.mark.parametrize(
    "text", ["During the session,", "The Group shall meet.", "achieving peace", "", "States shall act."]
)
def test_no_opening(text: str) -> None:
    assert not opening_length(text, Kind.PREAMBULAR)
    assert kind_of(text) is not Kind.PREAMBULAR
