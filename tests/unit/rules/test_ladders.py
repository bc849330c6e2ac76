"""Openings by strength, as advice."""

from __future__ import annotations

import pytest

from drafter.rules.ladders import movement, next_rungs


@pytest.mark.parametrize(
    ("old", "new", "stronger"),
    [
        ("Expresses its very serious concern", "Condemns", True),
        ("Condemns", "Condemns in the strongest terms", True),
        ("Strongly urges", "Encourages", False),
        ("Also welcomes", "Takes note with appreciation", False),
        ("Noting with concern", "Gravely concerned", True),
        ("Noting", "Stressing with grave concern", True),
    ],
)
def test_what_can_be_compared(old: str, new: str, stronger: bool) -> None:
    found = movement(old, new)
    assert found is not None and found.stronger is stronger


@pytest.mark.parametrize(
    ("old", "new"),
    [("Welcomes", "Also welcomes"), ("Decides", "Demands"), ("Welcomes", "Condemns"), ("Bakes", "Condemns")],
)
def test_what_cannot(old: str, new: str) -> None:
    assert movement(old, new) is None


def test_the_rungs_beside_one_keep_its_form() -> None:
    assert next_rungs("Welcoming") == (("appreciating", "expressing appreciation"), ("commending",))
    assert next_rungs("Endorses") == (("commends",), ())
    assert next_rungs("Decides") == ((), ())
