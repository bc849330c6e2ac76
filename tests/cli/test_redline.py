"""`drafter redline` and `drafter compare`: the file, its author and date, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.cli import main
from tests.support import tracked

CORPUS = str(Path(__file__).resolve().parents[2] / "corpus")


def drafter(*arguments: str) -> int:
    return main(["--corpus", CORPUS, *arguments])


def test_compare_tracks_under_the_name_and_date_given(tmp_path: Path) -> None:
    made = tmp_path / "compared.docx"
    assert drafter("compare", "72/188", "75/190", "-o", str(made), "--author", "Ruritania", "--date", "2026-02-03") == 0
    assert tracked.signatures(made.read_bytes()) == {("Ruritania", "2026-02-03T00:00:00Z")}
    assert tracked.faults(made.read_bytes()) == []


def test_redline_of_a_new_draft_tracks_what_changed(tmp_path: Path) -> None:
    draft, made = tmp_path / "next.toml", tmp_path / "next.docx"
    assert drafter("new", "75/190", "--accept-updates", "-o", str(draft)) == 0
    assert drafter("redline", str(draft), "-o", str(made)) == 0
    assert 0 < tracked.revisions(made.read_bytes()).elements < 100
    assert {author for author, _ in tracked.signatures(made.read_bytes())} == {"Author"}


def test_a_resolution_is_no_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert drafter("redline", "75/190", "-o", str(tmp_path / "no.docx")) == 2
    assert "not a draft" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_file_is_replaced_only_with_force(tmp_path: Path) -> None:
    made = tmp_path / "there.docx"
    made.write_bytes(b"mine")
    assert drafter("compare", "72/188", "75/190", "-o", str(made)) == 2
    assert made.read_bytes() == b"mine"
    assert drafter("compare", "72/188", "75/190", "-o", str(made), "--force") == 0


def test_redline_onto_the_official_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, file, made = tmp_path / "next.toml", tmp_path / "official.docx", tmp_path / "next.docx"
    assert drafter("new", "75/190", "--accept-updates", "-o", str(draft)) == 0
    assert drafter("render", "75/190", "-o", str(file)) == 0
    assert drafter("redline", str(draft), "--onto", str(file), "-o", str(made), "--author", "Ruritania") == 0
    assert tracked.faults(made.read_bytes()) == []
    assert {author for author, _ in tracked.signatures(made.read_bytes())} == {"Ruritania"}


def test_a_file_of_another_text_is_listed_and_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, file, made = tmp_path / "next.toml", tmp_path / "official.docx", tmp_path / "next.docx"
    assert drafter("new", "75/190", "-o", str(draft)) == 0
    assert drafter("render", "72/188", "-o", str(file)) == 0
    capsys.readouterr()
    assert drafter("redline", str(draft), "--onto", str(file), "-o", str(made)) == 2
    said = capsys.readouterr().err
    assert "--trust file" in said
    assert len(said.splitlines()) > 50
    assert not made.exists()
    assert drafter("redline", str(draft), "--onto", str(file), "-o", str(made), "--trust", "base") == 0
    assert tracked.faults(made.read_bytes()) == []
