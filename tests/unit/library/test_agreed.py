"""Agreed language is exact: the same as reading every adopted paragraph from its first word to its last.

What every engine is put to is the conformance suite of `ports.AgreedLanguage`; the rest is the local engine's.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.library.local import longest
from drafter.library.local.agreed import SqliteAgreedLanguage
from drafter.library.ports import AgreedLanguage
from drafter.library.runs import RUN
from drafter.library.terms import words
from drafter.library.values import Indexed, Passage
from tests.support.engines import STORES
from tests.support.plain_stores import by_reading


def resolution(symbol: str, adopted: date | None, *texts: str, fingerprint: str = "1") -> Indexed:
    passages = (Passage(symbol, f"OP{n}", n - 1, text, adopted=adopted) for n, text in enumerate(texts, 1))
    return Indexed(symbol, fingerprint, tuple(passages))


WORDS = ["all", "forms", "of", "torture"]
DAYS = [None, date(2018, 12, 17), date(2019, 12, 18), date(2020, 12, 16)]
SYMBOLS = [f"A/RES/75/{n}" for n in range(7, 12)]
SOME_SYMBOLS = st.sets(st.sampled_from(SYMBOLS), max_size=2).map(frozenset)


def libraries(choice: Random) -> tuple[list[Indexed], list[Indexed], str]:
    """Resolutions that share much of their language, others in place of some of them, and a text made of all."""
    vocabulary = [f"word{n}" for n in range(choice.choice((2, 4, 40)))]
    material = [choice.choices(vocabulary, k=choice.randrange(4, 24)) for _ in range(choice.randrange(1, 5))]

    def pieced(sources: list[list[str]]) -> list[str]:
        """Pieces of the sources, now and then with a word between."""
        pieces = []
        for _ in range(choice.randrange(1, 4)):
            source = choice.choice(sources)
            start = choice.choice((0, choice.randrange(len(source))))
            pieces += source[start : choice.choice((len(source), start + choice.randrange(1, 16)))]
            pieces += choice.choices(vocabulary, k=choice.randrange(2))
        return pieces

    def resolutions(symbols: list[str]) -> list[Indexed]:
        return [
            resolution(
                symbol, choice.choice(DAYS), *(" ".join(pieced(material)) for _ in range(choice.randrange(1, 4)))
            )
            for symbol in symbols
        ]

    first = resolutions(SYMBOLS[: choice.randrange(1, len(SYMBOLS) + 1)])
    replaced = resolutions(choice.sample(SYMBOLS, choice.randrange(3)))
    across_paragraphs = [" ".join(passage.text for passage in one.passages).split() for one in [*first, *replaced]]
    return first, replaced, " ".join(pieced([*material, *across_paragraphs]))


@settings(max_examples=200, deadline=None)
@given(st.integers(0), SOME_SYMBOLS, st.sampled_from(DAYS), SOME_SYMBOLS, st.sampled_from([0, 1, 4, 1000]))
def test_the_same_as_reading_everything(
    tmp_path_factory: pytest.TempPathFactory,
    seed: int,
    removed: frozenset[str],
    before: date | None,
    without: frozenset[str],
    cheaper: int,
) -> None:
    first, replaced, text = libraries(Random(seed))
    agreed = SqliteAgreedLanguage(tmp_path_factory.mktemp("agreed") / "agreed.sqlite")
    agreed.add(first)
    agreed.add(replaced)
    agreed.remove(removed)
    held = {one.symbol: one for one in [*first, *replaced] if one.symbol not in removed}
    with patch.object(longest, "_CHEAPER", cheaper):  # places looked up one by one, or read whole
        covered = agreed.coverage(text, before, without)
    assert list(covered.runs) == by_reading(text, list(held.values()), before, without)
    inside = {n for n, word in enumerate(words(text)) for run in covered.runs if run.start <= word.start < run.end}
    assert (covered.words, covered.agreed_words) == (len(words(text)), len(inside))
    agreed.close()


@pytest.fixture(params=STORES)
def agreed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AgreedLanguage]:
    opened = STORES[request.param](tmp_path / "stores").agreed()
    yield opened
    opened.close()


PHRASE = "the promotion and protection of all human rights"
YEARS = [
    resolution("A/RES/72/1", date(2017, 12, 19), f"Emphasizing {PHRASE},"),
    resolution("A/RES/75/1", date(2020, 12, 16), "Something else altogether", f"Stressing {PHRASE} for all,"),
]


def test_typography_punctuation_and_case_do_not_count(agreed: AgreedLanguage) -> None:
    agreed.add([resolution("A/RES/72/1", date(2017, 12, 19), "the “follow‑up” to Member States’ decisions of 2015,")])
    (run,) = agreed.coverage('Notes the "follow-up" to Member States\' decisions; of 2015').runs
    assert (run.start, run.words) == (6, 8)


def test_first_and_latest_and_how_often(agreed: AgreedLanguage) -> None:
    agreed.add(YEARS)
    (run,) = agreed.coverage(f"Reaffirms {PHRASE} and dignity").runs
    assert (run.count, run.words) == (2, 8)
    assert (run.first.symbol, run.first.label) == ("A/RES/72/1", "OP1")
    assert (run.latest.symbol, run.latest.label) == ("A/RES/75/1", "OP2")
    (run,) = agreed.coverage(PHRASE, before=date(2020, 12, 16)).runs
    assert (run.count, run.latest.symbol) == (1, "A/RES/72/1")


def test_a_run_does_not_go_on_into_the_next_paragraph(agreed: AgreedLanguage) -> None:
    agreed.add([resolution("A/RES/72/1", date(2017, 12, 19), "one two three four", "five six seven eight")])
    assert agreed.coverage("one two three four five six seven eight").runs == ()


def test_a_replaced_and_a_removed_text_are_forgotten(agreed: AgreedLanguage) -> None:
    agreed.add(YEARS)
    agreed.add([resolution("A/RES/75/1", date(2020, 12, 16), "Other words", fingerprint="2")])
    assert agreed.fingerprints() == {"A/RES/72/1": "1", "A/RES/75/1": "2"}
    assert agreed.coverage(PHRASE).runs[0].count == 1
    agreed.remove(["A/RES/72/1", "A/RES/1/1"])
    assert agreed.coverage(PHRASE).runs == ()


def test_threads_may_ask_while_another_writes(agreed: AgreedLanguage) -> None:
    agreed.add(YEARS)

    def ask(n: int) -> bool:
        if n % 10 == 0:
            agreed.add([resolution(f"A/RES/80/{n}", date(2025, 1, 1), PHRASE)])
        run = agreed.coverage(PHRASE, before=date(2021, 1, 1)).runs[0]
        return (run.count, run.first.symbol, run.latest.symbol) == (2, "A/RES/72/1", "A/RES/75/1")

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(ask, range(60)))
    assert agreed.coverage(PHRASE).runs[0].count == 8


def test_one_that_is_stopped_keeps_what_it_was_given(agreed: AgreedLanguage) -> None:
    agreed.add(one for one in YEARS[:1])
    assert agreed.fingerprints() == {"A/RES/72/1": "1"}
    agreed.add([])
    assert agreed.fingerprints() == {"A/RES/72/1": "1"}


@pytest.mark.parametrize(
    ("held", "gone", "swept"),
    [(150, 149, True), (150, 101, True), (150, 100, False), (1200, 105, False), (1200, 125, True)],
)
def test_many_removed_texts_are_swept_out_and_few_passed_over(
    tmp_path: Path, held: int, gone: int, swept: bool
) -> None:
    agreed = SqliteAgreedLanguage(tmp_path / "agreed.sqlite")
    agreed.add(resolution(f"A/RES/70/{n}", date(2015, 1, 1), PHRASE) for n in range(held))
    agreed.remove([f"A/RES/70/{n}" for n in range(gone)])
    left = held - gone
    assert agreed.coverage(PHRASE).runs[0].count == left
    with agreed._database.reading() as base:
        (runs,) = base.execute("SELECT count(*) FROM run").fetchone()
        (waiting,) = base.execute("SELECT count(*) FROM gone").fetchone()
    assert (runs, waiting) == ((8 - RUN + 1) * (left if swept else held), 0 if swept else gone)
    agreed.close()


def test_a_file_that_is_no_base_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "agreed.sqlite"
    file.write_text("not a base at all, and longer than a header of a base would be" * 9, encoding="utf-8")
    agreed = SqliteAgreedLanguage(file)
    agreed.add(YEARS)
    assert agreed.coverage(PHRASE).runs


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_writer_leaves_a_base_that_can_be_filled_up(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import sys
        from datetime import date
        from pathlib import Path
        sys.path[:0] = [{str(Path.cwd())!r}]
        from drafter.library.local.agreed import SqliteAgreedLanguage
        from tests.unit.library.test_agreed import PHRASE, resolution
        agreed = SqliteAgreedLanguage(Path({str(tmp_path / "agreed.sqlite")!r}))
        for n in range(10**6):
            agreed.add([resolution(f"A/RES/80/{{n}}", date(2025, 1, 1), *[PHRASE] * 40)])
            print(n, flush=True)
        """
    )
    writer = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    while int(writer.stdout.readline()) < 3:
        pass
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged = 4 + len(writer.stdout.read().split())
    writer.wait()
    agreed = SqliteAgreedLanguage(tmp_path / "agreed.sqlite")
    assert len(agreed.fingerprints()) >= acknowledged
    assert agreed.coverage(PHRASE).runs[0].count == len(agreed.fingerprints())
