"""What a shell offers for a word that is begun."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.resources import shipped
from tests.support.program import ROOT, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draftfile.save(tmp_path / "dprk.toml", Desk.at(shipped("corpus")).begin("75/190"))
    (tmp_path / "settings.toml").write_text("theme = 'dark'\n", encoding="utf-8")
    assert run("round", "new", tmp_path / "dprk.toml", "-o", tmp_path / "round.toml").returncode == 0
    assert run("version", tmp_path / "dprk.toml", "--name", "before").returncode == 0
    return tmp_path


def offered(folder: Path, line: str) -> list[str]:
    """The words that bash would be offered for the last word of the line."""
    words = line.split(" ")
    asked = {
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_DRAFTER_COMPLETE": "bash_complete",
        "DRAFTER_CORPUS": str(shipped("corpus")),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-m", "drafter"],
        cwd=folder,
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return [one.removeprefix("plain,") for one in done.stdout.splitlines() if one.startswith("plain,")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("drafter show 7", ["72/188", "75/190"]),
        ("drafter show A/RES/6", ["A/RES/67/181"]),
        ("drafter new ", ["67/181", "72/188", "75/190"]),
        ("drafter edit ", ["dprk.toml", "round.toml"]),
        ("drafter round show ", ["round.toml"]),
        ("drafter edit dprk.toml OP2(a)(xi", ["OP2(a)(xi)", "OP2(a)(xii)", "OP2(a)(xiii)"]),
        ("drafter lineage 75/190 --paragraph pp2", ["PP2", "PP20", "PP21", "PP22", "PP23", "PP24", "PP25", "PP26"]),
        ("drafter compare dprk.toml@", ["dprk.toml@before"]),
        ("drafter sum", ["summary"]),
        ("drafter edit nothing.toml OP", []),
    ],
)
def test_what_is_offered(folder: Path, line: str, expected: list[str]) -> None:
    found = offered(folder, line)
    assert found[: len(expected)] == expected
    if not line.endswith("pp2") and "show 7" not in line:
        assert [one for one in found if one not in expected and "/" not in one and ".toml" not in one] == []
