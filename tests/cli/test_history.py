"""What the command line makes of a draft is what was done to it, also where that is not in its file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from drafter.desk import Desk
from drafter.edit import draftfile, edits
from drafter.model.inline import Inline
from drafter.resources import shipped
from drafter.written import FileState, WrittenFiles
from tests.support.opened import abandon
from tests.support.program import run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft whose last edit did not come into the file: the process was killed."""
    desk = Desk.at(shipped("corpus"))
    path = tmp_path / "d.toml"
    draftfile.save(path, desk.begin("75/190"))
    opened = desk.open(path)
    paragraph = next(one for one in opened.document if one.origin == "OP16")
    opened.do(edits.SetText(paragraph.id, Inline.from_markup("*Decides* to remain seized of the matter.")))
    abandon(opened)
    return path


def changed_outside(draft: Path) -> None:
    draft.write_text(draft.read_text(encoding="utf-8").replace("session = 76", "session = 77"), encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [("show",), ("summary", "-o", "-"), ("agreed",), ("check",), ("updates",), ("suggest", "--paragraph", "OP16")],
    ids=lambda command: command[0],
)
def test_reading_commands_take_in_what_the_file_lacks(draft: Path, command: tuple[str, ...]) -> None:
    name, *options = command
    done = run(name, draft, *options)
    assert done.returncode in (0, 1), done.stderr
    assert f"{draft}: 1 edit from its history, not yet in the file, is taken in" in done.stderr
    if name in {"show", "summary"}:
        assert "remain seized" in done.stdout


def test_word_files_hold_it(draft: Path, tmp_path: Path) -> None:
    for command in ("render", "redline"):
        made = tmp_path / f"{command}.docx"
        done = run(command, draft, "-o", made)
        assert done.returncode == 0, done.stderr
        assert "is taken in" in done.stderr
        assert b"remain seized" in zipfile.ZipFile(made).read("word/document.xml")


def test_a_file_made_by_a_command_is_known_to_the_hand_in(draft: Path, tmp_path: Path) -> None:
    made = tmp_path / "d.docx"
    assert run("render", draft, "-o", made).returncode == 0
    assert WrittenFiles(draft).standing(made).state is FileState.OURS
    made.write_bytes(b"changed in Word")
    assert WrittenFiles(draft).standing(made).state is FileState.CHANGED


def test_where_both_went_on_nothing_is_made(draft: Path, tmp_path: Path) -> None:
    changed_outside(draft)
    for command in (("show", draft), ("render", draft, "-o", tmp_path / "k.docx"), ("check", draft)):
        done = run(*command)
        assert (done.returncode, done.stdout) == (2, "")
        assert "another program has changed this file" in done.stderr
        assert f"drafter settle {draft} shows both; --mine or --theirs chooses" in done.stderr
    assert not (tmp_path / "k.docx").exists()


def test_both_are_shown_side_by_side(draft: Path) -> None:
    changed_outside(draft)
    done = run("settle", draft)
    assert done.returncode == 0, done.stderr
    assert "OP16\n  mine    *Decides* to remain seized of the matter.\n  theirs  *Also calls upon*" in done.stdout
    first, *masthead = json.loads(run("settle", draft, "--json").stdout)["differing"]
    assert (first["label"], first["mine"]) == ("OP16", "*Decides* to remain seized of the matter.")
    assert masthead == [{"label": "session", "mine": "76", "theirs": "77"}]


@pytest.mark.parametrize(("choice", "session", "seized"), [("--mine", 76, True), ("--theirs", 77, False)])
def test_a_choice_makes_one_of_them_the_draft(draft: Path, choice: str, session: int, seized: bool) -> None:
    changed_outside(draft)
    done = run("settle", draft, choice)
    assert done.returncode == 0, done.stderr
    assert draftfile.load(draft).session == session
    shown = run("show", draft)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert ("remain seized of the matter" in shown.stdout) is seized
    again = run("settle", draft, choice)
    assert again.returncode == 2
    assert "there is nothing to choose" in again.stderr
