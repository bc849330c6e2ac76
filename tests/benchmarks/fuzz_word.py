"""Spoilt Word files by the thousand: `python tests/benchmarks/fuzz_word.py [COUNT] [SEED]`; `make fuzz`.

Only our own errors may come out, and what is read can be kept as a record. Prints how many were read, how many refused,
and the slowest; each failure is kept as a file beside its traceback, and the exit is 1.
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from drafter.errors import DrafterError
from drafter.library import record
from drafter.model.reading import Revisions
from drafter.parse import word
from tests.support.mutated import mutants
from tests.support.wordseeds import seeds


def main(count: int = 20_000, seed: int = 1) -> int:
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    folder = Path(tempfile.mkdtemp(prefix="fuzz-word-"))
    path = folder / "A_RES_75_190.docx"
    revisions = tuple(Revisions)
    for number, content in enumerate(islice(mutants(seeds(), Random(seed)), count)):
        path.write_bytes(content)
        began = time.perf_counter()
        try:
            reading = word.read(path, revisions[number % 2])
            assert record.loads(record.dumps(reading), path) == reading
            outcomes["read"] += 1
        except DrafterError as error:
            assert "\n" not in str(error)
            outcomes["refused in one line"] += 1
        except Exception:
            outcomes["FAILED"] += 1
            (folder / f"{number}.docx").write_bytes(content)
            (folder / f"{number}.txt").write_text(traceback.format_exc(), encoding="utf-8")
        slowest = max(slowest, time.perf_counter() - began)
    print(f"{count:,} spoilt Word files: {dict(outcomes)}; the slowest took {slowest:.2f} s; failures in {folder}")
    return 1 if outcomes["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
