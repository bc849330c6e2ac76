"""What any store of counts must answer, whichever engine stands behind it: the suite of `ports.Counts`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drafter.errors import StoppedError
from drafter.library.ports import Counts
from drafter.library.values import PairCounts
from tests.support.engines import STORES


@pytest.fixture(params=STORES)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Counts]:
    """Opens the same store again and again."""
    return lambda: STORES[request.param](tmp_path / "stores").counts()


FIRST = PairCounts("A/RES/70/1", "A/RES/71/1", "1", (("session:1", (0, 2, 1)), ("year:0|in", (1, 0, 0))))
SECOND = PairCounts("A/RES/71/1", "A/RES/72/1", "1", (("session:1", (3, 0, 0)),))


def test_counts_come_back_by_key_and_pair(opened: Callable[[], Counts]) -> None:
    opened().add([FIRST, SECOND])
    counts = opened()
    assert counts.of("session:1") == {("A/RES/70/1", "A/RES/71/1"): (0, 2, 1), ("A/RES/71/1", "A/RES/72/1"): (3, 0, 0)}
    assert counts.of("year:0|in") == {("A/RES/70/1", "A/RES/71/1"): (1, 0, 0)}
    assert counts.of("year:0") == {}
    assert counts.fingerprints() == {("A/RES/70/1", "A/RES/71/1"): "1", ("A/RES/71/1", "A/RES/72/1"): "1"}


def test_a_pair_is_counted_anew_in_place_of_the_earlier_one(opened: Callable[[], Counts]) -> None:
    counts = opened()
    counts.add([FIRST, SECOND])
    counts.add([PairCounts("A/RES/70/1", "A/RES/71/1", "2", (("session:1", (5, 0, 0)),))])
    assert counts.of("session:1")["A/RES/70/1", "A/RES/71/1"] == (5, 0, 0)
    assert counts.of("year:0|in") == {}
    assert counts.fingerprints()["A/RES/70/1", "A/RES/71/1"] == "2"
    counts.remove(counts.fingerprints())
    counts.add([PairCounts("A/RES/74/1", "A/RES/75/1", "1")])
    assert counts.of("session:1") == {}


def test_removed_pairs_are_forgotten_and_absent_ones_no_error(opened: Callable[[], Counts]) -> None:
    counts = opened()
    counts.add([FIRST, SECOND])
    counts.remove([("A/RES/70/1", "A/RES/71/1"), ("A/RES/1/1", "A/RES/2/1")])
    assert counts.of("session:1") == {("A/RES/71/1", "A/RES/72/1"): (3, 0, 0)}
    assert list(counts.fingerprints()) == [("A/RES/71/1", "A/RES/72/1")]


def test_what_was_counted_before_a_stop_is_kept(opened: Callable[[], Counts]) -> None:
    def stopped() -> object:
        yield FIRST
        raise StoppedError("enough")

    with pytest.raises(StoppedError):
        opened().add(stopped())  # type: ignore[arg-type]
    assert list(opened().fingerprints()) == [("A/RES/70/1", "A/RES/71/1")]


def test_threads_may_ask_while_another_counts(opened: Callable[[], Counts]) -> None:
    counts = opened()
    counts.add([FIRST])

    def ask(n: int) -> tuple[int, int, int]:
        if n % 5 == 0:
            counts.add([PairCounts(f"A/RES/72/{n}", f"A/RES/73/{n}", "1", (("session:1", (n, 0, 0)),))])
        return counts.of("session:1")["A/RES/70/1", "A/RES/71/1"]

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(30))) == {(0, 2, 1)}
    assert len(counts.of("session:1")) == 7
