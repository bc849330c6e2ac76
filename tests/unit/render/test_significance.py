"""What a change means: words that became stronger or weaker inside a paragraph."""

from __future__ import annotations

import pytest

from drafter.align.words import word_changes
from drafter.render.significance import movements


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("and expressing grave concern at", "and expressing deep concern at", ("grave concern", "deep concern", False)),
        ("its deep concern about", "its concern about", ("deep concern", "concern", False)),
        ("with concern that", "with very serious concern that", ("concern", "very serious concern", True)),
        ("and gravely concerned at", "and deeply concerned at", ("gravely concerned", "deeply concerned", False)),
        ("and calling strongly upon it", "and calling upon it", ("calling strongly upon", "calling upon", False)),
        ("Korea to urge, and urges it", "Korea to urge, and strongly urges it", ("urges", "strongly urges", True)),
        ("the grave situation", "the difficult situation", None),
        ("its appreciation to", "its thanks to", None),
        ("matters of concern,", "matters,", None),
    ],
)
def test_a_noun_moves_as_one_expresses_it(old: str, new: str, moved: tuple[str, str, bool] | None) -> None:
    found = [(one.old, one.new, one.stronger) for one, _ in movements(None, None, old, new, word_changes(old, new))]
    assert found == ([moved] if moved else [])
