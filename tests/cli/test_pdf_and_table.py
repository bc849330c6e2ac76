"""The pages as PDF, by LibreOffice where it is, and the table of both years."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import docx
import pytest

from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.errors import DrafterError
from drafter.render import pdf as converting
from drafter.resources import shipped
from tests.support.program import run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "d.toml"
    draftfile.save(path, Desk.at(shipped("corpus")).begin("75/190"))
    assert run("edit", path, "OP14", "--text", "Strongly encourages | all;", "--reason", "a < b").returncode == 0
    assert run("edit", path, "OP16", "--delete").returncode == 0
    return path


@pytest.mark.skipif(converting.libreoffice() is None, reason="needs LibreOffice")
def test_the_clean_text_as_pdf(draft: Path, tmp_path: Path) -> None:
    done = run("render", draft, "-o", tmp_path / "d.pdf")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "d.pdf").read_bytes().startswith(b"%PDF-")


def test_without_libreoffice_it_is_said_plainly(draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "libreoffice", lambda: None)
    with pytest.raises(DrafterError, match="LibreOffice, which is not installed"):
        converting.pdf(b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_one_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, child = tmp_path / "soffice", tmp_path / "child"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {child}\nwait\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(converting, "libreoffice", lambda: str(program))
    with pytest.raises(DrafterError, match="within 2 seconds"):
        converting.pdf(b"", 2)
    number = int(child.read_text(encoding="utf-8"))
    for _ in range(100):
        if not _runs(number):
            return
        time.sleep(0.05)
    raise AssertionError("the child still runs")


def _runs(number: int) -> bool:
    if sys.platform == "linux":
        state = Path(f"/proc/{number}/stat")
        return state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_table_has_every_paragraph_of_both_years(draft: Path, tmp_path: Path) -> None:
    text = run("summary", draft, "--table").stdout
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert rows[0] == "| Last year, 75/190 | This year | Reason |"
    [own] = [row for row in rows if "Strongly encourages" in row]
    assert own.startswith("| OP14: <del>Encourages") and "\\|" in own and own.endswith("a \\< b |")
    [dropped] = [row for row in rows if row.startswith("| OP16: ")]
    assert dropped.endswith("| — |  |")
    assert run("summary", draft, "--table", "-o", tmp_path / "t.html").returncode == 0
    assert "a &lt; b" in (tmp_path / "t.html").read_text(encoding="utf-8")
    assert run("summary", draft, "--table", "-o", tmp_path / "t.docx").returncode == 0
    [table] = docx.Document(str(tmp_path / "t.docx")).tables
    assert len(table.rows) == len(rows) - 1
    assert [cell.text for cell in table.rows[0].cells] == ["Last year, 75/190", "This year", "Reason"]
