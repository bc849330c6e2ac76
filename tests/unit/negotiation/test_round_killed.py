"""A process that decides in a round is killed at any moment: no completed decision is lost."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from shutil import copy

import pytest

from drafter.edit.local import resuming
from drafter.errors import DrafterError
from drafter.model.negotiated import ClosureStatus, Stand
from drafter.model.proposal import Outcome
from drafter.negotiation import decide
from drafter.negotiation.decide import Ruling
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.merge import merge
from drafter.negotiation.rounds import at_work
from drafter.negotiation.values import Round
from tests.support.killed import kills, survived, told

ROUND = Path(__file__).parents[3] / "examples" / "round" / "round.toml"


def some_decision(round_: Round, dice: random.Random) -> RoundEdit:
    """What a facilitator might decide next."""
    one = dice.choice(round_.proposals).id
    label = dice.choice(list(round_.paragraphs))
    ruling = Ruling("heard in the room", "Chair", "2026-10-05T10:00:00+00:00")
    match dice.randrange(7):
        case 0:
            return decide.accept(round_, [one], ruling)
        case 1:
            return decide.turn_down(round_, [one], dice.choice([Outcome.REJECTED, Outcome.WITHDRAWN]), ruling)
        case 2:
            return decide.reopen(round_, [one])
        case 3 if conflicts := merge(round_).conflicts:
            return decide.choose(round_, conflicts[0].id, 1, ruling)
        case 4:
            return decide.position(round_, one, ["Norway"], dice.choice(list(Stand)))
        case _:
            return decide.agree(round_, [label], dice.choice(list(ClosureStatus)), ["Sylvania"])


def work(file: Path, seed: int) -> None:
    dice = random.Random(seed)
    with at_work(file, "Chair") as opened:
        while True:
            try:
                match dice.random():
                    case chance if chance < 0.15:
                        opened.undo()
                    case chance if chance < 0.2:
                        opened.redo()
                    case _:
                        opened.do(some_decision(opened.document, dice))
            except DrafterError:
                continue
            sys.stdout.write(f"{told(opened.history)}\n")
            sys.stdout.flush()


@pytest.mark.skipif(os.name == "nt", reason="forks, and kills with SIGKILL")
def test_no_completed_decision_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resuming, "KEPT_STEPS", 40)  # so that histories are shortened, too, when the kill comes
    file = tmp_path / "round.toml"
    copy(ROUND, file)
    dice, lagging, decided = random.Random(12), 0, 0
    for seed in range(times := kills(10)):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(writer, 1)
            sys.stdout = os.fdopen(1, "w")
            try:
                work(file, seed)
            finally:
                os._exit(1)
        os.close(writer)
        said, wait = b"", 1 + dice.random() * 8
        while said.count(b"\n") < wait:
            more = os.read(reader, 1 + int(dice.random() * 200))
            assert more, "the process ended by itself"
            said += more
        time.sleep(dice.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(reader, 65536):
            said += more
        os.close(reader)
        *whole, _ = said.decode().split("\n")
        decided += len(whole)
        lagging += survived(file, whole[-1])
    assert lagging > times / 4, "many were killed before the file was written"
    print(f"{times} kills, {decided} steps, {lagging} times the file lagged behind the history")
