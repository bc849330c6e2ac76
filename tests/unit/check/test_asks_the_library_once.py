"""The checks look at the library once a text, however many resolutions the text cites."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from drafter.desk import Desk
from drafter.library import contents
from drafter.library.local.records import FolderRecords
from drafter.resources import shipped


@pytest.mark.parametrize("name", ["75/190", "draft"])
def test_the_catalogue_is_not_asked_for_each_citation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shutil.copytree(shipped("corpus"), tmp_path / "corpus", ignore=shutil.ignore_patterns(".*"))
    desk = Desk.at(tmp_path / "corpus")
    text = desk.begin("75/190") if name == "draft" else name
    pending = desk.updates("75/190")
    asked: Counter[str] = Counter()
    for method in ("contents", "entries", "series_of", "fingerprints"):
        monkeypatch.setattr(FolderRecords, method, counting(asked, method, getattr(FolderRecords, method)))
    monkeypatch.setattr(contents, "SeriesMap", counting(asked, "SeriesMap", contents.SeriesMap))
    assert desk.findings(text, pending)
    assert asked["contents"] <= 1
    assert asked["SeriesMap"] <= 1
    assert asked.keys() <= {"contents", "SeriesMap"}


def counting(asked: Counter[str], method: str, answer: Any) -> Any:
    def counted(*given: Any, **named: Any) -> Any:
        asked[method] += 1
        return answer(*given, **named)

    return counted
