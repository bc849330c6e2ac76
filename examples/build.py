"""Make the worked example's files again: `python examples/build.py`, or with `--check` say which are out of date.

From dprk-76.toml, a draft for the seventy-sixth session on the base of 75/190: the clean L. document, the tracked
changes against 75/190, and the summary for negotiators. From the three bundled resolutions: what changed from each to
the next, and where each paragraph of the latest comes from.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from drafter import files
from drafter.align.lineage import Lineages
from drafter.desk import Desk
from drafter.model.change import PairKind
from drafter.model.numbering import labels
from drafter.ooxml import archive
from drafter.render.summary import compared
from drafter.render.summary_pages import page

HERE = Path(__file__).resolve().parent
DRAFT = "dprk-76.toml"
YEARS = ("67/181", "72/188", "75/190")


def made() -> dict[str, Callable[[Desk], bytes]]:
    """How each file is made, by its name in this folder."""
    makers: dict[str, Callable[[Desk], bytes]] = {
        f"dprk-76-summary{suffix}": lambda desk, suffix=suffix: desk.summary(str(HERE / DRAFT), suffix)  # type: ignore[misc]
        for suffix in (".md", ".html", ".docx")
    }
    makers["dprk-76.docx"] = lambda desk: desk.word_file(str(HERE / DRAFT))
    makers["dprk-76-tracked.docx"] = lambda desk: desk.redline(str(HERE / DRAFT))
    for old, new in pairwise(YEARS):
        for suffix in (".md", ".html"):
            name = f"{old}-to-{new}{suffix}".replace("/", "-")
            makers[f"years/{name}"] = lambda desk, old=old, new=new, suffix=suffix: between(desk, old, new, suffix)  # type: ignore[misc]
    makers["years/lineage.md"] = lineage
    return makers


def between(desk: Desk, old: str, new: str, suffix: str) -> bytes:
    """What changed from one resolution to the next."""
    return page(compared(desk.resolution(old), desk.resolution(new), f"Resolution {new}"), suffix)


def lineage(desk: Desk) -> bytes:
    """Where each paragraph of the latest resolution stood in the earlier ones."""
    texts = [desk.resolution(name) for name in YEARS]
    own = [labels(text.paragraphs) for text in texts]
    lines = [f"# Where the paragraphs of {YEARS[-1]} come from", ""]
    lines += ["A paragraph that changed on the way to the next text says how much of it stayed.", ""]
    lines += [f"| {' | '.join(reversed(YEARS))} | opens |", "|---|---|---|---|"]
    lineages = Lineages(texts)
    for index, paragraph in enumerate(texts[-1].paragraphs):
        cells = []
        for year in lineages.of(index):
            cell = ", ".join(own[year.text][at] for at in year.indices) or "—"
            if year.later and year.later.kind is not PairKind.SAME:
                cell += f" {year.later.kind}, {year.later.similarity:.0%}"
            cells.append(cell)
        lines.append(f"| {' | '.join(cells)} | {' '.join(paragraph.text.split()[:7])} … |")
    return ("\n".join(lines) + "\n").encode()


def same(one: bytes, other: bytes) -> bool:
    """Whether two files are the same; of two Word files, whether their parts are, however they were packed."""
    return one == other or (one[:2] == other[:2] == b"PK" and _parts(one) == _parts(other))


def _parts(content: bytes) -> archive.Parts:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main() -> int:
    check = "--check" in sys.argv[1:]
    desk = Desk.at(HERE.parent / "corpus")
    stale = False
    for name, make in made().items():
        file, content = HERE / name, make(desk)
        said = "up to date"
        if not (file.is_file() and same(file.read_bytes(), content)):
            stale = True
            said = "out of date" if check else "made"
            if not check:
                file.parent.mkdir(exist_ok=True)
                files.write(file, content, force=True)
        sys.stdout.write(f"{said:12} {file}\n")
    return int(check and stale)


if __name__ == "__main__":
    sys.exit(main())
