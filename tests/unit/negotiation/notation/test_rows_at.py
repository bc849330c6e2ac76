"""A paragraph's rows asked for alone are those of the whole compilation text."""

from __future__ import annotations

from pathlib import Path

from drafter.negotiation.labels import rows
from drafter.negotiation.notation.gathering import Gathered, compilation
from drafter.negotiation.rounds import latest_round

ROUND = Path(__file__).parents[4] / "examples" / "round" / "round.toml"


def test_the_rows_of_all_paragraphs_are_those_of_the_text() -> None:
    round_ = latest_round(ROUND)
    gathered = Gathered(round_)
    found = compilation(round_)
    assert gathered.at("title") == (found.title,)
    assert tuple(row for place in rows(round_) for row in gathered.at(place)) == found.rows
    assert len(found.rows) > len(round_.paragraphs)
