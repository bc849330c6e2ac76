"""The library: what goes in comes back, nothing is lost, and the catalogue can vanish at any time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drafter.errors import DrafterError, LibraryError
from drafter.library import record
from drafter.library.local.catalogue import Catalogue
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.values import Problem
from drafter.model.reading import Repair
from drafter.model.symbol import Symbol
from drafter.resources import shipped
from tests.support import real
from tests.support.program import ROOT

TEXT = """\
A/RES/{symbol}

Resolution adopted by the General Assembly on 16 December 20{year}

{symbol}.  {title}

The General Assembly,

Recalling its resolution {before} of 18 December 2019,

1. Decides to remain seized of the matter.
"""


def put(folder: Path, symbol: str, title: str, before: str = "10/1") -> Path:
    path = folder / f"A_RES_{symbol.replace('/', '_')}.txt"
    year = int(symbol.partition("/")[0]) - 55
    path.write_text(TEXT.format(symbol=symbol, title=title, before=before, year=year), encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Records:
    return open_records(tmp_path / "library")


@pytest.fixture
def seeds(tmp_path: Path) -> Iterator[Records]:
    shutil.copytree(shipped("corpus"), tmp_path / "seeds", ignore=shutil.ignore_patterns(".*"))
    yield open_records(tmp_path / "seeds")


def test_what_is_added_comes_back(library: Records, tmp_path: Path) -> None:
    source = put(tmp_path, "74/1", "Rights of the child")
    reading = library.add(source)
    assert library.reading("74/1") == library.reading("A/RES/74/1") == reading
    assert library.get("74/1").title.text == "Rights of the child"
    assert (library.root / "A_RES_74_1.txt").read_bytes() == source.read_bytes()
    (entry,) = library.entries()
    assert (str(entry.symbol), entry.title, entry.paragraphs, entry.operative) == (
        "A/RES/74/1",
        "Rights of the child",
        2,
        1,
    )
    assert entry.cites == ("10/1",)


def test_the_same_file_again_changes_nothing(seeds: Records) -> None:
    source = next(seeds.root.glob("*72_188.txt"))
    path = seeds.root / "A_RES_72_188.toml"
    corrected = (
        path.read_text(encoding="utf-8").replace("Distr", "distr") + '\n[[repair]]\nwhere = "PP1"\nby_hand = true\n'
    )
    path.write_text(corrected, encoding="utf-8")
    assert seeds.holding(source) == Symbol.parse("72/188")
    assert seeds.add(source).repairs[-1] == Repair("PP1", "", "", "", by_hand=True)
    assert path.read_text(encoding="utf-8") == corrected


def test_a_record_beside_its_source_comes_along(seeds: Records, library: Records) -> None:
    path = seeds.root / "A_RES_67_181.toml"
    path.write_text(
        path.read_text(encoding="utf-8") + '\n[[repair]]\nwhere = "PP1"\nby_hand = true\n', encoding="utf-8"
    )
    source = seeds.root / "A_RES_67_181.txt"
    library.add(source)
    assert library.reading("67/181") == seeds.reading("67/181")
    library.remove("67/181")
    source.write_bytes(source.read_bytes() + b"\n")
    assert not any(repair.by_hand for repair in library.add(source).repairs)


def test_another_source_of_the_same_symbol_needs_force(library: Records, tmp_path: Path) -> None:
    library.add(put(tmp_path, "74/1", "Rights of the child"))
    other = put(tmp_path, "74/1", "Rights of the child and of the youth")
    with pytest.raises(LibraryError, match="A/RES/74/1 is in the library already, from another source; add --force"):
        library.add(other)
    library.add(other, force=True)
    assert library.get("74/1").title.text == "Rights of the child and of the youth"


def test_a_text_without_a_symbol_is_refused_with_a_remedy(library: Records, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The General Assembly,\n\nRecalling its resolution 1/1,\n", encoding="utf-8")
    with pytest.raises(LibraryError, match=r"no symbol of a resolution was found; name the file after it"):
        library.add(path)
    assert not library.root.exists()


def test_what_is_removed_is_gone(seeds: Records) -> None:
    seeds.remove("67/181")
    assert not list(seeds.root.glob("*67_181*"))
    assert [entry.symbol.short for entry in seeds.entries()] == ["72/188", "75/190"]
    with pytest.raises(LibraryError, match=r"67/181 is not in the library .*; near: "):
        seeds.get("67/181")


def test_a_wrong_number_finds_the_near_ones(seeds: Records) -> None:
    with pytest.raises(LibraryError, match=r"near: 75/190 \(Situation of human rights"):
        seeds.get("75/191")
    with pytest.raises(LibraryError, match=r"near: .*75/190 \(Situation of human rights"):
        seeds.get("situation of human rights")


def test_the_bundled_texts_are_one_series(seeds: Records) -> None:
    series = tuple(Symbol.parse(short) for short in ("67/181", "72/188", "75/190"))
    assert seeds.series_of("72/188") == series
    assert seeds.series_of("Situation of human rights in the Democratic People’s Republic of KOREA") == series
    assert seeds.series_of("A/RES/1/1") == seeds.series_of("no such title") == ()


def test_a_series_survives_a_new_title_but_not_two_in_a_session(library: Records, tmp_path: Path) -> None:
    for symbol, title, before in [
        ("70/1", "Rights of the child", "69/5"),
        ("71/3", "The rights of the child", "70/1"),
        ("72/2", "Rights of the Child online", "71/3"),
        ("72/7", "On the rights of the child", "71/3"),
        ("73/9", "Oceans and the law of the sea", "72/2"),
    ]:
        library.add(put(tmp_path, symbol, title, before))
    assert [symbol.short for symbol in library.series_of("70/1")] == ["70/1", "71/3", "72/7"]
    assert [symbol.short for symbol in library.series_of("72/2")] == ["72/2"]
    assert [symbol.short for symbol in library.series_of("73/9")] == ["73/9"]


def test_the_catalogue_is_built_again_where_it_is_missing_or_damaged(seeds: Records) -> None:
    before = seeds.entries()
    catalogue = seeds.derived / "catalogue.sqlite"
    for damage in (b"", b"not a database at all" * 500, catalogue.read_bytes()[:-2000] + b"\x00" * 2000):
        catalogue.write_bytes(damage)
        assert open_records(seeds.root).entries() == before
    shutil.rmtree(seeds.derived)
    assert open_records(seeds.root).entries() == before


def test_the_catalogue_is_read_again_only_after_a_change(seeds: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    entries = Catalogue.entries

    def counting(catalogue: Catalogue) -> object:
        looked.append(catalogue)
        return entries(catalogue)

    monkeypatch.setattr(Catalogue, "entries", counting)
    for _ in range(9):
        assert len(seeds.entries()) == len(seeds.fingerprints()) == 3
        assert seeds.series_of("75/190")
    assert len(looked) == 1
    seeds.remove("67/181")
    assert len(seeds.entries()) == 2
    assert len(looked) == 2


def test_an_edit_by_hand_is_seen_at_the_next_look(seeds: Records) -> None:
    seeds.entries()
    path = seeds.root / "A_RES_75_190.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("adopted = 2020-12-16", "adopted = 2020-12-17"), encoding="utf-8"
    )
    assert str(seeds.entries()[-1].adopted) == "2020-12-17"


def test_a_broken_record_is_reported_and_the_others_listed(seeds: Records) -> None:
    path = seeds.root / "A_RES_75_190.toml"
    path.write_text("format = 1\ntitle = \n", encoding="utf-8")
    (seeds.root / "A_RES_1_1.toml").write_bytes(b"\xff\xfe")
    contents = seeds.contents()
    assert [entry.symbol.short for entry in contents.entries] == ["67/181", "72/188"]
    assert [damaged.stem for damaged in contents.damaged] == ["A_RES_1_1", "A_RES_75_190"]
    assert "A_RES_75_190.toml, line 2" in contents.damaged[1].problem
    seeds.remove("75/190")
    assert not path.exists()


def problems(library: Records) -> tuple[Problem, ...]:
    return next(one.problems for one in library.verify() if one.record == "A_RES_75_190")


def test_verify_finds_what_departs_from_the_source(seeds: Records) -> None:
    seeds.remove("72/188")
    assert all(one.problems == () for one in seeds.verify())
    seeds.remove("67/181")
    path = seeds.root / "A_RES_75_190.toml"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("pervasive culture of impunity", "pervasive culture of secrecy")
    path.write_text(changed, encoding="utf-8")
    wrong = problems(seeds)
    assert [problem.where for problem in wrong] == ["PP3"]
    assert "culture of secrecy" in wrong[0].what
    path.write_text(changed + '\n[[repair]]\nwhere = "PP3"\nwhy = "misprint"\nby_hand = true\n', encoding="utf-8")
    assert problems(seeds) == ()
    source = seeds.root / "A_RES_75_190.md"
    source.write_bytes(source.read_bytes() + b" ")
    assert "has changed since it was read" in problems(seeds)[0].what
    source.unlink()
    assert "no such file" in problems(seeds)[0].what


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 0)() == 0, reason="nothing is read-only for root")
def test_a_read_only_library_can_be_read(seeds: Records, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    seeds.root.chmod(0o555)
    try:
        assert len(seeds.entries()) == 3
        assert seeds.root not in seeds.derived.parents
        with pytest.raises(DrafterError, match="cannot write this file: permission denied"):
            seeds.add(put(tmp_path, "74/1", "Rights of the child"))
    finally:
        seeds.root.chmod(0o755)


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    root = tmp_path / "library"
    sources = [put(tmp_path, f"60/{number}", f"Item number {number}") for number in range(1, 25)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda source: (open_records(root).add(source), open_records(root).entries()), sources))
    assert len(open_records(root).entries()) == 24
    assert not list(root.glob(".*.tmp"))


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_a_kill_leaves_whole_files(tmp_path: Path) -> None:
    root = tmp_path / "library"
    for number in range(1, 200):
        put(tmp_path, f"60/{number}", f"Item number {number}")
    program = subprocess.Popen(
        [sys.executable, "-m", "drafter", "--corpus", str(root), "corpus", "add", str(tmp_path)],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert program.stderr is not None
    for _ in range(40):  # two lines a file
        program.stderr.readline()
    program.send_signal(signal.SIGKILL)
    program.communicate()
    contents = open_records(root).contents()
    assert 20 <= len(contents.entries) < 199
    assert contents.damaged == ()
    assert len(list(root.glob("*.toml"))) == len(contents.entries)


@pytest.mark.real
def test_real_texts_come_back_exactly(library: Records, tmp_path: Path) -> None:
    texts = {**real.texts("ga_78_80_text"), **real.texts("prior_text")}
    for stem in list(texts)[::90]:
        (tmp_path / f"{stem}.txt").write_text(texts[stem], encoding="utf-8")
        reading = library.add(tmp_path / f"{stem}.txt")
        assert library.reading(reading.resolution.symbol or "") == reading
        assert record.loads(record.dumps(reading), stem) == reading
    assert len(library.entries()) == len(list(texts)[::90])
    assert all(one.problems == () for one in library.verify())
