"""`agreed`, `check`, `suggest` and `show` on a round: whose words are agreed, and which proposal brings a finding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import main

LETTER = """OP7: after "its appreciation" add ",, again"
OP8: replace "oral updates" with "oral reports"
OP3: replace "Condemns" with "Strongly condemns"
OP25 bis: Decides to continue its examination of the situation of human rights.
PP3: delete
"""


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A round on 75/190 with one letter from the EU, and one from Norway that collides with it at OP3."""
    file, letter, other = tmp_path / "round.toml", tmp_path / "eu.txt", tmp_path / "norway.txt"
    letter.write_text(LETTER, encoding="utf-8")
    other.write_text('OP3: replace "Condemns" with "Deplores"\n', encoding="utf-8")
    assert main(["round", "new", "75/190", "-o", str(file)]) == 0
    for one, name in ((letter, "EU"), (other, "Norway")):
        assert main(["round", "take", str(file), str(one), "--from", name, "--on", "2026-10-01"]) in (0, 2)
    capsys.readouterr()
    return file


def told(capsys: pytest.CaptureFixture[str], *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
    assert main(list(arguments)) in codes
    return capsys.readouterr().out


def proposals(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    shape = json.loads(told(capsys, "round", "show", str(path), "--json"))
    return {f"{one['label']} {one['by'][0]}": one for each in shape["paragraphs"] for one in each["proposals"]}


def test_each_proposal_and_each_reading_tells_how_much_of_it_is_agreed(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shape = json.loads(told(capsys, "agreed", str(path), "--json"))
    found = {f"{one['label']} {one['by'][0]}": one for one in shape["proposals"]}
    seized = found["OP25bis EU"]
    assert (seized["words"], seized["agreed_words"]) == (11, 11)
    assert seized["spans"][0]["first"]["symbol"] == "A/RES/67/181"
    assert found["PP3 EU"]["words"] == 0
    assert found["PP3 EU"]["found"]["agreed_share"] == 1
    [conflict] = shape["conflicts"]
    assert [(one["n"], one["by"], one["words"], one["agreed_words"]) for one in conflict["readings"]] == [
        (1, [], 1, 1),
        (2, ["Norway"], 1, 0),
        (3, ["EU"], 2, 1),
    ]
    assert shape["agreed_share"] == 1
    lines = told(capsys, "agreed", str(path)).splitlines()
    assert any(line.startswith("  puts in 11 of 11 words agreed") for line in lines)
    assert any(line.startswith("      3 texts: first A/RES/67/181") for line in lines)


def test_a_finding_names_the_accepted_proposal_that_brings_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = json.loads(told(capsys, "check", str(path), "--json", codes=(0, 1)))["findings"]
    assert not any("proposals" in one for one in before)
    own = proposals(path, capsys)["OP7 EU"]["id"]
    other = proposals(path, capsys)["OP8 EU"]["id"]
    assert main(["round", "decide", str(path), own, other, "--accept"]) == 0
    capsys.readouterr()
    after = json.loads(told(capsys, "check", str(path), "--json", codes=(0, 1)))["findings"]
    brought = [one for one in after if "proposals" in one]
    assert brought
    assert [(one["label"], one["rule"], one["found"]) for one in brought] == [("OP7", "double-mark", ",,")]
    assert all(one["proposals"] == [own] for one in brought)
    assert len(after) == len(before) + len(brought)
    assert f"  by {own}" in told(capsys, "check", str(path), codes=(0, 1))


def test_the_open_proposals_are_marked_by_owner(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, "show", str(path), "--redline")
    assert "[-Condemns-]{+Deplores+}" in text
    assert "  EU  behind OP25" in text
    one = json.loads(told(capsys, "show", str(path), "--redline", "--paragraph", "op 3", "--json"))["paragraphs"]
    assert sorted(each["by"] for each in one) == [["EU"], ["Norway"]]
    assert main(["show", str(path), "--redline", "--paragraph", "OP1"]) == 2
    assert "nothing is open at OP1" in capsys.readouterr().err


def test_suggestions_for_a_bridge_know_the_paragraph_s_earlier_texts(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shape = json.loads(told(capsys, "suggest", str(path), "--paragraph", "OP1", "--json"))
    own = json.loads(told(capsys, "suggest", "75/190", "--paragraph", "OP1", "--json"))
    assert shape["suggestions"][0] == own["suggestions"][0]
    assert shape["suggestions"][0]["kind"] == "lineage"


def test_the_decided_text_of_a_round_is_shown_as_a_draft_on_its_base(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["round", "decide", str(path), proposals(path, capsys)["PP3 EU"]["id"], "--accept"]) == 0
    capsys.readouterr()
    shape = json.loads(told(capsys, "show", str(path), "--json"))
    assert [one["origin"] for one in shape["paragraphs"]][:4] == ["PP1", "PP2", "PP4", "PP5"]
