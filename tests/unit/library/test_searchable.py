"""What is derived from the library follows its files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drafter.errors import BusyError, StoppedError
from drafter.library.locate import open_records
from drafter.library.ports import Index
from drafter.library.searchable import Progress, Searchable
from drafter.resources import shipped


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for source in shipped("corpus").glob("A_RES_*"):
        shutil.copy(source, tmp_path)
    return tmp_path


def counts(root: Path) -> tuple[int, int, int]:
    searchable = Searchable(open_records(root))
    return (
        searchable.index.stats().resolutions,
        len(searchable.agreed.fingerprints()),
        len(searchable.changes.fingerprints()),
    )


def test_three_resolutions_need_no_preparation(root: Path) -> None:
    told: list[str] = []
    searchable = Searchable(open_records(root), told.append)
    assert {hit.passage.symbol for hit in searchable.index.search("songbun").hits} == {"A/RES/72/188", "A/RES/75/190"}
    assert counts(root) == (3, 3, 2)
    assert told == []


def test_a_resolution_that_goes_and_comes_back(root: Path) -> None:
    assert counts(root) == (3, 3, 2)
    kept = (root / "A_RES_72_188.toml").read_bytes()
    (root / "A_RES_72_188.toml").unlink()
    assert counts(root) == (2, 2, 1)
    (root / "A_RES_72_188.toml").write_bytes(kept)
    assert counts(root) == (3, 3, 2)


def test_a_record_corrected_by_hand_is_found_with_its_new_words(root: Path) -> None:
    counts(root)
    record = root / "A_RES_75_190.toml"
    record.write_text(record.read_text(encoding="utf-8").replace("songbun", "zongbun"), encoding="utf-8", newline="\n")
    index = Searchable(open_records(root)).index
    assert {hit.passage.symbol for hit in index.phrase("zongbun").hits} == {"A/RES/75/190"}
    assert {hit.passage.symbol for hit in index.phrase("songbun").hits} == {"A/RES/72/188"}


def test_all_of_it_may_vanish_or_be_damaged_at_any_time(root: Path) -> None:
    counts(root)
    derived = open_records(root).derived
    for name in ("agreed.sqlite", "changes.sqlite", "index/meta.json"):
        (derived / name).write_bytes(b"damaged" * 999)
    assert counts(root) == (3, 3, 2)
    shutil.rmtree(derived)
    assert counts(root) == (3, 3, 2)


def test_while_another_process_writes_what_is_there_is_searched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.library.local.index import TantivyIndex

    counts(root)
    (root / "A_RES_72_188.toml").unlink()

    def busy(index: Index, symbols: object) -> None:
        raise BusyError("busy")

    monkeypatch.setattr(TantivyIndex, "remove", busy)
    told: list[str] = []
    assert Searchable(open_records(root), told.append).index.stats().resolutions == 3
    assert "another drafter" in told[0]


def test_the_preparation_tells_how_far_it_is_and_keeps_what_it_had_when_stopped(root: Path) -> None:
    library = open_records(root)
    heard: list[Progress] = []

    def after_one(progress: Progress) -> None:
        heard.append(progress)
        if progress.done == 1:
            raise StoppedError("enough")

    stopped = Searchable(library, watch=after_one)
    stopped.prepare()
    assert stopped.stopped == Progress("search", 1, 3)
    assert len(stopped.index.fingerprints()) == 1
    assert not stopped.agreed.fingerprints()
    assert str(heard[-1]) == "preparing the library (search): 1 of 3"
    stopped.agreed.close()

    again = Searchable(library)
    again.prepare()
    assert again.stopped is None
    assert len(again.index.fingerprints()) == len(again.agreed.fingerprints()) == 3
    assert again.changes.fingerprints()
