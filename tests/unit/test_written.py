"""What drafter wrote where is known again; all else that lies there is somebody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.written import FileState, WrittenFiles, free_beside


@pytest.fixture
def written(tmp_path: Path) -> WrittenFiles:
    return WrittenFiles(tmp_path / "draft.toml")


def test_a_name_that_no_file_can_have_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="too long"):
        WrittenFiles(tmp_path / "draft.toml").standing(tmp_path / f"{'very' * 100}.docx")


def test_a_file_is_known_by_its_bytes(written: WrittenFiles, tmp_path: Path) -> None:
    out = tmp_path / "draft.docx"
    assert written.standing(out).state is FileState.NEW
    out.write_bytes(b"somebody's")
    assert written.standing(out).state is FileState.FOREIGN
    assert written.standing(out).told == "draft.docx was not made by drafter from this text"
    written.remember(out, b"drafter's")
    assert written.standing(out).state is FileState.CHANGED
    assert written.standing(out).told.startswith("draft.docx was changed since drafter wrote it on ")
    out.write_bytes(b"drafter's")
    assert written.standing(out).state is FileState.OURS
    assert not written.standing(out).contested


def test_what_is_remembered_stays_out_of_version_control_and_forgets_what_is_gone(
    written: WrittenFiles, tmp_path: Path
) -> None:
    gone, there = tmp_path / "gone.docx", tmp_path / "there.docx"
    for out in (gone, there):
        out.write_bytes(b"drafter's")
        written.remember(out, b"drafter's")
    assert (tmp_path / ".drafter" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    gone.unlink()
    written.remember(there, b"drafter's")
    assert "gone.docx" not in (tmp_path / ".drafter" / "draft.toml.written").read_text(encoding="utf-8")


def test_it_is_remembered_by_draft_and_across_sessions(written: WrittenFiles, tmp_path: Path) -> None:
    out = tmp_path / "sub" / "draft.docx"
    out.parent.mkdir()
    out.write_bytes(b"drafter's")
    written.remember(out, b"drafter's")
    assert WrittenFiles(tmp_path / "draft.toml").standing(out).state is FileState.OURS
    assert WrittenFiles(tmp_path / "other.toml").standing(out).state is FileState.FOREIGN


def test_what_was_remembered_and_is_damaged_makes_every_file_somebodys(written: WrittenFiles, tmp_path: Path) -> None:
    out = tmp_path / "draft.docx"
    out.write_bytes(b"drafter's")
    written.remember(out, b"drafter's")
    kept = tmp_path / ".drafter" / "draft.toml.written"
    for damaged in (b"{", b"[1]", b'{"a": 3}', b"\xff"):
        kept.write_bytes(damaged)
        assert written.standing(out).state is FileState.FOREIGN
    written.remember(out, b"drafter's")
    assert written.standing(out).state is FileState.OURS


def test_a_free_name(tmp_path: Path) -> None:
    out = tmp_path / "draft.docx"
    assert free_beside(out).name == "draft-2.docx"
    (tmp_path / "draft-2.docx").write_bytes(b"")
    assert free_beside(out).name == "draft-3.docx"
