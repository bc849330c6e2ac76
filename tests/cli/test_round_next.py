"""`drafter round next` and `draft` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli import main


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A round on 75/190 in which the EU deletes PP3, which is accepted, and changes words."""
    file, lines = tmp_path / "round.toml", tmp_path / "eu.txt"
    lines.write_text("PP3: delete\nOP17: after “Strongly” add “and firmly”\n", encoding="utf-8")
    assert main(["round", "new", "75/190", "-o", str(file), "--stage", "Zero draft"]) == 0
    assert main(["round", "take", str(file), str(lines), "--from", "EU"]) == 0
    return file


def proposals(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    capsys.readouterr()
    assert main(["round", "show", str(path), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    return {one["kind"]: one["id"] for paragraph in shown["paragraphs"] for one in paragraph["proposals"]}


def test_what_was_decided_is_in_the_next_text_and_every_outcome_is_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = proposals(path, capsys)
    assert main(["round", "decide", str(path), ids["delete"], "--accept"]) == 0
    after = path.with_name("rev1.toml")
    capsys.readouterr()
    assert main(["round", "next", str(path), "-o", str(after), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["id"]: one["outcome"] for one in told["outcomes"]} == {ids["delete"]: "in", ids["words"]: "carried"}
    rows = told["concordance"]
    assert {"old": "PP3", "new": None, "kind": "deleted"} in rows
    assert {"old": "PP4", "new": "PP3", "kind": "same"} in rows
    assert proposals(after, capsys) == {"words": told["outcomes"][1]["new_id"]}
    assert main(["round", "next", str(after), "-o", str(after)]) == 2
    assert "would overwrite" in capsys.readouterr().err
    assert main(["round", "next", str(path), "-o", "-", "--json"]) == 2
    other = path.with_name("other.txt")
    other.write_text("Peace\n\nThe General Assembly,\n\n1. Calls for peace;\n\n2. Decides to meet.\n", encoding="utf-8")
    assert main(["round", "next", str(path), "--onto", str(other), "-o", str(path.with_name("far.toml"))]) == 0
    assert "84 paragraphs only 0 are found again" in capsys.readouterr().err


def test_onto_what_others_issued(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = path.with_name("rev1.toml")
    assert main(["round", "next", str(path), "--onto", "75/190", "-o", str(after), "--stage", "Rev.1"]) == 0
    assert "2 carried" in capsys.readouterr().err
    assert proposals(after, capsys) == proposals(path, capsys)


def test_the_decided_text_is_a_draft_on_the_same_adopted_text(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = proposals(path, capsys)
    assert main(["round", "decide", str(path), ids["delete"], "--accept"]) == 0
    draft = path.with_name("tabled.toml")
    assert main(["round", "draft", str(path), "-o", str(draft)]) == 0
    assert 'symbol = "A/C.3/76/L.__"' in draft.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["align", "75/190", str(draft), "--json"]) == 0
    pairs = json.loads(capsys.readouterr().out)["pairs"]
    assert [one["old"] for one in pairs if one["kind"] != "same"] == ["PP3"]
    only = path.with_name("eu.toml")
    assert main(["round", "draft", str(path), "--only", "European Union", "-o", str(only)]) == 0
    assert "and firmly" in only.read_text(encoding="utf-8")


def test_a_concordance_of_two_rounds(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ids = proposals(path, capsys)
    assert main(["round", "decide", str(path), ids["delete"], "--accept"]) == 0
    after, page = path.with_name("rev1.toml"), path.with_name("concordance.md")
    assert main(["round", "next", str(path), "-o", str(after)]) == 0
    capsys.readouterr()
    assert main(["round", "concordance", str(path), str(after), "-o", str(page), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert {"labels": ["PP4", "PP3"], "kinds": ["same"], "proposed": ["", ""]} in rows
    assert "| PP3 | — | deleted in Rev.1 |" in page.read_text(encoding="utf-8")
    assert main(["round", "concordance", str(path), "-o", str(path.with_name("other.md"))]) == 2


def test_what_comes_late_is_brought_over_from_the_version_it_was_made_against(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = proposals(path, capsys)
    assert main(["round", "decide", str(path), *ids.values(), "--accept"]) == 0
    after, late = path.with_name("rev1.toml"), path.with_name("late.txt")
    assert main(["round", "next", str(path), "-o", str(after)]) == 0
    late.write_text("PP4: delete\nPP3: delete\nOP17: after “Strongly” add “and firmly”\n", encoding="utf-8")
    capsys.readouterr()
    taking = ["round", "take", str(after), str(late), "--from", "Japan", "--base", str(path), "--json"]
    assert main(taking) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["label"] for one in told["taken"]] == ["PP3"]
    outcomes = {(one["outcome"], one["label"]) for one in told["outcomes"]}
    assert outcomes == {("carried", "PP3"), ("in", None), ("in", "OP17")}
