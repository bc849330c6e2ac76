"""How often a suggestion would make a drafter laugh, over the first five of every paragraph of twenty texts.

    python -m tests.benchmarks.suggest_silly [--library FOLDER] [--half 0|1] [--show N]

Everything is seen as it stood before the next year's text was adopted. Counted of the suggestions: first words that no
paragraph of the library begins with, words that no text has, States that the text does not name, four words in a row of
the true next text that its base has not. Counted of the paragraphs: those that are served.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.library.searchable import Searchable
from drafter.library.terms import plain_words
from drafter.model.resolution import Kind, Paragraph
from drafter.rules.tables import table
from drafter.suggest.rank import suggestions
from drafter.suggest.setting import Setting
from tests.benchmarks.real_library import real_library
from tests.benchmarks.suggest_recall import all_cases

TEXTS, FIVE, FOUR = 20, 5, 4


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--library", type=Path)
    options.add_argument("--half", type=int, choices=(0, 1))
    options.add_argument("--show", type=int, default=0, help="print so many suggestions, drawn by lot")
    given = options.parse_args()
    library = open_records(given.library) if given.library else real_library()
    searchable = Searchable(library, print)
    cases = random.Random(14).sample(list(all_cases(library, given.half)), TEXTS)
    known, first = _vocabulary(library)
    counts: Counter[str] = Counter()
    told: list[str] = []
    for case in cases:
        setting = Setting(case.base, searchable, case.day)
        states = _states(" ".join(one.text for one in (case.base.title, *case.base.paragraphs)))
        new = _fours(case.adopted.paragraphs) - _fours(case.base.paragraphs)
        for place, paragraph in enumerate(case.base.paragraphs):
            if paragraph.kind is Kind.HEADING:
                continue
            found = suggestions(setting, place, FIVE)
            kind = "subparagraphs" if paragraph.level else "paragraphs"
            counts[kind] += 1
            counts[f"{kind} served"] += bool(found)
            for one in found:
                text = one.inline.text
                words = plain_words(text)
                counts["suggestions"] += 1
                counts[f"of them {one.kind}"] += 1
                faults = {
                    "a first word that no paragraph begins with": words[0] not in first
                    and words[0] != plain_words(paragraph.text)[0],
                    "a word that no text has": any(word not in known for word in words if word.isalpha()),
                    "another State": bool(_states(text) - states),
                }
                counts.update(name for name, true in faults.items() if true)
                counts["four words of the next text"] += bool(_row(words) & new)
                marks = " ".join(f"[{name}]" for name, true in faults.items() if true)
                told.append(
                    f"{case.base.symbol} {setting.labels[place]} {one.kind} {marks} {one.why}"
                    f"\n   {paragraph.text[:300]}\n   {[*one.exchanged]}\n   {text[:600]}"
                    f"\n   {[f'{source.symbol} {source.label}' for source in one.sources]}"
                )
    total = counts["suggestions"]
    for name, count in counts.items():
        print(f"{name:46} {count:6} {count / total:.4f}")
    for one in random.Random(50).sample(told, min(given.show, len(told))):
        print(f"\n{one}")


def _vocabulary(library: Records) -> tuple[set[str], set[str]]:
    """Every word of the library, and every word that a paragraph begins with."""
    known: set[str] = set()
    first: set[str] = set()
    for entry in library.entries():
        text = library.get(entry.symbol)
        known.update(plain_words(text.title.text))
        for paragraph in text.paragraphs:
            words = plain_words(paragraph.text)
            known.update(words)
            first.update(words[:1])
    return known, first


def _states(text: str) -> set[str]:
    """The States that a text names, by their full names and what else they are called, but for mere letters."""
    spelt = {spelling: name for name, others in table("parties")["states"].items() for spelling in (name, *others)}
    return {name for spelling, name in spelt.items() if len(spelling) > 3 and spelling in text}


def _fours(paragraphs: tuple[Paragraph, ...]) -> set[tuple[str, ...]]:
    return {four for paragraph in paragraphs for four in _row(plain_words(paragraph.text))}


def _row(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[at : at + FOUR] for at in range(len(words) - FOUR + 1)}


if __name__ == "__main__":
    main()
