"""How long the program takes to start, as a ratio to `python -c "import argparse"` in the same environment.

python tests/benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALLS = {
    "import argparse": ["-c", "import argparse"],
    "drafter --version": ["-m", "drafter", "--version"],
    "drafter show 75/190": ["-m", "drafter", "show", "75/190"],
    "drafter corpus list": ["-m", "drafter", "corpus", "list"],
    "drafter --help": ["-m", "drafter", "--help"],
}


def main(rounds: int) -> None:
    best = dict.fromkeys(CALLS, float("inf"))
    for _ in range(rounds):
        for name, arguments in CALLS.items():
            begin = time.perf_counter()
            subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            best[name] = min(best[name], time.perf_counter() - begin)
    for name, seconds in best.items():
        print(f"{name:<22} {seconds * 1000:6.0f} ms  {seconds / best['import argparse']:5.2f} ×")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
