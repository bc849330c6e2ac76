"""Real amendment papers: applied to the drafts that they amend, and read where those are not at hand.

The expected texts were made by hand from the papers. As none of them may be kept here, each is the SHA-256 of its
title and paragraphs, one a line.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from drafter.edit.begin import begin
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.paper import from_paper, paper
from drafter.negotiation.intake.sentences import sentence
from drafter.negotiation.texts import all_standing
from drafter.negotiation.values import Round, opened
from drafter.parse import read_text
from tests.support import real

pytestmark = pytest.mark.real

APPLIED = [
    ("A_80_L.28", "A_80_L.3", "31b09e3ea66460d71c18c8b2b22d6054e40d6718f3ebc9b61d6acdb9d971e0da"),
    ("A_80_L.29", "A_80_L.22", "1d00f5bc31ddd0e9f65bef729d65ee43cbc9a90f03d61dbe9d652db7326a5547"),
    ("A_80_L.30", "A_80_L.25", "815db31adb8dfed9922fd427958e0964edc69442ac07716a68e57b577a6e22a0"),
    ("A_80_L.31", "A_80_L.25", "b9251b92f8f6a34e7251598cf998b170bc09322ab86a17ac6dbf43b18d4d2b8e"),
    ("A_80_L.33", "A_80_L.25", "58f68da04a980ecf41adf959fec42c222969fc37e3e8f7090ce7f8d6cac50cbe"),
    ("A_C.3_80_L.56", "A_C.3_80_L.2", "4d8158b090366b52ddd33155d64f3e558447048be7c0d0a9bf09fef714a734bb"),
]
READ = [
    ("A_80_L.40", "", ["PP11"]),
    ("A_C.2_80_L.63", "A/C.2/80/L.12/Rev.1", ["OP3", "OP43", "OP45"]),
    ("A_C.3_80_L.57", "A/C.3/80/L.3/Rev.1", ["OP64", "OP65"]),
    ("A_C.3_80_L.61", "A/C.3/80/L.20/Rev.1", ["PP14", "PP15"]),
    ("A_C.3_80_L.62", "A/C.3/80/L.20/Rev.1", ["PP14"]),
    ("A_C.3_80_L.64", "A/C.3/80/L.20/Rev.1", ["OP13", "OP27", "OP43", "OP46"]),
]


@pytest.mark.parametrize(("stem", "base", "expected"), APPLIED)
def test_a_paper_makes_of_its_draft_what_it_says(stem: str, base: str, expected: str) -> None:
    texts = real.texts("l_documents_80")
    round_ = _round(base)
    found = from_paper(base_of(round_), texts[stem], Arrival((), f"{stem}.txt"))
    assert not found.not_understood
    text = all_standing(round_.having(proposals=found.proposals))
    lines = [text.title.text, *(one.text for one in text)]
    assert sha256("\n".join(_plain(one) for one in lines).encode()).hexdigest() == expected


@pytest.mark.parametrize(("stem", "symbol", "labels"), READ)
def test_a_paper_on_a_draft_that_is_not_at_hand_is_understood(stem: str, symbol: str, labels: list[str]) -> None:
    read = paper(real.texts("l_documents_80")[stem])
    asked = [sentence(one.text, one.blocks) for one in read.instructions]
    assert read.symbol == symbol
    assert [place.label for one in asked for each in one.asked for place in each.places] == labels
    assert not any(one.why for one in asked)


def test_a_note_that_a_paper_marks_by_asterisks_comes_with_the_words() -> None:
    texts = real.texts("l_documents_80")
    round_ = _round("A_80_L.25")
    [one] = from_paper(base_of(round_), texts["A_80_L.31"], Arrival((), "A_80_L.31.txt")).proposals
    [note] = one.notes
    assert [mark.note for mark in one.put.marks] == [note.id]
    assert note.text.startswith("Report of the International Conference")
    assert "*" not in one.put.text


def _round(stem: str) -> Round:
    text = read_text(real.texts("l_documents_80")[stem], name=f"{stem}.txt").resolution
    return opened(replace(begin(text, stem), symbol=text.symbol))


def _plain(text: str) -> str:
    return " ".join(text.replace("\u2011", "-").split())
