"""`drafter round at`: the paragraph under discussion from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.cli import main
from drafter.negotiation.leading import place_of


def test_keeps_a_label_of_the_round_and_refuses_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file), "--stage", "Zero draft"]) == 0
    before = file.read_bytes()
    assert main(["round", "at", str(file), "op3"]) == 0
    assert place_of(file) == "OP3"
    capsys.readouterr()
    assert main(["round", "at", str(file), "OP999"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert place_of(file) == "OP3"
    assert file.read_bytes() == before
