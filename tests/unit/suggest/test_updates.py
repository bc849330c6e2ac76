"""What the turn of the year changes, in the words of a resolution."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.begin import begin
from drafter.edit.updating import accepted, accepted_all
from drafter.errors import DrafterError
from drafter.library.locate import open_records
from drafter.model.draft import Draft, Status
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.resolution import Resolution
from drafter.model.suggestion import Update, UpdateStatus
from drafter.model.symbol import Symbol
from drafter.resources import shipped
from drafter.suggest.updates import updates
from tests.support.drafts import OP, PP, note, paragraph

BASE = Resolution(
    Organ.GENERAL_ASSEMBLY,
    Inline("Situation of human rights"),
    (
        paragraph(
            PP,
            "*Recalling* all previous resolutions, including Assembly resolution 74/166 of 18 December 2019 and "
            "Council resolution 43/25 of 22 June 2020,[^1] and resolution 2200 A (XXI),",
        ),
        paragraph(PP, "*Taking note* of the report submitted in accordance with resolution 74/166,[^2]"),
        paragraph(OP, "*Recalls* Security Council resolution 2397 (2017) and the 1954 Convention;"),
        paragraph(OP, "*Decides* to continue its examination at its seventy-sixth session."),
    ),
    (
        note("1", "See *Official Records of the General Assembly, Seventy-fifth Session, Supplement No. 53* (A/75/53), "
                  "chap. IV, sect. A."),
        note("2", "A/75/388."),
    ),
    Symbol(Organ.GENERAL_ASSEMBLY, "75", 190),
    75,
    date(2020, 12, 16),
    agenda_item="72 (c)",
    origin="on the report of the Third Committee (A/75/478/Add.3, para. 39)",
)  # fmt: skip


def shown(found: tuple[Update, ...]) -> list[str]:
    return [f"{u.label}{'*' if u.note else ''} {u.found} → {u.proposed} {u.status}" for u in found]


def draft() -> Draft:
    return begin(BASE, "75/190")


def test_what_changes_and_what_stands_still() -> None:
    assert shown(updates(BASE, None)) == [
        "Agenda item 72 (c) → None verify",
        "PP1 74/166 of 18 December 2019 → 75/190 of 16 December 2020 certain",
        "PP1 43/25 of 22 June 2020 → None verify",
        "PP1* Seventy-fifth Session, Supplement No. 53 (A/75/53), chap. IV, sect. A → "
        "Seventy-sixth Session, Supplement No. 53 (A/76/53), chap. IV, sect. A verify",
        "PP2 74/166 → 75/190 certain",
        "PP2* A/75/388 → None verify",
        "OP2 seventy-sixth → seventy-seventh certain",
    ]


def test_the_provisional_agenda_of_the_next_session() -> None:
    agenda = paragraph(OP, "*Decides* to include in the provisional agenda of its seventy-sixth session the item;")
    report = paragraph(OP, "*Requests* a report to the Assembly at its seventy-sixth session;")
    found = shown(updates(replace(BASE, paragraphs=(agenda, report, *BASE.paragraphs[3:])), None))
    assert found[1:] == [
        "OP1 seventy-sixth → seventy-seventh certain",
        "OP2 seventy-sixth → seventy-seventh likely",
        "OP3 seventy-sixth → seventy-seventh certain",
    ]


def test_two_resolutions_of_the_year_before_leave_it_open_which_is_the_item_s_own() -> None:
    other = paragraph(PP, "*Recalling* its resolution 74/240 of 27 December 2019,")
    found = updates(replace(BASE, paragraphs=(other, *BASE.paragraphs)), None)
    both = [update for update in found if "/166" in update.found or "/240" in update.found]
    assert {update.status for update in both} == {UpdateStatus.VERIFY}


def test_accepted_updates_keep_marks_and_italics_and_are_not_offered_again() -> None:
    begun = draft()
    certain = [u for u in updates(begun, None) if u.status is UpdateStatus.CERTAIN]
    current = apply(begun, accepted_all(begun, certain))
    assert current["p1"].inline.markup == (
        "*Recalling* all previous resolutions, including Assembly resolution 75/190 of 16 December 2020 and Council "
        "resolution 43/25 of 22 June 2020,[^1] and resolution 2200 A (XXI),"
    )
    assert current["p2"].inline.markup.endswith("resolution 75/190,[^2]")
    assert current["p4"].status is Status.EDITED
    left = updates(current, None)
    assert {update.status for update in left} == {UpdateStatus.VERIFY}
    assert all(current["p1"].text[u.start : u.end] == u.found for u in left if u.label == "PP1" and u.note is None)


def test_what_is_not_known_leaves_a_visible_placeholder() -> None:
    current = draft()
    for update in updates(current, None):
        current = apply(current, accepted(current, update)) if update.proposed is None else current
    assert current.footnotes[1].text == "[A/76/___]."
    assert "Council resolution [__/__ of ___],[^1]" in current["p1"].inline.markup
    assert current.agenda_item == "[72 (c)]"
    assert all(update.proposed is not None for update in updates(current, None))


def test_the_drafter_s_own_words_for_a_note_in_italics() -> None:
    current = draft()
    records = next(u for u in updates(current, None) if "Supplement" in u.found)
    current = apply(current, accepted(current, records, "Seventy-sixth Session, Supplement No. 53 (A/76/53), chap. V"))
    assert current.footnotes[0].inline.markup == (
        "See *Official Records of the General Assembly, Seventy-sixth Session, Supplement No. 53* (A/76/53), chap. V."
    )


def test_updates_follow_the_words_in_an_edited_draft() -> None:
    current = draft()
    words = "*Also decides* to go on and to continue its examination at its seventy-sixth session."
    current = apply(current, edits.SetText("p4", Inline.from_markup(words)))
    current = apply(current, edits.Move("p4", "p2"))
    session = updates(current, None)[-1]
    assert current["p4"].text[session.start : session.end] == session.found == "seventy-sixth"
    current = apply(current, accepted(current, session))
    assert current["p4"].text.endswith("at its seventy-seventh session.")
    with pytest.raises(DrafterError, match="look for updates again"):
        accepted(current, session)


def test_no_update_where_the_words_were_rewritten_deleted_or_refused() -> None:
    current = apply(draft(), edits.SetText("p4", Inline("Decides to remain seized.")))
    current = apply(current, edits.Delete("p2"))
    for update in updates(draft(), None):
        if update.found.startswith("43/25"):
            current = apply(current, edits.Refuse(update.key))
    assert [one.partition(" →")[0] for one in shown(updates(current, None))] == [
        "Agenda item 72 (c)",
        "PP1 74/166 of 18 December 2019",
        "PP1* Seventy-fifth Session, Supplement No. 53 (A/75/53), chap. IV, sect. A",
    ]


def test_the_bundled_series() -> None:
    library = open_records(shipped("corpus"))
    found = [f"{u.label} {u.found} → {u.proposed}" for u in updates(library.get("75/190"), library)
             if u.status is UpdateStatus.CERTAIN]  # fmt: skip
    assert found == [
        "PP2 74/166 of 18 December 2019 → 75/190 of 16 December 2020",
        "PP6 74/166 → 75/190",
        "OP25 seventy-sixth → seventy-seventh",
    ]


def test_a_base_without_symbol_has_no_updates(tmp_path: Path) -> None:
    assert updates(replace(BASE, symbol=None), None) == ()
