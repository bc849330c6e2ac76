"""How fast, large and tight a redline is beside its peers: `python -m tests.benchmarks.redline PEERS_PYTHON`.

PEERS_PYTHON is the interpreter of an environment with the dependency group `peers`. Both sides get 72/188 and 75/190
(and the same ten times over); theirs as our own clean Word files, made beforehand. Medians, and ratios of one run.
"""

from __future__ import annotations

import json
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
TIMES = 7
WARM = """
import json, resource, sys, time
from docx_scalpel import docx_diff_compare
old, new = (open(name, "rb").read() for name in sys.argv[1:3])
docx_diff_compare(old, new)
times = []
for _ in range(int(sys.argv[3])):
    start = time.perf_counter()
    docx_diff_compare(old, new)
    times.append(time.perf_counter() - start)
print(json.dumps([times, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
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


def ours(old: Resolution, new: Resolution) -> list[float]:
    taken = []
    for _ in range(TIMES):
        words.word_changes.cache_clear()
        tokens.tokens.cache_clear()
        start = time.perf_counter()
        redline(old, new, of_resolution(new), author="A", date=day_of(new))
        taken.append(time.perf_counter() - start)
    return taken


def whole(*command: str) -> float:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main(peers: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for times in (1, 10):
            old, new = seed("A_RES_72_188", times), seed("A_RES_75_190", times)
            files = [str(folder / f"{side}{times}.docx") for side in ("old", "new")]
            for file, text in zip(files, (old, new), strict=True):
                Path(file).write_bytes(document(text, of_resolution(new)))
            run = subprocess.run([peers, "-c", WARM, *files, str(TIMES)], check=True, capture_output=True, text=True)
            theirs, memory = json.loads(run.stdout)
            mine, scalpel = statistics.median(ours(old, new)), statistics.median(theirs)
            print(
                f"x{times}: in process {mine:.3f} s, warm docx-scalpel {scalpel:.3f} s ({memory // 1024} MB), ", end=""
            )
            print(f"ratio {mine / scalpel:.2f} (at most 1.0)")
            records = []
            for stem, text in (("A_RES_72_188", old), ("A_RES_75_190", new)):
                reading = record.loads((CORPUS / f"{stem}.toml").read_text(encoding="utf-8"), Path(stem))
                made = folder / f"{stem}_{times}.toml"
                made.write_text(record.dumps(replace(reading, resolution=text)), encoding="utf-8")
                records.append(str(made))
            out = str(folder / "out.docx")
            program = whole(sys.executable, "-m", "drafter", "compare", *records, "-o", out, "--force")
            engine = whole(peers, "-c", WHOLE, *files, out)
            print(f"x{times}: whole process {program:.2f} s, python-redlines {engine:.2f} s, ", end="")
            print(f"ratio {program / engine:.2f} (at most 0.3)")


if __name__ == "__main__":
    main(sys.argv[1])
