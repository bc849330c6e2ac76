"""`drafter round ledger`, `silence` and `summary`: written as files, refused in one line."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path

import pytest

import drafter
from drafter.cli import main
from drafter.written import FileState, WrittenFiles

LETTER = "PP3: delete\nOP14: replace “Encourages” by “Urges”\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "round.toml"
    assert main(["round", "new", "75/190", "-o", str(file), "--stage", "Rev.1"]) == 0
    letter = tmp_path / "japan.txt"
    letter.write_text(LETTER, encoding="utf-8")
    assert main(["round", "take", str(file), str(letter), "--from", "Japan"]) == 0
    return file


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
@pytest.mark.parametrize(
    "command", [["ledger", "--for", "Japan"], ["silence", "--until", "2999-10-03T18:00-04:00"], ["summary"]]
)
def test_each_paper_is_written_in_each_form(command: list[str], suffix: str, path: Path) -> None:
    out = path.with_name(f"paper{suffix}")
    name, *options = command
    assert main(["round", name, str(path), *options, "-o", str(out)]) == 0
    content = out.read_bytes()
    assert content[:2] == b"PK" if suffix == ".docx" else "Rev.1" in content.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["ledger", "--for", "Peru"],
        ["silence", "--until", "2026-10-03T18:00"],
        ["silence", "--until", "soon"],
        ["silence", "--until", "2026-10-03T18:00+00:00", "--at", "2026-10-04T18:00+00:00"],
    ],
)
def test_a_slip_is_one_line(arguments: list[str], path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    name, *options = arguments
    out = path.with_name("paper.md")
    assert main(["round", name, str(path), *options, "-o", str(out)]) == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert not out.exists()


def test_another_ending_is_refused(path: Path) -> None:
    assert main(["round", "summary", str(path), "-o", str(path.with_name("paper.pdf"))]) == 2


def test_an_internal_remark_is_told_wherever_it_would_leave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, round_ = tmp_path / "draft.toml", tmp_path / "round.toml"
    assert main(["new", "75/190", "-o", str(draft)]) == 0
    content = draft.read_text(encoding="utf-8")
    draft.write_text(content.replace("Situation of human", "[for capital: check] Situation of human"), encoding="utf-8")
    assert main(["round", "new", str(draft), "-o", str(round_)]) == 0
    for arguments in (
        ["redline", str(draft), "-o", str(tmp_path / "redline.docx")],
        ["render", str(draft), "-o", str(tmp_path / "clean.docx")],
        ["summary", str(draft), "-o", str(tmp_path / "changes.md")],
        ["round", "draft", str(round_), "-o", str(tmp_path / "decided.toml")],
        ["round", "next", str(round_), "-o", str(tmp_path / "next.toml")],
        ["round", "summary", str(round_), "-o", str(tmp_path / "summary.md")],
    ):
        capsys.readouterr()
        assert main(arguments) == 0
        assert "title: an internal remark: [for capital: check]" in capsys.readouterr().err


def test_the_room_is_warned_of_what_the_page_shows(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = path.with_name("letter.txt")
    letter.write_text("OP6: after “Human” add “[internal note: ask the EU]”\n", encoding="utf-8")
    assert main(["round", "take", str(path), str(letter), "--from", "EU"]) == 0
    capsys.readouterr()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = ["room", str(path), "--anonymous", "--port", str(taken.getsockname()[1])]
        assert main(command) == 2
        warned, _ = capsys.readouterr().err.splitlines()
        assert "OP6 (p" in warned and "internal remark: [internal note: ask the EU]; OP6 (p" in warned
        assert "names EU" in warned
        [id_] = re.findall(r"OP6 \((\w+)\)", warned)[:1]
        assert main(["round", "decide", str(path), id_, "--reject"]) == 0
        capsys.readouterr()
        assert main(command) == 2
        [port_only] = capsys.readouterr().err.splitlines()
        assert "port" in port_only


def test_a_file_made_by_a_command_is_known_to_the_hand_in(path: Path) -> None:
    for command, name in (
        (["round", "summary"], "summary.docx"),
        (["round", "compile"], "compilation.docx"),
        (["round", "next"], "next.toml"),
        (["round", "draft"], "decided.toml"),
        (["amend", "--only", "Japan"], "paper.docx"),
    ):
        made = path.with_name(name)
        assert main([*command, str(path), "-o", str(made)]) == 0
        assert WrittenFiles(path).standing(made).state is FileState.OURS


def test_what_should_not_leave_is_listed_with_reasons_and_decisions(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = path.with_name("letter.txt")
    letter.write_text("OP6: after “Human” add “as Japan asked”\n", encoding="utf-8")
    assert main(["round", "leaks", str(path)]) == 0
    assert capsys.readouterr().err.endswith("nothing that should not leave\n")
    assert main(["round", "take", str(path), str(letter), "--from", "EU"]) == 0
    capsys.readouterr()
    assert main(["round", "leaks", str(path), "--anonymous", "--json"]) == 0
    [named] = json.loads(capsys.readouterr().out)["leaks"]
    assert named == {
        "where": f"OP6 ({named['at']})",
        "what": "the proposal names Japan in its own words",
        "at": named["at"],
    }
    ruling = ["--reject", "--why", "[for capital: they can live without it]"]
    assert main(["round", "decide", str(path), named["at"], *ruling]) == 0
    capsys.readouterr()
    assert main(["round", "leaks", str(path)]) == 0
    assert capsys.readouterr().out == (
        f"OP6 ({named['at']}): an internal remark: [for capital: they can live without it]\n"
    )
    with drafter.open_library().open_round(path) as opened:
        assert [str(one) for one in opened.leaks()] == [
            f"OP6 ({named['at']}): an internal remark: [for capital: they can live without it]"
        ]
