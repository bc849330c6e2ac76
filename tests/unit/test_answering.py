"""One open library, asked by many: nothing out of date is answered, and nobody is answered who no longer asks."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.answering import Answering, NotPreparedError, OvertakenError, Question
from drafter.desk import Desk
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.record import dumps
from drafter.library.searchable import Searchable
from drafter.library.values import Coverage
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.reading import Reading
from drafter.model.suggestion import Suggestion
from drafter.model.symbol import Symbol
from drafter.resources import shipped
from drafter.suggest import rank
from drafter.suggest.setting import Setting

WORDS = "Welcoming the wholly unheard of words that nobody has ever adopted anywhere before this very day,"


@pytest.fixture
def library(tmp_path: Path) -> Records:
    shutil.copytree(shipped("corpus"), tmp_path / "corpus", ignore=shutil.ignore_patterns(".*"))
    return open_records(tmp_path / "corpus")


@pytest.fixture
def answering(library: Records) -> Answering:
    open_library = Answering(library)
    open_library.prepare()
    return open_library


@pytest.fixture
def draft(library: Records) -> Draft:
    return Desk(library).begin("75/190")


def put(library: Records, symbol: str, words: str = "", like: str = "75/190") -> None:
    """Another text of the library, like one that is there; its first paragraph says `words`."""
    text = library.get(like)
    first = replace(text.paragraphs[0], inline=Inline(words or text.paragraphs[0].text))
    new = replace(text, symbol=Symbol.parse(symbol), paragraphs=(first, *text.paragraphs[1:]))
    path = library.root / f"{symbol.replace('/', '_')}.toml"
    path.write_text(dumps(Reading(new)), encoding="utf-8", newline="\n")


def test_what_is_searched_has_to_be_prepared_first(library: Records, draft: Draft) -> None:
    asked = Answering(library)
    for ask in (lambda: asked.coverage(WORDS), lambda: asked.suggestions(draft, draft.standing[0].id)):
        with pytest.raises(NotPreparedError, match="being prepared"):
            ask()
    assert asked.lineage(draft, draft.standing[0].id)[1]  # which needs no index


def test_agreed_words_are_those_of_the_library_as_it_is_now(library: Records, answering: Answering) -> None:
    assert answering.known_coverage(WORDS) is None
    assert answering.coverage(WORDS).agreed_words == 0
    assert answering.known_coverage(WORDS) == answering.coverage(WORDS)
    put(library, "A/RES/74/9", WORDS)
    answering.forget()
    assert answering.known_coverage(WORDS) is None
    with pytest.raises(NotPreparedError):
        answering.coverage(WORDS)
    answering.prepare()
    assert answering.coverage(WORDS).agreed_words == answering.coverage(WORDS).words


def test_preparing_again_makes_all_that_was_known_stale(library: Records, answering: Answering, draft: Draft) -> None:
    place = draft.standing[2].id
    assert answering.coverage(WORDS).agreed_words == 0
    texts, _ = answering.lineage(draft, place)
    put(library, "A/RES/70/9", WORDS)
    answering.prepare()
    assert answering.coverage(WORDS).agreed_words > 0
    assert len(answering.lineage(draft, place)[0]) == len(texts) + 1


def test_an_answer_begun_before_an_addition_is_not_kept_after_it(
    library: Records, answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, begun, go_on = type(Searchable(library).agreed).coverage, threading.Event(), threading.Event()

    def slowly(self: object, text: str) -> Coverage:
        begun.set()
        go_on.wait(20)
        return known(self, text)  # type: ignore[arg-type]

    with ThreadPoolExecutor() as pool:
        monkeypatch.setattr(type(Searchable(library).agreed), "coverage", slowly)
        asked = pool.submit(answering.coverage, WORDS)
        begun.wait(20)
        answering.forget()
        go_on.set()
        assert asked.result().agreed_words == 0
    assert answering.known_coverage(WORDS) is None


def test_only_the_latest_texts_are_kept(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.answering.COVERED", 2)
    for n in range(3):
        answering.coverage(f"{WORDS} {n}")
    assert [answering.known_coverage(f"{WORDS} {n}") is None for n in range(3)] == [True, False, False]


def test_a_lineage_has_the_text_that_was_just_added(library: Records, answering: Answering, draft: Draft) -> None:
    place = draft.standing[2].id
    texts, years = answering.lineage(draft, place)
    assert answering.lineage(draft, place)[0] is texts  # read once
    put(library, "A/RES/70/9")
    answering.forget()
    later, more = answering.lineage(draft, place)
    assert {text.symbol for text in later} - {text.symbol for text in texts} == {Symbol.parse("A/RES/70/9")}
    assert len(more) == len(years) + 1


def test_a_new_paragraph_has_no_lineage(answering: Answering, draft: Draft) -> None:
    new = replace(draft.paragraphs[0], origin=None)
    assert answering.lineage(replace(draft, paragraphs=(new,)), new.id) == ((), ())


def test_suggestions_are_those_of_the_ranker(library: Records, answering: Answering, draft: Draft) -> None:
    setting = Setting(draft, Searchable(library))
    for place, paragraph in enumerate(draft.standing[:8]):
        assert answering.suggestions(draft, paragraph.id) == rank.suggestions(setting, place)
    assert answering.suggestions(draft, "no such paragraph") == ()


class Slow:
    """A miner that lasts until it is let go; it counts how often it was run."""

    def __init__(self) -> None:
        self.runs: list[int] = []
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, _: Setting, place: int) -> Iterator[Suggestion]:
        self.runs.append(place)
        self.begun.set()
        self.go_on.wait(20)
        yield from ()


@contextmanager
def walk(
    answering: Answering, draft: Draft, asker: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Slow, list[Future[tuple[Suggestion, ...]]], list[int]]]:
    """Twelve paragraphs walked past while the first question of all is being worked on."""
    slow, ended = Slow(), list[int]()

    def last(_: Setting, place: int) -> Iterator[Suggestion]:
        ended.append(place)
        yield from ()

    monkeypatch.setattr(rank, "miners", lambda: (slow, last))
    with ThreadPoolExecutor(12) as pool:
        asked = [pool.submit(answering.suggestions, draft, draft.standing[0].id, answering.question(asker))]
        slow.begun.wait(20)
        asked += [
            pool.submit(answering.suggestions, draft, paragraph.id, answering.question(asker))
            for paragraph in draft.standing[1:12]
        ]
        yield slow, asked, ended


def test_twelve_paragraphs_walked_past_cost_the_running_question_and_the_last(
    answering: Answering, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    with walk(answering, draft, "side", monkeypatch) as (slow, asked, ended):
        slow.go_on.set()
    assert slow.runs == [0, 11]
    assert ended == [11]  # what was running stopped at its next step
    assert [isinstance(one.exception(), OvertakenError) for one in asked] == [True] * 11 + [False]


def test_other_askers_are_not_overtaken(answering: Answering, draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    with walk(answering, draft, "side", monkeypatch) as (slow, _, ended), ThreadPoolExecutor(1) as pool:
        other = pool.submit(answering.suggestions, draft, draft.standing[5].id, answering.question("another"))
        time.sleep(0.05)
        slow.go_on.set()
        assert other.result() == ()
    assert sorted(ended) == [5, 11]


def test_what_is_agreed_does_not_wait_for_suggestions(
    answering: Answering, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    with walk(answering, draft, "side", monkeypatch) as (slow, _, ended):
        assert answering.coverage(WORDS).agreed_words == 0
        assert answering.lineage(draft, draft.standing[2].id)[1]
        assert not ended
        slow.go_on.set()


def test_a_base_that_is_read_anew_is_followed_anew(library: Records, answering: Answering, draft: Draft) -> None:
    place = draft.standing[2].id
    first = answering.lineage(draft, place)[0]
    again = Desk(library).begin("75/190")
    assert again.adopted is not None
    texts = answering.lineage(again, place)[0]
    assert texts is not first
    assert texts[-1] is again.adopted.resolution


def test_the_newest_question_is_the_one_asked_last_and_not_the_one_answered_last(answering: Answering) -> None:
    first, second = answering.question("side"), answering.question("side")
    assert answering.overtaken(first)
    assert not answering.overtaken(second)
    assert not answering.overtaken(None)
    with pytest.raises(OvertakenError):
        answering.coverage(WORDS, first)
    assert answering.coverage(WORDS, second) == answering.coverage(WORDS, first)  # known by now


def test_questions_of_many_threads_have_numbers_of_their_own(answering: Answering) -> None:
    with ThreadPoolExecutor(8) as pool:
        asked = list(pool.map(lambda _: answering.question("side"), range(200)))
    assert {one.number for one in asked} == set(range(1, 201))
    assert not answering.overtaken(Question("side", 200))


def test_a_library_that_was_not_prepared_to_the_end_is_searched_as_far_as_it_goes(
    library: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.errors import StoppedError

    def stop(_: object) -> None:
        raise StoppedError("stopped")

    asked = Answering(library)
    stopped = asked.prepare(stop)
    assert stopped is not None
    assert asked.coverage(WORDS).agreed_words == 0
