"""What a process that works on a round tells of each completed step, and what must be there once it was killed."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from drafter.edit.history import History
from drafter.edit.local import resuming
from drafter.edit.local.journal import LocalDocument
from drafter.negotiation import roundfile
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.rounds import ROUNDS, latest_round
from drafter.negotiation.values import Round


def kills(usual: int) -> int:
    """How often to kill: DRAFTER_KILLS, in the campaign 200."""
    return int(os.environ.get("DRAFTER_KILLS", usual))


def told(history: History[Round, RoundEdit]) -> str:
    """A line on a round after a step: how many steps there are, and the digest of its file."""
    return f"{len(history.past)} {_digest(history.document)}"


def survived(file: Path, line: str) -> bool:
    """Assert that the round is as the last line told, or one step further; whether the file lagged behind."""
    steps, digest = line.split()
    said: list[str] = []
    read = latest_round(file, said.append)
    behind = _in_file(file) != read
    assert bool(said) is behind, "what the file lacks is told"
    again = LocalDocument(file, ROUNDS, "Chair")
    try:
        history = again.history
        assert read == again.document, "a command reads another round than the one that is opened"
        now, past = _digest(again.document), len(history.past)
        if now != digest:
            # Opening keeps no more than the last KEPT_STEPS, so that of long histories only the round tells
            shortened = past + len(history.future) >= resuming.KEPT_STEPS
            done = (past == int(steps) + 1 or shortened) and _digest(history.undo().document) == digest
            undone = (past == int(steps) - 1 or shortened) and _digest(history.redo().document) == digest
            assert done or undone, f"after {steps} steps {past} are there, and another round"
    finally:
        again.close()
    assert _in_file(file) == again.document, "opening brings the file up"
    return behind


def _in_file(file: Path) -> Round:
    return roundfile.loads(file.read_text(encoding="utf-8"), file)


def _digest(round_: Round) -> str:
    return sha256(roundfile.dumps(round_).encode()).hexdigest()
