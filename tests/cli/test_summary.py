"""`drafter summary` as data, and on standard output without being told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli import main

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples" / "dprk-76.toml")


def test_markdown_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["summary", EXAMPLE]) == 0
    alone = capfdbinary.readouterr().out
    assert main(["summary", EXAMPLE, "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == alone
    assert alone.startswith(b"#")


def test_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", EXAMPLE, "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    op14 = next(one for one in shape["changes"] if one["label"] == "OP14")
    assert op14["code"] == "MOD"
    assert op14["pieces"][:2] == [{"fate": "out", "text": "Encourages"}, {"fate": "in", "text": "Strongly encourages"}]
    assert op14["openings"][0]["stronger"]
    assert {one["code"] for one in shape["changes"]} <= {"ADD", "MOD", "SUP", "MOV"}


def test_data_does_not_go_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", EXAMPLE, "--json", "-o", str(tmp_path / "s.md")]) == 2
    assert "leave -o out" in capsys.readouterr().err


def test_data_has_clearances_only_with_the_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "dprk-76.toml"
    draft.write_bytes(Path(EXAMPLE).read_bytes())
    assert main(["edit", str(draft), "OP14", "--clear", "Berlin=asked"]) == 0
    capsys.readouterr()
    found = []
    for options in ([], ["--notes"]):
        assert main(["summary", str(draft), "--json", *options]) == 0
        found.append(json.loads(capsys.readouterr().out)["clearances"])
    assert found[0] == []
    assert [(one["label"], one["name"], one["state"]) for one in found[1]] == [("OP14", "Berlin", "asked")]
