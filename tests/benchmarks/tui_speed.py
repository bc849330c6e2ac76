"""How fast the desk answers: keystrokes, moves, the start; printed as figures and ratios.

    python -m tests.benchmarks.tui_speed [--library DIR]

Runs the program in a real pseudo-terminal of 160 by 48. A keystroke counts until the last byte painted. A move has two
figures: until the paragraph is painted as adopted and as drafted, and until the last byte, when the side pane is filled
with what a worker found. A library of 2,680 texts (`drafter --corpus DIR corpus add …`) may be named; without it the
shipped one serves.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from drafter.edit import draftfile
from drafter.model.draft import labels
from drafter.resources import shipped
from tests.benchmarks.long_texts import draft_of
from tests.support.terminal import Terminal

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self): yield Static("READY")
Empty().run()
"""
WORKER = 0.5
"""Seconds without a byte after which a worker has nothing more to show."""

UP, DOWN = "\x1b[A", "\x1b[B"
WORDS = "and expressing grave concern at the continuing reports of violations "


def high(figures: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(figures, n=20)[-1]


def desk_figures(draft: Path, library: str) -> dict[str, list[float]]:
    """Milliseconds of each keystroke in the editor, of each move between paragraphs, and until the pane is filled."""
    named = list(labels(draftfile.load(draft)).values())
    steps = [1 if n % 40 < 20 else -1 for n in range(80)]
    command = [sys.executable, "-m", "drafter", "--corpus", library, "tui", str(draft)]
    with Terminal(command, DRAFTER_CONFIG=str(draft.parent)) as terminal:
        terminal.until("as drafted")
        terminal.settle(1.5)
        at, moves = 0, []
        for step in steps:
            at += step
            moves.append(terminal.answered(DOWN if step > 0 else UP, f"as drafted · {named[at]}", quiet=WORKER))
        terminal.send("e")
        terminal.settle(0.5)
        keys = [terminal.painted(letter) for letter in (WORDS * 2)[:120]]
    return {"keystroke": keys, "move": [first for first, _ in moves], "move, pane filled": [all for _, all in moves]}


def first_paint(command: list[str], words: str, folder: Path, times: int = 7) -> float:
    """Seconds until the words are on the screen, the best of several starts."""
    found = []
    for _ in range(times):
        with Terminal(command, DRAFTER_CONFIG=str(folder)) as terminal:
            found.append(terminal.until(words))
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--library", default=str(shipped("corpus")))
    library = parser.parse_args().library
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {count: desk_figures(draft_of(count, folder), library) for count in (30, 300)}
        for count, figures in found.items():
            for what, each in figures.items():
                told = f"median {statistics.median(each):5.1f} ms, p95 {high(each):5.1f} ms"
                print(f"{count:>4} paragraphs: {what:<18} {told}")
        for what in found[30]:
            long, short = found[300][what], found[30][what]
            median = statistics.median(long) / statistics.median(short)
            print(f"{what}: 300 against 30 paragraphs {median:.2f} (p95 {high(long) / high(short):.2f})")
        empty = first_paint([sys.executable, "-c", EMPTY], "READY", folder)
        ours = first_paint([sys.executable, "-m", "drafter", "--corpus", library, "tui"], "Library", folder)
        print(f"first paint: {ours:.3f} s, an empty Textual app {empty:.3f} s, ratio {ours / empty:.2f}")


if __name__ == "__main__":
    main()
