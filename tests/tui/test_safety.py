"""Nothing is lost: two at once, another program, a full disk, a kill at any moment."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen

from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.edit.drafts import OpenDraft
from drafter.edit.local import writer
from drafter.edit.local.journal import LocalDocument
from drafter.errors import JournalError
from drafter.resources import shipped
from drafter.tui.actions import BY_ID
from drafter.tui.dialogs.choose import Choose
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.screens.hand_in import HandInScreen
from drafter.tui.screens.help import HelpScreen
from drafter.tui.screens.library import LibraryScreen
from drafter.tui.screens.updates import UpdatesScreen
from drafter.tui.widgets.title_bar import TitleBar
from tests.tui.conftest import Hand, Open

DRAFT = Path("draft-76-from-75-190.toml")


def title(hand: Hand) -> str:
    """How far the work is, as the top line says."""
    return hand.desk.query_one(TitleBar).right


async def test_the_second_opener_reads_only_and_is_told_why(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        async with opened(tmp_path / DRAFT) as second:
            await second.until(lambda: second.app.session is not None)
            before = second.draft
            await second.until(lambda: second.desk.outline.items)
            await second.press("d")
            assert second.draft == before
            assert "open already" in second.app.session.read_only  # type: ignore[union-attr]
        await hand.press("d")
        assert any(paragraph.deleted for paragraph in hand.draft)


@pytest.mark.parametrize(("answer", "mine"), [(0, False), (1, True)])
async def test_a_file_changed_meanwhile_is_a_clear_choice(
    opened: Open, tmp_path: Path, answer: int, mine: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "AFTER", 60)  # both go on: the deletion is not in the file yet
    async with opened() as hand:
        await hand.begin()
        await hand.press("d")
        file = tmp_path / DRAFT
        file.write_text(file.read_text(encoding="utf-8").replace("session = 76", "session = 77"), encoding="utf-8")
        await hand.press("ctrl+s")
        assert isinstance(hand.app.screen, Choose)
        await hand.press(*["down"] * answer, "enter")
        assert draftfile.load(file).session == (76 if mine else 77)
        assert any(paragraph.deleted for paragraph in hand.draft) is mine
        await hand.press("ctrl+z")
        assert not any(paragraph.deleted for paragraph in hand.draft) or not mine


async def test_a_choice_left_open_is_told_in_the_title_from_the_start(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "AFTER", 60)
    file = tmp_path / DRAFT
    async with opened() as hand:
        await hand.begin()
        await hand.press("d")
        file.write_text(file.read_text(encoding="utf-8").replace("session = 76", "session = 77"), encoding="utf-8")
    async with opened(file) as hand:
        await hand.until(lambda: isinstance(hand.app.screen, Choose))
        await hand.press("escape")
        assert "not in the file: another program has changed it" in title(hand)


async def test_saving_asks_also_where_the_file_has_every_edit(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("d")
        await hand.until(lambda: not hand.app.opened.file.unsaved)  # type: ignore[union-attr]
        file = tmp_path / DRAFT
        file.write_text(file.read_text(encoding="utf-8").replace("session = 76", "session = 77"), encoding="utf-8")
        await hand.press("ctrl+s")
        assert isinstance(hand.app.screen, Choose)


async def test_a_full_disk_is_a_clear_choice(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as hand:
        await hand.begin()
        before = hand.draft

        def full(self: OpenDraft, edit: object) -> None:
            raise JournalError("this step cannot be kept on disk: no space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(LocalDocument, "do", full)
            await hand.press("d")
            assert isinstance(hand.app.screen, Choose)
            assert hand.draft == before
        await hand.press("enter")
        assert any(paragraph.deleted for paragraph in hand.draft)


async def test_a_file_that_cannot_be_written_for_a_while_is_told_in_the_title(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == DRAFT.name:
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    async with opened() as hand:
        await hand.begin()
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", held)
            await hand.press("d")
            await hand.until(lambda: "not yet in the file: permission denied; trying again" in title(hand))
            assert not any(paragraph.deleted for paragraph in draftfile.load(tmp_path / DRAFT))
            await hand.press("down", "d")
        await hand.until(lambda: "saved" in title(hand))
        assert sum(paragraph.deleted for paragraph in draftfile.load(tmp_path / DRAFT)) >= 2


async def test_an_edit_is_in_the_file_without_being_asked(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.press("d")
        begun = time.monotonic()
        await hand.until(lambda: any(one.deleted for one in draftfile.load(tmp_path / DRAFT)))
        assert time.monotonic() - begun < 1


async def test_typed_text_is_offered_back(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.begin()
        await hand.go("PP3")
        await hand.press("e")
        await hand.type(" unfinished")
        typing = tmp_path / ".drafter" / f"{DRAFT}.typing"
        await hand.until(lambda: typing.is_file() and "unfinished" in typing.read_text(encoding="utf-8"))
        hand.app.opened.file.close()  # type: ignore[union-attr]
        kept = (tmp_path / ".drafter" / f"{DRAFT}.typing").read_text(encoding="utf-8")
    (tmp_path / ".drafter" / f"{DRAFT}.typing").write_text(kept, encoding="utf-8")
    async with opened(tmp_path / DRAFT) as hand:
        await hand.until(lambda: isinstance(hand.app.screen, Choose))
        await hand.press("enter")
        await hand.until(lambda: hand.desk.editing)
        await hand.press("escape")
        assert hand.text("PP3").endswith(" unfinished")


WORKER = """
import asyncio, json, random, sys
from pathlib import Path
from drafter.desk import Desk
from drafter.tui.app import DrafterApp

async def main(corpus, draft, told, seed):
    chance = random.Random(seed)
    app = DrafterApp(lambda: Desk.at(Path(corpus)), Path(draft), Path(draft).with_name("settings.toml"))
    async with app.run_test(size=(100, 30)) as pilot:
        while app.session is None or not hasattr(app.screen, "outline"):
            await pilot.pause()
        with open(told, "a", encoding="utf-8") as out:
            perform = app.opened._advance
            def noted(step):
                done = perform(step)
                if done:
                    out.write(json.dumps(len(app.session.history.past)) + " " + str(hash_of(app)) + "\\n")
                    out.flush()
                return done
            app.opened._advance = noted
            while True:
                await pilot.press(chance.choice(["d", "down", "down", "up", "J", "K", "u", "ctrl+y", "M", "k"]))

def hash_of(app):
    import hashlib
    from drafter.edit import draftfile
    return hashlib.sha256(draftfile.dumps(app.session.draft).encode()).hexdigest()

asyncio.run(main(*sys.argv[1:5]))
"""


def test_killed_at_any_moment_every_completed_edit_is_there(tmp_path: Path) -> None:
    """DRAFTER_KILLS sets how often (the campaign is 200); the text that a kill leaves is the last one told of, or
    that of the step that was under way."""
    import hashlib

    desk = Desk.at(shipped("corpus"))
    draft, told = tmp_path / "draft.toml", tmp_path / "told"
    draftfile.save(draft, desk.begin("75/190"))
    chance = random.Random(1)
    kills, lagging = int(os.environ.get("DRAFTER_KILLS", "4")), 0
    for kill in range(kills):
        told.write_text("", encoding="utf-8")
        command = [sys.executable, "-c", WORKER, str(shipped("corpus")), str(draft), str(told), str(kill)]
        worker = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL)
        try:
            end = time.monotonic() + 120
            while "\n" not in told.read_text(encoding="utf-8") and time.monotonic() < end:
                time.sleep(0.02)
            time.sleep(chance.random() * 0.6)
        finally:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        lines = [line for line in told.read_text(encoding="utf-8").splitlines() if " " in line]
        assert lines, "no edit was made before the kill"
        steps, digest = lines[-1].split()
        told_of: list[str] = []
        read = Desk.at(shipped("corpus"), tell=told_of.append).draft(str(draft))
        lagging += bool(told_of)
        again = desk.open(draft)
        try:
            assert read == again.document, "a command reads another draft than the one that is opened"
            now = hashlib.sha256(draftfile.dumps(again.document).encode()).hexdigest()
            undone = again.history.undo().document
            redone = again.history.redo().document
            near = {hashlib.sha256(draftfile.dumps(one).encode()).hexdigest() for one in (undone, redone)}
            assert now == digest or (digest in near and abs(len(again.history.past) - json.loads(steps)) <= 1)
        finally:
            again.close()
        assert desk.tied(draftfile.load(draft), draft) == again.document, "the file says what the desk says"
    print(f"{kills} kills, {lagging} of them before the file was written")


@pytest.mark.parametrize(
    "screen",
    [DeskScreen, HandInScreen, UpdatesScreen, LibraryScreen, lambda: HelpScreen({})],
    ids=["desk", "hand in", "updates", "library", "help"],
)
async def test_a_screen_closed_before_its_widgets_are_there(opened: Open, screen: Callable[[], Screen[None]]) -> None:
    async with opened() as hand:
        await hand.begin()
        hand.app.push_screen(screen())
        hand.app.pop_screen()
        await hand.press("d")
        assert any(paragraph.deleted for paragraph in hand.draft)


async def test_no_action_fails_at_a_desk_that_is_not_there_yet(opened: Open) -> None:
    async with opened() as hand:
        await hand.begin()
        early = DeskScreen()
        hand.app.push_screen(early)
        for action in (
            "outline",
            "next_pane",
            "next_change",
            "side",
            "suggestions",
            "edit",
            "delete",
            "split",
            "promote",
        ):
            await hand.app.run_action(BY_ID[f"desk.{action}"].binding.action, early)
        hand.app.action_undo()
        await hand.until(lambda: early.outline.items and early.place)
        await hand.press("d")
        assert any(paragraph.deleted for paragraph in hand.draft)
