"""The first ten minutes in a real terminal: from the library to a Word file that opens."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.resources import shipped

pytestmark = pytest.mark.terminal("tmux")
ROOT = Path(__file__).parents[2]
FOLLOWS = 3.0
"""Seconds; a second by itself, more where tests share the machine."""


class Tmux:
    """One session of a tmux server of its own."""

    def __init__(self, name: str, folder: Path, arguments: str = "") -> None:
        self._name = name
        command = f"cd {shlex.quote(str(folder))} && PYTHONPATH={shlex.quote(str(ROOT))} "
        command += "DRAFTER_CONFIG=. env -u COLUMNS -u LINES "
        command += f"{shlex.quote(sys.executable)} -m drafter --corpus {shlex.quote(str(shipped('corpus')))} "
        command += arguments
        self._tmux("new-session", "-d", "-x", "110", "-y", "32", command)

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(["tmux", "-L", self._name, *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)

    def sees(self, words: str, seconds: float = 40) -> str:
        end = time.monotonic() + seconds
        while words not in (screen := self._tmux("capture-pane", "-p")):
            assert time.monotonic() < end, f"{words!r} never came; the screen shows\n{screen}"
            time.sleep(0.1)
        return screen

    def end(self) -> None:
        subprocess.run(["tmux", "-L", self._name, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Tmux]:
    session = Tmux(f"drafter-{tmp_path.name}", tmp_path)
    yield session
    session.end()


def test_the_first_ten_minutes(terminal: Tmux, tmp_path: Path) -> None:
    terminal.sees("3 texts")
    terminal.press("n")
    terminal.sees("A new draft from 75/190")
    terminal.press("Enter")
    terminal.sees("updates in")
    terminal.press("U")
    terminal.sees("3 certain")
    terminal.press("A")
    terminal.sees("0 certain")
    terminal.press("Escape")
    terminal.sees("as drafted")
    terminal.press("g")
    terminal.sees("Go to which paragraph?")
    terminal.type("OP14")
    terminal.press("Enter")
    terminal.sees("as drafted · OP14")
    terminal.press("e")
    terminal.sees("editing")
    terminal.type(" and commends it")
    terminal.sees("commends it")
    terminal.press("Escape")
    terminal.sees("OP14 · edited")
    terminal.press("C-s")
    terminal.sees("saved")
    terminal.press("C-z")
    terminal.sees("Undo: edit OP14")
    terminal.press("C-y")
    terminal.sees("Redo: edit OP14")
    terminal.press("f")
    terminal.sees("Make the files")
    terminal.press("C-e")
    terminal.sees("Done.")
    with zipfile.ZipFile(tmp_path / "draft-76-from-75-190-tracked.docx") as tracked:
        document = tracked.read("word/document.xml").decode()
    assert "<w:ins " in document
    assert "commends it" in document
    terminal.press("C-q")


def test_a_second_window_follows_the_first_within_a_second_and_takes_over(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "drafter", "--corpus", str(shipped("corpus")), "new", "75/190", "-o", "dprk.toml"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True,
    )  # fmt: skip
    first = Tmux(f"drafter-{tmp_path.name}-1", tmp_path, "tui dprk.toml")
    try:
        first.sees("0 changed")
        second = Tmux(f"drafter-{tmp_path.name}-2", tmp_path, "tui dprk.toml")
        try:
            second.sees("open already")
            second.sees("0 changed")
            first.press("d")
            first.sees("1 changed")
            started = time.monotonic()
            second.sees("1 changed")
            assert time.monotonic() - started < FOLLOWS
            first.press("C-q")
            second.sees("closed there: E edits it here")
            second.press("E")
            second.sees("edited here now")
            second.press("u")
            second.sees("0 changed")
        finally:
            second.end()
    finally:
        first.end()
