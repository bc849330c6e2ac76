"""Make the worked round's files again: `python examples/round/build.py`, or with `--check` say which are out of date.

Four invented delegations send what they propose on dprk-76.toml, each in its own way: Arcadia a tracked Word file,
Ruritania its own draft file, Sylvania an e-mail, the Islands a table. It is merged, some of it decided, compiled, and
carried on to Rev.1, by the commands that the README names.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import zipfile
from contextlib import redirect_stdout
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from drafter.cli import main as drafter
from drafter.negotiation.merge import merge
from drafter.negotiation.rounds import latest_round

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SENT = ("sylvania.txt", "islands.csv")
MADE = (
    "arcadia.docx",
    "ruritania.toml",
    "round.toml",
    "compilation.docx",
    "compilation.md",
    "table.html",
    "summary.md",
    "rev1.toml",
    "rev1.docx",
)
AT = "1790985600"
"""The time of everything: 3 October 2026."""


def run(*words: str) -> None:
    with redirect_stdout(sys.stderr):
        code = drafter(list(words))
    if code:
        raise SystemExit(f"drafter {' '.join(words)}: exit {code}")


def play() -> None:
    """The whole round, in the present folder."""
    zero = str(HERE.parent / "dprk-76.toml")
    shutil.copy(zero, "arcadia.toml")
    run("edit", "arcadia.toml", "OP9", "--text", text("arcadia.toml", "OP9", "strong support", "full support"))
    run("edit", "arcadia.toml", "OP19", "--text", text("arcadia.toml", "OP19", "ongoing dialogue", "open dialogue"))
    run("compare", zero, "arcadia.toml", "--author", "Arcadia", "-o", "arcadia.docx")
    shutil.copy(zero, "ruritania.toml")
    run("edit", "ruritania.toml", "OP21", "--text", text("ruritania.toml", "OP21", "grave ", ""))
    run("edit", "ruritania.toml", "OP11", "--delete")

    run("round", "new", zero, "--stage", "Zero draft", "-o", "round.toml")
    for file, name in (
        ("arcadia.docx", "Arcadia"),
        ("ruritania.toml", "Ruritania"),
        ("sylvania.txt", "Sylvania"),
        ("islands.csv", "Islands"),
    ):
        run("round", "take", "round.toml", file, "--from", name, "--on", "2026-10-02")
    made = latest_round(Path("round.toml"))
    [first, *_] = [one.id for one in merge(made).conflicts if one.labels == ("OP9",)]
    run("round", "decide", "round.toml", first, "--text", "supports", "--by", "Chair", "--why", "bridge")
    [new] = [one.id for one in made.proposals if one.label == ""]
    run("round", "decide", "round.toml", new, "--accept", "--by", "Chair")
    run("round", "agree", "round.toml", "OP9", "--status", "ad-ref", "--pending", "Sylvania")
    for name in ("compilation.docx", "compilation.md"):
        run("round", "compile", "round.toml", "-o", name)
    run("round", "compile", "round.toml", "--notation", "table", "-o", "table.html")
    run("round", "summary", "round.toml", "-o", "summary.md")
    run("round", "next", "round.toml", "--stage", "Rev.1", "-o", "rev1.toml")
    run("round", "draft", "rev1.toml", "-o", "tabled.toml")
    run("redline", "tabled.toml", "-o", "rev1.docx")


def same(one: bytes, other: bytes) -> bool:
    """Whether two files are the same; of two Word files, whether their parts are, however they were packed."""
    return one == other or (one[:2] == other[:2] == b"PK" and _parts(one) == _parts(other))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text(file: str, label: str, old: str, new: str) -> str:
    """A paragraph of a draft with other words in it."""
    from drafter.edit import draftfile
    from drafter.model.draft import labels

    draft = draftfile.loads(Path(file).read_text(encoding="utf-8"), file)
    names = labels(draft)
    whole = next(one.text for one in draft if names.get(one.id) == label)
    if old not in whole:
        raise SystemExit(f"{label} does not read {old!r}")
    return whole.replace(old, new, 1)


def main() -> int:
    check = "--check" in sys.argv[1:]
    os.environ |= {"SOURCE_DATE_EPOCH": AT, "DRAFTER_CORPUS": str(ROOT / "corpus")}
    stale = False
    with tempfile.TemporaryDirectory() as folder:
        for name in SENT:
            shutil.copy(HERE / name, folder)
        os.chdir(folder)
        play()
        for name in MADE:
            content, file = Path(name).read_bytes(), HERE / name
            said = "up to date"
            if not (file.is_file() and same(file.read_bytes(), content)):
                stale = True
                said = "out of date" if check else "made"
                if not check:
                    file.write_bytes(content)
            sys.stdout.write(f"{said:12} {file}\n")
        os.chdir(HERE)
    return int(check and stale)


if __name__ == "__main__":
    sys.exit(main())
