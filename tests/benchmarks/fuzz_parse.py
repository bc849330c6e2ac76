"""Mutated inputs for the readers of text, Markdown and PDF: only our own errors may come out.

    python -m tests.benchmarks.fuzz_parse [text|markdown|pdf] [count] [seed]

Prints, for each reader, how many inputs were read and how many refused, and the slowest; an input that makes another
error, or takes more than a second of computing, is written to a temporary folder and named.
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from drafter.errors import DrafterError
from drafter.parse import read_text
from drafter.parse.decoding import decoded
from drafter.parse.pdf import reading_of
from drafter.parse.pdfpieces import RefusedError, pages_of
from tests.support import pdfs, real
from tests.support.mutants import mutants

COUNT = 20_000
SLOW = 1.0
"""Seconds of this process; the sound file takes a hundredth to a fifth of one."""
CORPUS = Path(__file__).parents[2] / "corpus"


def as_text(data: bytes) -> None:
    name = Path("A_RES_75_1.txt")
    read_text(decoded(data, name)[0], name=name.name)


def as_markdown(data: bytes) -> None:
    name = Path("A_RES_75_1.md")
    read_text(decoded(data, name)[0], name=name.name, markdown=True)


def as_pdf(data: bytes) -> None:
    reading_of(pages_of(data), "A_RES_79_1.pdf")


def pieces(name: str) -> list[bytes]:
    """Stretches of a corpus text, from its head, middle and notes; short ones, so that many can be tried."""
    text = (CORPUS / name).read_bytes()
    return [text[:2500], text[:800] + text[-1800:], text[len(text) // 2 :][:2500]]


def seeds(reader: str) -> list[bytes]:
    match reader:
        case "markdown":
            return pieces("A_RES_75_190.md")
        case "pdf":
            smallest = sorted(real.pdfs(), key=lambda path: path.stat().st_size)[:2]
            official = [path.read_bytes() for path in smallest]
            return [pdfs.resolution(), *map(pdfs.unpacked, official), *official]
        case _:
            return pieces("A_RES_67_181.txt") + pieces("A_RES_72_188.txt")


READERS: dict[str, Callable[[bytes], None]] = {"text": as_text, "markdown": as_markdown, "pdf": as_pdf}


def tried(reader: str, count: int, seed: int = 1) -> tuple[Counter[str], list[tuple[bytes, str]], float]:
    """(how many were read and refused, inputs that failed with how, seconds of the slowest)"""
    counts: Counter[str] = Counter()
    failed: list[tuple[bytes, str]] = []
    slowest = 0.0
    for data in mutants(seeds(reader), count, seed):
        started = time.process_time()
        try:
            READERS[reader](data)
        except (DrafterError, RefusedError):
            counts["refused"] += 1
        except Exception:
            failed.append((data, traceback.format_exc(limit=-3)))
        else:
            counts["read"] += 1
        taken = time.process_time() - started
        slowest = max(slowest, taken)
        if taken > SLOW:
            failed.append((data, f"slow: {taken:.0f} s"))
    return counts, failed, slowest


def main() -> None:
    readers = [arg for arg in sys.argv[1:] if arg in READERS] or list(READERS)
    numbers = [int(arg) for arg in sys.argv[1:] if arg.isdigit()]
    count, seed = (numbers + [COUNT, 1][len(numbers) :])[:2]
    kept = Path(tempfile.mkdtemp(prefix="drafter-fuzz-"))
    for reader in readers:
        started = time.perf_counter()
        counts, failed, slowest = tried(reader, count, seed)
        taken = time.perf_counter() - started
        print(f"{reader}: {count} inputs, {dict(counts)}, {len(failed)} failed, slowest {slowest:.2f} s, {taken:.0f} s")
        for n, (data, _) in enumerate(failed):
            (kept / f"{reader}-{n}").write_bytes(data)
        for how, times in Counter(how.strip().splitlines()[-1] for _, how in failed).most_common(9):
            print(f"  {times} × {how}")
    print(f"failed inputs are in {kept}")


if __name__ == "__main__":
    main()
