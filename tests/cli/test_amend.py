"""`drafter amend`: the paper and the statement, and the paper taken into a round again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli import main

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "dprk-76.toml"
LETTER = "PP3: delete\nOP3: after “to” add “fully”\nOP5: after “refugees” add “, migrants”\n"


@pytest.fixture
def round_(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A round on 75/190 with three changes of Japan."""
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file)]) == 0
    letter = tmp_path / "japan.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert main(["round", "take", str(file), str(letter), "--from", "Japan"]) == 0
    capsys.readouterr()
    return file


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main([*arguments]) == 0
    return capsys.readouterr().out


def words(capsys: pytest.CaptureFixture[str], round_: Path, owner: str) -> str:
    return printed(capsys, "round", "text", str(round_), "--only", owner)


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_a_draft_s_paper_taken_into_a_round_on_its_base_is_the_draft(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, own = tmp_path / f"paper{suffix}", tmp_path / "base.toml"
    assert main(["amend", str(EXAMPLE), "-o", str(paper), "--to", "A/C.3/76/L.28"]) == 0
    assert main(["round", "new", "75/190", "-o", str(own)]) == 0
    found = json.loads(printed(capsys, "round", "take", str(own), str(paper), "--from", "Japan", "--json"))
    assert (list(found["taken_as"].values()), found["not_understood"]) == (["paper"], [])
    draft = printed(capsys, "show", str(EXAMPLE), "--json")
    text = printed(capsys, "round", "text", str(own), "--only", "Japan", "--json")
    assert [one["text"] for one in json.loads(text)["paragraphs"]] == [
        one["text"] for one in json.loads(draft)["paragraphs"] if one.get("status") != "deleted"
    ]


def test_a_delegation_s_paper_is_read_back_as_its_proposals(
    round_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "paper.txt"
    assert main(["amend", str(round_), "--only", "Japan", "-o", str(paper)]) == 0
    assert "Japan: amendment to draft resolution A/RES/75/190" in paper.read_text(encoding="utf-8")
    other = tmp_path / "other.toml"
    assert main(["round", "new", "75/190", "-o", str(other)]) == 0
    assert main(["round", "take", str(other), str(paper)]) == 0
    assert words(capsys, other, "Japan") == words(capsys, round_, "Japan")


def test_the_statement_has_one_sentence_a_change_and_says_what_it_is(
    round_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = printed(capsys, "amend", str(round_), "--only", "Japan", "--oral")
    assert "The third preambular paragraph was deleted." in said
    assert "In operative paragraph 3, the word “fully” was inserted after" in said
    assert "house style" in said
    assert "The subsequent paragraphs were renumbered accordingly." in said


def test_what_cannot_be_amended_is_one_line(round_: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    out = str(tmp_path / "paper.docx")
    assert main(["amend", str(round_), "-o", out]) == 2
    assert main(["amend", str(round_), "--only", "Peru", "-o", out]) == 2
    assert main(["amend", str(round_), "--only", "Japan", "--to", "the draft", "-o", out]) == 2
    assert main(["amend", str(EXAMPLE), "--only", "Japan", "-o", out]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.startswith("drafter: ") for line in lines] == [True] * 4
    assert not Path(out).exists()


def test_an_internal_remark_is_told_before_it_leaves(round_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = round_.with_name("more.txt")
    letter.write_text("OP6: after “Human” add “[internal note: ask capital]”\n", encoding="utf-8")
    assert main(["round", "take", str(round_), str(letter), "--from", "Peru"]) == 0
    capsys.readouterr()
    assert main(["amend", str(round_), "--only", "Peru"]) == 0
    assert "an internal remark: [internal note: ask capital]" in capsys.readouterr().err
    assert main(["round", "ledger", str(round_), "--for", "Peru"]) == 0
    assert "an internal remark" in capsys.readouterr().err
