"""A draft worked on from Python: every gesture by labels, undoable, and the same in memory and in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import drafter
from drafter.api import OpenLibrary, WorkingDraft
from drafter.edit import draftfile
from tests.support.program import ROOT


@pytest.fixture(scope="module")
def library() -> OpenLibrary:
    return drafter.open_library(ROOT / "corpus")


@pytest.fixture(params=["in memory", "in a file"])
def draft(request: pytest.FixtureRequest, library: OpenLibrary, tmp_path: Path) -> Iterator[WorkingDraft]:
    new = library.new("75/190")
    if request.param == "in memory":
        yield new
        return
    new.save(tmp_path / "d.toml")
    with library.open(tmp_path / "d.toml") as opened:
        yield opened


def test_every_gesture_is_one_step_that_can_be_undone(draft: WorkingDraft, library: OpenLibrary) -> None:
    start = draft.draft
    suggestion = library.suggestions(draft, "OP1")[0]
    gestures = [
        lambda: draft.write("op 14", "Strongly encourages the Office"),
        lambda: draft.set_markup("OP14", "*Strongly encourages* the Office;"),
        lambda: draft.insert("Recalling its resolution,", after="PP4"),
        lambda: draft.insert("Recalling its resolution,", before="PP1"),
        lambda: draft.paste("Noting this,\nRecalling that,", after="PP1"),
        lambda: draft.insert("The situation", below="OP1"),
        lambda: draft.move("PP3", after="PP5"),
        lambda: draft.move("PP3", before="PP1"),
        lambda: draft.move("OP1", before="PP2", turn=True),
        lambda: draft.delete("PP5"),
        lambda: draft.split("PP1", 40),
        lambda: draft.merge("PP1"),
        lambda: draft.change_kind("PP3"),
        lambda: draft.note("PP3", "ask Geneva"),
        lambda: draft.reason("PP3", "asked for by the group"),
        lambda: draft.demote("OP2"),
        lambda: draft.promote("OP2(a)"),
        lambda: draft.verify(library.updates(draft)[:1], "still so"),
        lambda: draft.refuse("OP1", suggestion),
        lambda: draft.footnote("PP3", "See A/HRC/46/51, para. 12."),
        lambda: draft.set_title("Another title"),
        lambda: draft.set_masthead(session="77", author="Delegation of Slovenia"),
        lambda: draft.take("OP1", suggestion),
        lambda: draft.accept(library.updates(draft)),
    ]
    for gesture in gestures:
        gesture()
        assert draft.draft != start
        after = draft.draft
        name = draft.undo()
        assert name
        assert draft.draft == start
        assert draft.redo() == name
        assert draft.draft == after
        draft.undo()


def test_labels_are_those_of_the_draft_as_it_is(draft: WorkingDraft) -> None:
    assert draft.insert("Recalling its resolution,", after="PP4") == "PP5"
    assert draft["PP5"].inline.markup == "*Recalling* its resolution,"
    assert draft.labels[4] == "PP5"
    assert draft.delete("PP5") is not None
    assert draft.delete("OP3") == "OP3"
    assert draft.restore("OP3") == "OP3"


def test_what_cannot_be_done_changes_nothing(draft: WorkingDraft) -> None:
    before = draft.draft
    for gesture, said in [
        (lambda: draft.write("OP99", "x"), "there is no OP99 in this draft"),
        (lambda: draft.insert("x"), "name one of after, before and below"),
        (lambda: draft.insert("x", after="PP1", before="PP2"), "name one of after, before and below"),
        (lambda: draft.move("PP1"), "name one of after and before"),
        (lambda: draft.move("OP1", after="PP2"), "operative and cannot stand among the preambular ones"),
        (lambda: draft.set_masthead(colour="red"), "the masthead has no 'colour'"),
        (lambda: draft.set_masthead(session="next"), "Session cannot be 'next'"),
    ]:
        with pytest.raises(drafter.DrafterError, match=said):
            gesture()
        assert draft.draft == before
    assert draft.undo() is None
    assert draft.redo() is None


def test_an_opened_draft_is_in_its_file_and_its_history_stays(library: OpenLibrary, tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    library.new("75/190").save(path)
    with library.open(path) as opened:
        opened.delete("PP5")
        opened.write("PP1", "Recalling the Charter,")
    assert draftfile.load(path) == opened.draft
    assert library.resolution(path).paragraphs[0].text == "Recalling the Charter,"
    with library.open(path) as again:
        assert again.undo() is not None
        assert again.undo() is not None
    assert draftfile.load(path) == library.new("75/190").draft


def test_an_existing_file_is_replaced_only_when_forced(library: OpenLibrary, tmp_path: Path) -> None:
    draft, path = library.new("75/190"), tmp_path / "d.toml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(drafter.DrafterError, match="exists already"):
        draft.save(path)
    assert path.read_text(encoding="utf-8") == "mine"
    draft.save(path, force=True)
    assert draftfile.load(path) == draft.draft


def test_updates_that_are_certain_are_accepted_at_once(library: OpenLibrary) -> None:
    new = library.new("75/190", accept_updates=True)
    assert not [one for one in library.updates(new) if one.status == "certain"]
    assert new.undo() == "bring up to date"
    assert [one for one in library.updates(new) if one.status == "certain"]
