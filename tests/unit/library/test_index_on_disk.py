"""The index of tantivy outlives a killed writer, and a damaged one is begun anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from drafter.library.local.index import TantivyIndex
from tests.unit.library.test_index import LIBRARY


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_writer_loses_nothing_that_was_added(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import itertools, sys
        from pathlib import Path
        sys.path[:0] = [{str(Path.cwd())!r}]
        from tests.unit.library.test_index import WATER, resolution
        from drafter.library.local.index import TantivyIndex
        index = TantivyIndex(Path({str(tmp_path / "index")!r}))
        for n in itertools.count():
            index.add([resolution(f"A/RES/80/{{n}}", *[WATER] * 50)])
            print(n, flush=True)
        """
    )
    writer = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    acknowledged = -1
    while acknowledged < 4:
        acknowledged = int(writer.stdout.readline())
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
    writer.wait()
    index = TantivyIndex(tmp_path / "index")
    assert {f"A/RES/80/{n}" for n in range(acknowledged + 1)} <= set(index.fingerprints())
    assert len(index.get("A/RES/80/0")) == 50
    index.add([LIBRARY[0]])


def test_a_damaged_index_is_begun_anew(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    TantivyIndex(folder).add(LIBRARY)
    (folder / "meta.json").write_text("{", encoding="utf-8")
    assert TantivyIndex(folder).fingerprints() == {}
