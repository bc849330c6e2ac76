"""The pages as they will be handed in, beside the draft and in the system's viewer."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from drafter import opening
from drafter.cli import main
from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.render import pdf as converting
from drafter.resources import shipped
from tests.support.program import run


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "korea.toml"
    draftfile.save(path, Desk.at(shipped("corpus")).begin("75/190"))
    return path


@pytest.mark.skipif(converting.libreoffice() is None, reason="needs LibreOffice")
def test_the_pages_lie_in_the_hidden_folder_and_are_made_anew(draft: Path) -> None:
    for _ in range(2):
        done = run("preview", draft, "--no-open")
        assert (done.returncode, done.stderr) == (0, "")
        pages = Path(done.stdout.strip())
        assert pages == draft.parent / ".drafter" / "korea.pdf"
        assert pages.read_bytes().startswith(b"%PDF-")


def test_what_cannot_be_shown_is_said_with_its_place(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(converting, "pdf", lambda _: b"%PDF-")
    monkeypatch.setattr(opening, "opened", lambda _: False)
    assert main(["preview", str(draft)]) == 0
    found = capsys.readouterr()
    pages = draft.parent / ".drafter" / "korea.pdf"
    assert found.out == f"{pages}\n" and found.err == f"{pages}: there is no program here that shows it\n"


def test_without_libreoffice_it_is_said_plainly(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(converting, "libreoffice", lambda: None)
    assert main(["preview", str(draft)]) == 2
    assert "a PDF is made by LibreOffice, which is not installed" in capsys.readouterr().err
    assert not (draft.parent / ".drafter" / "korea.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the viewer")
@pytest.mark.parametrize(("ends", "shown"), [("exit 0", True), ("exit 3", False), ("sleep 60", True)])
def test_a_viewer_shows_it_or_ends_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, shown: bool
) -> None:
    viewer, seen = tmp_path / "xdg-open", tmp_path / "seen"
    viewer.write_text(
        f'#!/bin/sh\necho "$1" > {seen}\nexec {ends}\n'
        if "sleep" in ends
        else f'#!/bin/sh\necho "$1" > {seen}\n{ends}\n'
    )
    viewer.chmod(viewer.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(opening, "_SECONDS", 0.3)
    monkeypatch.setattr(opening.shutil, "which", lambda _: str(viewer))
    monkeypatch.setenv("DISPLAY", ":7")
    assert opening.opened(tmp_path / "a b.pdf") is shown
    assert seen.read_text() == f"{tmp_path / 'a b.pdf'}\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows always has windows")
def test_on_a_distant_machine_nothing_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(opening.sys, "platform", "linux")
    assert not opening.opened(tmp_path)
