"""A draft read without being opened: its file, with what only its history has."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from drafter import files
from drafter.edit import draftfile, edits
from drafter.edit.drafts import OpenDraft, latest_draft, open_draft
from drafter.edit.local import reading
from drafter.edit.local.replay import digest
from drafter.errors import OutsideChangeError
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from tests.support.drafts import drafted
from tests.support.opened import abandon, tie, until


@pytest.fixture
def opened(tmp_path: Path) -> OpenDraft:
    path = tmp_path / "dprk-76.toml"
    draftfile.save(path, drafted())
    return open_draft(path, tie)


def set_text(text: str) -> edits.SetText:
    return edits.SetText("p3", Inline(text))


def read(path: Path) -> tuple[Draft, list[str]]:
    told: list[str] = []
    return latest_draft(path, tie, told.append), told


def demanded(path: Path) -> None:
    """Another program writes "Demands" for "Urges"."""
    path.write_text(path.read_text(encoding="utf-8").replace("Urges", "Demands"), encoding="utf-8")


def test_a_file_that_is_up_to_date_is_read_in_silence(opened: OpenDraft) -> None:
    assert read(opened.path) == (drafted(), [])
    opened.do(set_text("One;"))
    opened.close()
    assert read(opened.path) == (opened.document, [])


def test_what_a_crash_left_in_the_history_alone_is_taken_in_and_told(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    opened.save()
    opened.do(set_text("Two;"))
    opened.do(edits.Delete("p9"))
    opened.do(edits.Delete("p8"))
    opened.undo()
    abandon(opened)
    draft, told = read(opened.path)
    assert draft == opened.document
    assert told == [f"{opened.path}: 4 edits from its history, not yet in the file, are taken in"]
    assert draftfile.load(opened.path)["p3"].text == "One;", "reading changes nothing"


def test_an_undo_alone_is_a_step_that_the_file_may_lack(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    opened.save()
    opened.undo()
    abandon(opened)
    draft, told = read(opened.path)
    assert draft == drafted()
    assert told == [f"{opened.path}: 1 edit from its history, not yet in the file, is taken in"]


def test_between_saving_and_saved_either_text_is_known(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    text = draftfile.dumps(opened.document)
    opened._log.append({"saving": digest(text), "on": 1})
    opened.do(set_text("Two;"))
    abandon(opened)
    assert read(opened.path)[0]["p3"].text == "Two;"
    opened.path.write_text(text, encoding="utf-8")
    draft, told = read(opened.path)
    assert draft["p3"].text == "Two;"
    assert "1 edit" in told[0]


def test_a_step_that_is_in_the_file_and_was_undone_since_is_undone(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    opened.save()
    opened.do(set_text("Two;"))
    text = draftfile.dumps(opened.document)
    opened._log.append({"saving": digest(text), "on": 2})
    opened.undo()
    abandon(opened)
    opened.path.write_text(text, encoding="utf-8")
    assert read(opened.path)[0] == opened.document


def test_a_file_that_only_others_changed_is_what_it_says(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    opened.close()
    demanded(opened.path)
    draft, told = read(opened.path)
    assert draft["p9"].text.startswith("Demands")
    assert (draft["p3"].text, told) == ("One;", [])


def test_where_both_went_on_nothing_is_guessed(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    abandon(opened)
    demanded(opened.path)
    with pytest.raises(OutsideChangeError) as error:
        read(opened.path)
    assert str(error.value) == (
        f"{opened.path}: another program has changed this file, and its history has edits that are not in it; "
        f"drafter settle {opened.path} shows both; --mine or --theirs chooses"
    )


def test_the_same_edit_by_hand_is_no_contest(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    abandon(opened)
    draftfile.save(opened.path, opened.document)
    assert read(opened.path) == (opened.document, [])


def test_a_history_that_cannot_be_followed_leaves_the_file_and_says_so(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    abandon(opened)
    history = opened.path.parent / ".drafter" / "dprk-76.toml.history"
    lines = history.read_bytes().splitlines(keepends=True)
    text = json.dumps({"do": {"Nothing": {}}}).encode()
    history.write_bytes(lines[0] + b"%08x %s\n" % (zlib.crc32(text), text))
    draft, told = read(opened.path)
    assert draft == drafted()
    assert told == [
        f"{opened.path}: its history has edits that are not in the file and cannot be read; the file stands"
    ]


def test_a_reader_beside_a_writer_sees_whole_drafts_only(opened: OpenDraft) -> None:
    for number in range(40):
        opened.do(set_text(f"Text {number};"))
        if number % 7 == 0:
            opened.save()
        assert read(opened.path)[0]["p3"].text == f"Text {number};"
    until(lambda: not opened.unsaved)
    opened.close()


def test_a_file_written_while_it_is_read_is_read_again(opened: OpenDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    real = files.read_text

    def slow(path: Path) -> str:
        text = real(path)
        if path == opened.path and opened.document["p3"].text != "One;":
            opened.do(set_text("One;"))
            opened.save()
        return text

    monkeypatch.setattr(reading.files, "read_text", slow)
    assert read(opened.path)[0]["p3"].text == "One;"
    opened.close()
