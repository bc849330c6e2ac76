"""How long a round takes, in seconds of one core: `python -m tests.benchmarks.rounds [--commands]`.

The merge (which proposals collide, with all readings, what stands, the text) of proposals of eight owners on a text of
so many paragraphs, made of the shipped texts; twice as many of either tells whether it grows in a line. With
`--commands` the commands too, each in a process of its own and in turn with `drafter show` of that base.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from drafter.align.units import places, units
from drafter.edit import draftfile
from drafter.edit.begin import begin
from drafter.library import record
from drafter.model.draft import Draft
from drafter.negotiation import roundfile, texts
from drafter.negotiation.board import counted
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round, opened
from tests.support.delegations import delegations, sent

ROOT = Path(__file__).resolve().parents[2]
LIMITS = {(40, 90): 0.3, (400, 300): 3.0}
SIZES = ((40, 90), (400, 90), (800, 90), (400, 300), (800, 300), (400, 600))
COMMANDS = {  # with the most times that each may take of `drafter show`
    ("round", "show"): 3,
    ("round", "text"): 3,
    ("round", "text", "--all"): 3,
    ("round", "take", "letter.txt", "--from", "EU"): 4,
    ("round", "compile", "-o", "-"): 4,
    ("round", "compile", "-o", "compilation.docx", "--force"): 6,
}


def base(size: int) -> Draft:
    """A draft of so many paragraphs out of the shipped text, each with words of its own."""
    path = ROOT / "corpus" / "A_RES_75_190.toml"
    whole = record.loads(path.read_text(encoding="utf-8"), path).resolution
    draft = begin(whole, "75/190")
    some = [one for one in draft.paragraphs if one.level == 0]
    made = []
    for number in range(size):
        one = some[number * len(some) // size]
        text = one.inline
        at = text.text.find(" ") + 1
        made.append(
            replace(one.with_paragraph(inline=text.replace(at, at, type(text)(f"no. {number} "))), id=f"p{number}")
        )
    return replace(draft, paragraphs=tuple(made))


def a_round(proposals: int, paragraphs: int) -> Round:
    on = opened(base(paragraphs), "Zero draft")
    chance = random.Random(2)
    made: dict[str, object] = {}
    some = []
    while len(made) < proposals:
        for one in sent(delegations(on, chance)):
            if len(made) < proposals and one.id not in made:
                made[one.id] = one
                some.append(one)
    return on.having(proposals=some)


def cold() -> None:
    units.cache_clear()
    places.cache_clear()


def seconds(made: Round) -> float:
    """The least of five merges with all that is asked of one."""
    taken = []
    for _ in range(5):
        cold()
        fresh = replace(made)
        start = time.process_time()
        found = merge(fresh)
        assert len(found.conflicts) + len(found.pairs) + len(found.standing)
        texts.all_standing(fresh)
        taken.append(time.process_time() - start)
    return min(taken)


def command(folder: str, *words: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    paths = {"PYTHONPATH": str(ROOT), "DRAFTER_CORPUS": str(ROOT / "corpus")}
    asked = [sys.executable, "-m", "drafter", *words]
    subprocess.run(asked, check=True, capture_output=True, cwd=folder, env=os.environ | paths)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands(runs: int = 9) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "base.toml").write_text(draftfile.dumps(base(90)), encoding="utf-8")
        Path(folder, "round.toml").write_text(roundfile.dumps(a_round(40, 90)), encoding="utf-8")
        Path(folder, "letter.txt").write_text("OP7: delete\nPP3: retain\n", encoding="utf-8")
        for words, limit in COMMANDS.items():
            pairs = [
                (command(folder, *words[:2], "round.toml", *words[2:]), command(folder, "show", "base.toml"))
                for _ in range(runs)
            ]
            ratio = statistics.median(one / shown for one, shown in pairs)
            own, shown = (statistics.median(each) for each in zip(*pairs, strict=True))
            name = f"drafter {' '.join(words)}"
            print(f"{name:50} {own:.3f} s, drafter show {shown:.3f} s: {ratio:.2f} times, limit {limit}")


def main() -> None:
    for size in SIZES:
        made = a_round(*size)
        found = merge(made)
        board = counted(made)
        limit = f", limit {LIMITS[size]} s" if size in LIMITS else ""
        print(
            f"{size[0]} proposals on {size[1]} paragraphs: {seconds(made):.3f} s "
            f"({len(found.conflicts)} conflicts, {board.options} options){limit}"
        )
    if "--commands" in sys.argv:
        commands()


if __name__ == "__main__":
    main()
