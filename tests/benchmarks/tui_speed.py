"""How fast the interface answers: keystrokes, moves, decisions in a round, the start; printed as figures and ratios.

    python -m tests.benchmarks.tui_speed [--library DIR] [--series 3]

Runs the program in a real pseudo-terminal of 160 by 48. A keystroke counts until the last byte painted. A move has two
figures: until the paragraph is painted, and until the last byte, when the side pane is filled with what a worker found.
The processor's time tells what is the program's own where the machine is busy. A library of 2,680 texts
(`drafter --corpus DIR corpus add …`) may be named; without it the shipped one serves.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

from drafter.edit import draftfile
from drafter.model.draft import labels
from drafter.negotiation import roundfile
from drafter.resources import shipped
from tests.benchmarks.long_texts import draft_of, round_of
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
LIMITS = {
    "keystroke": ", limit 50 (p95)",
    "move": ", limit 60 (p95)",
    "move, pane filled": ", limit 200 (p95)",
    "decision": ", limit 100",
}
Figures: TypeAlias = dict[str, list[float]]
Measured = TypeVar("Measured")
WORDS = "and expressing grave concern at the continuing reports of violations "


def high(figures: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(figures, n=20)[-1]


def steps() -> Iterator[int]:
    """Twenty paragraphs down and twenty up again, twice."""
    return (1 if n % 40 < 20 else -1 for n in range(80))


def opened(path: Path, library: str) -> Terminal:
    command = [sys.executable, "-m", "drafter", "--corpus", library, "tui", str(path)]
    return Terminal(command, DRAFTER_CONFIG=str(path.parent))


def moved(terminal: Terminal, named: Sequence[str], heading: str) -> Figures:
    """Moves through paragraphs of these labels, each shown under a heading that names it."""
    at, moves, before = 0, [], terminal.processor
    for step in steps():
        at += step
        moves.append(terminal.answered(DOWN if step > 0 else UP, heading.format(named[at]), quiet=WORKER))
    used = (terminal.processor - before) / len(moves)
    return {
        "move": [shown for shown, _ in moves],
        "move, pane filled": [filled for _, filled in moves],
        "move, processor": [used],
    }


def desk_figures(draft: Path, library: str) -> Figures:
    """Milliseconds of each keystroke in the editor, of each move between paragraphs, and until the pane is filled."""
    named = list(labels(draftfile.load(draft)).values())
    with opened(draft, library) as terminal:
        terminal.until("as drafted")
        terminal.settle(1.5)
        moves = moved(terminal, named, "as drafted · {} ")
        terminal.send("e")
        terminal.settle(0.4)
        before = terminal.processor
        keys = [terminal.painted(letter) for letter in (WORDS * 2)[:120]]
        used = (terminal.processor - before) / len(keys)
    return {"keystroke": keys, "keystroke, processor": [used], **moves}


def round_figures(path: Path, library: str) -> Figures:
    """Milliseconds of each move between paragraphs of a round, and until a decision is painted."""
    named = ["Title", *roundfile.loads(path.read_text(encoding="utf-8"), path).paragraphs]
    with opened(path, library) as terminal:
        terminal.until("base")
        terminal.settle(1.5)
        moves = moved(terminal, named, "─ {} · base")
        decided, used = [], 0.0
        for _ in range(20):
            for key in "n1":
                terminal.answered(key, "", quiet=WORKER)
            before = terminal.processor
            decided.append(terminal.answered("y", "accepted", quiet=WORKER))
            used += terminal.processor - before
    return {
        "decision": [shown for shown, _ in decided],
        "decision, all painted": [last for _, last in decided],
        "decision, processor": [used / len(decided)],
        **moves,
    }


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
    parser.add_argument("--series", type=int, default=3)
    asked = parser.parse_args()
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    measured: dict[str, Callable[[Path], Figures]] = {
        "draft of 30": lambda folder: desk_figures(draft_of(30, folder), asked.library),
        "draft of 300": lambda folder: desk_figures(draft_of(300, folder), asked.library),
        "round of 300, 60 proposals": lambda folder: round_figures(round_of(300, 60, folder), asked.library),
    }
    for of, figures in measured.items():
        series = [in_new_folder(figures) for _ in range(asked.series)]
        for what in series[0]:
            each = [one[what] for one in series]
            told = f"median {' '.join(f'{statistics.median(one):6.1f}' for one in each)} ms"
            if len(each[0]) > 1:
                told += f", p95 {' '.join(f'{high(one):6.1f}' for one in each)} ms"
            print(f"{of}: {what:<24} {told}{LIMITS.get(what, '')}", flush=True)
    started = [sys.executable, "-m", "drafter", "--corpus", asked.library, "tui"]
    for _ in range(asked.series):
        empty = in_new_folder(lambda folder: first_paint([sys.executable, "-c", EMPTY], "READY", folder))
        ours = in_new_folder(lambda folder: first_paint(started, "Library", folder))
        print(f"first paint: {ours:.3f} s, an empty Textual app {empty:.3f} s, ratio {ours / empty:.2f}, limit 1.80")


def in_new_folder(measured: Callable[[Path], Measured]) -> Measured:
    """What is left behind, such as words being typed when the program was killed, would be asked about next time."""
    with tempfile.TemporaryDirectory() as name:
        return measured(Path(name))


if __name__ == "__main__":
    main()
