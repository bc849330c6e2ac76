"""The file of an open draft says what was done within a second, and never at the cost of what others wrote there."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter import files
from drafter.edit import draftfile, edits
from drafter.edit.documents import Event, Kept, SaveState
from drafter.edit.drafts import OpenDraft, open_draft
from drafter.edit.local import writer
from drafter.errors import DrafterError, OutsideChangeError
from drafter.model.inline import Inline
from tests.support.drafts import drafted
from tests.support.opened import tie, until


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenDraft]:
    path = tmp_path / "dprk-76.toml"
    draftfile.save(path, drafted())
    draft = open_draft(path, tie)
    yield draft
    draft.close()


def set_text(text: str) -> edits.SetText:
    return edits.SetText("p3", Inline(text))


def in_the_file(opened: OpenDraft) -> str:
    return draftfile.load(opened.path)["p3"].text


def test_every_edit_is_in_the_file_within_a_second(opened: OpenDraft) -> None:
    for text in ("One;", "Two;"):
        opened.do(set_text(text))
        begun = time.monotonic()
        until(lambda text=text: in_the_file(opened) == text)
        assert time.monotonic() - begun < 1
    opened.undo()
    until(lambda: in_the_file(opened) == "One;", 1)
    until(lambda: not opened.unsaved)
    assert opened.save_state == SaveState(Kept.WRITTEN)


def test_the_file_goes_on_with_a_hand_that_never_rests(opened: OpenDraft) -> None:
    begun = time.monotonic()
    number = 0
    while time.monotonic() - begun < 1.5:
        number += 1
        opened.do(set_text(f"Text {number};"))
        time.sleep(0.01)
    assert int(in_the_file(opened)[5:-1]) > number / 4, "edits put the write off for ever"


def test_closing_writes_what_is_due(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    opened.close()
    assert in_the_file(opened) == "One;"


def test_a_file_that_is_held_for_a_while_is_tried_again_and_told(
    opened: OpenDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_PAUSE", 0.05)
    told: list[Event] = []
    opened.watch(told.append)

    def held(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        opened.do(set_text("One;"))
        until(lambda: opened.save_state.kept is Kept.TRYING)
        opened.do(set_text("Two;"))
        assert opened.save_state.told == "not yet in the file: permission denied; trying again"
        with pytest.raises(DrafterError, match="cannot write this file: permission denied"):
            opened.save()
    until(lambda: in_the_file(opened) == "Two;")
    until(lambda: opened.save_state.kept is Kept.WRITTEN)
    states = [event.kept for event in told if isinstance(event, SaveState)]
    assert states[0] is Kept.TRYING
    assert states[-1] is Kept.WRITTEN
    assert [path.name for path in opened.path.parent.iterdir() if path.suffix == ".tmp"] == []


def test_what_another_program_wrote_is_not_written_over(opened: OpenDraft) -> None:
    told: list[Event] = []
    opened.watch(told.append)
    theirs = draftfile.dumps(drafted()).replace("Urges", "Demands")
    opened.path.write_text(theirs, encoding="utf-8")
    opened.do(set_text("Mine;"))
    until(lambda: opened.save_state.kept is Kept.OUTSIDE)
    time.sleep(0.1)
    assert opened.path.read_text(encoding="utf-8") == theirs
    assert [event for event in told if isinstance(event, SaveState)] == [opened.save_state]
    with pytest.raises(OutsideChangeError):
        opened.save()
    opened.take_outside()
    assert opened.document["p9"].text.startswith("Demands")
    assert (opened.save_state.kept, opened.unsaved) == (Kept.WRITTEN, False)
    opened.undo()
    until(lambda: in_the_file(opened) == "Mine;")


def test_a_file_held_for_a_moment_is_replaced_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "k.docx"
    path.write_bytes(b"old")
    attempts = []
    real = Path.replace

    def busy(self: Path, target: Path) -> Path:
        attempts.append(target)
        if len(attempts) < 3:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    files.write(path, b"new")
    assert (path.read_bytes(), len(attempts)) == (b"new", 3)
