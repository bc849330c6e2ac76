"""Input that no drafter sends: refused in one line, or read, within the time and memory the process is held to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import pdfs

HEAD = "75/1. T\n\nThe General Assembly,\n\n"
HELD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
from drafter.cli import main
sys.argv = ["drafter", "parse", sys.argv[1]]
sys.exit(main())
"""
REFUSED = {
    "lines.txt": (HEAD + "Recalling it,\n\n" * 60_000).encode(),
    "large.txt": b"a" * 5_000_001,
    "rubbish.txt": bytes(range(256)) * 40,
    "empty.txt": b"",
    "invalid.txt": b"Recalling \xc3\xa9 and \xff\xfe,",
    "pages.pdf": pdfs.endless_pages(100_000),
    "loop.pdf": pdfs.looped_tree(),
    "bomb.pdf": pdfs.bomb(400),
}
READ = {
    "sections.txt": (HEAD + "I\n\n1. Decides it;\n\n" * 800).encode(),
    "digits.txt": (
        HEAD
        + "Recalling "
        + "1 2 3,4 5;6 " * 4_000
        + ",\n\n____\n"
        + "".join(f"{n} See A/{n}.\n" for n in range(1, 99))
    ).encode(),
    "adverbs.txt": (HEAD + "Strongly" + " also further strongly" * 20_000 + " it,").encode(),
    "questions.txt": (HEAD + "Recalling? ?? ?1 " * 10_000).encode(),
    "deep.md": ("# 75/1. T\n\nThe General Assembly,\n\n" + "*" * 20_000 + "a" + "*_[" * 10_000).encode(),
}


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
@pytest.mark.parametrize("name", [*REFUSED, *READ])
def test_within_bounds(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes({**REFUSED, **READ}[name])
    done = subprocess.run([sys.executable, "-c", HELD, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == (2 if name in REFUSED else 0), done.stderr
    if name in REFUSED:
        assert done.stderr.count("\n") == 1
        assert name in done.stderr
