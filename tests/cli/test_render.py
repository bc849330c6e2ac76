"""`drafter render`: adopted texts and drafts as Word files."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.ooxml import archive
from drafter.ooxml.names import CONTENT_TYPES
from drafter.resources import shipped
from tests.support.program import run
from tests.support.wordfile import WordFile, problems


@pytest.mark.parametrize("symbol", ["67/181", "72/188", "75/190"])
def test_each_bundled_resolution_becomes_a_sound_word_file(tmp_path: Path, symbol: str) -> None:
    file = tmp_path / "text.docx"
    done = run("render", symbol, "-o", str(file))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    content = file.read_bytes()
    assert problems(content) == []
    read = WordFile(content)
    assert read.properties()["subject"] == f"A/RES/{symbol}"
    assert "The General Assembly," in [shown.text for shown in read.paragraphs()]


def test_a_draft_becomes_an_l_document(tmp_path: Path) -> None:
    draft, file = tmp_path / "draft.toml", tmp_path / "draft.docx"
    assert run("new", "75/190", "-o", str(draft)).returncode == 0
    assert run("render", str(draft), "-o", str(file)).returncode == 0
    read = WordFile(file.read_bytes())
    header = "".join(read.root("word/header_first.xml").itertext())
    assert header == "United NationsA/C.3/76/L.__General AssemblyDistr.: LimitedOriginal: English"
    assert "Draft resolution" in [shown.text for shown in read.paragraphs()]


def test_an_existing_file_is_replaced_only_with_force(tmp_path: Path) -> None:
    file = tmp_path / "text.docx"
    file.write_text("precious", encoding="utf-8")
    done = run("render", "75/190", "-o", str(file))
    assert (done.returncode, file.read_text(encoding="utf-8")) == (2, "precious")
    assert run("render", "75/190", "-o", str(file), "--force").returncode == 0
    assert problems(file.read_bytes()) == []


def test_a_base_document_that_is_a_renamed_template_is_one_line(tmp_path: Path) -> None:
    parts = archive.read(shipped("templates") / "draft.docx")
    kinds = parts[CONTENT_TYPES].replace(b"document.main+xml", b"template.main+xml")
    renamed = tmp_path / "mine.docx"
    renamed.write_bytes(archive.write({**parts, CONTENT_TYPES: kinds}))
    done = run("render", "75/190", "--template", str(renamed), "-o", str(tmp_path / "out.docx"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "mine.docx: this Word file cannot be used as a base document (content type is" in done.stderr
    assert not (tmp_path / "out.docx").exists()


def test_a_base_document_that_is_none_is_one_line(tmp_path: Path) -> None:
    wrong = tmp_path / "mine.docx"
    wrong.write_text("not a Word file", encoding="utf-8")
    done = run("render", "75/190", "--template", str(wrong), "-o", str(tmp_path / "out.docx"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "mine.docx: this is not a Word file; check its name" in done.stderr
    assert not (tmp_path / "out.docx").exists()
