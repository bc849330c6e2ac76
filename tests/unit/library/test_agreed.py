"""Agreed language is exact: the same as reading every adopted paragraph from its first word to its last."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.library.agreed import AgreedLanguage, Run, Standing
from drafter.library.index import Indexed, Passage
from drafter.library.runs import RUN
from drafter.library.terms import plain_words, words


def resolution(symbol: str, adopted: date | None, *texts: str, fingerprint: str = "1") -> Indexed:
    passages = (Passage(symbol, f"OP{n}", n - 1, text, adopted=adopted) for n, text in enumerate(texts, 1))
    return Indexed(symbol, fingerprint, tuple(passages))


def by_reading(text: str, library: list[Indexed], before: date | None, without: frozenset[str]) -> list[Run]:
    """Every run of the text looked for in every paragraph."""
    worded = words(text)
    own = [word.text for word in worded]
    passages = [
        (passage, plain_words(passage.text))
        for one in library
        if one.symbol not in without
        for passage in one.passages
        if before is None or (passage.adopted is not None and passage.adopted < before)
    ]

    def stands_in(start: int, end: int) -> list[Passage]:
        wanted = tuple(own[start:end])
        return [
            passage
            for passage, there in passages
            if any(there[at : at + len(wanted)] == wanted for at in range(len(there)))
        ]

    found = [
        (start, end) for start in range(len(own)) for end in range(start + RUN, len(own) + 1) if stands_in(start, end)
    ]
    longest = [
        run for run in found if not any(other != run and other[0] <= run[0] and run[1] <= other[1] for other in found)
    ]
    runs = []
    for start, end in longest:
        where = stands_in(start, end)
        first = min(where, key=lambda p: (p.adopted or date.max, p.symbol, p.place))
        newest = max(where, key=lambda p: (p.adopted or date.min, p.symbol))
        latest = min((p for p in where if p.symbol == newest.symbol), key=lambda p: p.place)
        runs.append(
            Run(
                worded[start].start,
                worded[end - 1].end,
                end - start,
                len({p.symbol for p in where}),
                Standing(first.symbol, first.label, first.adopted),
                Standing(latest.symbol, latest.label, latest.adopted),
            )
        )
    return runs


FEW_WORDS = st.lists(st.sampled_from(["all", "forms", "of", "torture"]), max_size=24).map(" ".join)
DAYS = st.sampled_from([None, date(2018, 12, 17), date(2019, 12, 18), date(2020, 12, 16)])
LIBRARIES = st.lists(st.tuples(DAYS, st.lists(FEW_WORDS, min_size=1, max_size=3)), max_size=5).map(
    lambda several: [resolution(f"A/RES/75/{n}", day, *texts) for n, (day, texts) in enumerate(several)]
)


@settings(max_examples=60, deadline=None)
@given(FEW_WORDS, LIBRARIES, DAYS, st.sets(st.sampled_from(["A/RES/75/0", "A/RES/75/1"])).map(frozenset))
def test_the_same_as_reading_everything(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    library: list[Indexed],
    before: date | None,
    without: frozenset[str],
) -> None:
    agreed = AgreedLanguage(tmp_path_factory.mktemp("agreed") / "agreed.sqlite")
    agreed.add(library)
    covered = agreed.coverage(text, before, without)
    assert list(covered.runs) == by_reading(text, library, before, without)
    inside = {n for n, word in enumerate(words(text)) for run in covered.runs if run.start <= word.start < run.end}
    assert (covered.words, covered.agreed_words) == (len(words(text)), len(inside))
    agreed.close()


@pytest.fixture
def agreed(tmp_path: Path) -> AgreedLanguage:
    return AgreedLanguage(tmp_path / "agreed.sqlite")


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


def test_many_removed_texts_are_swept_out(agreed: AgreedLanguage, tmp_path: Path) -> None:
    agreed.add(resolution(f"A/RES/70/{n}", date(2015, 1, 1), PHRASE) for n in range(150))
    agreed.remove([f"A/RES/70/{n}" for n in range(149)])
    assert agreed.coverage(PHRASE).runs[0].count == 1
    assert agreed._base.execute("SELECT count(*) FROM run").fetchone() == (8 - RUN + 1,)


def test_a_file_that_is_no_base_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "agreed.sqlite"
    file.write_text("not a base at all, and longer than a header of a base would be" * 9, encoding="utf-8")
    agreed = AgreedLanguage(file)
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
        from drafter.library.agreed import AgreedLanguage
        from tests.unit.library.test_agreed import PHRASE, resolution
        agreed = AgreedLanguage(Path({str(tmp_path / "agreed.sqlite")!r}))
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
    agreed = AgreedLanguage(tmp_path / "agreed.sqlite")
    assert len(agreed.fingerprints()) >= acknowledged
    assert agreed.coverage(PHRASE).runs[0].count == len(agreed.fingerprints())
