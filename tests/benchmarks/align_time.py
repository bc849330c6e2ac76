"""Time to align and word-diff 72/188 with 75/190, and texts ten times as long, beside a warm docx-scalpel.

    python -m tests.benchmarks.align_time --peers PYTHON

PYTHON is an interpreter of an environment that has docx-scalpel (benchmark-only: `pip install docx-scalpel`). Both get
the same paragraphs; the peer as two Word files, warm, without the time to start its engine. The caches of the
word diff are emptied before every run. The ten-times larger pair gives every copy words of its own, so that no
copy is alike to the next by accident.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx

from drafter.align.groups import group_changes, pair_groups
from drafter.align.pairs import align
from drafter.align.tokens import tokens
from drafter.align.words import word_changes
from drafter.library.locate import open_records
from drafter.model.inline import Inline
from drafter.model.resolution import Paragraph

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PEER = """
import json, statistics, sys, time
import docx_scalpel as peer
old, new = (open(path, "rb").read() for path in sys.argv[1:3])
out = {}
for name, call in (("compare", peer.docx_diff_compare), ("revisions only", peer.docx_diff_get_revisions)):
    for _ in range(3):
        call(old, new)
    times = []
    for _ in range(int(sys.argv[3])):
        start = time.perf_counter()
        call(old, new)
        times.append(time.perf_counter() - start)
    out[name] = statistics.median(times)
print(json.dumps(out))
"""


def ours(old: Sequence[Paragraph], new: Sequence[Paragraph], runs: int) -> float:
    """Median seconds to pair the paragraphs and diff the words of every pair."""
    times = []
    for _ in range(runs + 1):
        tokens.cache_clear()
        word_changes.cache_clear()
        start = time.perf_counter()
        for group in pair_groups(align(old, new)):
            group_changes(old, new, group)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def theirs(python: str, old: Sequence[Paragraph], new: Sequence[Paragraph], runs: int) -> dict[str, float]:
    """Median seconds of the peer on two Word files of the same paragraphs."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, paragraphs in (("old", old), ("new", new)):
            document = docx.Document()
            for paragraph in paragraphs:
                document.add_paragraph(paragraph.text)
            paths.append(str(Path(folder) / f"{name}.docx"))
            document.save(paths[-1])
        done = subprocess.run([python, "-c", PEER, *paths, str(runs)], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def times(paragraphs: Sequence[Paragraph], count: int) -> list[Paragraph]:
    """The text `count` times over, every copy with a number in each of its paragraphs."""
    return [
        replace(paragraph, inline=Inline(f"{paragraph.text} No. {copy}"))
        for copy in range(count)
        for paragraph in paragraphs
    ]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--peers", help="Python of an environment with docx-scalpel")
    options.add_argument("--runs", type=int, default=7)
    chosen = options.parse_args()
    pair = [open_records(CORPUS).get(name).paragraphs for name in ("72/188", "75/190")]
    for count in (1, 10):
        old, new = (times(paragraphs, count) if count > 1 else list(paragraphs) for paragraphs in pair)
        own = ours(old, new, chosen.runs)
        line = f"× {count:<3} {len(old)} and {len(new)} paragraphs: drafter {own * 1000:7.1f} ms"
        if chosen.peers:
            for name, seconds in theirs(chosen.peers, old, new, chosen.runs).items():
                line += f"   docx-scalpel, {name} {seconds * 1000:7.1f} ms, ratio {own / seconds:.2f}"
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
