"""How long the checks take after an edit, in a library of all real texts.

    python -m tests.benchmarks.check_time [SYMBOL ...]

Prints the median of some runs, in milliseconds of one core, for the draft that goes out from each text.
"""

from __future__ import annotations

import statistics
import sys
import time

from drafter.desk import Desk
from tests.benchmarks.real_library import real_library

RUNS = 9


def main(names: list[str]) -> None:
    desk = Desk(real_library())
    for name in names or ["80/110", "78/234"]:
        draft = desk.begin(name)
        pending = desk.updates(draft)
        found = desk.findings(draft, pending)
        taken = []
        for _ in range(RUNS):
            begun = time.process_time()
            desk.findings(draft, pending)
            taken.append((time.process_time() - begun) * 1000)
        print(f"{name}: {statistics.median(taken):.0f} ms, {len(draft.paragraphs)} paragraphs, {len(found)} findings")


if __name__ == "__main__":
    main(sys.argv[1:])
