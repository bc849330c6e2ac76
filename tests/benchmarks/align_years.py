"""Precision and recall of the aligner on years of real texts that were paired by hand.

    python -m tests.benchmarks.align_years [--part development|held-out] [--misses]

`align_years.tsv` holds the pairs as symbols and labels. "hard" are those rewritten, split, merged or moved and edited;
"may" are those on which two readers could differ, and are counted neither way.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

from drafter.align.pairs import align
from drafter.library.locate import open_records
from drafter.model.numbering import labels
from drafter.model.resolution import Paragraph
from drafter.model.symbol import Symbol
from drafter.parse import read_text
from tests.support import real

HERE = Path(__file__).resolve()
CORPUS = HERE.parents[2] / "corpus"


def paragraphs(symbol: str) -> tuple[Paragraph, ...]:
    shipped = open_records(CORPUS)
    name = Symbol.parse(f"A/RES/{symbol}")
    if name is not None and name in shipped:
        return shipped.get(symbol).paragraphs
    stem = f"A_RES_{symbol.replace('/', '_')}"
    every = {**real.texts("prior_text"), **real.texts("ga_78_80_text")}
    return read_text(every[stem], name=stem).resolution.paragraphs


def truth(part: str) -> dict[tuple[str, str], dict[tuple[str, str], str]]:
    """Old and new symbol → old and new label → "hard", "may" or nothing."""
    found: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    with HERE.with_suffix(".tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["part"] == part:
                found[row["old text"], row["new text"]][row["old"], row["new"]] = row["kind"] or ""
    return found


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--part", choices=("development", "held-out"), default="development")
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    total = hit = hard = hard_hit = said = wrong = 0
    for (old_symbol, new_symbol), pairs in truth(chosen.part).items():
        old, new = paragraphs(old_symbol), paragraphs(new_symbol)
        before, after = labels(old), labels(new)
        found = {
            (before[pair.old], after[pair.new])
            for pair in align(old, new).pairs
            if pair.old is not None and pair.new is not None
        }
        required = {pair for pair, kind in pairs.items() if kind != "may"}
        difficult = {pair for pair, kind in pairs.items() if kind == "hard"}
        total, hit = total + len(required), hit + len(required & found)
        hard, hard_hit = hard + len(difficult), hard_hit + len(difficult & found)
        said, wrong = said + len(found & required) + len(found - set(pairs)), wrong + len(found - set(pairs))
        if chosen.misses:
            for one, other in sorted(required - found):
                print(f"{old_symbol} {one} → {new_symbol} {other}: missed")
            for one, other in sorted(found - set(pairs)):
                print(f"{old_symbol} {one} → {new_symbol} {other}: invented")
    print(f"{chosen.part}: recall {hit / total:.3f} of {total}, hard {hard_hit / hard:.3f} of {hard}")
    print(f"precision {1 - wrong / said:.3f} of {said}")


if __name__ == "__main__":
    main()
