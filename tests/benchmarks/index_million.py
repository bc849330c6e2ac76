"""A million paragraphs: the index and agreed language at a size no library has yet. Not for CI.

    python -m tests.benchmarks.index_million [--paragraphs 1000000] [--folder DIR] [--library DIR]

The paragraphs are recombined from the real ones (the first half of one, the second half of another), fifty to a
resolution. Prints the time to build, disk, memory; the time of a paragraph's search, beside that of the bare tantivy
query of the same terms; of agreed language for a paragraph and for a draft of 90; and what one more document costs.
Each time is given as it passed and, for a machine that has other work, as the processor's own. What an earlier call
built in the folder is used again.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import tantivy

from drafter.library.local import index as engine
from drafter.library.local.agreed import SqliteAgreedLanguage
from drafter.library.local.fields import ANALYZER
from drafter.library.locate import open_records
from drafter.library.values import ANYWHERE, Indexed, Passage, Where
from drafter.model.resolution import Kind
from tests.benchmarks.real_library import real_library

EACH = 50
QUERIES = 300


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--paragraphs", type=int, default=1_000_000)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "drafter-benchmarks" / "million")
    options.add_argument("--library", type=Path, help="a library of the real texts, if it is made already")
    given = options.parse_args()
    library = open_records(given.library) if given.library else real_library()
    texts = [
        paragraph.text
        for entry in library.entries()
        for paragraph in library.get(entry.symbol).paragraphs
        if paragraph.kind is not Kind.HEADING and len(paragraph.text.split()) >= 8
    ]
    print(f"{len(texts)} real paragraphs to recombine")
    index = engine.TantivyIndex(given.folder / "index")
    if not index.fingerprints():
        timed("index built", lambda: index.add(recombined(texts, given.paragraphs)))
    print(f"  {index.stats().bytes_on_disk / 1e6:.0f} MB on disk, {index.stats().passages} passages; {memory()}")
    queries = random.Random(2).sample(texts, QUERIES)
    spread("search, a paragraph", lambda text: index.search(text, limit=20), queries)
    bare = [bare_query(index, text) for text in queries]
    spread("  bare tantivy, the same terms", lambda query: index._view._searcher.search(query, 50, count=False), bare)
    half = Where(before=date(2000, 1, 1))
    spread("search before a day in the middle", lambda text: index.search(text, half, 20), queries)
    spread("search again, its terms counted once", lambda text: index.search(text, half, 20), queries)
    spread("phrase of four words", lambda text: index.phrase(" ".join(text.split()[:4]), limit=20), queries)
    agreed = SqliteAgreedLanguage(given.folder / "agreed.sqlite")
    held = agreed.fingerprints()
    if len(held) < given.paragraphs // EACH:  # what a call that was broken off has left out, or all
        rest = (one for one in recombined(texts, given.paragraphs) if one.symbol not in held)
        timed(f"agreed language built from {len(held) * EACH} on", lambda: agreed.add(rest))
    print(f"  {sum(f.stat().st_size for f in given.folder.glob('agreed*')) / 1e6:.0f} MB on disk; {memory()}")
    spread("agreed language, a paragraph", agreed.coverage, queries)
    drafts = [queries[start : start + 90] for start in range(0, QUERIES - 89, 70)]
    spread("agreed language, a draft of 90", lambda draft: [agreed.coverage(text) for text in draft], drafts)
    more = [Indexed(f"A/RES/99/{n}", "1", (passage(f"A/RES/99/{n}", 0, texts[n]),) * EACH) for n in range(10)]
    spread("one more document, index", lambda one: index.add([one]), more)
    spread("one more document, agreed language", lambda one: agreed.add([one]), more)
    spread("one document less, index", lambda one: index.remove([one.symbol]), more)
    spread("one document less, agreed language", lambda one: agreed.remove([one.symbol]), more)


def recombined(texts: list[str], paragraphs: int) -> Iterator[Indexed]:
    choice = random.Random(1)
    for number in range(paragraphs // EACH):
        symbol = f"A/RES/{1 + number // 400}/{number}"
        yield Indexed(symbol, "1", tuple(passage(symbol, place, mixed(choice, texts), number) for place in range(EACH)))


def mixed(choice: random.Random, texts: list[str]) -> str:
    one, other = choice.choice(texts).split(), choice.choice(texts).split()
    return " ".join(one[: len(one) // 2] + other[len(other) // 2 :])


def passage(symbol: str, place: int, text: str, number: int = 0) -> Passage:
    day = date(1950, 1, 1) + timedelta(days=number % 27_000)
    return Passage(symbol, f"OP{place + 1}", place, text, adopted=day, series=symbol)


def bare_query(index: engine.TantivyIndex, text: str) -> tantivy.Query:
    sought = index._view._rarest(set(ANALYZER.analyze(text)), ANYWHERE)
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, index._view._term("text", term)) for _, term in sought])


def timed(name: str, action: Callable[[], object]) -> None:
    began, at_work = time.perf_counter(), time.process_time()
    action()
    print(
        f"{name}: {time.perf_counter() - began:.0f} s, {time.process_time() - at_work:.0f} s of the processor",
        flush=True,
    )


def spread(name: str, action: Callable, given: list) -> None:  # type: ignore[type-arg]
    passed, at_work = [], []
    for one in given:
        began, worked = time.perf_counter(), time.process_time()
        action(one)
        passed.append((time.perf_counter() - began) * 1000)
        at_work.append((time.process_time() - worked) * 1000)
    told = "; ".join(
        f"{kind} median {statistics.median(times):.2f}, 95 of 100 within {sorted(times)[int(len(times) * 0.95)]:.2f}"
        for kind, times in (("passed", passed), ("processor", at_work))
    )
    print(f"{name} (ms): {told}", flush=True)


def memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB of memory at most"


if __name__ == "__main__":
    main()
