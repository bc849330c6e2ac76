"""`drafter round`: opened on a text, decided step by step, shown as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.model.inline import Inline
from drafter.model.proposal import Arrival
from drafter.negotiation import proposing, roundfile

EXAMPLE = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A round on 75/190 with two proposals that collide at OP3 and a new paragraph behind it."""
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file), "--stage", "Zero draft"]) == 0
    assert "a round on A/RES/75/190, 84 paragraphs" in capsys.readouterr().err
    made = roundfile.loads(file.read_text(encoding="utf-8"), file)
    text = made.inline("OP3")
    at = text.text.index(" ") + 1
    end = text.text.index(" ", at)
    some = [
        replace(one, arrivals=(Arrival((owner,), f"{owner}.txt", "line 1"),))
        for owner, words in (("EU", "one"), ("Norway", "other"))
        for one in proposing.reworded("OP3", text, text.replace(at, end, Inline(words)))
    ]
    file.write_text(roundfile.dumps(made.having(proposals=some)), encoding="utf-8")
    return file


def shown(path: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    command, *others = arguments or ("show",)
    assert main(["round", command, str(path), *others, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_conflict_is_decided_and_undone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def op3() -> dict[str, object]:
        return next(one for one in shown(path, capsys)["paragraphs"] if one["label"] == "OP3")  # type: ignore[attr-defined]

    before = op3()
    [conflict] = before["conflicts"]  # type: ignore[misc]
    assert [one["does"] for one in conflict["readings"]] == ["base", "words", "words"]
    assert (
        main(["round", "decide", str(path), conflict["id"], "--reading", "2", "--by", "Chair", "--why", "agreed"]) == 0
    )
    after = op3()
    assert sorted(one["state"] for one in after["proposals"]) == ["accepted", "rejected"]  # type: ignore[attr-defined]
    assert after["conflicts"] == []
    capsys.readouterr()
    assert main(["undo", str(path)]) == 0
    assert "undone: choose reading 2 at OP3" in capsys.readouterr().err
    assert op3() == before
    assert main(["redo", str(path)]) == 0
    assert op3() == after


def test_the_three_texts(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def words(*arguments: str) -> str:
        paragraphs = shown(path, capsys, "text", *arguments)["paragraphs"]
        return next(one["text"] for one in paragraphs if one["origin"] == "OP3")  # type: ignore[attr-defined]

    base = words()
    assert words("--all") == base
    assert " one " in words("--only", "EU")
    assert " other " in words("--only", "Norway")
    assert words("--only", "EU,Norway") == base
    capsys.readouterr()
    assert main(["round", "text", str(path), "--only", "Atlantis"]) == 2
    assert "those who do: EU, Norway" in capsys.readouterr().err


def test_other_commands_take_the_decided_text(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decided = shown(path, capsys, "text")
    assert main(["show", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == decided
    assert main(["check", str(path)]) in (0, 1)
    assert main(["agreed", str(path), "--json"]) == 0


def test_what_is_said_and_agreed_is_shown(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["round", "position", str(path), "OP3", "--from", "Iran", "--retain"]) == 0
    assert main(["round", "agree", str(path), "PP1", "OP3", "--status", "ad-ref", "--pending", "Norway"]) == 0
    assert "OP3 has open proposals" in capsys.readouterr().err
    found = shown(path, capsys, "board")
    assert found["by_status"] == {"open": 82, "suggested": 0, "informals": 0, "ad-ref": 2, "agreed": 0}
    assert (found["conflicts"], found["options"]) == (1, 2)
    assert found["by_delegation"] == {
        name: {"open": 1, "accepted": 0, "rejected": 0, "withdrawn": 0} for name in ("EU", "Norway")
    }
    assert main(["round", "show", str(path)]) == 0
    out = capsys.readouterr().out
    assert "OP3 · agreed ad ref · pending Norway · reopened" in out
    assert "Iran: retain OP3" in out
    assert "1 base: " in out


def test_a_slip_is_one_line_and_changes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    for arguments in (
        ("decide", str(path), "p0", "--accept"),
        ("decide", str(path), "c0", "--reading", "1"),
        ("decide", str(path), "p0", "--accept", "--at", "soon"),
        ("decide", str(path), "p0"),
        ("agree", str(path), "OP999", "--status", "agreed"),
        ("position", str(path), "OP3", "--from", "EU"),
        ("show", "75/190"),
        ("show", str(EXAMPLE / "missing.toml")),
    ):
        capsys.readouterr()
        assert main(["round", *arguments]) == 2, arguments
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert path.read_bytes() == before


def test_a_decision_has_the_time_it_is_given(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [first, _] = roundfile.loads(path.read_text(encoding="utf-8"), path).proposals
    assert main(["round", "decide", str(path), first.id, "--accept", "--at", "2026-10-03T10:00+02:00"]) == 0
    paragraphs = shown(path, capsys)["paragraphs"]
    own = next(one for each in paragraphs for one in each["proposals"] if one["id"] == first.id)  # type: ignore[attr-defined]
    assert own["decision"] == {"why": "", "by": "", "at": "2026-10-03T10:00:00+02:00"}


def test_a_paragraph_is_shown_to_copy(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["round", "show", str(path), "--paragraph", "op 3", "--markdown"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("**OP3** (open)")
    assert "- EU: OP3: replace" in said
    assert main(["round", "show", str(path), "--paragraph", "OP99"]) == 2
    assert "the round has no paragraph OP99" in capsys.readouterr().err
    assert main(["round", "show", str(path), "--markdown"]) == 2
    assert "add --paragraph LABEL" in capsys.readouterr().err


def test_a_package_is_made_and_dissolved(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["round", "package", str(path), "OP4", "PP2"]) == 0
    assert "package of PP2, OP4" in capsys.readouterr().err
    packages = {one["label"]: one["package"] for one in shown(path, capsys)["paragraphs"] if one["package"]}  # type: ignore[attr-defined]
    assert packages == {"PP2": ["OP4"], "OP4": ["PP2"]}
    assert main(["round", "package", str(path), "OP4"]) == 0
    assert not any(one["package"] for one in shown(path, capsys)["paragraphs"])  # type: ignore[attr-defined]


def test_a_new_paragraph_is_decided_by_what_the_room_calls_it(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "us.txt"
    letter.write_text("US: OP4 bis: Urges all States to act;\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(letter)]) == 0

    def states() -> dict[str, str]:
        found = json.loads(json.dumps(shown(path, capsys)["paragraphs"]))
        new = [each for one in found for each in one["proposals"] if each["kind"] == "new"]
        return {each["by"][0]: each["state"] for each in new}

    for arguments, expected in (
        (["--accept"], {"United States": "accepted"}),
        (["--reopen"], {"United States": "open"}),
        (["--text", "Urges all States to act at once;"], {"United States": "rejected", "Chair": "accepted"}),
    ):
        assert main(["round", "decide", str(path), "OP4bis", *arguments]) == 0
        assert states() == expected
    assert main(["round", "decide", str(path), "OP9bis", "--accept"]) == 2
    assert "the round has no proposal OP9bis" in capsys.readouterr().err
