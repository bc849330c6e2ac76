"""The library from the command line, and what is read and shown."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.library.locate import library_root
from drafter.resources import shipped
from tests.support.program import run

KOREA = "Situation of human rights in the Democratic People"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return shutil.copytree(shipped("corpus"), tmp_path / "seeds", ignore=shutil.ignore_patterns(".*"))


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_folder_is_added_and_what_fails_is_reported(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library"
    (seeds / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    code, out, err = call(capsys, "--corpus", library, "corpus", "add", seeds, tmp_path / "nowhere.md")
    assert (code, out) == (2, "")
    assert f"A/RES/75/190: {KOREA}" in err
    assert "OP2(a)(i): read '(1)' as '(i)'" in err
    assert f"drafter: {seeds / 'picture.txt'}, line 1: this is not text" in err
    assert f"drafter: {tmp_path / 'nowhere.md'}: no such file" in err
    code, out, err = call(capsys, "--corpus", library, "corpus", "list")
    assert [line.split()[:2] for line in out.splitlines()] == [
        ["A/RES/67/181", "2012-12-20"],
        ["A/RES/72/188", "2017-12-19"],
        ["A/RES/75/190", "2020-12-16"],
    ]
    assert call(capsys, "--corpus", library, "corpus", "verify")[:2] == (0, "")
    code, _, err = call(capsys, "--corpus", library, "corpus", "remove", "67/181", "1/1")
    assert code == 2
    assert "A/RES/67/181: removed" in err
    assert "1/1 is not in the library" in err
    code, out, _ = call(capsys, "--corpus", library, "corpus", "list", "--jsonl")
    assert [json.loads(line)["symbol"] for line in out.splitlines()] == ["A/RES/72/188", "A/RES/75/190"]


def test_verify_names_the_paragraph_and_ends_with_2(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = seeds / "A_RES_75_190.toml"
    record.write_text(record.read_text(encoding="utf-8").replace("culture of impunity", "culture of"), encoding="utf-8")
    code, out, err = call(capsys, "--corpus", seeds, "corpus", "verify")
    assert code == 2
    assert out.startswith("A_RES_75_190: PP3: stored")
    assert err == "3 resolutions, 1 differ from their source\n"
    code, out, _ = call(capsys, "--corpus", seeds, "corpus", "verify", "--json")
    assert (code, json.loads(out)["wrong"]) == (2, 1)


def test_what_an_older_version_read_is_named_and_read_again(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = seeds / "A_RES_75_190.toml"
    older = record.read_text(encoding="utf-8").replace("source_reader = 4\n", "")
    record.write_text(older.replace("culture of impunity", "cu1ture of impunity"), encoding="utf-8")
    code, out, err = call(capsys, "--corpus", seeds, "corpus", "verify")
    assert code == 2
    assert out.startswith("A_RES_75_190: PP3: stored")
    assert err.splitlines()[1] == (
        "an older version of drafter read A_RES_75_190: drafter corpus reread reads them again and keeps corrections "
        "made by hand"
    )
    code, out, err = call(capsys, "--corpus", seeds, "corpus", "reread")
    assert (code, out) == (0, "")
    assert err.startswith("A/RES/75/190: read again, 1 changed\n    PP3: stored")
    assert call(capsys, "--corpus", seeds, "corpus", "verify")[:2] == (0, "")
    assert call(capsys, "--corpus", seeds, "corpus", "reread")[2].endswith("nothing was read again\n")
    code, _, err = call(capsys, "--corpus", seeds, "corpus", "reread", "1/1", "75/190")
    assert code == 2
    assert "1/1 is not in the library" in err
    assert "A/RES/75/190: read again, nothing changed" in err


def test_show_as_json_has_the_keys_others_build_on(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capsys, "--corpus", shipped("corpus"), "show", "75/190", "--json")
    shown = json.loads(out)
    assert code == 0
    assert {
        "symbol": "A/RES/75/190",
        "organ": "General Assembly",
        "session": 75,
        "adopted": "2020-12-16",
        "meeting": "46th plenary meeting",
        "agenda_item": "72 (c)",
        "origin": "on the report of the Third Committee (A/75/478/Add.3, para. 39)",
    }.items() <= shown.items()
    assert shown["title"].startswith(KOREA)
    assert shown["agenda_title"].startswith("Promotion and protection of human rights")
    paragraphs = {paragraph["label"]: paragraph for paragraph in shown["paragraphs"]}
    assert len(paragraphs) == 27 + 57
    assert {"kind": "preambular", "level": 0, "opener": "Recalling", "notes": [1]}.items() <= paragraphs["PP2"].items()
    assert paragraphs["OP2(a)(vi)"]["level"] == 2
    assert [note["number"] for note in shown["footnotes"]] == list(range(1, 27))
    assert all({"where", "found", "read_as", "why"} <= repair.keys() for repair in shown["repairs"])
    line = call(capsys, "--corpus", shipped("corpus"), "show", "A/RES/75/190", "--jsonl")[1]
    assert line.count("\n") == 1
    assert json.loads(line) == shown


def test_a_text_is_shown_with_its_numbering(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "--corpus", shipped("corpus"), "show", "75/190")
    lines = out.splitlines()
    assert lines[0].startswith("A/RES/75/190 · General Assembly · seventy-fifth session · 16 December 2020")
    assert any(line.startswith("PP1 ") and "Reaffirming that all States" in line for line in lines)
    assert any(line.startswith("OP2 ") and " 2. " in line for line in lines)
    assert any(line.startswith("OP2(a)(vi) ") and " (vi) " in line for line in lines)
    assert max(map(len, lines)) <= 100


def test_a_source_a_record_and_a_symbol_show_the_same(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        call(capsys, "--corpus", seeds, "show", name)[1]
        for name in ("67/181", "A/RES/67/181", "A_RES_67_181", seeds / "A_RES_67_181.txt", seeds / "A_RES_67_181.toml")
    }
    assert len(texts) == 1


def test_parse_stores_nothing_and_goes_on(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(seeds.iterdir())
    code, out, err = call(capsys, "parse", seeds / "A_RES_67_181.txt", seeds, seeds / "A_RES_75_190.md", "--jsonl")
    assert code == 2
    assert [json.loads(line)["symbol"] for line in out.splitlines()] == ["A/RES/67/181", "A/RES/75/190"]
    assert err == f"drafter: {seeds}: this is a folder; name a file in it\n"
    assert sorted(seeds.iterdir()) == before


def test_one_file_is_one_document(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "parse", seeds / "A_RES_75_190.md", "--json")
    assert json.loads(out)["symbol"] == "A/RES/75/190"
    _, out, _ = call(capsys, "parse", seeds / "A_RES_75_190.md", seeds / "A_RES_67_181.txt", "--json")
    assert [text["symbol"] for text in json.loads(out)["resolutions"]] == ["A/RES/75/190", "A/RES/67/181"]


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("x.txt", b"", "the file is empty"),
        ("x.md", b"\xff\xfb\xc3\xa9a", "this is not UTF-8 text"),
        ("x.toml", b"", "format is missing"),
        ("x.toml", b"format = 1\nbase = 3\n", "base"),
        ("x.toml", b"a" * 1000, "this is not TOML"),
        ("x.toml", b"a = " + b"[" * 20000, "this is not TOML"),
        ("A_RES_75_190.docx", b"PK\x03\x04\x00", ""),
        ("A_RES_75_190.pdf", b"%PDF-1.7", ""),
        ("x.xlsx", b"PK\x03\x04", "a .xlsx file is not read"),
    ],
)
def test_a_hostile_file_is_one_line(
    name: str, content: bytes, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, out, err = call(capsys, "show", path)
    assert (code, out) == (2, "")
    assert err.startswith(f"drafter: {path}")
    assert line in err
    assert err.count("\n") == 1
    assert "fault in drafter" not in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        for command in ("show", "parse"):
            assert call(capsys, command, path)[0] == 2
    assert "not a file" in call(capsys, "parse", tmp_path / "pipe.txt")[2]


def test_a_huge_file_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as huge:
        huge.truncate(10 * 1024**3)
    assert "bytes, more than any resolution" in call(capsys, "parse", path)[2]


class TestWhereTheLibraryLies:
    def test_an_option_beats_the_environment(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("DRAFTER_CORPUS", str(tmp_path / "two"))
        assert library_root(tmp_path / "one") == tmp_path / "one"
        assert library_root() == tmp_path / "two"

    def test_the_folder_here_beats_the_users_own(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.delenv("DRAFTER_CORPUS", raising=False)
        monkeypatch.chdir(tmp_path)
        (tmp_path / "corpus").mkdir()
        assert library_root() == Path("corpus")

    def test_the_users_own_is_filled_on_first_use(self, tmp_path: Path) -> None:
        home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LOCALAPPDATA": str(tmp_path / "data")}
        done = run("show", "75/190", cwd=tmp_path, DRAFTER_CORPUS="", **home)
        assert done.returncode == 0, done.stderr
        filled = list(tmp_path.rglob("corpus/A_RES_75_190.toml"))
        assert len(filled) == 1
        assert run("corpus", "remove", "67/181", cwd=tmp_path, DRAFTER_CORPUS="", **home).returncode == 0
        listed = run("corpus", "list", cwd=tmp_path, DRAFTER_CORPUS="", **home).stdout
        assert [line.split()[0] for line in listed.splitlines()] == ["A/RES/72/188", "A/RES/75/190"]
