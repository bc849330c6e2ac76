"""Where a draft stands: what is missing, found, open and changed, each with its place."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit import gestures
from drafter.edit.apply import apply
from drafter.edit.copying import copied
from drafter.edit.status import Matter, status
from drafter.model.decisions import ClearanceState
from drafter.model.finding import Finding, Severity
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote
from drafter.model.suggestion import Update, UpdateStatus
from drafter.model.symbol import Symbol
from tests.support.drafts import drafted


def lines(draft, matter: Matter, updates=(), findings=()):  # type: ignore[no-untyped-def]
    return [(line.label, line.what) for line in status(draft, updates, findings).of(matter)]


def test_a_new_draft_lacks_its_symbol_and_more() -> None:
    blank = replace(drafted(), symbol=Symbol.parse("A/C.3/76/L.__"), sponsors=(), agenda_item="")
    told = [what for _, what in lines(blank, Matter.MISSING)]
    assert told == ["symbol not set", "no agenda item", "no sponsor"]
    assert status(blank, (), ()).said.startswith("nothing changed · symbol not set")


def test_a_note_without_words_is_missing_where_it_is_marked() -> None:
    draft = drafted()
    note = next(mark.note for one in draft for mark in one.inline.marks)
    empty = replace(
        draft, footnotes=tuple(Footnote(n.id, Inline("") if n.id == note else n.inline) for n in draft.footnotes)
    )
    assert ("PP1", "note 1 has no text") in lines(empty, Matter.MISSING)


def test_changes_say_what_became_of_each_paragraph() -> None:
    draft = drafted()
    for gesture in (lambda d: gestures.delete(d, "p3"), lambda d: gestures.written(d, "p9", "Decides otherwise;")):
        draft = apply(draft, gesture(draft).edit)
    changed = dict(lines(draft, Matter.CHANGE))
    assert changed["OP1"].startswith("dropped · ")
    assert any(what == "edited · Decides otherwise;" for what in changed.values())


def test_updates_and_findings_and_clearances_are_apart() -> None:
    draft = drafted()
    one = draft["p3"]
    update = Update(one.origin or "", 0, 4, one.text[:4], None, UpdateStatus.VERIFY, "why")
    found = Finding("endings", Severity.ERROR, "no comma", 0, "PP1")
    pending = Finding("pending-update", Severity.WARNING, "still", 0, "PP1")
    asked = apply(draft, gestures.clear(draft, "p9", "Capital", state=ClearanceState.ASKED).edit)
    stands = status(asked, [update], [found, pending])
    assert [len(stands.of(matter)) for matter in (Matter.UPDATE, Matter.FINDING, Matter.CLEARANCE)] == [1, 1, 1]
    assert "1 update open · 1 error · 1 clearance open" in stands.said


def test_what_is_copied_has_the_label_and_the_words_that_changed() -> None:
    draft = drafted()
    assert copied(draft, ["p3"]) == f"OP1: {draft['p3'].text}"
    edited = apply(draft, gestures.written(draft, "p3", draft["p3"].text.replace("all", "most")).edit)
    assert "[-all-]{+most+}" in copied(edited, ["p3"])
    assert "~~all~~**most**" in copied(edited, ["p3"], markdown=True)
    gone = apply(draft, gestures.delete(draft, "p3").edit)
    assert copied(gone, ["p3"]) == f"OP1 (deleted): [-{draft['p3'].text}-]"
