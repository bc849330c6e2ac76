"""Clean files of several reviewers brought together, beside Docxodus: `python -m tests.benchmarks.consolidate PEER`.

PEER is the interpreter of an environment with docx-scalpel (the dependency group `peers`). Both get 75/190 as our clean
Word file and one file a reviewer, in which every change brings or drops words that stand nowhere else; some reviewers
change the same words. Told are the seconds of one core (theirs warm), the conflicts beside those planted, whose words
are in neither the text nor its revisions afterwards, and what is otherwise when the files come in another order. Theirs
is measured on Linux alone.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.edit.begin import begin
from drafter.library import record
from drafter.model.draft import Draft, printed
from drafter.model.inline import Inline
from drafter.negotiation import edits, roundfile
from drafter.negotiation.intake.taking import Sender, take_in
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round, opened
from drafter.render import masthead
from drafter.render.document import document
from tests.benchmarks.rounds import cold

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NAMES = ("EU", "G77", "Japan", "Norway", "CANZ", "Cuba", "Mexico", "Kenya")
SIZES = ((2, 10), (4, 10), (8, 10))
ORDERS = 6
PEER = """
import json, os, sys, time
from pathlib import Path
import docx_scalpel as peer

def seconds_used():
    # its engine is a process of its own, which a process clock does not count
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = stat.read_text().rpartition(")")[2].split()
        if int(fields[1]) == os.getpid():
            ticks += int(fields[11]) + int(fields[12])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")

folder, names, orders = sys.argv[1], sys.argv[2].split(","), json.loads(sys.argv[3])
base = open(f"{folder}/base.docx", "rb").read()
files = {name: open(f"{folder}/{name}.docx", "rb").read() for name in names}
out = {}
for policy in peer.ConflictResolution:
    settings = peer.DocxDiffConsolidateSettings(conflict_resolution=policy)
    runs = []
    for order in [orders[0], *orders]:
        reviewers = [peer.DocxDiffReviewer(document=files[name], author=name) for name in order]
        start = seconds_used()
        made = peer.docx_diff_consolidate(base, reviewers, settings)
        conflicts = peer.docx_diff_get_conflicts(base, reviewers, settings)
        seconds = seconds_used() - start
        revisions = peer.docx_diff_get_consolidated_revisions(base, reviewers, settings)
        runs.append({
            "seconds": seconds,
            "conflicts": sorted(sorted([c.author, c.result_text] for c in one.competitors) for one in conflicts),
            "revisions": sorted([one.author, str(one.type), one.text] for one in revisions),
            "accepted": peer.docx_diff_accept_revisions(made).hex(),
        })
    out[policy.name] = runs[1:]
print(json.dumps(out))
"""


@dataclass
class Planted:
    """Reviewers' texts, the words that only one of them brings, and how many places more than one changes."""

    texts: dict[str, Draft]
    words: dict[str, str] = field(default_factory=dict)
    contested: int = 0


def planted(base: Draft, reviewers: int, changes: int) -> Planted:
    """Each puts in, replaces and takes out words in paragraphs of its own choice; half of the places are shared."""
    chance = random.Random(5)
    labels = [n for n, one in enumerate(base.paragraphs) if len(one.text.split()) > 25]
    shared = chance.sample(labels, changes // 2)
    rest = [n for n in labels if n not in shared]
    made = Planted({})
    places: dict[int, set[str]] = {}
    for name in NAMES[:reviewers]:
        paragraphs = list(base.paragraphs)
        for count, place in enumerate((*shared, *chance.sample(rest, changes - len(shared)))):
            one = paragraphs[place]
            if place not in shared and place in places:
                continue
            places.setdefault(place, set()).add(name)
            word = f"{name}word{count}"
            made.words[word] = name
            starts = [at + 1 for at, char in enumerate(one.text) if char == " "]
            at = starts[len(starts) // 2]
            end = starts[len(starts) // 2 + (1 if place in shared else 0)] - (1 if place in shared else 0)
            inline = one.inline.replace(at, max(at, end), Inline(word if place in shared else f"{word} "))
            paragraphs[place] = one.with_paragraph(inline=inline)
        made.texts[name] = replace(base, paragraphs=tuple(paragraphs))
    made.contested = sum(len(some) > 1 for some in places.values())
    return made


def ours(folder: Path, base: Round, orders: list[list[str]]) -> tuple[float, list[Round]]:
    """The least seconds from the files to the conflicts, and the round for each order."""
    taken, made = [], []
    for order in [orders[0], *orders]:
        cold()
        round_ = base
        start = time.process_time()
        for name in order:
            given = take_in(round_, [folder / f"{name}.docx"], Sender((name,), "2026-10-01"))
            assert given.edit is not None, given.refused
            round_ = edits.apply(round_, given.edit)
        assert merge(round_).conflicts is not None
        taken.append(time.process_time() - start)
        made.append(round_)
    return min(taken[1:]), made[1:]


def words_in(round_: Round) -> str:
    return " ".join(one.put.text for one in round_.proposals)


def row(name: str, seconds: float, conflicts: int, lost: int, differing: str) -> None:
    print(f"  {name:32} {seconds:7.3f} {conflicts:10} {lost:6}  {differing}")


def main() -> None:
    path = CORPUS / "A_RES_75_190.toml"
    whole = record.loads(path.read_text(encoding="utf-8"), path).resolution
    base = begin(whole, "75/190")
    for reviewers, changes in SIZES:
        some = planted(base, reviewers, changes)
        names = list(some.texts)
        chance = random.Random(1)
        orders = [names, *(chance.sample(names, len(names)) for _ in range(ORDERS - 1))]
        print(f"{reviewers} reviewers, {len(some.words)} changes, {some.contested} places contested, {ORDERS} orders")
        print(f"  {'':32} {'seconds':>7} {'conflicts':>10} {'lost':>6}  otherwise in another order")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "base.docx").write_bytes(document(printed(base), masthead.of_draft(base)))
            for who, text in some.texts.items():
                (folder / f"{who}.docx").write_bytes(document(printed(text), masthead.of_draft(text)))
            seconds, rounds = ours(folder, opened(base, "Zero draft"), orders)
            lost = sum(word not in words_in(rounds[0]) for word in some.words)
            same = len({roundfile.dumps(one) for one in rounds}) == 1
            row("drafter", seconds, len(merge(rounds[0]).conflicts), lost, "nothing" if same else "the round's file")
            asked = [sys.argv[1], "-c", PEER, str(folder), ",".join(names), json.dumps(orders)]
            found = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
        for policy, runs in found.items():
            held = " ".join(text for _, _, text in runs[0]["revisions"])
            lost = sum(word not in held for word in some.words)
            apart = [
                key for key in ("conflicts", "revisions", "accepted") if len({json.dumps(r[key]) for r in runs}) > 1
            ]
            told = {"accepted": "text when all is accepted"}
            row(
                f"Docxodus {policy}",
                min(one["seconds"] for one in runs),
                len(runs[0]["conflicts"]),
                lost,
                ", ".join(told.get(one, one) for one in apart) or "nothing",
            )


if __name__ == "__main__":
    main()
