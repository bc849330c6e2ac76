"""How tight a redline is: `python -m tests.benchmarks.redline_tight`.

Tracked characters over those of the best word diff of the aligned paragraphs and notes (at most 1.10), and revision
elements per 1,000 tracked characters (at most 24.5), for the seeds and 40 real pairs of years. The best word diff is
the smaller of difflib's and the longest common subsequence of words; what moved counts at both places on both sides.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rapidfuzz.distance import LCSseq

from drafter import parse
from drafter.library import record
from drafter.model.resolution import Resolution
from drafter.render.document import in_annex, printed
from drafter.render.lists import Lists
from drafter.render.masthead import of_resolution
from drafter.render.redline import day_of, redline
from drafter.render.redline.notes import told_apart
from drafter.render.redline.plan import plan
from drafter.render.redline.steps import StepPlanner
from tests.support import real, tracked

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
WORD = re.compile(r"\w+|\s|[^\w\s]")


def texts() -> Iterator[tuple[str, Resolution, Resolution]]:
    def seed(stem: str) -> Resolution:
        path = CORPUS / f"{stem}.toml"
        return record.loads(path.read_text(encoding="utf-8"), path).resolution

    def year(stem: str) -> Resolution:
        return parse.read_text(real.texts("ga_78_80_text")[stem], name=f"{stem}.txt").resolution

    yield "67/181→72/188", seed("A_RES_67_181"), seed("A_RES_72_188")
    yield "72/188→75/190", seed("A_RES_72_188"), seed("A_RES_75_190")
    for old, new in real.year_pairs()[0:120:3] if real.REAL.is_dir() else ():
        yield f"{old}→{new}", year(old), year(new)


def best(old: str, new: str) -> int:
    """Characters that a word diff must take out and put in."""
    if not old or not new or old == new:
        return 0 if old == new else len(old) + len(new)
    a, b = WORD.findall(old), WORD.findall(new)
    cuts = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    subsequence = sum(len(a[op.src_pos]) if op.tag == "delete" else len(b[op.dest_pos]) for op in LCSseq.editops(a, b))
    blocks = sum(sum(map(len, a[i:k])) + sum(map(len, b[j:m])) for tag, i, k, j, m in cuts if tag != "equal")
    return min(subsequence, blocks)


def needed(old: Resolution, new: Resolution) -> int:
    old, new = (replace(t, paragraphs=tuple(p for p, _ in printed(t.organ, t.paragraphs, Lists()))) for t in (old, new))
    notes = plan(old, new, zone=lambda p: int(in_annex(p.part)), followed=True).notes
    old, new = told_apart(old), told_apart(new)
    planner = StepPlanner(old.paragraphs, new.paragraphs, lambda p: int(in_annex(p.part)))
    total = best(old.title.text, new.title.text)
    for step in planner.first():
        if step.compared:
            passage = planner.passage(step)
            total += best(passage.old.text, passage.new.text)
        else:
            passage = planner.passage(
                replace(step, old=step.old if step.state.stood else (), new=step.new if step.state.stands else ())
            )
            total += len(passage.old) + len(passage.new)
    was, now = ({note.id: note.text for note in text.footnotes} for text in (old, new))
    return total + sum(best(was.get(note.old or "", ""), now.get(note.new or "", "")) for note in notes)


def main() -> None:
    total = [0, 0, 0]
    for name, old, new in texts():
        made = tracked.revisions(redline(old, new, of_resolution(new), author="A", date=day_of(new)))
        least = needed(old, new)
        total = [a + b for a, b in zip(total, (made.characters, least, made.elements), strict=True)]
        over = made.characters > 1.1 * least or made.elements * 1000 > 24.5 * made.characters
        ratio, rate = made.characters / max(least, 1), made.elements * 1000 / max(made.characters, 1)
        print(
            f"{name}: {made.characters} / {least} characters, ratio {ratio:.3f}; {rate:.1f} revisions per 1,000"
            + " (!)" * over
        )
    print(
        f"all: ratio {total[0] / total[1]:.3f} (at most 1.10); "
        f"{total[2] * 1000 / total[0]:.1f} per 1,000 (at most 24.5)"
    )


if __name__ == "__main__":
    main()
