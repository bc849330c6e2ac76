"""Which pronouns of office-holders the turn of the year proposes right, and which it touches in vain.

    python -m tests.benchmarks.officeholders [--library FOLDER] [--apart N] [--misses FILE]

Over all neighbouring texts of the real series since session 70, with what the library had before the day of the later
one; with --apart 2 from each text to the next but one, as when an old text is taken up again. A pronoun changed where
the word alone was replaced by one of the other kind, and stayed where it is in no change; paragraphs that are new or
gone are left aside. The series fall in the same two halves as for the other updates.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from drafter.align.pairs import align
from drafter.align.words import word_changes
from drafter.library.locate import open_records
from drafter.library.ports import Records
from drafter.model.resolution import Resolution
from drafter.model.suggestion import Update, UpdateStatus
from drafter.rules.pronouns import pronouns
from drafter.suggest.updates.officeholders import OfficeHolders
from drafter.suggest.updates.turn import BaseText, Known, Turn
from tests.benchmarks.real_library import ROOT, real_library
from tests.benchmarks.updates import half

SINCE = 70
_HE, _SHE = {"he", "his", "him"}, {"she", "her"}


def steps(library: Records, apart: int) -> Iterator[tuple[Resolution, Resolution]]:
    for series in library.contents().series.all():
        for old, new in zip(series, series[apart:], strict=False):
            if (old.session_number or 0) >= SINCE:
                yield library.get(old), library.get(new)


def turned(one: str, other: str) -> bool:
    return (one in _HE and other in _SHE) or (one in _SHE and other in _HE)


def measured(base: Resolution, after: Resolution, known: Known, misses: list[str]) -> Iterator[str]:
    """What is to be counted, a word each time."""
    turn = Turn.of(base, after.session, known)
    if turn is None:
        return
    holders = OfficeHolders(turn)
    meant: dict[int, set[int]] = defaultdict(set)
    for pronoun in pronouns(base.paragraphs):
        meant[pronoun.place].add(pronoun.start)
    for pair in align(base.paragraphs, after.paragraphs).pairs:
        if pair.old is None or pair.new is None:
            continue
        text, wanted = base.paragraphs[pair.old].text, after.paragraphs[pair.new].text
        found = {one.start: one for one in holders.updates(BaseText("", text), pair.old)}
        stayed = set(meant[pair.old])
        for change in word_changes(text, wanted):
            stayed -= set(range(change.old_start, change.old_end))
            was = text[change.old_start : change.old_end].strip()
            now = wanted[change.new_start : change.new_end].strip()
            if turned(was.lower(), now.lower()):
                start = change.old_start + text[change.old_start :].index(was)
                yield "changed"
                yield f"changed {(outcome := became(found.get(start), now))}"
                if outcome != "right":
                    misses.append(shown(f"CHANGED {outcome}: {now}", base, after, text, start, found.get(start)))
        for start in stayed:
            yield "stayed"
            if start in found:
                yield f"stayed {found[start].status}"
                misses.append(shown("STAYED", base, after, text, start, found[start]))


def became(update: Update | None, now: str) -> str:
    if update is None:
        return "missed"
    if update.status is UpdateStatus.VERIFY:
        return "flagged"
    return "right" if update.proposed == now else "wrong"


def shown(what: str, base: Resolution, after: Resolution, text: str, start: int, update: Update | None) -> str:
    said = f"\n    {update.status} {update.proposed}: {update.why}" if update else ""
    return f"{what} {base.symbol} → {after.symbol}\n  {text[max(0, start - 160) : start + 40]}{said}\n"


def line(seen: Counter[str]) -> str:
    parts = ("changed right", "changed wrong", "changed flagged", "changed missed", "stayed likely", "stayed verify")
    right, wrong, flagged, missed, touched, needless = (seen[part] for part in parts)
    return (
        f"{seen['changed']:4} changed: {right} right, {wrong} wrong, {flagged} flagged, {missed} missed;  "
        f"{seen['stayed']:5} stayed: {touched} touched, {needless} flagged"
    )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--library", type=Path, help="a library of the real texts, if it is made already")
    options.add_argument("--misses", type=Path, metavar="FILE", help="write what went wrong in half A there")
    options.add_argument("--apart", type=int, default=1, metavar="N", help="from a text to the Nth after it (1)")
    chosen = options.parse_args()
    library = open_records(chosen.library) if chosen.library else real_library(ROOT)
    counts = {"A": Counter[str](), "B": Counter[str]()}
    misses: dict[str, list[str]] = {"A": [], "B": []}

    @cache
    def known(before: date) -> Known:
        return Known(library, before)

    for base, after in steps(library, chosen.apart):
        if after.adopted is not None:
            part = half(after.title.text)
            counts[part].update(measured(base, after, known(after.adopted), misses[part]))
    for part, seen in counts.items():
        print(f"half {part}: {line(seen)}")
    print(f"all:    {line(counts['A'] + counts['B'])}")
    if chosen.misses:
        chosen.misses.write_text("\n".join(misses["A"]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
