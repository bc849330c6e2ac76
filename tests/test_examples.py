"""The worked example is what the program makes today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("script", ["build.py", "round/build.py"])
def test_the_examples_are_up_to_date(script: str) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / script, "--check"], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("up to date") == len(done.stdout.splitlines()) > 0
