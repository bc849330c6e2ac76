"""An end that comes from outside finds the draft in its file."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from drafter.desk import Desk
from drafter.edit import draftfile
from drafter.resources import shipped

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such signals")


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_what_was_just_done_is_in_the_file(tmp_path: Path, number: str) -> None:
    from tests.support.terminal import Terminal

    draft = tmp_path / "d.toml"
    draftfile.save(draft, Desk.at(shipped("corpus")).begin("75/190"))
    history = tmp_path / ".drafter" / "d.toml.history"
    command = [sys.executable, "-m", "drafter", "--corpus", str(shipped("corpus")), "tui", str(draft)]
    with Terminal(command, DRAFTER_CONFIG=str(tmp_path), PYTHONPATH=str(Path(__file__).parents[2])) as terminal:
        end = time.monotonic() + 40
        while "as adopted" not in terminal.output.decode(errors="replace"):
            assert time.monotonic() < end, "the desk never came"
            terminal.read(0.1)
        terminal.send("d")
        while b'"Delete"' not in history.read_bytes():
            assert time.monotonic() < end, "the key did nothing"
            terminal.read(0.005)
        os.kill(terminal.pid, getattr(signal, number))
        ended = 0
        while not ended:
            assert time.monotonic() < end, "the program goes on"
            terminal.read(0.05)
            ended, status = os.waitpid(terminal.pid, os.WNOHANG)
        terminal.pid = 0
    assert os.waitstatus_to_exitcode(status) == 128 + getattr(signal, number)
    assert any(paragraph.deleted for paragraph in draftfile.load(draft))
