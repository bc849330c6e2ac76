"""The program as a user runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """`drafter ARGUMENTS` with the checkout's code and, unless told otherwise, its corpus."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "DRAFTER_CORPUS": str(ROOT / "corpus"), **environment}
    return subprocess.run(
        [sys.executable, "-m", "drafter", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd or ROOT,
        env=variables,
        timeout=120,
        check=False,
    )
