"""The paragraph as the turn of the year leaves it, in a draft that was worked on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.begin import begin
from drafter.library.locate import open_records
from drafter.library.record import dumps
from drafter.library.searchable import Searchable
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.reading import Reading
from drafter.model.resolution import Resolution
from drafter.model.symbol import Symbol
from drafter.suggest.brought_up import update
from drafter.suggest.setting import Setting
from tests.support.drafts import OP, PP, paragraph

BASE = Resolution(
    Organ.GENERAL_ASSEMBLY,
    Inline("Question of lamps"),
    (
        paragraph(PP, "*Recalling* it,"),
        paragraph(OP, "*Requests* a report on lamps, and decides to consider it at its seventy-sixth session."),
    ),
    symbol=Symbol(Organ.GENERAL_ASSEMBLY, "75", 190),
    session=75,
    adopted=date(2020, 12, 16),
)


@pytest.fixture
def brought_up(tmp_path: Path) -> Callable[[Draft], list[list[str]]]:
    """What is suggested for each paragraph of a draft."""
    (tmp_path / "A_RES_75_190.toml").write_text(dumps(Reading(BASE)), encoding="utf-8")
    shelf = Searchable(open_records(tmp_path))

    def suggested(draft: Draft) -> list[list[str]]:
        setting = Setting(draft, shelf)
        return [[one.inline.text for one in update(setting, place)] for place in range(len(setting.paragraphs))]

    return suggested


def test_of_two_halves_the_one_with_the_words_is_brought_up(brought_up: Callable[[Draft], list[list[str]]]) -> None:
    draft = begin(BASE, "75/190")
    now = "Requests a report on lamps, and decides to consider it at its seventy-seventh session."
    assert brought_up(draft) == [[], [now]]
    halves = apply(draft, edits.Split("p2", now.index(" and decides"), "half"))
    assert brought_up(halves) == [[], [], ["and decides to consider it at its seventy-seventh session."]]
