"""What any store of changes must answer, whichever engine stands behind it: the suite of `ports.Changes`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from drafter.library.ports import Changes
from drafter.library.values import PairChanges, YearlyAddition, YearlyChange
from drafter.model.resolution import Kind
from tests.support.engines import STORES


@pytest.fixture(params=STORES)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Changes]:
    """Opens the same store again and again."""
    return lambda: STORES[request.param](tmp_path / "stores").changes()


def pair(old: str, new: str, day: date, fingerprint: str = "1", *, new_words: str = "grave concern") -> PairChanges:
    change = YearlyChange(new, "OP2", day, "water", ("expresses", "its"), ("concern",), (), new_words)
    added = YearlyAddition(new, "PP4", day, "water", Kind.PREAMBULAR, 0, "Recalling all of it,", "Noting “this”,")
    return PairChanges(old, new, fingerprint, (change, change), (added,))


FIRST = pair("A/RES/70/1", "A/RES/71/1", date(2016, 12, 17))
SECOND = pair("A/RES/71/1", "A/RES/72/1", date(2017, 12, 17), new_words="deep concern")


def test_changes_come_back_whole_and_oldest_first(opened: Callable[[], Changes]) -> None:
    opened().add([SECOND, FIRST])
    changes = opened()
    assert tuple(changes.changes()) == FIRST.changes + SECOND.changes
    assert tuple(changes.additions()) == FIRST.additions + SECOND.additions
    assert changes.fingerprints() == {("A/RES/70/1", "A/RES/71/1"): "1", ("A/RES/71/1", "A/RES/72/1"): "1"}


def test_since_a_day_is_from_that_day_on_and_before_is_strict(opened: Callable[[], Changes]) -> None:
    changes = opened()
    changes.add([FIRST, SECOND])
    day = date(2017, 12, 17)
    assert tuple(changes.changes(since=day)) == SECOND.changes
    assert tuple(changes.changes(before=day)) == FIRST.changes
    assert tuple(changes.additions(since=day)) == SECOND.additions
    assert tuple(changes.additions(before=day)) == FIRST.additions
    assert tuple(changes.changes(since=date(2018, 1, 1))) == ()
    assert tuple(changes.additions(since=date(2016, 1, 1), before=date(2016, 12, 17))) == ()


def test_a_pair_is_taken_in_anew_in_place_of_the_earlier_one(opened: Callable[[], Changes]) -> None:
    changes = opened()
    changes.add([FIRST])
    again = pair("A/RES/70/1", "A/RES/71/1", date(2016, 12, 18), "2", new_words="alarm")
    changes.add([again])
    assert tuple(changes.changes()) == again.changes
    assert tuple(changes.additions()) == again.additions
    assert changes.fingerprints() == {("A/RES/70/1", "A/RES/71/1"): "2"}


def test_a_pair_that_teaches_nothing_is_known_too(opened: Callable[[], Changes]) -> None:
    changes = opened()
    changes.add([PairChanges("A/RES/70/1", "A/RES/71/1", "1")])
    assert list(changes.fingerprints()) == [("A/RES/70/1", "A/RES/71/1")]
    assert list(changes.changes()) == list(changes.additions()) == []


def test_removed_pairs_are_forgotten_and_absent_ones_no_error(opened: Callable[[], Changes]) -> None:
    changes = opened()
    changes.add([FIRST, SECOND])
    changes.remove([("A/RES/70/1", "A/RES/71/1"), ("A/RES/1/1", "A/RES/2/1")])
    assert tuple(changes.changes()) == SECOND.changes
    assert tuple(changes.additions()) == SECOND.additions
    assert list(changes.fingerprints()) == [("A/RES/71/1", "A/RES/72/1")]


def test_many_are_taken_in_at_once_and_by_many_threads(opened: Callable[[], Changes]) -> None:
    changes = opened()
    changes.add(pair(f"A/RES/70/{n}", f"A/RES/71/{n}", date(2016, 1, 1)) for n in range(120))

    def ask(n: int) -> int:
        if n % 5 == 0:
            changes.add([pair(f"A/RES/72/{n}", f"A/RES/73/{n}", date(2018, 1, 1))])
        return len(list(changes.changes(before=date(2017, 1, 1))))

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(30))) == {240}
    assert len(changes.fingerprints()) == 126
