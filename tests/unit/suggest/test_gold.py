"""The gold set: what a reader of the texts would want to be offered first, and is (`gold/cases.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from drafter.edit.begin import begin
from drafter.library.ports import Records
from drafter.library.searchable import Searchable
from drafter.model.suggestion import Suggestion
from drafter.suggest.rank import suggestions
from drafter.suggest.setting import Setting
from tests.support.gold import FOLDER, gold_library

CASES = tomllib.loads((FOLDER / "cases.toml").read_text(encoding="utf-8"))["paragraph"]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return gold_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def settings(library: Records) -> dict[str, Setting]:
    searchable = Searchable(library)
    bases = {case["of"]: library.get(case["of"]) for case in CASES}
    return {name: Setting(begin(base, str(base.symbol)), searchable) for name, base in bases.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['of']} {case['label']}")
def test_the_first_suggestions_are_the_right_ones(case: dict[str, Any], settings: dict[str, Setting]) -> None:
    setting = settings[case["of"]]
    found = suggestions(setting, setting.labels.index(case["label"]))
    told = [_told(one) for one in found]
    assert found or not case["first"], case["why"]
    assert not found or case["first"], (told, case["why"])
    for place, wanted in enumerate(case["first"]):
        assert _is(found[place] if place < len(found) else None, wanted), (place, wanted, told, case["why"])
    for one, wanted in zip(found[::-1], case.get("last", [])[::-1], strict=False):
        assert _is(one, wanted), (wanted, told, case["why"])


def _is(one: Suggestion | None, wanted: dict[str, str]) -> bool:
    if one is None or one.kind.value != wanted["kind"] or one.after != wanted.get("after"):
        return False
    cited = not one.sources if "from" not in wanted else bool(one.sources) and _place(one) == wanted["from"]
    return cited and any(wanted["puts"] in put for _, put in one.exchanged)


def _place(one: Suggestion) -> str:
    return f"{one.sources[0].symbol.removeprefix('A/RES/')} {one.sources[0].label}"


def _told(one: Suggestion) -> str:
    put = " … ".join(put for _, put in one.exchanged)
    return f"{one.kind} {one.after or ''} {_place(one) if one.sources else ''}: {put[:160]}"


def test_every_entry_says_why(library: Records) -> None:
    assert len(CASES) >= 20
    assert all(case["why"].endswith((".", "?")) and case["of"] and library.get(case["of"]) for case in CASES)
    assert len({(case["of"], case["label"]) for case in CASES}) == len(CASES)


def test_the_sisters_are_read_as_they_are_written(tmp_path: Path) -> None:
    library = gold_library(tmp_path)
    assert len(library.entries()) == 3 + 9
    assert sorted(map(len, library.contents().series.all())) == [2, 2, 2, 3, 3]
