"""`drafter round take`: what arrives becomes proposals, and what is not understood is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli import main

LETTER = "Dear colleague,\n\nOP2: retain\nPP3: delete\nOP99: delete\n\nBest regards,\nA. Sato\n"
TABLE = "| Paragraph | Proposal | Reason |\n|---|---|---|\n| PP3 | delete | It is old |\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file)]) == 0
    return file


def test_a_letter_and_a_table_are_taken_and_undone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    letter, table = path.with_name("sato.txt"), path.with_name("table.md")
    letter.write_text(LETTER, encoding="utf-8")
    table.write_text(TABLE, encoding="utf-8")
    capsys.readouterr()
    assert main(["round", "take", str(path), str(letter), str(table), "--from", "Japan", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["taken_as"] == {str(letter): "instructions", str(table): "table"}
    [one] = found["taken"]
    assert (one["label"], one["kind"], one["by"], one["why"]) == ("PP3", "delete", ["Japan"], "It is old")
    assert [source["place"] for source in one["sources"]] == ["line 4", "row 1"]
    assert [(each["on"], each["stand"]) for each in found["positions"]] == [("OP2", "retain")]
    assert [(each["file"], each["place"]) for each in found["not_understood"]] == [("sato.txt", "line 5")]
    assert main(["undo", str(path)]) == 0
    assert path.read_bytes() == before


def test_a_file_without_an_owner_or_of_another_kind_is_refused_and_the_others_are_in(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, other, table = (path.with_name(name) for name in ("sato.txt", "sato.rtf", "table.md"))
    letter.write_text(LETTER, encoding="utf-8")
    other.write_text(LETTER, encoding="utf-8")
    table.write_text(TABLE.replace("Reason", "By").replace("It is old", "EU"), encoding="utf-8")
    capsys.readouterr()
    assert main(["round", "take", str(path), str(letter), str(other), str(table)]) == 2
    told = capsys.readouterr().err
    assert "sato.txt: the file does not say whose proposals these are; add --from NAME" in told
    assert "sato.rtf: a .rtf file is not taken in; give a .docx" in told
    assert "table.md: taken as table: 1 proposals, 0 positions, 0 not understood" in told
    assert '"EU"' in path.read_text(encoding="utf-8")


def test_a_clean_word_file_is_what_it_changes(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = path.with_name("clean.docx")
    assert main(["render", "75/190", "-o", str(word)]) == 0
    capsys.readouterr()
    assert main(["round", "take", str(path), str(word), "--from", "EU", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["taken"] == []
