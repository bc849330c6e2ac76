"""Precision and recall of the aligner on changes planted in real texts, beside the method of the public page.

    python -m tests.benchmarks.align_planted [--half development|held-out] [--texts 240] [--misses N]

The public comparison page of the United Nations is written again from its description: for each new paragraph
the first later old paragraph whose similarity (|a|+|b|-Levenshtein)/(|a|+|b|) is above 0.8.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from random import Random

from rapidfuzz.distance import Levenshtein

from drafter.align.pairs import align
from drafter.model.change import PairKind
from drafter.model.resolution import Paragraph
from drafter.parse import read_text
from tests.support import real
from tests.support.planted import KINDS, plant

Pairs = set[tuple[int, int]]


CALLED = {
    "kept": {PairKind.SAME},
    "edited": {PairKind.EDITED},
    "moved": {PairKind.MOVED},
    "moved and edited": {PairKind.MOVED},
    "split": {PairKind.SPLIT},
    "merged": {PairKind.MERGED},
    "swapped section": {PairKind.MOVED, PairKind.SAME},
}
"""What a pair of each planted kind is to be called; of two sections that changed places either one moved."""


def by_drafter(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[tuple[int, int], PairKind]:
    return {(p.old, p.new): p.kind for p in align(old, new).pairs if p.old is not None and p.new is not None}


def by_public_page(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Pairs:
    found: Pairs = set()
    start = 0
    for j, paragraph in enumerate(new):
        for i in range(start, len(old)):
            both = len(old[i].text) + len(paragraph.text)
            most = int(both * 0.2)
            distance = Levenshtein.distance(old[i].text, paragraph.text, score_cutoff=most)
            if both and (both - distance) / both > 0.8:
                found.add((i, j))
                start = i + 1
                break
    return found


def texts(half: str, count: int) -> dict[str, tuple[Paragraph, ...]]:
    """Every other real text, spread over organs and years: one half to develop on, the other kept aside."""
    every = {**real.texts("prior_text"), **real.texts("ga_78_80_text")}
    names = sorted(every)[half == "held-out" :: 2]
    step = max(1, len(names) // (count + count // 5))
    found: dict[str, tuple[Paragraph, ...]] = {}
    for name in names[::step]:
        paragraphs = read_text(every[name], name=name).resolution.paragraphs
        if len(paragraphs) >= 6:
            found[name] = paragraphs
        if len(found) == count:
            break
    return found


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--half", choices=("development", "held-out"), default="development")
    options.add_argument("--texts", type=int, default=240)
    options.add_argument("--misses", type=int, default=0)
    options.add_argument("--share", type=float, default=0.4)
    chosen = options.parse_args()
    found = texts(chosen.half, chosen.texts)
    names = list(found)
    rng = Random(7)
    right: dict[str, Counter[str]] = {"drafter": Counter(), "public page": Counter()}
    total: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    said: Counter[str] = Counter()
    called: Counter[str] = Counter()
    shown = 0
    for name in names:
        old = found[name]
        donors = found[rng.choice([other for other in names if other != name])]
        planted = plant(old, donors, rng, share=chosen.share)
        total.update(planted.truth.values())
        same = {(i, j) for i, j in planted.truth}
        for tool, pair in (("drafter", by_drafter), ("public page", by_public_page)):
            found_kinds = pair(old, planted.new)
            pairs = set(found_kinds)
            if isinstance(found_kinds, dict):
                called.update(
                    planted.truth[key] for key in pairs & same if found_kinds[key] in CALLED[planted.truth[key]]
                )
            right[tool].update(planted.truth[key] for key in pairs & same)
            wrong[tool] += len(pairs - same)
            said[tool] += len(pairs)
            if tool == "drafter":
                for i, j in sorted(pairs ^ same):
                    if shown < chosen.misses:
                        shown += 1
                        print(name, "MISSED " + planted.truth[i, j] if (i, j) in same else "INVENTED", i, j)
                        print("   ", old[i].text[:300])
                        print("   ", planted.new[j].text[:300])
    everything = sum(total.values())
    print(f"{len(names)} texts ({chosen.half}), {everything} true pairs")
    print(f"{'':18}{'pairs':>7}  " + "  ".join(f"{tool:>12}" for tool in right) + "   called so by drafter")
    for kind in KINDS:
        shares = "  ".join(f"{right[tool][kind] / max(total[kind], 1):12.4f}" for tool in right)
        print(f"{kind:18}{total[kind]:7}  {shares}   {called[kind] / max(total[kind], 1):12.4f}")
    print(f"{'recall':25}  " + "  ".join(f"{sum(right[tool].values()) / everything:12.4f}" for tool in right))
    print(f"{'precision':25}  " + "  ".join(f"{1 - wrong[tool] / max(said[tool], 1):12.4f}" for tool in right))


if __name__ == "__main__":
    main()
