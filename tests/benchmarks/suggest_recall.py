"""How much of next year's new language is among the suggestions, against plain BM25.

    python -m tests.benchmarks.suggest_recall [--library FOLDER] [--half 0|1] [--every N] [--examples]

Over the real series, from session 78 to 79 and from 79 to 80, everything seen as it stood before the next text was
adopted: six-word runs of the adopted next text that are not in its base and stand somewhere in the library, and the
share of them in the first ten suggestions for their paragraph (for an added paragraph: for the one it follows).
BM25 is tantivy's own, with all terms of the base's paragraph, the base left out; its ten best passages.
Second measure: of the paragraphs that changed in words, the share for which one of the first five suggestions
stands nearer to the adopted text, in words put in and taken out, than the base does.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import tantivy
from rapidfuzz.distance import Indel

from drafter.align.pairs import align
from drafter.library.local import index as engine
from drafter.library.local.fields import ANALYZER
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.runs import RUN, run_hashes
from drafter.library.searchable import Searchable
from drafter.library.terms import plain_words
from drafter.library.values import Where
from drafter.model.change import PairKind
from drafter.model.numbering import labels
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.model.symbol import Symbol
from drafter.suggest.rank import suggestions
from drafter.suggest.setting import Setting
from tests.benchmarks.real_library import real_library
from tests.support import real

TURNS = (("78", "79"), ("79", "80"))
TEN, FIVE = 10, 5


@dataclass
class Case:
    """A base and what became of it; `wanted` are the runs to be found, by the base's paragraph they belong to."""

    base: Resolution
    adopted: Resolution
    day: date
    wanted: dict[int, list[tuple[int, bool]]] = field(default_factory=lambda: defaultdict(list))
    changed: list[tuple[int, str]] = field(default_factory=list)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--half", type=int, choices=(0, 1))
    options.add_argument("--examples", action="store_true")
    options.add_argument("--every", type=int, default=1, help="look at every so-manieth case only")
    options.add_argument("--library", type=Path, help="a library of the real texts, if it is made already")
    given = options.parse_args()
    library = open_records(given.library) if given.library else real_library()
    searchable = Searchable(library, print)
    cases = list(with_wanted(library, list(all_cases(library, given.half))[:: given.every]))
    total = sum(len(runs) for case in cases for runs in case.wanted.values())
    print(f"{len(cases)} turns of {len({str(c.base.title) for c in cases})} items, {total} runs to find")
    report("BM25, ten best", *recall(cases, lambda case, place: bm25(searchable, case, place)))
    began = time.perf_counter()
    found: dict[tuple[int, int], tuple[Suggestion, ...]] = {}
    for number, case in enumerate(cases):
        setting = Setting(case.base, searchable, case.day)
        for place in {*case.wanted, *(place for place, _ in case.changed)}:
            found[number, place] = suggestions(setting, place, TEN)
    asked = len(found)
    print(f"{asked} paragraphs, {(time.perf_counter() - began) / asked * 1000:.0f} ms each with their setting")
    numbers = {id(case): number for number, case in enumerate(cases)}

    def suggested(case: Case, place: int) -> list[str]:
        return [one.inline.text for one in found[numbers[id(case)], place]]

    report("suggestions, first ten", *recall(cases, suggested))
    for kind in SuggestionKind:
        report(
            f"  of them {kind}",
            *recall(
                cases,
                lambda case, place, kind=kind: [  # type: ignore[misc]
                    one.inline.text for one in found[numbers[id(case)], place] if one.kind is kind
                ],
            ),
        )
    nearness(cases, found, examples=given.examples)


def all_cases(library: Records, half: int | None) -> Iterator[Case]:
    for number, (_, years) in enumerate(sorted(real.series().items())):
        if half is not None and number % 2 != half:
            continue
        for old, new in TURNS:
            if len(years.get(old, ())) == len(years.get(new, ())) == 1:
                symbols = [Symbol.parse(years[year][0]) for year in (old, new)]
                texts = [library.get(symbol) for symbol in symbols if symbol and symbol in library]
                if len(texts) == 2 and texts[1].adopted:
                    yield Case(texts[0], texts[1], texts[1].adopted)


def with_wanted(library: Records, cases: list[Case]) -> Iterator[Case]:
    first = first_days(library)
    for case in cases:
        own = {run for paragraph in case.base.paragraphs for run in runs(paragraph)}
        partners: dict[int, list[int]] = defaultdict(list)
        kinds: dict[int, PairKind] = {}
        for pair in align(case.base.paragraphs, case.adopted.paragraphs).pairs:
            if pair.old is not None and pair.new is not None:
                partners[pair.new].append(pair.old)
                kinds[pair.new] = pair.kind
        neighbour = 0
        for place, paragraph in enumerate(case.adopted.paragraphs):
            added = not partners[place]
            at = neighbour if added else partners[place][0]
            neighbour = at if added else partners[place][-1]
            for run in runs(paragraph):
                if run not in own and first.get(run, case.day) < case.day:
                    case.wanted[at].append((run, added))
            if not added and kinds[place] is not PairKind.SAME and paragraph.kind is not Kind.HEADING:
                old = case.base.paragraphs[at].text
                if worded(old) != worded(paragraph.text):
                    case.changed.append((at, paragraph.text))
        yield case


def worded(text: str) -> list[str]:
    """The words of a text, those with digits aside."""
    return [word for word in plain_words(text) if not any(character.isdigit() for character in word)]


def runs(paragraph: Paragraph) -> list[int]:
    return [] if paragraph.kind is Kind.HEADING else run_hashes(plain_words(paragraph.text))


def first_days(library: Records) -> dict[int, date]:
    """The first day each six-word run was adopted."""
    first: dict[int, date] = {}
    for entry in sorted(library.entries(), key=lambda entry: entry.adopted or date.max):
        if entry.adopted:
            for paragraph in library.get(entry.symbol).paragraphs:
                for run in runs(paragraph):
                    first.setdefault(run, entry.adopted)
    return first


def bm25(searchable: Searchable, case: Case, place: int) -> list[str]:
    index = searchable.index
    assert isinstance(index, engine.TantivyIndex)
    terms = set(ANALYZER.analyze(case.base.paragraphs[place].text))
    either = [(tantivy.Occur.Should, index._view._term("text", term)) for term in sorted(terms)]
    where = Where(before=case.day, without_symbols=frozenset({str(case.base.symbol)}))
    query = index._view._filtered(tantivy.Query.boolean_query(either), where)
    hits = index._view._searcher.search(query, TEN).hits
    return [index._view._searcher.doc(address)["text"][0] for _, address in hits]


def recall(cases: list[Case], texts) -> tuple[Counter[bool], Counter[bool]]:  # type: ignore[no-untyped-def]
    wanted: Counter[bool] = Counter()
    found: Counter[bool] = Counter()
    for case in cases:
        for place, asked in case.wanted.items():
            there = {run for text in texts(case, place) for run in run_hashes(plain_words(text))}
            for run, added in asked:
                wanted[added] += 1
                found[added] += run in there
    return wanted, found


def report(name: str, wanted: Counter[bool], found: Counter[bool]) -> None:
    def share(one: int, of: int) -> str:
        return f"{one / of:.3f}" if of else "-"

    print(
        f"{name:28} {share(found.total(), wanted.total())}  in changed paragraphs {share(found[False], wanted[False])}"
        f" of {wanted[False]}, in added ones {share(found[True], wanted[True])} of {wanted[True]}"
    )


def nearness(cases: list[Case], found: dict[tuple[int, int], tuple[Suggestion, ...]], *, examples: bool) -> None:
    nearer = 0
    by_kind: Counter[str] = Counter()
    good: list[str] = []
    bad: list[str] = []
    asked = 0
    for number, case in enumerate(cases):
        for place, adopted in case.changed:
            asked += 1
            old = case.base.paragraphs[place].text
            goal = plain_words(adopted)
            was = Indel.distance(plain_words(old), goal)
            first = [one for one in found[number, place][:FIVE] if one.after is None]
            best = min(first, key=lambda one: Indel.distance(plain_words(one.inline.text), goal), default=None)
            helped = best is not None and Indel.distance(plain_words(best.inline.text), goal) < was
            nearer += helped
            if best is None:
                continue
            by_kind[f"{best.kind} {'nearer' if helped else 'not nearer'}"] += 1
            (good if helped else bad).append(
                f"{case.base.symbol} {labels(case.base.paragraphs)[place]} [{best.kind}] {best.why}\n"
                f"   was       {old}\n   suggested {best.inline.text}\n   adopted   {adopted}\n"
                f"   from      {[f'{s.symbol} {s.label}: {s.quote}' for s in best.sources]}"
            )
    print(f"nearer to the adopted text with one of the first five: {nearer / asked:.3f} of {asked} changed paragraphs")
    print("  the best of the five:", ", ".join(f"{kind} {count}" for kind, count in by_kind.most_common()))
    if examples:
        choice = random.Random(4)
        for name, told in (("good", good), ("bad", bad)):
            for example in choice.sample(told, min(10, len(told))):
                print(f"\n{name}: {example}")


if __name__ == "__main__":
    assert RUN == 6
    main()
