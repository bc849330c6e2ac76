"""`drafter round compile`: the compilation text from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.model.inline import Inline
from drafter.model.proposal import Arrival
from drafter.negotiation import proposing, roundfile
from drafter.ooxml import archive


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A round on 75/190 with one proposal, which holds an internal remark."""
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file), "--stage", "Zero draft"]) == 0
    made = roundfile.loads(file.read_text(encoding="utf-8"), file)
    text = made.inline("OP3")
    words = Inline(f"{text.text} [NB: ask the capital]")
    some = [replace(one, arrivals=(Arrival(("EU",), "eu.txt"),)) for one in proposing.reworded("OP3", text, words)]
    file.write_text(roundfile.dumps(made.having(proposals=some)), encoding="utf-8")
    capsys.readouterr()
    return file


@pytest.mark.parametrize("name", ["c.docx", "c.md", "c.html", "c.txt"])
def test_writes_every_kind_of_file_and_tells_what_should_not_leave(
    name: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = path.parent / name
    assert main(["round", "compile", str(path), "-o", str(output), "--as-of", "2026-10-03T10:00+02:00"]) == 0
    told = capsys.readouterr().err
    assert output.stat().st_size > 1000
    assert told.count("internal remark") == 1 and "OP3 (p" in told


def test_the_time_is_as_said_else_that_of_the_environment(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["round", "compile", str(path), "-o", "-", "--as-of", "2026-10-03T10:00+02:00"]) == 0
    assert "As of 3 October 2026, 10:00 (UTC+02:00)\n" in capsys.readouterr().out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert main(["round", "compile", str(path), "-o", "-"]) == 0
    assert "As of 21 September 2026, 14:13 (UTC)\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["-o", "c.pdf"], "does not write a .pdf file"),
        (["-o", "c.md", "--as-of", "tomorrow"], "'tomorrow' is no time"),
        (["-o", "c.md", "--notation", "tracked"], "name it .docx"),
        (["-o", "c.docx", "--notation", "tracked", "--anonymous"], "names of their authors"),
        (["-o", "there.md"], "exists already"),
    ],
)
def test_refuses_in_one_line(
    arguments: list[str], why: str, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(path.parent)
    there = Path("there.md")
    there.write_text("mine", encoding="utf-8")
    assert main(["round", "compile", "round.toml", *arguments]) == 2
    told = capsys.readouterr().err
    assert why in told and told.count("\n") == 1 + ("internal remark" in told)
    assert sorted(one.name for one in path.parent.iterdir() if one.suffix != ".toml" and one.is_file()) == ["there.md"]
    assert there.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("ending", [".md", ".txt", ".html", ".docx"])
def test_the_folder_in_which_the_base_lies_does_not_leave(tmp_path: Path, ending: str) -> None:
    base = tmp_path / "of-the-desk" / "L27.txt"
    base.parent.mkdir()
    base.write_text("Peace\n\nThe General Assembly,\n\n1. Calls for peace;\n\n2. Decides to meet.\n", encoding="utf-8")
    round_, out = tmp_path / "round.toml", tmp_path / f"compilation{ending}"
    assert main(["round", "new", str(base), "-o", str(round_)]) == 0
    assert main(["round", "compile", str(round_), "-o", str(out)]) == 0
    parts = archive.unpacked(out.read_bytes()).values() if ending == ".docx" else [out.read_bytes()]
    whole = b"".join(parts)
    assert b"of-the-desk" not in whole
    assert b"L27.txt" in whole
