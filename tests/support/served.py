"""`drafter serve` as a user runs it, and the simplest interface that its protocol allows."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.program import ROOT

PARROT = """
import json, sys
out, into = sys.stdout.buffer, sys.stdin.buffer
def say(kind, said):
    out.write(kind + len(said).to_bytes(4, "big") + said)
    out.flush()
out.write(b"__GANGLION__\\n")
say(b"D", b"here")
while head := into.read(5):
    said = into.read(int.from_bytes(head[1:], "big"))
    if head[:1] == b"D":
        say(b"D", said.upper())
    elif json.loads(said)["type"] == "quit" and "deaf" not in sys.argv:
        break
while "deaf" in sys.argv:
    __import__("time").sleep(1)
"""
"""Says each word back in capitals, until it is told to quit; `deaf` does not hear that."""


def parrot(*manners: str) -> list[str]:
    """The command of a parrot."""
    return [sys.executable, "-c", PARROT, *manners]


@contextlib.contextmanager
def serve(*arguments: object, cwd: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running `drafter serve ARGUMENTS` and the address it printed; leaving the context ends it."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "DRAFTER_CORPUS": str(ROOT / "corpus"), "HOME": str(cwd)}
    with subprocess.Popen(
        [sys.executable, "-m", "drafter", "serve", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=cwd,
        env=variables,
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            if process.poll() is None:
                process.terminate()
            process.communicate(timeout=30)
