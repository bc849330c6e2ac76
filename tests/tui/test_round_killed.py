"""The interface on a round in a pseudo-terminal, killed at any moment: no completed decision is lost."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from shutil import copy

import pytest

from drafter.resources import shipped
from tests.support.killed import kills, survived

pytestmark = pytest.mark.terminal
ROOT = Path(__file__).parents[2]
ROUND = ROOT / "examples" / "round" / "round.toml"

WORKER = """
import sys
from pathlib import Path
from drafter.desk import Desk
from drafter.tui.app import DrafterApp
from drafter.tui.held import HeldFile
from tests.support.killed import told

corpus, file, out = map(Path, sys.argv[1:4])
advance, lines = HeldFile.advance, out.open("a", encoding="utf-8")

def noted(self, step):
    done = advance(self, step)
    if done:
        lines.write(told(self.file.history) + "\\n")
        lines.flush()
    return done

HeldFile.advance = noted
DrafterApp(lambda: Desk.at(corpus), file, file.with_name("settings.toml")).run()
"""
KEYS = ["y", "o", "x", "o", "W", "o", "u", "\x12", "n", "c", "j", "s\x1b[B\r", "pNorway\r\r"]
"""What a facilitator presses: decisions, undo and redo, ways through the round, a status, a position."""


def whole_lines(out: Path) -> list[str]:
    *whole, _ = out.read_text(encoding="utf-8").split("\n")
    return whole


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminal, no SIGKILL")
def test_no_completed_decision_is_lost(tmp_path: Path) -> None:
    from tests.support.terminal import Terminal

    file, out = tmp_path / "round.toml", tmp_path / "told"
    copy(ROUND, file)
    dice, lagging, decided = random.Random(12), 0, 0
    for _ in range(times := kills(3)):
        out.write_text("", encoding="utf-8")
        command = [sys.executable, "-c", WORKER, str(shipped("corpus")), str(file), str(out)]
        with Terminal(command, 120, 32, PYTHONPATH=str(ROOT)) as terminal:
            terminal.until("Board")
            terminal.send("n1")
            begun = killed = time.monotonic()
            while time.monotonic() < killed or not whole_lines(out):
                assert time.monotonic() < begun + 60, "no decision was made"
                terminal.send(dice.choice(KEYS))
                terminal.read(0.05)
                if not out.stat().st_size:
                    killed = time.monotonic() + dice.random() * 1.5
        whole = whole_lines(out)
        decided += len(whole)
        lagging += survived(file, whole[-1])
    assert decided > times, "more than one step a kill"
    print(f"{times} kills, {decided} steps, {lagging} times the file lagged behind the history")
