"""Output: whole or not at all, never over the input, the same for any text."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given

from drafter import files
from drafter.cli import main
from drafter.cli.plain import plain
from drafter.errors import DrafterError
from drafter.model.reading import Reading
from drafter.shapes import reading_shape
from tests.support.program import ROOT
from tests.support.strategies import READINGS


@given(READINGS)
def test_any_resolution_can_be_shown(reading: Reading) -> None:
    text = plain(reading.resolution)
    shape = json.loads(json.dumps(reading_shape(reading), ensure_ascii=False))
    assert [paragraph["text"] for paragraph in shape["paragraphs"]] == [p.text for p in reading.resolution.paragraphs]
    shown = "".join(text.split())
    for paragraph in shape["paragraphs"]:
        assert "".join(paragraph["label"].split()) in shown
        if not paragraph["notes"] and not any(p.inline.marks for p in reading.resolution.paragraphs):
            assert "".join(paragraph["text"].split()).casefold() in shown.casefold()


def test_an_existing_output_needs_force(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "d.toml"
    draft.write_text("mine", encoding="utf-8")
    assert main(["new", "75/190", "-o", str(draft)]) == 2
    assert capsys.readouterr().err == f"drafter: {draft}: this file exists already; add --force to replace it\n"
    assert draft.read_text(encoding="utf-8") == "mine"
    assert main(["new", "75/190", "-o", str(draft), "--force"]) == 0
    assert draft.read_text(encoding="utf-8").startswith("format = 2")


def test_the_text_itself_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "d.toml"
    main(["new", "75/190", "-o", str(draft)])
    before = draft.read_bytes()
    capsys.readouterr()
    (tmp_path / "sub").mkdir()
    assert main(["render", str(draft), "-o", str(tmp_path / "sub" / ".." / "d.toml"), "--force"]) == 2
    assert "this would overwrite the text it is made from" in capsys.readouterr().err
    assert draft.read_bytes() == before


class TestWriting:
    def test_nothing_is_left_behind_where_it_fails(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "out.docx"
        path.write_bytes(b"old")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(DrafterError, match=r"out.docx: cannot write this file: no space left on device; make room"):
            files.write(path, b"new")
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_folder_that_is_missing_or_a_name_that_is_none(self, tmp_path: Path) -> None:
        for path, said in [
            (tmp_path / "no" / "x", "make the folder first"),
            (tmp_path, "this is a folder"),
            (tmp_path / ("x" * 300), "choose a shorter name"),
            (tmp_path / "a\0b", "no file name"),
        ]:
            with pytest.raises(DrafterError, match=said):
                files.write(path, "text")

    def test_text_is_utf_8_with_plain_line_ends(self, tmp_path: Path) -> None:
        files.write(tmp_path / "x", "é\n“”\n")
        assert (tmp_path / "x").read_bytes() == "é\n“”\n".encode()
        with pytest.raises(DrafterError, match="half a character"):
            files.write(tmp_path / "x", "\udc80")

    @pytest.mark.skipif(os.name == "nt", reason="links and modes are not like that there")
    def test_links_and_modes_stay(self, tmp_path: Path) -> None:
        path, link = tmp_path / "x", tmp_path / "link"
        path.write_bytes(b"old")
        path.chmod(0o640)
        link.symlink_to(path)
        files.write(link, b"new")
        assert link.is_symlink()
        assert path.read_bytes() == b"new"
        assert path.stat().st_mode & 0o777 == 0o640
        files.write(Path(os.devnull), b"gone")
        assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("call", "name", "remedy"),
    [
        (("render", "75/190"), "k.odt", "name it .docx or .pdf"),
        (("compare", "72/188", "75/190"), "k.toml", "name it .docx"),
        (("redline", "DRAFT"), "k.doc", "name it .docx"),
        (("redline", "DRAFT", "--onto", "OFFICIAL"), "k", "name it .docx"),
        (("summary", "DRAFT"), "k.pdf", "name it .md, .html or .docx"),
        (("new", "75/190"), "k.docx", "name it .toml"),
    ],
)
def test_a_name_that_does_not_fit_what_is_written_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], call: tuple[str, ...], name: str, remedy: str
) -> None:
    given = {"DRAFT": str(ROOT / "examples" / "dprk-76.toml"), "OFFICIAL": str(ROOT / "examples" / "dprk-76.docx")}
    output = tmp_path / name
    assert main([*(given.get(word, word) for word in call), "-o", str(output)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"drafter: {output}: this command does not write a") and said.endswith(f"; {remedy}\n")
    assert not output.exists()


def test_capital_letters_fit_too(tmp_path: Path) -> None:
    assert main(["render", "75/190", "-o", str(tmp_path / "K.DOCX")]) == 0


def test_a_place_where_nothing_can_be_written_is_told_first_and_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = str(ROOT / "examples" / "dprk-76.toml")
    output = tmp_path / "gone" / "x.docx"
    for command in ("render", "redline", "summary"):
        assert main([command, draft, "--carry", "-o", str(output)]) == 2
        assert capsys.readouterr().err == (
            f"drafter: {output}: cannot write this file: no such file or directory; make the folder first\n"
        )
