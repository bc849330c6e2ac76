"""What the item's text before and the rest of the library say of the turn of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.record import dumps
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.reading import Reading
from drafter.model.resolution import Paragraph, Resolution
from drafter.model.suggestion import Update, UpdateStatus
from drafter.model.symbol import Symbol
from drafter.suggest.updates import updates
from drafter.suggest.updates.habits import Habit
from tests.support.drafts import OP, PP, paragraph


def text(
    session: int, number: int, day: date, *paragraphs: Paragraph, title: str = "Question of widgets"
) -> Resolution:
    symbol = Symbol(Organ.GENERAL_ASSEMBLY, str(session), number)
    return Resolution(Organ.GENERAL_ASSEMBLY, Inline(title), paragraphs, symbol=symbol, session=session, adopted=day)


def kept(root: Path, *resolutions: Resolution) -> Records:
    root.mkdir(exist_ok=True)
    for one in resolutions:
        assert one.symbol
        (root / f"{one.symbol.file_stem}.toml").write_text(dumps(Reading(one)), encoding="utf-8")
    return open_records(root)


def item(session: int, number: int, *words: str) -> Resolution:
    return text(
        session,
        number,
        date(1945 + session, 12, 4),
        *(paragraph(OP if nth else PP, one) for nth, one in enumerate(words)),
    )


def shown(found: tuple[Update, ...]) -> list[str]:
    return [f"{one.found} → {one.proposed} {one.status}" for one in found]


def turned(tmp_path: Path, before: str, base: str) -> list[str]:
    """What one paragraph's history says of its turn; the text before it is 78/10, the base 79/20."""
    earlier, later = item(78, 10, "*Recalling* it,", before), item(79, 20, "*Recalling* it,", base)
    return shown(updates(later, kept(tmp_path / "library", earlier, later)))


@pytest.mark.parametrize(
    ("before", "base", "found"),
    [
        ("*Notes* 97 States;", "*Notes* 99 States;", ["99 → None verify"]),
        ("*Notes* 97 States;", "*Notes* 97 States;", []),
        ("*Notes* the fund in paragraph 94 above;", "*Notes* the fund in paragraph 88 above;", []),
        ("*Notes* paragraphs 2, 4 and 9 (a) below;", "*Notes* paragraphs 2, 5 and 8 (a) below;", []),
        ("*Notes* paragraph 94 of it;", "*Notes* paragraph 88 of it;", ["88 → None verify"]),
        ("*Notes* the period 2023–2024;", "*Notes* the period 2024–2025;",
         ["2024 → 2025 likely", "2025 → 2026 likely"]),
        ("*Notes* the 1954 Convention;", "*Notes* the 1954 Convention;", []),
        ("*Notes* the report of its sixty-sixth session;", "*Notes* the report of its sixty-seventh session;",
         ["sixty-seventh → sixty-eighth likely"]),
        ("*Notes* the report of its sixtieth session;", "*Notes* the report of its sixty-third session;",
         ["sixty-third → sixty-sixth likely"]),
        ("*Notes*, by 1 September 2024, the matter;", "*Notes*, by 1 September 2025, the matter;",
         ["1 September 2025 → 1 September 2026 likely"]),
        ("*Notes* the meeting of 3 May 2024;", "*Notes* the meeting of 10 May 2025;", ["10 May 2025 → None verify"]),
        ("*Reiterates*, for the nineteenth consecutive year, its call;",
         "*Reiterates*, for the twentieth consecutive year, its call;", ["twentieth → twenty-first likely"]),
        ("*Notes* resolutions 2654 (2022) and 2703 (2023);",
         "*Notes* resolutions 2654 (2022), 2703 (2023) and 2756 (2024);",
         ["2756 (2024) → None verify"]),
        ("*Recalls* its resolutions 76/7 and 77/8;", "*Recalls* its resolutions 76/7, 77/8 and 78/10;",
         [" and 78/10 → , 78/10 and 79/20 likely"]),
        ("*Recalls* its resolutions 76/7 and 77/8;", "*Recalls* its resolutions 77/8 and 78/10;",
         ["77/8 and 78/10 → 78/10 and 79/20 likely"]),
    ],
)  # fmt: skip
def test_a_slot_does_what_it_did_before(tmp_path: Path, before: str, base: str, found: list[str]) -> None:
    assert turned(tmp_path, before, base) == found


def test_paragraph_numbers_of_the_text_before_follow_its_paragraphs(tmp_path: Path) -> None:
    first = item(78, 10, "*Recalling* it,", "*Urges* all States to act;", "*Stresses* the need for light;")
    base = item(79, 20, "*Recalling* it,", "*Welcomes* the new lamp;", "*Urges* all States to act;",
                "*Stresses* the need for light;", "*Reiterates* paragraph 2 of its resolution 78/10;")  # fmt: skip
    found = updates(base, kept(tmp_path / "library", first, base))
    assert shown(found) == ["2 → 3 likely", "78/10 → 79/20 certain"]


def other(session: int, number: int) -> Resolution:
    return text(
        session, number, date(1945 + session, 12, 5), paragraph(PP, "*Guided* by it,"), title="Towards a world of lamps"
    )


def test_the_successor_of_another_item_s_resolution(tmp_path: Path) -> None:
    first = item(78, 10, "*Recalling* resolution 77/28 of 5 December 2022,")
    base = item(79, 20, "*Recalling* resolution 78/119 of 5 December 2023,")
    library = kept(tmp_path / "library", first, base, other(77, 28), other(78, 119), other(79, 140))
    (found,) = updates(base, library)
    assert (found.proposed, found.status, found.source) == (
        "79/140 of 5 December 2024", UpdateStatus.LIKELY, "A/RES/79/140"
    )  # fmt: skip
    assert "78/10 → 79/20" in found.why
    stood = replace(base, paragraphs=(paragraph(PP, "*Recalling* resolution 77/28 of 5 December 2022,"),))
    assert updates(stood, kept(tmp_path / "library", stood)) == ()


def test_a_document_of_the_future_changes_nothing(tmp_path: Path) -> None:
    first = item(78, 10, "*Recalling* resolution 77/28 of 5 December 2022,", "*Notes* 97 States;")
    base = item(79, 20, "*Recalling* resolution 78/119 of 5 December 2023,", "*Notes* 99 States;")
    library = kept(tmp_path / "library", first, base, other(77, 28), other(78, 119))
    known = updates(base, library, before=date(2025, 9, 1))
    planted = (other(80, 1), item(80, 2, "*Recalling* resolution 80/1 of 5 December 2025,", "*Notes* 101 States;"))
    kept(tmp_path / "library", *planted)
    assert updates(base, open_records(tmp_path / "library"), before=date(2025, 9, 1)) == known
    assert updates(base, open_records(tmp_path / "library")) != known


def test_habits_of_other_items_where_there_is_no_history(tmp_path: Path) -> None:
    words = "*Invites* the fund of lamp {} to act by {} without delay;"
    others = [
        text(session, 100 + nth, date(year, 12, 1), paragraph(OP, words.format(name, year)), title=f"Lamp {name}")
        for nth, name in enumerate("abcdefgh")
        for session, year in ((77, 2023), (78, 2024))
    ]
    base = item(79, 20, "*Recalling* it,", "*Invites* the new fund to act by 2025 without delay;")
    (found,) = updates(base, kept(tmp_path / "library", base, *others))
    assert (found.found, found.proposed, found.status) == ("2025", "2026", UpdateStatus.LIKELY)
    assert "8 of 8 items" in found.why


def test_damaged_counts_are_counted_again(tmp_path: Path) -> None:
    base = item(79, 20, "*Recalling* it,", "*Notes* 99 States;")
    library = kept(tmp_path / "library", item(78, 10, "*Recalling* it,", "*Notes* 97 States;"), base)
    known = updates(base, library)
    (library.derived / "habits.sqlite").write_bytes(b"no database at all" * 100)
    assert updates(base, open_records(library.root)) == known


def test_what_changed_in_part_of_a_text_is_not_said_to_have_changed_in_none() -> None:
    assert Habit(5, 0, 0.3).said == "less than 1 of 5 items"
    assert Habit(4, 1, 1).said == "2 of 6 items"
