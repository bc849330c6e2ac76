"""Whether an update still stands, and where: one answer for the desk, the checks and the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.check.background import for_draft
from drafter.check.checker import check
from drafter.edit import edits, gestures
from drafter.edit.apply import apply
from drafter.edit.described import described
from drafter.edit.draftfile import dumps, loads
from drafter.edit.pending import MASTHEAD, labelled, pending, place_of
from drafter.edit.touched import touched
from drafter.errors import DrafterError
from drafter.library.locate import open_records
from drafter.model.draft import Draft, Status, printed
from drafter.model.inline import Inline
from drafter.model.suggestion import AGENDA_ITEM, Update, UpdateStatus
from drafter.model.verified import VerifiedUpdate
from tests.support.drafts import drafted


def update(label: str, found: str, proposed: str | None = "new", note: str | None = None) -> Update:
    base = drafted()
    text = next((one.text for one in base if one.origin == label), found)
    if note is not None:
        text = next(one.text for one in base.footnotes if one.id == note)
    start = text.index(found)
    return Update(label, start, start + len(found), found, proposed, UpdateStatus.LIKELY, "it moves", note=note)


SESSION = update("OP4", "seventy-sixth", "seventy-seventh")
REPORT = update("OP2(a)(i)", "A/75/388", "A/76/388", note="3")


def test_an_update_stands_where_its_words_do() -> None:
    draft = replace(drafted(), agenda_item="72 (c)")
    item = Update(AGENDA_ITEM, 0, 6, "72 (c)", "74 (c)", UpdateStatus.LIKELY, "")
    assert pending(draft, [SESSION, REPORT, item]) == {"p10": (SESSION,), "p6": (REPORT,), MASTHEAD: (item,)}
    assert pending(apply(draft, gestures.written(draft, "p10", "Decides at once.").edit), [SESSION]) == {}
    assert pending(apply(draft, edits.SetField("agenda_item", "74 (c)")), [item]) == {}
    assert pending(apply(draft, edits.Refuse(SESSION.key)), [SESSION]) == {}
    assert pending(apply(draft, edits.Delete("p6")), [REPORT]) == {}


def test_what_was_verified_stays_and_is_no_longer_pending() -> None:
    draft = drafted()
    gesture = gestures.verify(draft, [SESSION, REPORT], "asked the Secretariat ")
    assert (gesture.show, described(gesture.edit, draft)) == ("p10", "verify “seventy-sixth”, “A/75/388”")
    after = apply(draft, gesture.edit)
    assert after.paragraphs == draft.paragraphs
    assert pending(after, [SESSION, REPORT]) == {}
    assert after.verified[0] == VerifiedUpdate("OP4", "seventy-sixth", "asked the Secretariat")
    assert loads(dumps(after), "-").verified == after.verified
    again = apply(after, gestures.verify(after, [SESSION], "again").edit)
    assert [one.note for one in again.verified] == ["asked the Secretariat", "again"]
    assert touched(gesture.edit, draft, after) == ("p10", "p6")
    other = replace(SESSION, found="session", start=SESSION.end + 1, end=SESSION.end + 8)
    assert list(pending(after, [other])) == ["p10"]


def test_a_slip_in_what_was_verified_is_told_with_its_line() -> None:
    text = dumps(apply(drafted(), gestures.verify(drafted(), [SESSION]).edit))
    with pytest.raises(DrafterError, match=r"line 5: each of the verified has to be of the form"):
        loads(text.replace("found =", "words ="), "draft.toml")


def test_an_update_of_a_note_goes_where_the_note_is_marked() -> None:
    draft = drafted()
    moved = apply(draft, edits.SetText("p6", draft["p6"].inline.without_marks()))
    marked = apply(moved, edits.SetText("p3", Inline.from_markup("*Condemns* all violations;[^3]")))
    assert place_of(marked, REPORT) == "p3"


def twins() -> Draft:
    """The closing paragraph twice, the first of them deleted."""
    draft = drafted()
    last = draft["p10"]
    dead = replace(last, id="dead", status=Status.DELETED)
    return replace(draft, paragraphs=(*draft.paragraphs[:-1], dead, last))


def test_an_update_is_accepted_on_the_twin_that_stands() -> None:
    draft = twins()
    after = apply(draft, gestures.accept(draft, SESSION).edit)
    assert after["p10"].text.endswith("seventy-seventh session.")
    assert after["dead"] == draft["dead"]
    assert list(pending(draft, [SESSION])) == ["p10"]


def test_a_half_that_lost_the_words_has_no_update() -> None:
    draft = drafted()
    halves = apply(draft, edits.Split("p10", draft["p10"].text.index(" at its"), "half"))
    start = halves["half"].text.index(SESSION.found)
    found = replace(SESSION, start=start, end=start + len(SESSION.found))
    assert place_of(halves, found) == "half"
    with pytest.raises(DrafterError, match="gone"):
        gestures.accept(halves, SESSION)


def test_updates_are_named_as_the_draft_names_its_paragraphs() -> None:
    draft = drafted()
    with_new = apply(draft, gestures.insert_after(draft, "p3", Inline("Welcomes this;")).edit)
    assert labelled(with_new, [SESSION, REPORT]) == {SESSION: "OP5", REPORT: "OP3(a)(i)"}


def test_the_checks_have_the_same_answer(tmp_path: Path) -> None:
    draft = twins()
    whole = printed(draft)
    findings = check(whole, for_draft(draft, whole, open_records(tmp_path), (SESSION, REPORT)))
    found = [(one.label, one.found, one.number) for one in findings if one.rule == "pending-update"]
    assert found == [("OP4", "seventy-sixth", None), ("OP2(a)(i)", "A/75/388", 3)]
