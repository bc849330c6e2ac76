"""The examples of notation that were collected from real papers, each read in a text of its own."""

from __future__ import annotations

import csv

import pytest

from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.proposal import Arrival
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.compilations import from_compilation
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.values import opened
from tests.support.real import SHARED

EXAMPLES = SHARED / "notation_examples.tsv"
pytestmark = pytest.mark.skipif(not EXAMPLES.exists(), reason="the examples are beside the checkout")

US = "United States"
FIRST, LAST = "Calls upon all States to cooperate with one another without delay", "in all parts of the world;"
SECOND = "Decides to remain seized of the matter."


def examples() -> dict[str, str]:
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["example"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def read(example: str, before: str) -> TakenIn:
    """The example between the words of OP1, whose base has `before` in its place."""
    first = " ".join(f"{FIRST} {before} {LAST}".split()).replace(" ,", ",")
    paragraphs = tuple(
        DraftParagraph(f"p{n}", Paragraph(kind, Inline(text)), f"X{n}")
        for n, (kind, text) in enumerate(
            (
                (Kind.PREAMBULAR, "Recalling its resolutions,"),
                (Kind.PREAMBULAR, "Noting the reports,"),
                (Kind.OPERATIVE, first),
                (Kind.OPERATIVE, SECOND),
            ),
            1,
        )
    )
    round_ = opened(Draft("A/80/L.1", Inline("Peace"), paragraphs))
    text = f"OP1. {FIRST} {example} {LAST}\nOP2. {SECOND}"
    return from_compilation(base_of(round_), text, Arrival((), "room.txt"))


@pytest.mark.parametrize(
    ("name", "before", "proposals", "stands"),
    [
        ("N02", "", {("", "extreme", (US,))}, {("oppose", ("G77",))}),
        ("N02", "extreme", {("extreme", "", ("G77",))}, {("retain", (US,))}),
        ("N05", "changing unsustainable", {("changing unsustainable", "promoting sustainable", (US,))},
         {("retain", ("EU", "G77"))}),
        ("N06", "sustained and equitable and inclusive", {("and equitable", "", (US,))}, set()),
        ("N07", "to launch a process", {("to launch a process", "", ("Canada", US))}, set()),
        ("N15", "", {("", "and recalling ICCPR and ICESCR", (US,))}, set()),
        ("N31", "", {("", "and commitments", ("G77",))},
         {("oppose", ("CANZ", "EU", "Russian Federation", US))}),
        ("N31", "and commitments", {("and commitments", "", ("CANZ", "EU", "Russian Federation", US))},
         {("retain", ("G77",))}),
        ("N33", "", {("", "agreed", ("Mexico",))}, {("oppose", ("G77",))}),
        ("N34", "below 2 °C", {("2", "1.5", ("?",)), ("", "well", ("?",))}, set()),
        ("N37", "In reflection of their historical responsibility", {("In reflection", "Because", ("?",))}, set()),
        ("N39", "Decides that participating Parties", {("Decides", "Requests", ("?",))}, set()),
        ("N40", "shall include, if applicable", {("shall", "should", ("?",))}, set()),
    ],
)  # fmt: skip
def test_an_example_is_read_as_it_is_meant(name: str, before: str, proposals: set[object], stands: set[object]) -> None:
    taken = read(examples()[name], before)
    assert {(one.found.text.strip(), one.put.text.strip(), one.by) for one in taken.proposals} == proposals
    assert {(one.stand.value, one.by) for one in taken.positions} == stands
    assert not taken.not_understood


@pytest.mark.parametrize("name", ["N13", "N14", "N17", "N36", "N44", "N45"])
def test_what_an_example_leaves_open_is_told(name: str) -> None:
    assert read(examples()[name], "").not_understood


def test_every_example_is_read_or_told_and_none_breaks_the_reading() -> None:
    found = examples()
    assert len(found) > 70
    for example in found.values():
        taken = read(example, "")
        assert taken.proposals or taken.positions or taken.closures or taken.not_understood or taken.repairs, example
