"""What any index must answer, whichever engine stands behind it: the conformance suite of `ports.Index`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from drafter.library.ports import Index
from drafter.library.values import Indexed, Passage, Where
from drafter.model.organ import Organ
from drafter.model.resolution import Kind
from tests.support.engines import STORES


@pytest.fixture(params=STORES)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Index]:
    """Opens the same index again and again."""
    return lambda: STORES[request.param](tmp_path / "stores").index()


@pytest.fixture
def index(opened: Callable[[], Index]) -> Index:
    empty = opened()
    empty.add(LIBRARY)
    return empty


def resolution(
    symbol: str,
    *texts: str,
    adopted: date | None = date(2020, 12, 16),
    organ: Organ = Organ.GENERAL_ASSEMBLY,
    series: str = "",
    fingerprint: str = "1",
) -> Indexed:
    return Indexed(
        symbol,
        fingerprint,
        tuple(
            Passage(symbol, f"OP{n}", n - 1, text, Kind.OPERATIVE, 0, organ, adopted, series)
            for n, text in enumerate(texts, 1)
        ),
    )


WATER = "Calls upon all States to provide safe drinking water and sanitation for all, in particular in rural areas"
TORTURE = "Condemns all forms of torture and other cruel, inhuman or degrading treatment or punishment"
LIBRARY = (
    resolution("A/RES/70/169", WATER, TORTURE, adopted=date(2015, 12, 17), series="water"),
    resolution("A/RES/75/190", TORTURE + ", including in places of detention", series="dprk"),
    resolution(
        "A/HRC/RES/46/17",
        "Urges the Government to end torture and degrading treatment in places of detention",
        adopted=date(2021, 3, 23),
        organ=Organ.HUMAN_RIGHTS_COUNCIL,
    ),
    resolution("A/RES/99/1", "Welcomes the drinking water of an undated text", adopted=None),
)


BEST_IN_COMMON, IN_THE_MEAN, FIRST_AMONG = 6, 8, 3
"""How near an answer before a day comes to that of a library that ends there; `ports.Index` says so."""


def symbols(index: Index, text: str, where: Where = Where()) -> list[str]:  # noqa: B008
    return [hit.passage.symbol for hit in index.search(text, where).hits]


def test_a_paragraph_finds_its_like_whatever_the_word_forms(index: Index) -> None:
    assert symbols(index, "providing sanitation in a rural area")[0] == "A/RES/70/169"
    assert symbols(index, TORTURE)[:2] == ["A/RES/70/169", "A/RES/75/190"]


def test_a_passage_comes_back_whole(index: Index) -> None:
    assert index.get("A/RES/70/169") == LIBRARY[0].passages
    assert index.get("A/RES/99/1")[0].adopted is None
    assert index.get("A/RES/1/1") == ()


def test_before_a_day_is_strict_and_leaves_out_the_undated(index: Index) -> None:
    where = Where(before=date(2020, 12, 16))
    assert set(symbols(index, TORTURE, where)) == {"A/RES/70/169"}
    assert symbols(index, "drinking water", where) == ["A/RES/70/169"]
    assert "A/RES/99/1" in symbols(index, "drinking water")
    assert index.frequency("detention", where) == 0
    assert index.frequency("detention") == 2


def test_since_a_day_is_from_that_day_on(index: Index) -> None:
    assert set(symbols(index, TORTURE, Where(since=date(2015, 12, 17)))) >= {"A/RES/70/169", "A/HRC/RES/46/17"}
    assert symbols(index, TORTURE, Where(since=date(2015, 12, 18), before=date(2021, 3, 23))) == ["A/RES/75/190"]
    assert symbols(index, "drinking water", Where(since=date(2000, 1, 1))) == ["A/RES/70/169"]


def test_the_resolutions_most_like_a_text(index: Index) -> None:
    found = index.resolutions(TORTURE, Where(without_symbols=frozenset({"A/RES/75/190"})))
    assert max(found, key=lambda symbol: found[symbol]) == "A/RES/70/169"
    assert found["A/RES/70/169"] == 1 > found["A/HRC/RES/46/17"] > 0
    assert index.resolutions("") == {}


def test_what_comes_later_does_not_even_weigh(index: Index) -> None:
    where = Where(before=date(2021, 1, 1))
    before = index.search(TORTURE + " " + WATER, where)
    index.add(
        [resolution(f"A/RES/80/{n}", "Condemns torture of every form", adopted=date(2025, 1, 1)) for n in range(99)]
    )
    assert index.search(TORTURE + " " + WATER, where) == before


def test_before_a_day_the_best_are_those_of_a_library_that_ends_there(
    opened: Callable[[], Index], request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    earlier, later = drawn(60, 1990, seed=1), drawn(60, 2020, seed=2)
    whole = opened()
    whole.add([*earlier, *later])
    ended = STORES[request.node.callspec.params["opened"]](tmp_path / "ended").index()
    ended.add(earlier)
    where = Where(before=date(2020, 1, 1))
    common = []
    for one in (*earlier[:20], *later[:20]):
        text = one.passages[0].text
        best = [(hit.passage.symbol, hit.passage.place) for hit in whole.search(text, where, 10).hits]
        alone = [(hit.passage.symbol, hit.passage.place) for hit in ended.search(text, limit=10).hits]
        assert len(best) == len(alone)
        assert best[0] in alone[:FIRST_AMONG]
        assert one in later or best[0] == alone[0] == (one.symbol, 0)
        common.append(len({*best} & {*alone}))
    assert min(common) >= BEST_IN_COMMON
    assert sum(common) / len(common) >= IN_THE_MEAN


def drawn(count: int, year: int, seed: int) -> list[Indexed]:
    """Resolutions of three paragraphs whose words are common and rare as in a language."""
    choice = Random(seed)
    vocabulary = [f"word{n}" for n in range(400)]
    weights = [1 / (n + 1) for n in range(400)]
    return [
        resolution(
            f"A/RES/{year}/{n}",
            *(" ".join(choice.choices(vocabulary, weights, k=choice.randrange(20, 60))) for _ in range(3)),
            adopted=date(year, 1 + n % 12, 1),
        )
        for n in range(1, count + 1)
    ]


def test_threads_may_ask_while_another_writes(opened: Callable[[], Index]) -> None:
    index = opened()
    index.add(LIBRARY)
    where = Where(before=date(2020, 12, 17))
    before = index.search(TORTURE, where)

    def ask(n: int) -> bool:
        if n % 10 == 0:
            index.add([resolution(f"A/RES/80/{n}", WATER, adopted=date(2025, 1, 1))])
        return index.search(TORTURE, where) == before

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(ask, range(60)))
    assert len(index.fingerprints()) == len(LIBRARY) + 6


def test_how_often_before_a_day_is_the_same_as_reading_everything(index: Index) -> None:
    late = [resolution(f"A/RES/80/{n}", TORTURE, WATER, adopted=date(2025, 1, n)) for n in range(1, 9)]
    index.add(late)
    index.remove(["A/RES/80/1", "A/RES/75/190"])
    index.add([resolution("A/RES/80/2", "Torture no more", adopted=date(2014, 1, 1), fingerprint="2")])
    left = [passage for symbol in index.fingerprints() for passage in index.get(symbol)]
    days = {passage.adopted for passage in left if passage.adopted}
    for day in (*days, *(day + timedelta(days=1) for day in days), date.min, date(1945, 1, 1), date.max):
        for word in ("torture", "water", "nothing"):
            earlier = (one for one in left if one.adopted and one.adopted < day and word in one.text.lower())
            assert index.frequency(word, Where(before=day)) == len(list(earlier)), (word, day)


def test_nothing_stands_before_a_day_in_an_empty_index(opened: Callable[[], Index]) -> None:
    assert opened().frequency("torture", Where(before=date(2020, 1, 1))) == 0


def test_filters_by_organ_kind_symbol_and_series(index: Index) -> None:
    council = Where(organs=frozenset({Organ.HUMAN_RIGHTS_COUNCIL}))
    assert symbols(index, "torture", council) == ["A/HRC/RES/46/17"]
    assert symbols(index, "torture", Where(kinds=frozenset({Kind.PREAMBULAR}))) == []
    assert symbols(index, TORTURE, Where(without_symbols=frozenset({"A/RES/70/169"})))[0] == "A/RES/75/190"
    assert "A/RES/75/190" not in symbols(index, TORTURE, Where(without_series=frozenset({"dprk"})))


def test_a_phrase_stands_word_for_word_newest_first(index: Index) -> None:
    found = index.phrase("places of detention").hits
    assert [hit.passage.symbol for hit in found] == ["A/HRC/RES/46/17", "A/RES/75/190"]
    assert index.phrase("places of detention").matched == 2
    assert index.phrase("place of detention").hits == ()
    assert index.phrase("detention of places").hits == ()
    assert index.phrase("").hits == ()


def test_a_search_says_how_complete_it_was(index: Index) -> None:
    short = index.search("sanitation")
    assert (short.sought, short.terms, short.complete) == (1, 1, True)
    assert not index.search("songbun and sanitation").complete
    assert index.search("").hits == ()


def test_adding_again_replaces_and_removing_forgets(index: Index) -> None:
    index.add([resolution("A/RES/75/190", WATER, fingerprint="2")])
    assert index.fingerprints()["A/RES/75/190"] == "2"
    assert [passage.text for passage in index.get("A/RES/75/190")] == [WATER]
    index.remove(["A/RES/75/190", "A/RES/1/1"])
    assert index.get("A/RES/75/190") == ()
    assert set(index.fingerprints()) == {"A/RES/70/169", "A/HRC/RES/46/17", "A/RES/99/1"}
    assert (index.stats().resolutions, index.stats().passages) == (3, 4)


def test_a_failed_addition_changes_nothing(index: Index) -> None:
    def broken() -> object:
        yield resolution("A/RES/1/1", WATER)
        raise OSError

    before = index.fingerprints()
    with pytest.raises(OSError):
        index.add(broken())  # type: ignore[arg-type]
    assert index.fingerprints() == before
    index.add([resolution("A/RES/1/1", WATER)])
    assert index.get("A/RES/1/1")


def test_a_second_opening_sees_the_first_ones_writing_and_may_write_too(opened: Callable[[], Index]) -> None:
    one, other = opened(), opened()
    one.add([LIBRARY[0]])
    other.add([LIBRARY[1]])
    assert set(opened().fingerprints()) == {"A/RES/70/169", "A/RES/75/190"}
    one.add([LIBRARY[2]])
    assert len(one.fingerprints()) == 3
