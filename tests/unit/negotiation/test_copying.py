"""A paragraph of a round for a mail: everything that is wanted and said there, and it reads back as a letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model.inline import Inline
from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Form
from drafter.negotiation import decide, proposing
from drafter.negotiation.copying import copied
from drafter.negotiation.edits import apply
from drafter.negotiation.intake.taking import take_in
from drafter.negotiation.labels import rows
from drafter.negotiation.rounds import latest_round
from drafter.negotiation.values import Round
from tests.support.rounds import base, by

EXAMPLE = Path(__file__).parents[3] / "examples" / "round" / "round.toml"
BASE = base()
[FULLY] = by("EU", *proposing.reworded("OP2", BASE.inline("OP2"), Inline.from_markup(
    "*Requests* the Secretary-General to report fully on the matter;")))  # fmt: skip
[URGES] = by("US", proposing.added("OP2", Inline.from_markup("*Urges* all States to act;"), Form()))


@pytest.fixture
def round_() -> Round:
    made = BASE.having(proposals=(FULLY, URGES))
    for edit in (
        decide.position(made, FULLY.id, ["Japan"], Stand.OPPOSE),
        decide.position(made, "OP2", ["Iran"], Stand.RETAIN),
        decide.agree(made, ["OP2"], ClosureStatus.SUGGESTED, ["Iran"], ["OP2bis"]),
    ):
        made = apply(made, edit)
    return made


def test_a_paragraph_of_the_base(round_: Round) -> None:
    assert copied(round_, "OP2").splitlines() == [
        "OP2 (suggested for closure; pending Iran; with OP2bis)",
        "",
        "OP2. Requests the Secretary-General to report [fully - EU; Japan oppose] on the matter; (OP2: Iran retain) "
        "[Suggested for closure; pending Iran; with OP2bis]",
        "",
        "Iran: retain",
        "EU: OP2: after “report” insert “fully”",
        "  Japan: oppose",
    ]


def test_markdown_keeps_italics_and_makes_a_list(round_: Round) -> None:
    [head, _, words, _, *said] = copied(round_, "OP2", markdown=True).splitlines()
    assert head.startswith("**OP2** (")
    assert "*Requests* the Secretary-General" in words
    assert said == ["- Iran: retain", "- EU: OP2: after “report” insert “fully”", "  - Japan: oppose"]


def test_a_new_paragraph_also_when_nobody_wants_it_any_more(round_: Round) -> None:
    assert copied(round_, URGES.id).splitlines()[2:] == [
        "OP2bis. [Urges all States to act; - US]",
        "",
        "US: OP2bis: “Urges all States to act;”",
    ]
    rejected = apply(round_, decide.turn_down(round_, [URGES.id], decide.Outcome.REJECTED))
    assert copied(rejected, URGES.id).splitlines()[2] == "Urges all States to act;"
    assert copied(rejected, URGES.id).endswith("(rejected)")


def test_every_paragraph_of_the_example_gives_its_open_proposals_back(tmp_path: Path) -> None:
    round_ = latest_round(EXAMPLE)
    bare = round_.having(proposals=(), positions=(), closures=(), decisions=())
    found: set[str] = set()
    for row in rows(round_):
        lines = [
            line for line in copied(round_, row).splitlines() if ": " in line and not line.startswith(("OP", "PP"))
        ]
        file = tmp_path / "mail.txt"
        file.write_text("\n".join(line.split(" (")[0] for line in lines) + "\n", encoding="utf-8")
        if lines:
            found |= {one.id for _, given in take_in(bare, [file]).found.values() for one in given.proposals}
    assert found == set(round_.by_id)
