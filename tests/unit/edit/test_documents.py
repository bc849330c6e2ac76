"""The suite of the port of opened documents: every engine passes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.edit.documents import Advance, Behind, Did, Event, Opened, Typing
from drafter.edit.history import History
from drafter.edit.local.journal import LocalDocument
from drafter.errors import DrafterError
from tests.support.documents import WORDS, InMemory, Place, Put, Whole, Words

Document = Opened[Words, Put | Whole]
Open = Callable[[str], Document]


@pytest.fixture(params=["local", "memory"])
def open_as(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens the document "Notes with concern" for somebody."""
    first = ("Notes", "with", "concern")
    if request.param == "memory":
        place = Place(History(first))
        return lambda who: InMemory(place, who)
    file = tmp_path / "words.txt"
    file.write_text(WORDS.dumps(first), encoding="utf-8")
    return lambda who: LocalDocument(file, WORDS, who)


def test_an_edit_makes_the_next_revision(open_as: Open) -> None:
    one = open_as("ana")
    assert (one.document, one.revision) == (("Notes", "with", "concern"), 0)
    assert one.do(Put(0, "Recalls"), on=0) == 1
    assert one.do(Put(1, "its")) == 2
    assert one.document == ("Recalls", "its", "concern")
    assert [step.name for step in one.history.past] == ["put Recalls", "put its"]
    one.close()


def test_an_edit_for_an_earlier_revision_is_told_what_came_since(open_as: Open) -> None:
    one = open_as("ana")
    one.do(Put(0, "Recalls"))
    one.do(Put(1, "its"))
    found = one.do(Put(1, "the"), on=1)
    assert isinstance(found, Behind)
    assert (found.revision, [advance.edit for advance in found.since]) == (2, [Put(1, "its")])
    assert one.document == ("Recalls", "its", "concern")
    one.close()


def test_what_changes_nothing_is_no_step(open_as: Open) -> None:
    one = open_as("ana")
    assert one.do(Put(0, "Notes")) == 0
    assert (one.history.past, one.since(0)) == ((), [])
    one.close()


def test_what_cannot_be_done_changes_nothing(open_as: Open) -> None:
    one = open_as("ana")
    with pytest.raises(DrafterError):
        one.do(Put(7, "x"))
    assert (one.revision, one.document) == (0, ("Notes", "with", "concern"))
    one.close()


def test_undo_and_redo_are_revisions_too(open_as: Open) -> None:
    one = open_as("ana")
    assert (one.undo(), one.redo()) == (None, None)
    one.do(Put(0, "Recalls"))
    undone = one.undo()
    assert undone is not None
    assert (undone.did, undone.edit, undone.revision) == (Did.UNDO, Put(0, "Recalls"), 2)
    assert one.document == ("Notes", "with", "concern")
    redone = one.redo()
    assert redone is not None
    assert (redone.did, redone.revision, one.document[0]) == (Did.REDO, 3, "Recalls")
    assert [advance.did for advance in one.since(0)] == [Did.DO, Did.UNDO, Did.REDO]
    one.close()


def test_each_step_says_who_when_and_on_which_revision(open_as: Open) -> None:
    one = open_as("ana")
    one.do(Put(0, "Recalls"))
    one.do(Put(1, "its"))
    signatures = [step.signature for step in one.history.past]
    assert [(signature.who, signature.on) for signature in signatures] == [("ana", 0), ("ana", 1)]
    assert all(signature.at.endswith("Z") for signature in signatures)
    one.close()


def test_what_was_done_is_there_for_the_next_who_opens(open_as: Open) -> None:
    one = open_as("ana")
    one.do(Put(0, "Recalls"))
    one.do(Put(1, "its"))
    one.undo()
    one.close()
    other = open_as("ben")
    assert (other.document, other.revision) == (("Recalls", "with", "concern"), 3)
    assert [(step.name, step.signature.who) for step in other.history.past] == [("put Recalls", "ana")]
    assert [step.name for step in other.history.future] == ["put its"]
    assert [advance.revision for advance in other.since(1)] == [2, 3]
    other.close()


def test_undo_is_ones_own(open_as: Open) -> None:
    one = open_as("ana")
    one.do(Put(0, "Recalls"))
    one.close()
    other = open_as("ben")
    assert other.undo() is None
    other.do(Put(1, "its"))
    other.close()
    again = open_as("ana")
    undone = again.undo()
    assert undone is not None
    assert undone.edit == Put(0, "Recalls")
    assert again.document == ("Notes", "its", "concern"), "what ben did stays"
    assert again.redo() is not None
    assert again.document == ("Recalls", "its", "concern")
    assert again.undo(anyones=True) is not None
    again.close()
    last = open_as("cem")
    assert last.document == ("Notes", "its", "concern")
    assert last.undo() is None
    assert last.undo(anyones=True) is not None
    last.close()


def test_what_others_stand_on_cannot_be_undone(open_as: Open) -> None:
    one = open_as("ana")
    one.do(Put(3, "and"))
    one.close()
    other = open_as("ben")
    other.do(Put(4, "regret"))
    other.close()
    again = open_as("ana")
    with pytest.raises(DrafterError):
        again.undo()
    assert again.document == ("Notes", "with", "concern", "and", "regret")
    again.close()


def test_who_watches_is_told_of_each_advance(open_as: Open) -> None:
    one = open_as("ana")
    told: list[Event] = []
    stop = one.watch(told.append)
    one.do(Put(0, "Recalls"))
    one.undo()
    stop()
    one.do(Put(1, "its"))
    assert [(event.did, event.revision) for event in told if isinstance(event, Advance)] == [(Did.DO, 1), (Did.UNDO, 2)]
    one.close()


def test_the_text_being_typed_is_kept_until_it_is_closed(open_as: Open) -> None:
    one = open_as("ana")
    one.keep_typing(Typing("0", "Reca"))
    one.close()
    again = open_as("ana")
    assert again.typing == Typing("0", "Reca")
    again.keep_typing(None)
    again.close()
    last = open_as("ana")
    assert last.typing is None
    last.close()
