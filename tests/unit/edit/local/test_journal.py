"""A draft open for work: what is on disk when, and what another program may do to it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.edit import draftfile, edits
from drafter.edit.documents import Kept, Typing
from drafter.edit.drafts import OpenDraft, done, latest_draft, open_draft
from drafter.edit.history import History
from drafter.edit.local import resuming
from drafter.errors import DrafterError, JournalError, OutsideChangeError
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from tests.support.drafts import OP, drafted, paragraph
from tests.support.opened import killed, tie, until


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dprk-76.toml"
    draftfile.save(path, drafted())
    return path


@pytest.fixture
def opened(file: Path) -> Iterator[OpenDraft]:
    draft = open_draft(file, tie)
    yield draft
    draft.close()


def reopened(draft: OpenDraft) -> OpenDraft:
    draft.close()
    return open_draft(draft.path, tie)


def set_text(text: str) -> edits.SetText:
    return edits.SetText("p3", Inline(text))


def test_edits_that_are_not_in_the_file_come_back_with_undo_and_redo(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    opened.do(edits.Delete("p9"))
    opened.do(edits.SetNote("p3", "why"))
    opened.undo()
    before = opened.history
    again = killed(opened)
    assert again.history == before
    assert (again.history.undo_name, again.history.redo_name) == ("delete OP3", "note on OP1")
    assert again.notices == ["edits that were not in the file have been brought back"]
    until(lambda: not again.unsaved)
    assert not again.unsaved
    last = reopened(again)
    assert last.history == before
    assert last.notices == []
    last.undo()
    last.undo()
    assert last.document == drafted()
    last.close()


def test_an_edit_that_cannot_be_done_leaves_nothing(opened: OpenDraft) -> None:
    with pytest.raises(DrafterError):
        opened.do(edits.Restore("p1"))
    opened.do(set_text("Condemns all violations;"))
    again = reopened(opened)
    assert len(again.history.past) == 1
    again.close()


def test_a_second_opener_reads_only_and_is_told_who_writes(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    second = open_draft(opened.path, tie)
    assert second.read_only is not None
    assert f"it is open already, in process {os.getpid()} on " in second.read_only
    assert second.document == opened.document
    for attempt in (lambda: second.do(set_text("Two;")), second.save, second.go_on_unguarded):
        with pytest.raises(DrafterError, match="open for reading only"):
            attempt()
    second.close()
    opened.do(set_text("Three;"))
    third = reopened(opened)
    assert third.read_only is None
    assert third.document["p3"].text == "Three;"
    third.close()


def test_a_file_changed_by_another_program_while_it_is_open(opened: OpenDraft) -> None:
    opened.do(set_text("Mine;"))
    theirs = draftfile.dumps(drafted()).replace("Urges", "Demands")
    opened.path.write_text(theirs, encoding="utf-8")
    assert opened.changed_outside()
    with pytest.raises(OutsideChangeError, match="another program has changed this file; take its changes"):
        opened.save()
    assert opened.path.read_text(encoding="utf-8") == theirs
    opened.take_outside()
    assert opened.document["p9"].text.startswith("Demands")
    assert opened.document["p3"].text == "Condemns all violations;"
    assert opened.history.undo_name == "changes made outside"
    opened.undo()
    assert opened.document["p3"].text == "Mine;"
    opened.save()
    assert "Mine;" in opened.path.read_text(encoding="utf-8")


def test_a_file_changed_while_it_was_closed_with_nothing_unsaved(opened: OpenDraft) -> None:
    opened.do(set_text("Mine;"))
    opened.save()
    opened.path.write_text(draftfile.dumps(drafted()).replace("Urges", "Demands"), encoding="utf-8")
    again = reopened(opened)
    assert again.outside is None
    assert again.document["p9"].text.startswith("Demands")
    assert again.notices == ["another program has changed the file since; undo brings back how it was"]
    again.undo()
    assert again.document["p3"].text == "Mine;"
    again.close()


def test_a_file_changed_while_it_was_closed_with_edits_unsaved_is_a_choice(opened: OpenDraft) -> None:
    opened.do(set_text("Mine;"))
    opened.path.write_text(draftfile.dumps(drafted()).replace("Urges", "Demands"), encoding="utf-8")
    again = killed(opened)
    assert again.document["p3"].text == "Mine;"
    assert again.save_state.kept is Kept.OUTSIDE
    assert again.outside is not None
    assert again.outside["p9"].text.startswith("Demands")
    with pytest.raises(OutsideChangeError):
        again.save()
    again.keep_own()
    assert "Mine;" in again.path.read_text(encoding="utf-8")
    last = reopened(again)
    assert (last.outside, last.notices) == (None, [])
    last.close()


def test_a_comment_written_by_hand_is_no_change_of_the_draft(opened: OpenDraft) -> None:
    opened.do(set_text("Mine;"))
    opened.save()
    text = opened.path.read_text(encoding="utf-8")
    opened.path.write_text("# ask Mexico\n" + text, encoding="utf-8")
    again = reopened(opened)
    assert (again.notices, again.unsaved, len(again.history.past)) == ([], False, 1)
    again.do(set_text("Mine again;"))
    again.save()
    assert again.path.read_text(encoding="utf-8").startswith("# ask Mexico\n")
    again.close()


def test_what_was_being_typed_is_offered_back(opened: OpenDraft) -> None:
    opened.keep_typing(Typing("p3", "*Condemns* all vio"))
    again = reopened(opened)
    assert again.typing == Typing("p3", "*Condemns* all vio")
    again.do(edits.SetText("p3", Inline.from_markup("*Condemns* all vio")))
    done = reopened(again)
    assert done.typing is None, "it was made an edit before the end"
    done.keep_typing(Typing("p3", "x"))
    done.keep_typing(None)
    last = reopened(done)
    assert last.typing is None
    last.close()


def test_a_line_torn_at_the_end_is_cut_off(opened: OpenDraft) -> None:
    opened.do(set_text("One;"))
    opened.close()
    history = opened.path.parent / ".drafter" / "dprk-76.toml.history"
    whole = history.read_bytes()
    with history.open("ab") as end:
        end.write(b'0badcafe {"do":{"SetTe')
    again = open_draft(opened.path, tie)
    assert again.document["p3"].text == "One;"
    again.do(set_text("Two;"))
    again.close()
    assert history.read_bytes().startswith(whole)
    last = open_draft(opened.path, tie)
    assert [last.document["p3"].text, len(last.history.past)] == ["Two;", 2]
    last.close()


def test_damage_in_the_middle_keeps_what_stands_before_it_and_the_damaged_file(opened: OpenDraft) -> None:
    for word in ("One;", "Two;", "Three;"):
        opened.do(set_text(word))
    opened.close()
    history = opened.path.parent / ".drafter" / "dprk-76.toml.history"
    content = history.read_bytes().replace(b"Two;", b"Tw0;")
    history.write_bytes(content)
    again = open_draft(opened.path, tie)
    assert again.document["p3"].text == "One;"
    assert "was damaged" in again.notices[0]
    assert history.with_suffix(".history.damaged").read_bytes() == content
    again.do(set_text("Four;"))
    last = reopened(again)
    assert [last.document["p3"].text, len(last.history.past)] == ["Four;", 2]
    last.close()


@pytest.mark.parametrize("content", [b"", b"nonsense\n", b"\x00" * 100, b'{"begin": 1}\n'])
def test_a_history_that_is_none(file: Path, content: bytes) -> None:
    (file.parent / ".drafter").mkdir()
    (file.parent / ".drafter" / "dprk-76.toml.history").write_bytes(content)
    opened = open_draft(file, tie)
    assert opened.document == drafted()
    opened.do(set_text("One;"))
    again = reopened(opened)
    assert again.document["p3"].text == "One;"
    again.close()


def test_a_long_history_is_shortened_on_opening(opened: OpenDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        opened.do(set_text(f"Text {number};"))
    opened.undo()
    opened.undo()
    opened.save()
    monkeypatch.setattr(resuming, "KEPT_STEPS", 8)
    again = reopened(opened)
    assert (len(again.history.past), len(again.history.future)) == (6, 2)
    assert again.document["p3"].text == "Text 17;"
    last = reopened(again)
    assert last.history == again.history
    assert last.notices == []
    for _ in range(6):
        last.undo()
    assert last.document["p3"].text == "Text 11;"
    last.close()


def test_a_full_disk_refuses_the_step_and_leaves_the_choice(opened: OpenDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.do(set_text("One;"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(JournalError, match="cannot be kept on disk: no space left on device; make room, or go on"):
            opened.do(set_text("Two;"))
        assert opened.document["p3"].text == "One;"
        opened.go_on_unguarded()
        opened.do(set_text("Two;"))
        assert opened.document["p3"].text == "Two;"
    opened.save()
    again = reopened(opened)
    assert again.document["p3"].text == "Two;"
    again.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that this user cannot write to")
def test_a_read_only_folder(file: Path) -> None:
    file.parent.chmod(0o500)
    opened = open_draft(file, tie)
    file.parent.chmod(0o700)
    assert opened.read_only is not None
    assert "this folder cannot be written to (permission denied)" in opened.read_only


def test_a_folder_that_cannot_hold_the_history(file: Path) -> None:
    (file.parent / ".drafter").write_text("in the way", encoding="utf-8")
    opened = open_draft(file, tie)
    assert opened.read_only is not None
    with pytest.raises(DrafterError, match="save a copy elsewhere"):
        opened.do(set_text("One;"))
    opened.go_on_unguarded()
    opened.do(set_text("One;"))
    opened.save_copy(file.parent / "copy.toml")
    assert tie(draftfile.load(file.parent / "copy.toml"))["p3"].text == "One;"


def test_a_bad_file_is_told_before_anything_is_made_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    path.write_text("format = 3", encoding="utf-8")
    with pytest.raises(DrafterError, match="format 3 is not known"):
        open_draft(path, tie)
    assert [one.name for one in tmp_path.iterdir()] == ["draft.toml"]


def test_the_history_stays_out_of_version_control(opened: OpenDraft) -> None:
    assert (opened.path.parent / ".drafter" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def some_edit(draft: Draft, dice: random.Random, number: int) -> edits.Edit:
    """Random, and the same for the same dice: what the killed process did can be done again."""
    ids = [one.id for one in draft]
    some, after = dice.choice(ids), dice.choice([None, *ids])
    new = DraftParagraph(f"n{number}", paragraph(OP, f"*Notes* the number {number};"))
    return dice.choice(
        [
            edits.SetText(some, Inline(f"Text {number}, " * dice.randint(1, 40))),
            edits.Insert(new, after),
            edits.Delete(some),
            edits.Restore(some),
            edits.Move(some, after),
            edits.Split(some, 8, f"s{number}"),
            edits.SetNote(some, f"reason {number}"),
            edits.SetField("agenda_item", f"{number}"),
        ]
    )


def work(path: str, seed: int) -> None:
    """Edit at random until killed, saying after each step how many steps the history has come through."""
    opened = open_draft(Path(path), tie)
    assert opened.read_only is None, opened.read_only
    dice = random.Random(seed)
    for number in range(seed * 100_000, (seed + 1) * 100_000):
        match dice.random():
            case chance if chance < 0.1:
                opened.undo()
            case chance if chance < 0.15:
                opened.redo()
            case chance if chance < 0.2:
                opened.save()
            case chance if chance < 0.3:
                opened.keep_typing(Typing("p1", f"typing {number}"))
            case _:
                try:
                    opened.do(some_edit(opened.document, dice, number))
                except DrafterError:
                    continue
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def expected(history: History, seed: int, last: int) -> History:
    """The history after the steps that `work` does up to number `last`."""
    dice = random.Random(seed)
    for number in range(seed * 100_000, last + 1):
        match dice.random():
            case chance if chance < 0.1:
                history = history.undo()
            case chance if chance < 0.15:
                history = history.redo()
            case chance if chance < 0.3:
                pass
            case _:
                try:
                    history = done(history, some_edit(history.document, dice, number))
                except DrafterError:
                    continue
    return history


@pytest.mark.skipif(os.name == "nt", reason="forks, and kills with SIGKILL")
def test_killed_two_hundred_times_no_completed_edit_is_lost(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resuming, "KEPT_STEPS", 40)  # so that histories are shortened, too, when the kill comes
    dice = random.Random(76)
    history = History(drafted())
    several = lagging = 0
    for seed in range(200):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(writer, 1)
            sys.stdout = os.fdopen(1, "w")
            try:
                work(str(file), seed)
            finally:
                os._exit(1)
        os.close(writer)
        said = b""
        wait = dice.random() * 12
        while said.count(b"\n") < wait:
            more = os.read(reader, 1 + int(dice.random() * 20))
            assert more, "the process ended by itself"
            said += more
        time.sleep(dice.random() * 0.004)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reader, 65536):
            said += more
        os.close(reader)
        *whole, _ = said.decode().split("\n")
        last = int(whole[-1]) if whole else seed * 100_000 - 1
        told: list[str] = []
        read = latest_draft(file, tie, told.append)
        behind = draftfile.load(file) != read
        assert bool(told) is behind, "what the file lacks is told"
        lagging += behind
        opened = open_draft(file, tie)
        opened.close()
        assert read == opened.document, "a command reads another draft than the one that is opened"
        assert tie(draftfile.load(file)) == opened.document, "opening brings the file up"
        candidates = (expected(history, seed, further) for further in range(last, last + 30))
        found = next((one for one in candidates if one.document == opened.document), None)
        assert found is not None, f"seed {seed}: steps up to {last} are not all there"
        kept = opened.history.past
        assert found.future == opened.history.future
        assert found.past[len(found.past) - len(kept) :] == kept
        assert len(kept) >= min(len(found.past), resuming.KEPT_STEPS - len(found.future))
        several += last % 100_000 > 1
        history = opened.history
    assert several > 100, "most were killed in the midst of work"
    assert lagging > 50, "most were killed before the file was written"


def test_killed_in_a_process_of_its_own_the_lock_is_free(file: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, '.'); from tests.unit.edit.local.test_journal import work; work(sys.argv[1], 3)"
    )
    root = Path(__file__).resolve().parents[4]
    child = subprocess.Popen([sys.executable, "-c", script, str(file)], cwd=root, stdout=subprocess.PIPE)
    assert child.stdout is not None
    for _ in range(20):  # the first steps may be saves and undoing nothing; an edit is among twenty
        child.stdout.readline()
    locked = open_draft(file, tie)
    assert f"process {child.pid} on " in (locked.read_only or "")
    locked.close()
    child.kill()
    child.wait()
    child.stdout.close()
    opened = open_draft(file, tie)
    assert opened.read_only is None
    assert opened.history.past or opened.history.future  # the child undoes too
    opened.close()
