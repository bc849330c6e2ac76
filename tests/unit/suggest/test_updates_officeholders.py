"""“His mandate” and “her mandate”: what other texts say of those who hold an office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.model.organ import Organ
from drafter.model.resolution import Resolution
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol
from drafter.suggest.updates import updates
from tests.support.drafts import OP, PP, paragraph
from tests.unit.suggest.test_updates_history import kept, text

TORTURE = (
    "*Calls upon* States to assist the Special Rapporteur on torture in {0} task and to give all requested by {1};"
)
HERS, HIS = TORTURE.format("her", "her"), TORTURE.format("his", "him")


def said(session: int, number: int, day: date, words: str, title: str = "Torture") -> Resolution:
    return text(session, number, day, paragraph(PP, "*Recalling* it,"), paragraph(OP, words), title=title)


def elsewhere(session: int, number: int, day: date, words: str) -> Resolution:
    return said(session, number, day, words, f"Question {session}/{number}")


def shown(found: tuple[Update, ...]) -> list[str]:
    return [f"{one.found} → {one.proposed} {one.status}" for one in found if one.found in ("his", "her", "him", "he")]


BASE = said(74, 143, date(2019, 12, 18), HIS)
COUNCIL = replace(
    elsewhere(74, 1, date(2020, 7, 3), HERS), organ=Organ.HUMAN_RIGHTS_COUNCIL,
    symbol=Symbol(Organ.HUMAN_RIGHTS_COUNCIL, "44", 2), session=44,
)  # fmt: skip


def test_a_text_adopted_since_tells_who_holds_the_office(tmp_path: Path) -> None:
    found = updates(BASE, kept(tmp_path, BASE, COUNCIL), 75)
    assert shown(found) == ["his → her likely", "him → her likely"]
    pronoun = next(one for one in found if one.found == "his")
    assert pronoun.why == "A/HRC/RES/44/2 says “her” of the Special Rapporteur on torture"
    assert pronoun.source == "A/HRC/RES/44/2"


def test_what_is_adopted_on_or_after_the_day_is_not_seen(tmp_path: Path) -> None:
    assert shown(updates(BASE, kept(tmp_path, BASE, COUNCIL), 75, before=COUNCIL.adopted)) == []


def test_her_is_his_before_a_noun_and_him_elsewhere(tmp_path: Path) -> None:
    base, since = said(74, 143, date(2019, 12, 18), HERS), elsewhere(74, 300, date(2020, 7, 3), HIS)
    assert shown(updates(base, kept(tmp_path, base, since), 75)) == ["her → his likely", "her → him likely"]


def test_the_newest_texts_must_agree(tmp_path: Path) -> None:
    texts = [
        elsewhere(74, 300, date(2020, 3, 3), HERS),
        elsewhere(74, 301, date(2020, 5, 3), HIS),
        elsewhere(74, 302, date(2020, 7, 3), HERS),
    ]
    assert shown(updates(BASE, kept(tmp_path, BASE, *texts), 75)) == ["his → her verify", "him → her verify"]
    assert shown(updates(BASE, kept(tmp_path / "slip", BASE, *texts[:2]), 75)) == []


def test_a_text_of_the_base_s_own_day_that_says_otherwise(tmp_path: Path) -> None:
    same = elsewhere(74, 150, date(2019, 12, 18), HERS)
    assert shown(updates(BASE, kept(tmp_path, BASE, same), 75)) == ["his → her verify", "him → her verify"]


@pytest.mark.parametrize(
    "words",
    [
        "*Commends* the Special Rapporteur on the right to food for her work;",
        "*Commends* the Special Rapporteur on torture for his or her work;",
        "*Commends* the Special Rapporteur on torture and all women, each in her place;",
    ],
)
def test_what_is_said_of_others_says_nothing(tmp_path: Path, words: str) -> None:
    assert shown(updates(BASE, kept(tmp_path, BASE, elsewhere(74, 300, date(2020, 7, 3), words)), 75)) == []


def test_after_the_longest_term_the_holder_is_another(tmp_path: Path) -> None:
    library = kept(tmp_path, BASE, elsewhere(72, 100, date(2017, 12, 19), HIS))
    assert shown(updates(BASE, library, 77)) == []
    found = updates(BASE, library, 78)
    assert shown(found) == ["his → None verify", "him → None verify"]
    assert "since 2017" in next(one.why for one in found if one.found == "his")


def test_a_new_holder_whose_own_term_is_over_is_no_longer_sure(tmp_path: Path) -> None:
    library = kept(tmp_path, BASE, COUNCIL)
    assert shown(updates(BASE, library, 80)) == ["his → her likely", "him → her likely"]
    assert shown(updates(BASE, library, 81)) == ["his → her verify", "him → her verify"]


def test_a_text_well_after_the_term_begins_another(tmp_path: Path) -> None:
    library = kept(tmp_path, BASE, *(elsewhere(n, 100, date(1945 + n, 12, 19), HIS) for n in (66, 73)))
    assert shown(updates(BASE, library, 75)) == []
