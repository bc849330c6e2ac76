"""What drafter 0.1 made opens as before, and is told: a draft, its log, a Word file with a draft inside, a library.

The files in v01/ were made with version 0.1: five edits and the sponsors, saved; then a note, a deletion, another and
its undoing, which are in the log alone.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drafter.desk import Desk
from drafter.edit import draftfile, edits
from drafter.edit.drafts import latest_draft
from drafter.edit.history import Signature
from drafter.render.summary import summary
from drafter.resources import shipped

MADE = Path(__file__).parent / "v01"
TOLD = "it was made by drafter 0.1: its notes are private now, and what is to be printed is a reason"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The draft as 0.1 left it, its log beside it."""
    path = tmp_path / "dprk-68.toml"
    shutil.copy(MADE / path.name, path)
    (tmp_path / ".drafter").mkdir()
    shutil.copy(MADE / "dprk-68.toml.history", tmp_path / ".drafter")
    return path


def test_a_draft_is_read_with_what_only_its_log_has(file: Path) -> None:
    told: list[str] = []
    desk = Desk.at(shipped("corpus"))
    draft = latest_draft(file, lambda read: desk.tied(read, file), told.append)
    assert (draft["p30"].text[:5], draft["p30"].note) == ("Urges", "Mexico would rather keep it.")
    assert (draft["p40"].deleted, draft["p25"].deleted, draft["p26"].deleted) == (True, True, False)
    assert draft["p28"].note == "ask Geneva"
    assert (draft.refused, draft.sponsors) == (("update:OP4:x",), ("Mexico", "Norway"))
    assert told == [f"{file}: 4 edits from its history, not yet in the file, are taken in", f"{file}: {TOLD}"]


def test_a_note_of_then_is_private(file: Path) -> None:
    draft = Desk.at(shipped("corpus")).draft(str(file))
    assert draft["p30"].reason == ""
    assert draft.adopted is not None
    said = summary(draft, draft.adopted.resolution)
    assert not any(entry.reason or entry.note for entry in said.entries)
    mine = summary(draft, draft.adopted.resolution, notes=True)
    assert "Mexico would rather keep it." in [entry.note for entry in mine.entries]


def test_it_is_worked_on_with_the_undo_of_then(file: Path) -> None:
    opened = Desk.at(shipped("corpus")).open(file)
    assert opened.notices == [TOLD, "edits that were not in the file have been brought back"]
    assert [step.name for step in opened.history.past] == [
        "edit OP5",
        "note on OP5",
        "sources of OP5",
        "delete OP5(j)",
        "turn down a suggestion",
        "set the sponsors",
        "note on OP3",
        "delete OP1(b)",
    ]
    assert (opened.history.redo_name, opened.revision) == ("delete OP1(b)", 10)
    assert opened.history.past[0].signature == Signature()
    assert opened.undo() is not None, "what nobody signed is anybody's"
    opened.do(edits.SetReason("p30", "One step down."))
    opened.close()
    text = file.read_text(encoding="utf-8")
    assert text.startswith("format = 2\n")
    assert 'reason = "One step down."\nnote = "Mexico would rather keep it."\n' in text
    again = Desk.at(shipped("corpus")).open(file)
    assert (again.document, again.notices) == (opened.document, [])
    again.close()


def test_the_draft_in_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "dprk-68.docx"
    shutil.copy(MADE / path.name, path)
    told: list[str] = []
    desk = Desk.at(shipped("corpus"), tell=told.append)
    draft = desk.draft(str(path))
    assert draft == desk.tied(draftfile.load(MADE / "dprk-68.toml"), path)
    assert told == [f"{path}: {TOLD}"]
    assert desk.draft_file(path) == tmp_path / "dprk-68.toml"
    assert draftfile.load(tmp_path / "dprk-68.toml")["p30"].note == "Mexico would rather keep it."


def test_a_library(tmp_path: Path) -> None:
    shutil.copytree(MADE / "library", tmp_path / "library")
    library = Desk.at(tmp_path / "library").library
    assert len(library.get("67/181").paragraphs) == 41
    assert all(not found.problems for found in library.verify())
