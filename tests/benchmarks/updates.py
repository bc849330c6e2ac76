"""What accepting the updates of the real series makes right, and what it touches in vain.

    python -m tests.benchmarks.updates [--library FOLDER] [--misses]

From session 79 to 80 with everything adopted before September 2025 in the library (so with 78 → 79 as history), and
from 78 to 79 with everything before September 2024. A paragraph changed in numbers where its words are those of the
adopted next text once digits, months, ordinals and symbols are taken out, and it is not the same text; typography is
left aside. The series fall in two halves by a hash of their title, so that what is developed on one is seen
on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from drafter.align.pairs import align
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.model import numbering
from drafter.model.change import PairKind
from drafter.model.dates import MONTHS
from drafter.model.resolution import Resolution
from drafter.model.session import ORDINAL
from drafter.model.suggestion import Update, UpdateStatus
from drafter.model.symbol import Symbol
from drafter.suggest.updates import updates
from tests.benchmarks.real_library import ROOT, real_library
from tests.support import real

TURNS = ((79, date(2025, 9, 1)), (78, date(2024, 9, 1)))
_SYMBOL = r"\b[A-Z]+(?:/[A-Za-z\d.]+)+"
_NUMBERS = re.compile(rf"{_SYMBOL}|\b(?:{'|'.join(MONTHS)})\b|(?i:{ORDINAL.pattern})|\d(?:[\d,.]*\d)?")
_MOVED = re.compile(rf"\d+|\b(?:{'|'.join(MONTHS)})\b|(?i:{ORDINAL.pattern})")
_NO_WORD = re.compile(r"[^A-Za-z]+")
_NOTE_MARK = re.compile(r"(?<=[A-Za-z)][;,.])\d{1,3}\b|(?<=\b(?:19|20)\d\d[;,])\d{1,3}\b")
_TYPOGRAPHY = str.maketrans("‑–’‘“”\u00a0", "--''\"\" ")


@dataclass
class Count:
    """What was seen, in paragraphs and in seconds."""

    seen: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    def __iadd__(self, other: Count) -> Count:
        self.seen += other.seen
        self.seconds += other.seconds
        return self

    def line(self) -> str:
        def share(part: str, whole: str) -> str:
            return f"{100 * self.seen[part] / max(self.seen[whole], 1):5.1f} %"

        times = sorted(self.seconds) or [0.0]
        return (
            f"{self.seen['series']:5} {self.seen['numbers']:8} {share('right', 'numbers'):>9}"
            f" {share('wrong flagged', 'wrong'):>10} {self.seen['same']:10}"
            f" {share('certain touched', 'same'):>10} {share('touched', 'same'):>10}"
            f" {share('same flagged', 'same'):>10}"
            f" {times[len(times) // 2] * 1000:7.0f} {times[-1] * 1000:6.0f}"
        )


HEAD = (
    "               series  numbers   right   flagged     unchanged   certain ≤0.5    ≤2      verify   ms median  max"
)


def plain(text: str) -> str:
    """A text without typography, and without the note marks that a source left among its words."""
    return " ".join(_NOTE_MARK.sub("", text.translate(_TYPOGRAPHY)).split())


def only_numbers(old: str, new: str) -> bool:
    """Whether two texts differ, and in digits, months, ordinals and symbols alone; a list may have grown."""
    moved = [[one.casefold() for one in _MOVED.findall(text)] for text in (old, new)]
    if moved[0] == moved[1]:
        return False
    if len(moved[0]) != len(moved[1]):
        old, new = (_NO_WORD.sub(" ", _NUMBERS.sub(" ", text)) for text in (old, new))
    return _NUMBERS.sub(" ", old).split() == _NUMBERS.sub(" ", new).split()


def accepted(text: str, found: list[Update]) -> str:
    for update in sorted(found, key=lambda update: -update.start):
        assert update.proposed is not None
        assert text[update.start : update.end] == update.found
        text = text[: update.start] + update.proposed + text[update.end :]
    return text


def measured(base: Resolution, after: Resolution, found: tuple[Update, ...], misses: list[str]) -> Iterator[str]:
    """What is to be counted, a word each time."""
    labels = numbering.labels(base.paragraphs)
    for pair in align(base.paragraphs, after.paragraphs).pairs:
        if pair.old is None or pair.new is None or pair.kind in (PairKind.SPLIT, PairKind.MERGED):
            continue
        text, wanted = base.paragraphs[pair.old].text, plain(after.paragraphs[pair.new].text)
        here = [one for one in found if one.label == labels[pair.old] and one.note is None]
        sure = [one for one in here if one.status is UpdateStatus.CERTAIN]
        likely = [one for one in here if one.status is not UpdateStatus.VERIFY]
        verify = len(here) > len(likely)
        result = plain(accepted(text, likely))
        if plain(text) == wanted:
            yield "same"
            if plain(accepted(text, sure)) != wanted:
                yield "certain touched"
            if result != wanted:
                yield "touched"
                misses.append(f"TOUCHED {base.symbol} {labels[pair.old]}\n  {text}\n" + _shown(likely))
            if verify:
                yield "same flagged"
                misses.append(f"NEEDLESS {base.symbol} {labels[pair.old]}\n  {text}\n" + _shown(here))
        elif only_numbers(plain(text), wanted):
            yield "numbers"
            if result == wanted:
                yield "right"
            else:
                yield "wrong"
                kind = "FLAGGED" if verify else "MISSED"
                misses.append(f"{kind} {base.symbol} {labels[pair.old]}\n  {plain(text)}\n  {wanted}\n" + _shown(here))
                if verify:
                    yield "wrong flagged"


def _shown(found: list[Update]) -> str:
    return "".join(f"    {one.status} {one.found} → {one.proposed}: {one.why}\n" for one in found)


def half(title: str) -> str:
    """The half of the series that an item belongs to, by its title."""
    return "AB"[hashlib.sha256(title.encode()).digest()[0] % 2]


def run(library: Records, session: int, before: date, misses: dict[str, list[str]]) -> dict[str, Count]:
    counts = {"A": Count(), "B": Count()}
    for title, sessions in real.series().items():
        stems = [sessions.get(str(at), []) for at in (session, session + 1)]
        symbols = [Symbol.parse(one) for group in stems for one in group]
        if any(len(group) != 1 for group in stems) or not all(one and one in library for one in symbols):
            continue
        base, after = (library.get(one) for one in symbols if one)
        started = time.perf_counter()
        found = updates(base, library, session + 1, before=before)
        count = counts[half(title)]
        count.seconds.append(time.perf_counter() - started)
        count.seen["series"] += 1
        count.seen.update(measured(base, after, found, misses[half(title)]))
    return counts


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--library", type=Path, help="a library of the real texts, if it is made already")
    options.add_argument("--misses", type=Path, metavar="FILE", help="write what went wrong in half A there")
    chosen = options.parse_args()
    library = open_records(chosen.library) if chosen.library else real_library(ROOT)
    print(HEAD)
    misses: dict[str, list[str]] = {"A": [], "B": []}
    for session, before in TURNS:
        both = Count()
        for name, count in run(library, session, before, misses).items():
            print(f"{session} → {session + 1} half {name}: {count.line()}")
            both += count
        print(f"{session} → {session + 1} all:    {both.line()}", flush=True)
    if chosen.misses:
        chosen.misses.write_text("\n".join(misses["A"]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
