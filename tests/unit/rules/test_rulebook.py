"""Tables belong to the library that is being asked: two libraries with other tables in one process."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import drafter
from drafter.api import OpenLibrary
from drafter.errors import DrafterError
from drafter.model.resolution import Kind
from drafter.rules.openings import opening_length
from drafter.rules.rulebook import Rulebook, current, go_by, using
from drafter.rules.tables import kept, table
from tests.support.program import ROOT


@pytest.fixture(autouse=True)
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path / "config"))
    return tmp_path / "config" / "rules"


def library(folder: Path, **tables: str) -> OpenLibrary:
    shutil.copytree(ROOT / "corpus", folder, ignore=shutil.ignore_patterns(".*"))
    (folder / "rules").mkdir()
    for name, text in tables.items():
        (folder / "rules" / f"{name}.toml").write_text(text, encoding="utf-8")
    return drafter.open_library(folder)


def spelt(opened: OpenLibrary) -> set[tuple[str, str | None]]:
    return {(one.found, one.suggest) for one in opened.check("75/190") if one.rule == "spelling"}


def test_two_libraries_go_by_their_own_tables(tmp_path: Path) -> None:
    one = library(tmp_path / "one", spelling='[preferred]\nimpunity = "lawlessness"\n')
    other = library(tmp_path / "other", spelling='[preferred]\nculture = "way"\n')
    wanted = [{("impunity", "lawlessness")}, {("culture", "way")}]
    for _ in range(2):
        assert [spelt(one), spelt(other)] == wanted
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(spelt, [one, other] * 8)) == wanted * 8
    draft, same = one.new("75/190"), other.new("75/190")
    assert one.check(draft) != other.check(same)


def test_openings_of_a_library_set_what_is_italic(tmp_path: Path) -> None:
    known = table("openings")["verbs"]
    verbs = f"verbs = {[*known, 'ponders']!r}\n"
    one, other = library(tmp_path / "one", openings=verbs), library(tmp_path / "other")
    first, second = one.new("75/190"), other.new("75/190")
    for draft in (first, second):
        draft.write("OP3", "Ponders the situation;")
    assert first["OP3"].inline.markup == "*Ponders* the situation;"
    assert second["OP3"].inline.markup == "Ponders the situation;"


def test_the_drafters_own_tables_win_over_the_librarys(tmp_path: Path, configuration: Path) -> None:
    configuration.mkdir(parents=True)
    (configuration / "spelling.toml").write_text('[preferred]\nculture = "habit"\n', encoding="utf-8")
    opened = library(tmp_path / "one", spelling='[preferred]\nculture = "way"\nimpunity = "lawlessness"\n')
    assert spelt(opened) == {("culture", "habit"), ("impunity", "lawlessness")}
    assert table("spelling")["preferred"]["culture"] == "habit"  # without a library the drafter's own hold


def test_what_is_remembered_is_remembered_for_one_rulebook() -> None:
    asked: list[str] = []

    @kept(2)
    def shouted(word: str) -> str:
        asked.append(word)
        return word.upper()

    one, other = Rulebook(added=()), Rulebook(added=())
    for book in (one, other):
        with using(book):
            assert (shouted("a"), shouted("a"), shouted.cache_info().hits) == ("A", "A", 1)
    assert asked == ["a", "a"]


def test_a_front_end_says_once_what_it_goes_by() -> None:
    book, other = Rulebook(added=()), Rulebook(added=())
    go_by(book)
    try:
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(current).result() is book
        with using(other):
            assert current() is other
    finally:
        go_by(None)
    assert current() is not book


def test_a_table_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    opened = library(tmp_path / "one", spelling="[preferred\n")
    with pytest.raises(DrafterError, match=r"spelling.toml: your own rules cannot be read"):
        opened.check("75/190")
    assert opening_length("Recalling the Charter,", Kind.PREAMBULAR) == 9
