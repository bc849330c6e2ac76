"""How fast, large and tight a redline is beside its peers: `python -m tests.benchmarks.redline PEERS_PYTHON`.

PEERS_PYTHON is the interpreter of an environment with the dependency group `peers`. Both sides get 72/188 and 75/190
(and the same ten times over); theirs as our own clean Word files, made beforehand. Medians, ratios of one run, and the
most memory of the whole process tree.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from drafter.align import tokens, words
from drafter.library import record
from drafter.model.resolution import Resolution
from drafter.render.document import document
from drafter.render.masthead import of_resolution
from drafter.render.redline import day_of, redline

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TIMES = {1: 7, 10: 2}  # theirs take a minute each at ten times the size
WARM = """
import json, sys, time
from docx_scalpel import docx_diff_compare
old, new = (open(name, "rb").read() for name in sys.argv[1:3])
docx_diff_compare(old, new)
times = []
for _ in range(int(sys.argv[3])):
    start = time.perf_counter()
    docx_diff_compare(old, new)
    times.append(time.perf_counter() - start)
print(json.dumps(times))
"""
WHOLE = """
import sys
from python_redlines import DocxodusEngine
old, new = (open(name, "rb").read() for name in sys.argv[1:3])
open(sys.argv[3], "wb").write(DocxodusEngine().run_redline("A", old, new)[0])
"""


def seed(stem: str, times: int) -> Resolution:
    path = CORPUS / f"{stem}.toml"
    text = record.loads(path.read_text(encoding="utf-8"), path).resolution
    return replace(text, paragraphs=text.paragraphs * times)


def ours(old: Resolution, new: Resolution, runs: int) -> list[float]:
    taken = []
    for _ in range(runs):
        words.word_changes.cache_clear()
        tokens.tokens.cache_clear()
        start = time.perf_counter()
        redline(old, new, of_resolution(new), author="A", date=day_of(new))
        taken.append(time.perf_counter() - start)
    return taken


def whole(*command: str) -> tuple[float, int]:
    """The seconds a program takes, and in a run apart the most memory that it and its children hold, in MB.

    Run once before, so that both sides have their bytecode as an installed program has.
    """
    taken = []
    subprocess.run(command, check=True, capture_output=True)
    for _ in range(5 if "drafter" in command else 3):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), peak(*command)


def peak(*command: str) -> int:
    """The most memory (resident, MB) that a program and all its children hold at once, looked at every 10 ms."""
    most = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            most = max(most, resident(running.pid))
            time.sleep(0.01)
    return most // 1024


def resident(pid: int) -> int:
    """Resident kilobytes of a process and its children, from Linux's /proc."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        own = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)
        tasks = Path(f"/proc/{pid}/task").iterdir()
        children = {int(child) for task in tasks for child in (task / "children").read_text(encoding="utf-8").split()}
    except OSError:
        return 0
    return own + sum(map(resident, children))


def main(peers: str) -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for times in (1, 10):
            old, new = seed("A_RES_72_188", times), seed("A_RES_75_190", times)
            files = [str(folder / f"{side}{times}.docx") for side in ("old", "new")]
            for file, text in zip(files, (old, new), strict=True):
                Path(file).write_bytes(document(text, of_resolution(new)))
            run = subprocess.run(
                [peers, "-c", WARM, *files, str(TIMES[times])], check=True, capture_output=True, text=True
            )
            theirs = json.loads(run.stdout)
            mine, scalpel = statistics.median(ours(old, new, TIMES[times])), statistics.median(theirs)
            print(f"x{times}: in process {mine:.3f} s, warm docx-scalpel {scalpel:.3f} s, ", end="")
            print(f"ratio {mine / scalpel:.2f} (at most 1.0)")
            records = []
            for stem, text in (("A_RES_72_188", old), ("A_RES_75_190", new)):
                reading = record.loads((CORPUS / f"{stem}.toml").read_text(encoding="utf-8"), Path(stem))
                made = folder / f"{stem}_{times}.toml"
                made.write_text(record.dumps(replace(reading, resolution=text)), encoding="utf-8")
                records.append(str(made))
            out = str(folder / "out.docx")
            program, ours_held = whole(sys.executable, "-m", "drafter", "compare", *records, "-o", out, "--force")
            engine, engine_held = whole(peers, "-c", WHOLE, *files, out)
            print(f"x{times}: whole process {program:.2f} s, python-redlines {engine:.2f} s, ", end="")
            print(f"ratio {program / engine:.2f} (at most 0.3)")
            scalpel_held = peak(peers, "-c", WARM, *files, "1")
            print(
                f"x{times}: peak memory {ours_held} MB, docx-scalpel {scalpel_held} MB, "
                f"python-redlines {engine_held} MB"
            )


if __name__ == "__main__":
    main(sys.argv[1])
