"""What the writing of a draft's file costs the hand that edits: an edit of a long draft with it and without.

Run: python -m tests.benchmarks.filing [PARAGRAPHS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from drafter.edit import draftfile, edits
from drafter.edit.begin import tied
from drafter.edit.drafts import OpenDraft, open_draft
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from tests.benchmarks.edits import draft_of

EDITS = 60


def milliseconds(opened: OpenDraft, pause: float) -> list[float]:
    """What each of some edits took, `pause` seconds apart as by a quick hand."""
    found = []
    for number in range(EDITS):
        begun = time.perf_counter()
        opened.do(edits.SetText("p5", Inline(f"Text {number} of {id(found)};")))
        found.append((time.perf_counter() - begun) * 1000)
        time.sleep(pause)
    return found


def main() -> None:
    sys.setswitchinterval(0.0005)  # as the interface has it
    draft = draft_of(int(sys.argv[1]) // 10 if len(sys.argv) > 1 else 43)
    assert draft.adopted is not None
    base = draft.adopted.resolution

    def tie(read: Draft) -> Draft:
        return tied(read, base)

    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, list[float]] = {"without": [], "with": []}
        for _ in range(3):
            for name, times in found.items():
                path = Path(folder) / f"{name}.toml"
                draftfile.save(path, draft)
                opened = open_draft(path, tie)
                if name == "without":
                    opened._file._writer.due = lambda: None  # type: ignore[method-assign]
                times += milliseconds(opened, 0.05)
                opened.close()
        begun = time.perf_counter()
        opened = open_draft(path, tie)
        opened.do(edits.Delete("p9"))
        opened.save()
        print(f"{len(draft.paragraphs)} paragraphs, the file {path.stat().st_size / 1024:.0f} KB")
        print(f"opening, an edit and a save {(time.perf_counter() - begun) * 1000:.0f} ms")
        opened.close()
        for name, times in found.items():
            p95 = statistics.quantiles(times, n=20)[-1]
            print(f"an edit {name:8} the file: median {statistics.median(times):.2f} ms, p95 {p95:.2f} ms")


if __name__ == "__main__":
    main()
