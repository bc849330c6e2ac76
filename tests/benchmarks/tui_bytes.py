"""How much the interface paints: bytes from a key until half a second of silence, the median of thirty.

    python -m tests.benchmarks.tui_bytes [--library DIR]

Runs the program in a real pseudo-terminal of 160 by 48, on a draft of 300 paragraphs and on a round of 300 paragraphs
with 60 proposals: over a slow line, what is painted is what one waits for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path

from drafter.resources import shipped
from tests.benchmarks.long_texts import draft_of, round_of
from tests.support.terminal import Terminal

TIMES = 30
SILENCE = 0.5
UP, DOWN, ESCAPE = "\x1b[A", "\x1b[B", "\x1b"
WORDS = "and expressing grave concern at the continuing reports of violations "
LIMITS = {"draft: move": 10_000, "draft: open the editor": 25_000, "draft: a letter": 1_000}


def steps() -> Iterator[str]:
    """Twenty paragraphs down, twenty up again."""
    while True:
        yield from chain(repeat(DOWN, 20), repeat(UP, 20))


def of_draft(terminal: Terminal, series: Callable[[Callable[[], int]], list[int]]) -> dict[str, list[int]]:
    terminal.until("as drafted")
    terminal.settle(2)
    keys = steps()
    found = {"draft: move": series(lambda: terminal.bytes_for(next(keys), SILENCE))}

    def opened() -> int:
        terminal.bytes_for(ESCAPE, SILENCE)
        terminal.bytes_for(next(keys), SILENCE)
        return terminal.bytes_for("e", SILENCE)

    found["draft: open the editor"] = series(opened)
    letters = iter(WORDS)
    found["draft: a letter"] = series(lambda: terminal.bytes_for(next(letters), SILENCE))
    return found


def of_round(terminal: Terminal, series: Callable[[Callable[[], int]], list[int]]) -> dict[str, list[int]]:
    terminal.until("Board")
    terminal.settle(2)
    keys = steps()
    found = {"round: move": series(lambda: terminal.bytes_for(next(keys), SILENCE))}

    def decided() -> int:
        for key in ("n", "1"):
            terminal.bytes_for(key, SILENCE)
        return terminal.bytes_for("y", SILENCE)

    found["round: decide"] = series(decided)
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--library", default=str(shipped("corpus")))
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--columns", type=int, default=160)
    parser.add_argument("--lines", type=int, default=48)
    asked = parser.parse_args()
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[2]))

    def series(one: Callable[[], int]) -> list[int]:
        return [made() for made in islice(repeat(one), asked.times)]

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, measured in ((draft_of(300, folder), of_draft), (round_of(300, 60, folder), of_round)):
            command = [sys.executable, "-m", "drafter", "--corpus", asked.library, "tui", str(path)]
            with Terminal(command, asked.columns, asked.lines, DRAFTER_CONFIG=name) as terminal:
                for what, each in measured(terminal, series).items():
                    limit = f", limit {LIMITS[what]:,}" if what in LIMITS else ""
                    print(f"{what:<24} median {statistics.median(each):>8,.0f} bytes, most {max(each):,}{limit}")


if __name__ == "__main__":
    main()
