"""Each number that the ranking stands on, at its border: whoever changes one changes the line that says so here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp
from typing import Any

import pytest
from rapidfuzz import fuzz

from drafter.library.contents import Holdings
from drafter.library.values import Hit, Passage, SearchHits, Where, YearlyAddition, YearlyChange
from drafter.model.draft import Source
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.model.symbol import Symbol
from drafter.suggest import ancestry, lineage, prior, propagate, rank, shared, strength, wording
from drafter.suggest.added import AddedElsewhere
from drafter.suggest.from_passage import from_passage
from drafter.suggest.setting import Setting

TODAY = date(2020, 12, 16)
KINDS = SuggestionKind
WORDS = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo"
MORE = "sierra tango uniform victor whiskey xray yankee zulu amber birch cedar daisy elder fennel garlic hazel ivory"
OTHER = [f"q{one}z{other}x" for one in "bcdfgh" for other in "klmnpr"]
THIRD = [f"jj{one}{other}ww" for one in "aeiouy" for other in "bdgkst"]
LONG = f"{WORDS} {MORE};"


def changed(count: int, text: str = LONG) -> str:
    """The text with its last `count` words replaced by others."""
    words = text.rstrip(";").split()
    return " ".join([*words[: len(words) - count], *THIRD[:count]]) + ";"


def border(percent: int, like: Callable[[str, str], float], text: str = LONG) -> tuple[str, str]:
    """Two texts: one that is by a hair at least so like the text, and one that is by a hair less."""
    likes = [(like(text, changed(count, text)), changed(count, text)) for count in range(1, len(text.split()))]
    return min(one for one in likes if one[0] >= percent)[1], max(one for one in likes if one[0] < percent)[1]


@dataclass
class Shelf:
    """A library that says what it is told to say, and knows what it was asked."""

    hits: Sequence[Hit] = ()
    near: Mapping[str, float] = field(default_factory=dict)
    following: Sequence[Passage] = ()
    stands: Callable[[str], int] = lambda _: 0
    changed: Sequence[YearlyChange] = ()
    added: Sequence[YearlyAddition] = ()
    asked: list[tuple[str, Any, int]] = field(default_factory=list)
    contents: Holdings = field(default_factory=lambda: Holdings((), ()))

    @property
    def index(self) -> Shelf:
        return self

    @property
    def library(self) -> Shelf:
        return self

    def search(self, text: str, where: Where, limit: int) -> SearchHits:
        self.asked.append((text, where.since, limit))
        return SearchHits(tuple(self.hits), None, 1, 1)

    def resolutions(self, _text: str, _where: Where) -> Mapping[str, float]:
        return self.near

    def phrase(self, text: str, _where: Where, _limit: int) -> SearchHits:
        self.asked.append((text, None, 0))
        count = self.stands(text)
        hits = (Hit(passage("A/RES/74/1", f"{text};"), 1.0),) if count else ()
        return SearchHits(hits, count, 1, 1)

    def get(self, symbol: str) -> Iterable[Passage]:
        return [one for one in self.following if one.symbol == symbol]

    @property
    def changes(self) -> Shelf:
        return self


class Told(Shelf):
    """The same where it is asked for changes and additions."""

    @property
    def changes(self) -> Any:
        shelf = self

        class Asked:
            def changes(self, since: date, _before: object) -> Iterator[YearlyChange]:
                shelf.asked.append(("changes", since, 0))
                return (one for one in shelf.changed if one.day >= since)

            def additions(self, since: date, _before: object) -> Iterator[YearlyAddition]:
                shelf.asked.append(("additions", since, 0))
                return (one for one in shelf.added if one.day >= since)

        return Asked()


def passage(symbol: str, text: str, place: int = 0, day: date | None = TODAY, series: str = "") -> Passage:
    return Passage(symbol, f"OP{place + 1}", place, text, adopted=day, series=series or symbol)


def base(*texts: str, day: date | None = TODAY) -> Resolution:
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, Inline(text)) for text in texts)
    symbol = Symbol.parse("A/RES/75/190")
    return Resolution(Organ.GENERAL_ASSEMBLY, Inline("Omega"), paragraphs, symbol=symbol, session=75, adopted=day)


def setting(shelf: Shelf, *texts: str, day: date | None = TODAY) -> Setting:
    made = Setting(base(*(texts or (LONG,)), day=day), shelf)  # type: ignore[arg-type]
    vars(made.candidates)["today"] = TODAY
    vars(made.candidates)["earlier"] = ()
    return made


def test_150_of_all_times_and_100_of_the_last_400_days_are_looked_at() -> None:
    shelf = Shelf()
    setting(shelf).hits(0)
    assert shelf.asked == [(LONG, None, 150), (LONG, TODAY - timedelta(days=400), 100)]


def test_two_years_are_recent() -> None:
    shelf = Told()
    list(propagate.propagate(setting(shelf), 0))
    list(propagate.spreading(setting(shelf), 0))
    assert {since for what, since, _ in shelf.asked if what in ("changes", "additions")} == {
        TODAY - timedelta(days=732)
    }
    for days, found in ((732, 1), (733, 0)):
        hits = [
            Hit(passage(f"A/RES/74/{n}", LONG.replace("lima", "lima and limonka"), day=TODAY - timedelta(days)), 1.0)
            for n in (1, 2)
        ]
        assert len(list(shared.shared(setting(Shelf(hits)), 0))) == found


WORTHS: tuple[tuple[str, float, dict[str, Any]], ...] = (
    ("of today", 1.3 * 0.05**0.6, {}),
    ("of 500 days ago", (0.3 + exp(-1)) * 0.05**0.6, {"day": TODAY - timedelta(500)}),
    ("of no day", 0.3 * 0.05**0.6, {"day": None}),
    ("since the text in hand", 2 * 1.3 * 0.05**0.6, {"since": TODAY - timedelta(1)}),
    ("of the item itself", 1.3, {"symbol": "A/RES/75/190"}),
    ("of a text half as near", 1.3 * 0.55**0.6, {"near": {"A/RES/74/1": 0.5**0.5, "A/RES/74/2": 1.0}}),
    ("weighed by the search", 0.7 * 1.3 * 0.05**0.6, {"score": 0.7}),
)


@pytest.mark.parametrize(("what", "worth", "given"), WORTHS, ids=[one[0] for one in WORTHS])
def test_a_passage_is_worth_so_much(what: str, worth: float, given: dict[str, Any]) -> None:
    assert what
    near = given.get("near", {})  # which counts squared
    made = setting(Shelf(near=near), day=given.get("since", TODAY))
    hit = Hit(passage(given.get("symbol", "A/RES/74/1"), LONG, day=given.get("day", TODAY)), given.get("score", 1.0))
    assert prior._worth(made, made.paragraphs[0], hit) == pytest.approx(worth)


def test_likeness_counts_by_its_third_power_from_55_on() -> None:
    made = setting(Shelf())

    def worth(text: str) -> float:
        return prior._worth(made, made.paragraphs[0], Hit(passage("A/RES/74/1", text), 1.0))

    at_least, below = border(55, fuzz.token_set_ratio)
    assert worth(at_least) / worth(LONG) == pytest.approx((fuzz.token_set_ratio(LONG, at_least) / 100) ** 3)
    assert worth(below) == 0


def alike(count: int) -> list[Hit]:
    """As many passages that word the paragraph each in another way."""
    return [
        Hit(passage(f"A/RES/74/{n}", f"{LONG[:-1]} and {' '.join(f'{w}{n}' for w in OTHER[:9])};"), 1 - n / 1000)
        for n in range(count)
    ]


def test_150_passages_are_weighed_and_the_best_50_made_into_suggestions_of_which_14_are_taken() -> None:
    made = setting(Shelf(alike(200)))
    assert len(prior._candidates(made, 0)) == 150
    found = list(prior.prior(made, 0))
    assert len(found) == 50
    assert rank.EACH == 14
    assert [round(one.score, 3) for one in found[:4]] == [1.0, 0.8, 0.667, 0.571]


def test_a_passage_has_at_least_three_new_runs() -> None:
    for new, found in ((2, 0), (3, 1)):
        words = LONG[:-1].split()
        text = " ".join([*words, *OTHER[:new]]) + ";"
        assert len(prior._candidates(setting(Shelf([Hit(passage("A/RES/74/1", text), 1.0)])), 0)) == found


def test_what_follows_the_ten_worthiest_that_are_like_by_70_is_worth_three_tenths_of_them() -> None:
    new = [f"Requests {' '.join(f'{word}{n}' for word in OTHER[:12])};" for n in range(15)]
    hits = [Hit(passage(f"A/RES/74/{n}", LONG), 1 - n / 1000) for n in range(15)]
    following = [passage(f"A/RES/74/{n}", text, 1) for n, text in enumerate(new)]
    made = setting(Shelf(hits, following=following))
    found = prior._candidates(made, 0)
    assert len(found) == 10
    assert all(one.follows for one in found)
    assert found[0].worth == pytest.approx(0.3 * prior._worth(made, made.paragraphs[0], hits[0]))
    for text, count in zip(border(70, fuzz.token_set_ratio), (1, 0), strict=True):
        shelf = Shelf([Hit(passage("A/RES/74/0", text), 1.0)], following=following)
        assert sum(one.follows for one in prior._candidates(setting(shelf), 0)) == count


@pytest.mark.parametrize(("known", "found"), [(10, True), (11, False)])
def test_half_of_what_follows_is_new(known: int, found: bool) -> None:
    text = " ".join(["Requests", *LONG[:-1].split()[:known], *OTHER[: 19 - known]])  # twenty words
    shelf = Shelf([Hit(passage("A/RES/74/0", LONG), 1.0)], following=[passage("A/RES/74/0", f"{text};", 1)])
    made = setting(shelf)
    assert len(made.new_runs(shelf.following[0])) == 20 - known
    assert any(one.follows for one in prior._candidates(made, 0)) is found


def test_forty_runs_more_weigh_against_short_passages() -> None:
    def first(long_worth: float) -> int:
        short = prior._Candidate(passage("A/RES/74/1", "short"), 1.0, frozenset(range(10)))
        long = prior._Candidate(passage("A/RES/74/2", "long"), long_worth, frozenset(range(100, 140)))
        return len(next(prior._chosen([short, long])).new)

    assert first(0.45) == 40
    assert first(0.38) == 10


def test_the_most_shared_phrase_of_at_least_two_items_is_offered_with_three_sources() -> None:
    def texts(words: str, numbers: Iterable[int]) -> list[Hit]:
        text = LONG.replace("lima", f"lima {words}")
        return [Hit(passage(f"A/RES/74/{n}", text), 1.0) for n in numbers]

    assert not list(shared.shared(setting(Shelf(texts("and limonka", [1]))), 0))
    (two,) = shared.shared(setting(Shelf(texts("and limonka", [1, 2]))), 0)
    assert two.score == pytest.approx(0.6 + 0.4 * 2 / 3)
    several = [*texts("and limonka", range(1, 5)), *texts("or limes", range(5, 8))]
    (most,) = shared.shared(setting(Shelf(several)), 0)
    assert "and limonka" in most.inline.text
    assert len(most.sources) == 3
    for count, found in ((30, 1), (31, 0)):
        phrase = " ".join([*OTHER, *OTHER][:count])
        assert len(list(shared.shared(setting(Shelf(texts(phrase, [1, 2]))), 0))) == found


def with_earlier(count: int, oldest: str, text: str = LONG) -> Setting:
    """A text with as many earlier ones, all alike but the oldest."""
    made = setting(Shelf(), text)
    years = [(2020 - n, oldest if n == count else text) for n in range(count, 0, -1)]
    vars(made.candidates)["earlier"] = tuple(
        Resolution(
            Organ.GENERAL_ASSEMBLY,
            Inline("Omega"),
            tuple(Paragraph(Kind.OPERATIVE, Inline(one)) for one in words.split("\n")),
            symbol=Symbol.parse(f"A/RES/{year - 1945}/1"),
            adopted=date(year, 12, 1),
        )
        for year, words in years
    )
    return made


def test_eight_earlier_texts_are_looked_through_for_one_wording() -> None:
    was = LONG.replace("lima", "lima and also limonka")
    for count, found in ((8, 1), (9, 0)):
        assert len(list(lineage.lineage(with_earlier(count, was), 0))) == found
        dropped = f"{LONG}\nRequests {' '.join(OTHER[:12])};"
        assert len(list(lineage.restore(with_earlier(count, dropped), 0))) == found
    made = with_earlier(2, was)
    newer = vars(made.candidates)["earlier"][-1]
    paragraph = Paragraph(Kind.OPERATIVE, Inline(LONG.replace("kilo", "kilo and kilogram")))
    vars(made.candidates)["earlier"] = (vars(made.candidates)["earlier"][0], newer.__class__(
        newer.organ, newer.title, (paragraph,), symbol=newer.symbol, adopted=newer.adopted
    ))  # fmt: skip
    (one,) = lineage.lineage(made, 0)
    assert "kilogram" in one.inline.text
    assert one.score == 0.3


def test_what_was_dropped_comes_after_earlier_wordings_and_not_where_80_of_100_of_it_stands() -> None:
    made = with_earlier(1, f"{LONG}\nRequests {' '.join(OTHER[:12])};")
    (one,) = lineage.restore(made, 0)
    assert one.score == 0.25
    known = ancestry.Ancestry((), base(LONG))
    at_least, below = border(80, fuzz.token_set_ratio)
    assert known.is_same(LONG, at_least)
    assert not known.is_same(LONG, below)


def change(number: int, was: str, new: str, before: str = "alpha bravo", after: str = "echo") -> YearlyChange:
    words = [tuple(text.split()) for text in (before, was, after)]
    return YearlyChange(f"A/RES/74/{number}", "OP1", TODAY - timedelta(number), f"item {number}", *words, new)


def propagated(count: int, was: str, new: str, after: str = "echo", text: str = LONG) -> list[Suggestion]:
    shelf = Told(changed=[change(n, was, new, after=after) for n in range(1, count + 1)], stands=lambda asked: 5 * (
        new.split()[0] in asked.split()
    ))  # fmt: skip
    return list(propagate.propagate(setting(shelf, text), 0))


def test_a_change_of_two_items_is_propagated_with_three_sources() -> None:
    assert not propagated(1, "charlie delta", "chester")
    (two,) = propagated(2, "charlie delta", "chester")
    assert two.score == pytest.approx(1 - 1 / (1 + 2 / 4))
    (four,) = propagated(4, "charlie delta", "chester")
    assert len(four.sources) == 3


def test_at_most_eight_old_words_are_replaced() -> None:
    words = LONG[:-1].split()
    for count, found in ((8, 1), (9, 0)):
        was, after = " ".join(words[2 : 2 + count]), words[2 + count]
        assert len(propagated(2, was, "chester", after)) == found


def test_the_new_words_must_stand_elsewhere_after_the_same_two() -> None:
    shelf = Told(changed=[change(n, "charlie delta", "chester") for n in (1, 2)], stands=lambda _: 2)
    list(propagate.propagate(setting(shelf), 0))
    assert ("alpha bravo chester echo", None, 0) in shelf.asked
    assert ("alpha bravo charlie delta echo", None, 0) in shelf.asked
    shelf = Told(changed=[change(n, "delta", "chester", "bravo charlie") for n in (1, 2)], stands=lambda _: 2)
    list(propagate.propagate(setting(shelf), 0))
    assert ("bravo charlie chester echo", None, 0) in shelf.asked


@pytest.mark.parametrize(
    ("items", "words", "found"), [(3, "one new phrase", 1), (2, "one new phrase", 0), (3, "new phrase", 0)]
)
def test_a_phrase_of_three_words_spreads_from_three_items_on(items: int, words: str, found: int) -> None:
    changes = [change(n, "", words, "charlie delta", "echo foxtrot") for n in range(1, items + 1)]
    shelf = Told(changed=changes, stands=lambda asked: 5 * (words in asked))
    spread = list(propagate.spreading(setting(shelf), 0))
    assert len(spread) == found
    assert all(one.score == pytest.approx(1 - 1 / (1 + 3 / 4)) and len(one.sources) == 3 for one in spread)
    if found:
        more = Told(
            changed=[change(n, "", words, "charlie delta", "echo foxtrot") for n in range(1, 6)], stands=shelf.stands
        )
        assert [len(one.sources) for one in propagate.spreading(setting(more), 0)] == [3]


def addition(number: int, text: str, follows: str) -> YearlyAddition:
    return YearlyAddition(f"A/RES/74/{number}", "OP2", TODAY, f"item {number}", Kind.OPERATIVE, 0, follows, text)


def test_added_paragraphs_are_one_from_85_on_and_follow_what_is_like_from_75_on() -> None:
    text = "Requests " + " ".join(OTHER) + ";"
    paragraphs = base(LONG).paragraphs

    def placed_after(follows: str, other: str = text) -> int:
        both = [addition(1, text, follows), addition(2, other, follows)]
        return len(list(AddedElsewhere(both, "item 0", 2).placed(paragraphs)))

    at_least, below = border(75, fuzz.token_set_ratio)
    assert (placed_after(at_least), placed_after(below)) == (1, 0)
    one, two = border(85, fuzz.ratio, text)
    assert (placed_after(LONG, one), placed_after(LONG, two)) == (1, 0)
    there, not_there = border(85, fuzz.token_set_ratio, text)
    both = [addition(1, text, LONG), addition(2, text, LONG)]
    found = [
        len(list(AddedElsewhere(both, "item 0", 2).placed((*paragraphs, Paragraph(Kind.OPERATIVE, Inline(said))))))
        for said in (there, not_there)
    ]
    assert found == [0, 1]


def test_a_step_of_strength_is_asked_with_four_words_then_three_then_two() -> None:
    shelf = Shelf()
    text = "Urges all States to end impunity;"
    assert not list(strength.strength(setting(shelf, text), 0))
    steps = [asked for asked, _, _ in shelf.asked]
    first = next(asked for asked in steps if asked.endswith("all States to end"))
    step = first.removesuffix(" all States to end")
    assert [asked for asked in steps if asked.startswith(f"{step} ")] == [
        f"{step} all States to end",
        f"{step} all States to",
        f"{step} all States",
    ]
    stands = Shelf(stands=lambda asked: 3 * asked.endswith("all States"))
    found = list(strength.strength(setting(stands, text), 0))
    assert found
    assert {one.score for one in found} == {0.1}


def test_eight_words_go_for_a_passage_that_has_none_there_and_nine_stay() -> None:
    words = LONG[:-1].split()
    for gone, kept in ((8, False), (9, True)):
        text = " ".join([*words[:4], *words[4 + gone : 30], "and", "limonka", *words[30:]]) + ";"
        one = from_passage(setting(Shelf()), 0, passage("A/RES/74/1", text), 1.0)
        assert one is not None
        assert ("golf" in one.inline.text.split()) is kept


def test_ten_are_shown_and_of_some_kinds_only_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    def miner(kind: SuggestionKind) -> rank.Miner:
        return lambda _, place: (
            Suggestion(kind, Inline(f"{LONG} {kind} {n} {place}"), "", (Source(f"A/RES/70/{n}"),), score=1 - n / 100)
            for n in range(20)
        )

    monkeypatch.setattr(rank, "miners", lambda: tuple(map(miner, KINDS)))
    monkeypatch.setattr(rank, "guarded", lambda _, place, one: one)
    made = setting(Shelf())
    found = rank.suggestions(made, 0, 500)
    counts = {kind: sum(one.kind is kind for one in found) for kind in KINDS}
    assert {kind.value: count for kind, count in counts.items() if count < 14} == {
        "propagate": 1,
        "spreading": 1,
        "lineage": 3,
        "restore": 2,
        "strength": 1,
    }
    assert {one.kind for one in found[-5:]} == {KINDS.LINEAGE, KINDS.RESTORE}
    assert len(rank.suggestions(made, 0)) == 10


def test_texts_word_one_paragraph_from_60_on_and_words_differ_by_more_than_an_ending_of_three() -> None:
    at_least, below = border(60, fuzz.ratio)
    assert wording.is_like(LONG, at_least)
    assert not wording.is_like(LONG, below)
    assert not wording.says_something(["encourage"], ["encouraging"])
    assert wording.says_something(["commit"], ["commitment"])
