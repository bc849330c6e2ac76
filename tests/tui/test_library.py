"""The library's rows of drafts, and the beginning of a new one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import Input, Label, Static

from drafter.tui.dialogs.naming import folder_told, wrong_file
from drafter.tui.dialogs.new_draft import NewDraft
from drafter.tui.screens.desk import DeskScreen
from drafter.tui.shown.series import RecentDraft
from drafter.tui.widgets.hints import Hints
from drafter.tui.widgets.series_lists import SeriesList
from tests.tui.conftest import Open


async def test_rows_of_drafts_say_what_is_in_them(opened: Open, tmp_path: Path) -> None:
    """Title, symbol, changes, date; drafts of one title are told apart by their files."""
    async with opened(size=(160, 48)) as hand:
        await hand.begin()
        await hand.press("d", "L")
        series = hand.app.screen.query_one(SeriesList)

        def recent() -> RecentDraft:
            one = series.items[0]
            assert isinstance(one, RecentDraft)
            return one

        await hand.until(lambda: hand.app.session is None and recent().when)
        assert (recent().title, recent().counted) == (hand.app.screen.query_one(SeriesList).items[1].title, "1 change")
        row = series.render_line(0).text
        assert "Situation of human rights" in row and "1 change · " in row
        await hand.press("home")
        about = hand.app.screen.query_one("#about", Static)
        assert f"draft-76-from-75-190.toml in {tmp_path}" in str(about.content)
        await hand.press("end")
        await hand.begin()
        await hand.press("L")
        await hand.until(lambda: hand.app.session is None and ": Situation" in recent().title)
        assert recent().title.startswith("draft-76-from-75-190-2: Situation") and recent().counted == "0 changes"


async def test_a_new_draft_says_its_folder_and_takes_a_session(opened: Open, tmp_path: Path) -> None:
    """The name follows the session; the bottom line has the dialog's keys and none of the library's."""
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query("#timeline").first().items)
        await hand.press("n")
        dialog = hand.app.screen
        session, file = (dialog.query_one(f"#{name}", Input) for name in ("session", "file"))
        assert (session.value, file.value) == ("76", "draft-76-from-75-190.toml")
        assert str(dialog.query_one("#folder", Label).content) == str(tmp_path)
        assert "Enter makes it, Esc closes" in str(dialog.query_one("#hint", Label).content)
        assert str(hand.app.screen_stack[0].query_one(Hints).render()).split() == ["Esc", "Close"]
        await hand.press("shift+tab", "backspace", "backspace")
        for wrong in ("", "-", "0"):
            session.value = wrong
            await hand.press("enter")
            assert "a session is a number" in str(dialog.query_one("#hint", Label).content)
        session.value = ""
        await hand.type("77")
        assert file.value == "draft-77-from-75-190.toml"
        await hand.press("enter")
        await hand.until(lambda: isinstance(hand.app.screen, DeskScreen))
        assert hand.draft.session == 77
        assert (tmp_path / "draft-77-from-75-190.toml").is_file()


async def test_q_leaves_from_the_library_and_is_typed_into_the_search(opened: Open) -> None:
    async with opened(size=(80, 24)) as hand:
        await hand.until(lambda: hand.app.screen.query("#timeline").first().items)
        assert "q Quit" in str(hand.app.screen.query_one(Hints).render())
        assert str(hand.app.screen.query_one(Hints).render()).count("Quit") == 1
        await hand.press("slash", "q")
        assert hand.app.screen.query_one("#filter", Input).value == "q"
        await hand.press("escape", "q")
        assert not hand.app.is_running


def test_the_first_picture_waits_for_nothing_that_reads_texts() -> None:
    """What the library's screen imports is in the way of the first picture."""
    heavy = ("rapidfuzz", "lxml", "tantivy", "spellchecker", "drafter.align", "drafter.edit", "drafter.parse")
    script = (
        "import sys, drafter.tui.app, drafter.tui.screens.library\n"
        f"found = [name for name in sys.modules if name.startswith({heavy!r})]\n"
        "assert not found, found"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("korea", ""),
        ("sub/korea.toml", ""),
        ("", "give the file a name"),
        ("/", "give the file a name"),
        (".", "give the file a name"),
        ("..", "give the file a name"),
        ("sub", "give the file a name"),
        ("nowhere/", "give the file a name"),
        ("there", "there is a file of this name already"),
        ("nowhere/korea", "there is no folder nowhere"),
        ("~nobody-of-this-name/korea", "there is no folder ~nobody-of-this-name"),
        ("k" * 300, "there can be no such file: file name too long"),
        ("a\0b", ""),
    ],
    ids=lambda value: value[:20].replace("\0", "NUL"),
)
def test_any_name_of_a_file_is_taken_or_refused_in_words(
    name: str, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "there.toml").touch()
    folder_told(name)
    if os.name != "nt" or ("\0" not in name + wrong and "long" not in wrong):
        assert wrong_file(name) == wrong


async def test_a_name_is_typed_letter_by_letter_from_the_root(opened: Open, tmp_path: Path) -> None:
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query("#timeline").first().items)
        await hand.press("n", *["backspace"] * 30)
        for _ in range(2):
            await hand.type("/")
        await hand.press("tilde")
        assert isinstance(hand.app.screen, NewDraft)
        hand.app.screen.query_one("#file", Input).value = f"{tmp_path}/korea"
        await hand.press("enter")
        await hand.until(lambda: (tmp_path / "korea.toml").is_file())


@pytest.mark.skipif(os.name == "nt", reason="paths of another kind")
async def test_the_picker_refuses_what_it_cannot_read_in_words(opened: Open) -> None:
    async with opened() as hand:
        await hand.until(lambda: hand.app.screen.query("#timeline").first().items)
        await hand.press("ctrl+o")
        field, hint = hand.app.screen.query_one(Input), hand.app.screen.query_one("#hint", Label)
        for typed, said in (
            ("/" + "k" * 300, "this cannot be read: file name too long"),
            ("~nobody-of-this-name/korea.toml", "there is no such file"),
        ):
            field.value = typed
            await hand.press("enter")
            assert str(hint.content) == said
