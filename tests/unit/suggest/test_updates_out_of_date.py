"""What will be out of date though the item has no history, and what other items' texts tell of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.model.suggestion import UpdateStatus
from drafter.suggest.updates import updates
from tests.support.drafts import PP, note, paragraph
from tests.unit.suggest.test_updates_history import item, kept, shown, text, turned


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("*Notes* that some 344,684 persons were displaced;", ["344,684 → None verify"]),
        ("*Takes note* of the 2024 gap reports;", ["2024 → None verify"]),
        ("*Reaffirms* the 2030 Agenda;", []),
        ("*Recalls* paragraph 146 (a) of the report of the Committee;", ["146 → None verify"]),
        ("*Recalls* the Declaration adopted in 1992, and its 27 principles;", []),
    ],
)
def test_words_of_the_text_s_own_time(tmp_path: Path, words: str, found: list[str]) -> None:
    base = item(79, 20, "*Recalling* it,", words)
    assert shown(updates(base, kept(tmp_path / "library", base))) == found


def test_the_town_of_a_meeting_that_moves_on(tmp_path: Path) -> None:
    before, base = (f"*Welcomes* the {n} annual dialogue, held in Bonn, Germany, in June {y};" for n, y in
                    (("second", 2023), ("third", 2024)))  # fmt: skip
    assert turned(tmp_path, before, base) == [
        "third → fourth likely",
        "Bonn, Germany → None verify",
        "June 2024 → June 2025 likely",
    ]


def test_a_biennial_meeting_has_met_again(tmp_path: Path) -> None:
    words = "*Recalls* the report of the Seventh Biennial Meeting of States, held from 26 to 30 July 2021;"
    assert turned(tmp_path, words, words) == ["Seventh → Eighth verify"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("*Invites* States to assist in the third cycle of the Process;", ["third → fourth verify"]),
        ("*Recalls* the third cycle, which began on 1 January 2015;", []),
        ("*Invites* the Third Committee to consider it;", []),
    ],
)
def test_a_cycle_whose_successor_has_just_been_named(tmp_path: Path, words: str, found: list[str]) -> None:
    before = item(78, 10, "*Recalling* it,", words, "*Notes* the work of the Process;")
    base = item(79, 20, "*Recalling* it,", words, "*Notes* the plans for the fourth cycle and the Fourth Committee;")
    told = [one for one in updates(base, kept(tmp_path / "library", before, base)) if one.label == "OP1"]
    assert shown(tuple(told)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("*Welcomes* the Decade for People of African Descent, 2015–2024;", ["2024 → None verify"]),
        ("*Reaffirms* the target to be reached by 2024;", ["2024 → None verify"]),
        ("*Reaffirms* the goals to be reached by 2030, and the Decade of Action, 2020–2030;", []),
        ("*Notes* that 2 billion people live in poverty;", ["2 → None verify"]),
        ("*Recalls* resolution 75/233 of 21 December 2020 on the quadrennial comprehensive policy review;",
         ["75/233 of 21 December 2020 → None verify"]),
        ("*Recalls* resolution 78/233 of 21 December 2023 on the quadrennial comprehensive policy review;", []),
    ],
)  # fmt: skip
def test_what_stood_last_year_and_is_past_by_now(tmp_path: Path, words: str, found: list[str]) -> None:
    assert turned(tmp_path, words, words) == found


@pytest.mark.parametrize(("session", "status"), [(76, UpdateStatus.CERTAIN), (79, UpdateStatus.LIKELY)])
def test_a_text_may_stand_between_an_old_base_and_the_draft(tmp_path: Path, session: int, status: UpdateStatus) -> None:
    before = item(74, 10, "*Recalling* it,")
    base = item(75, 20, "*Recalling* its resolution 74/10 of 4 December 2019,")
    found = updates(base, kept(tmp_path / "library", before, base), session)
    assert [(one.proposed, one.status) for one in found] == [("75/20 of 4 December 2020", status)]


def test_a_resolution_of_another_item_is_known_by_its_title_or_by_who_recalls_it(tmp_path: Path) -> None:
    base = item(78, 20, "*Recalling* resolution 77/28 of 6 December 2022 on the safety of seafarers,")
    other = text(
        78, 119, date(2023, 12, 8), paragraph(PP, "*Recalling* its resolution 77/28,"), title="Safety of seafarers"
    )
    assert shown(updates(base, kept(tmp_path / "both", base, other))) == [
        "77/28 of 6 December 2022 → 78/119 of 8 December 2023 likely"
    ]
    untitled = item(78, 20, "*Recalling* resolution 77/28 of 6 December 2022,")
    found = updates(untitled, kept(tmp_path / "untitled", untitled, other))
    assert [one.status for one in found] == [UpdateStatus.VERIFY]  # two items recall 77/28: whose it is stays open


def test_the_records_of_a_body_that_counts_by_years() -> None:
    base = replace(
        item(79, 20, "*Recalling* the report,[^1]"),
        footnotes=(
            note("1", "*Official Records of the Economic and Social Council, 2024, Supplement No. 8* (E/2024/28)."),
        ),
    )
    assert shown(updates(base, None)) == [
        "Economic and Social Council, 2024, Supplement No. 8 (E/2024/28) → "
        "Economic and Social Council, 2025, Supplement No. 8 (E/2025/28) likely"
    ]


def test_the_agenda_item_that_others_came_under(tmp_path: Path) -> None:
    base = replace(item(79, 20, "*Recalling* it,"), agenda_item="71 (b)")
    old, new = (
        replace(
            text(at, 30, date(1945 + at, 12, 4), paragraph(PP, "*Recalling* it,"), title="Another"), agenda_item=one
        )
        for at, one in ((79, "71 (b)"), (80, "69 (b)"))
    )
    assert shown(updates(base, kept(tmp_path / "known", base, old, new))) == ["71 (b) → 69 (b) likely"]
    assert shown(updates(base, kept(tmp_path / "not", base, old))) == ["71 (b) → None verify"]
