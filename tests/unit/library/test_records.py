"""What any library must answer, whatever its records are kept in: the conformance suite of `ports.Records`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.errors import LibraryError
from drafter.library.ports import Records
from drafter.library.searchable import Searchable
from drafter.model.inline import Inline
from drafter.model.reading import Repair
from drafter.model.symbol import Symbol
from tests.support.engines import RECORDS
from tests.unit.library.test_store import put


@pytest.fixture(params=RECORDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Records]:
    """Opens the same library again and again."""
    return lambda: RECORDS[request.param](tmp_path / "library")


@pytest.fixture
def library(opened: Callable[[], Records]) -> Records:
    return opened()


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    return folder


def symbol(short: str) -> Symbol:
    found = Symbol.parse(short)
    assert found
    return found


def test_what_was_added_comes_back(opened: Callable[[], Records], sources: Path) -> None:
    reading = opened().add(put(sources, "74/1", "Rights of the child"))
    library = opened()
    assert library.reading("74/1") == library.reading(symbol("74/1")) == library.record("74/1").reading == reading
    assert library.get("A/RES/74/1").title.text == "Rights of the child"
    assert symbol("74/1") in library
    assert symbol("74/2") not in library
    (entry,) = library.entries()
    assert (str(entry.symbol), entry.title, entry.adopted) == (
        "A/RES/74/1",
        "Rights of the child",
        reading.resolution.adopted,
    )
    assert library.place == opened().place


def test_the_same_bytes_again_change_nothing(library: Records, sources: Path) -> None:
    source = put(sources, "74/1", "Rights of the child")
    library.add(source)
    kept = library.record("74/1")
    corrected = replace(kept.reading, repairs=(*kept.reading.repairs, Repair("PP1", "", "", "", by_hand=True)))
    library.keep(symbol("74/1"), replace(kept, reading=corrected))
    assert library.holding(source) == symbol("74/1")
    assert library.add(source) == corrected
    assert library.add(source, force=True) == kept.reading


def test_another_source_needs_force(library: Records, sources: Path) -> None:
    library.add(put(sources, "74/1", "Rights of the child"))
    other = put(sources, "74/1", "Rights of the child and of the youth")
    assert library.holding(other) is None
    with pytest.raises(LibraryError, match="A/RES/74/1 is in the library already, from another source; add --force"):
        library.add(other)
    library.add(other, force=True)
    assert library.get("74/1").title.text == "Rights of the child and of the youth"
    assert len(library.entries()) == 1


def test_a_text_without_a_symbol_is_refused(library: Records, sources: Path) -> None:
    path = sources / "notes.txt"
    path.write_text("The General Assembly,\n\nRecalling its resolution 1/1,\n", encoding="utf-8")
    with pytest.raises(LibraryError, match=r"no symbol of a resolution was found; name the file after it"):
        library.add(path)


def test_what_is_not_there_is_told_with_near_ones(library: Records, sources: Path) -> None:
    library.add(put(sources, "74/1", "Rights of the child"))
    for ask in (library.get, library.reading, library.record, library.symbol, library.remove, library.reread):
        with pytest.raises(LibraryError, match=r"74/11 is not in the library .*near: 74/1 \(Rights of the child\)"):
            ask("74/11")


def test_what_was_removed_is_gone(library: Records, sources: Path) -> None:
    source = put(sources, "74/1", "Rights of the child")
    library.add(source)
    library.remove("74/1")
    assert symbol("74/1") not in library
    assert library.entries() == ()
    assert library.holding(source) is None
    library.add(source)
    assert len(library.entries()) == 1


def test_the_contents_are_one_object_until_something_changes(library: Records, sources: Path) -> None:
    library.add(put(sources, "74/1", "Rights of the child"))
    before = library.contents()
    assert library.contents() is before
    assert library.contents().series is before.series
    library.add(put(sources, "75/1", "Rights of the child"))
    assert [str(entry.symbol) for entry in library.contents().entries] == ["A/RES/74/1", "A/RES/75/1"]
    assert len(before.entries) == 1


def test_a_fingerprint_changes_with_its_record_alone(library: Records, sources: Path) -> None:
    library.add(put(sources, "74/1", "Rights of the child"))
    library.add(put(sources, "74/2", "Oceans"))
    before = dict(library.fingerprints())
    kept = library.record("74/1")
    resolution = replace(kept.reading.resolution, title=Inline("Rights of all children"))
    library.keep(symbol("74/1"), replace(kept, reading=replace(kept.reading, resolution=resolution)))
    after = library.fingerprints()
    assert before.keys() == after.keys() == {"A/RES/74/1", "A/RES/74/2"}
    assert before["A/RES/74/1"] != after["A/RES/74/1"]
    assert before["A/RES/74/2"] == after["A/RES/74/2"]
    assert library.entries()[0].title == "Rights of all children"


def test_series_by_symbol_and_by_title(library: Records, sources: Path) -> None:
    for year in (75, 74, 76):
        library.add(put(sources, f"{year}/1", "Rights of the child"))
    library.add(put(sources, "75/9", "Oceans"))
    assert [one.short for one in library.series_of("75/1")] == ["74/1", "75/1", "76/1"]
    assert [one.short for one in library.series_of("Rights of the Child")] == ["74/1", "75/1", "76/1"]
    assert [one.short for one in library.series_of(symbol("75/9"))] == ["75/9"]
    assert library.series_of("77/1") == library.series_of("No such title") == ()


def test_verify_and_reread_agree_with_the_source(library: Records, sources: Path) -> None:
    library.add(put(sources, "74/1", "Rights of the child"))
    assert [(one.record, one.problems, one.older_reader) for one in library.verify()] == [("A_RES_74_1", (), False)]
    kept = library.record("74/1")
    assert kept.source
    resolution = replace(kept.reading.resolution, adopted=date(1999, 1, 1))
    other = replace(kept.reading, resolution=resolution)
    library.keep(symbol("74/1"), replace(kept, reading=other, source=replace(kept.source, reader=1)))
    (one,) = library.verify()
    assert [problem.where for problem in one.problems] == ["masthead"]
    assert one.older_reader
    assert [problem.where for problem in library.reread("74/1").changed] == ["masthead"]
    assert library.record("74/1") == kept


def test_the_stores_follow_the_records(opened: Callable[[], Records], sources: Path) -> None:
    library = opened()
    for year in (74, 75):
        library.add(put(sources, f"{year}/1", "Rights of the child"))
    searchable = Searchable(library)
    searchable.prepare()
    for store in (searchable.index, searchable.agreed):
        assert store.fingerprints() == library.fingerprints()
    assert list(searchable.changes.fingerprints()) == [("A/RES/74/1", "A/RES/75/1")]
    searchable.agreed.close()
    searchable.changes.close()
    library.remove("74/1")
    again = Searchable(opened())
    assert set(again.index.fingerprints()) == set(again.agreed.fingerprints()) == {"A/RES/75/1"}
    assert not again.changes.fingerprints()
    again.agreed.close()
    again.changes.close()


def test_many_threads_add_and_ask_at_once(opened: Callable[[], Records], sources: Path) -> None:
    files = [put(sources, f"60/{number}", f"Item number {number}") for number in range(1, 25)]
    library = opened()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda source: (library.add(source), library.entries(), library.fingerprints()), files))
    assert len(library.entries()) == len(opened().fingerprints()) == 24
