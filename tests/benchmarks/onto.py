"""Changes put onto others' Word files, by three readers: `nice python -m tests.benchmarks.onto [PAIRS]`.

For so many real pairs of years: onto our own A/RES file, onto the same saved again by LibreOffice, and onto a file
typed by hand; how many are exact both ways, and how tight they are beside the plain redline of the same pair.
LibreOffice 7.4 takes notes in the order of their ids, so that a note between two consecutive ids misleads it, and no
id of a paragraph that stays may change: such files are counted apart.
"""

from __future__ import annotations

import sys
from collections import Counter

from drafter import parse
from drafter.errors import DrafterError
from drafter.model.resolution import Resolution
from drafter.render.masthead import of_resolution
from drafter.render.redline import redline
from tests.support import exact, ontoed, real, tracked
from tests.support.ontoed import Onto

Named = tuple[str, Resolution, Resolution]


def pairs(count: int) -> list[Named]:
    """Real pairs of years, evenly out of all."""
    known = real.year_pairs()
    made = []
    for stems in known[:: max(len(known) // count, 1)][:count]:
        old, new = (parse.read_text(real.texts("ga_78_80_text")[s], name=f"{s}.txt").resolution for s in stems)
        made.append(("→".join(stems), old, new))
    return made


def told(kind: str, made: list[Onto]) -> None:
    counts: Counter[str] = Counter(files=len(made))
    for each in made:
        for reader, problems in (("XML", ontoed.faults(each)), ("pandoc", exact.by_pandoc(each.case))):
            counts[reader] += not problems
            for problem in problems:
                print(f"  {problem[:300]}")
    ordered = [each for each in made if ontoed.notes_in_order(each)]
    for start in range(0, len(ordered), 10):
        some = ordered[start : start + 10]
        problems = exact.by_office([each.case for each in some])
        counts["LibreOffice"] += len(some) - len({problem.split(": ")[0] for problem in problems})
        for problem in problems:
            print(f"  {problem[:300]}")
    print(
        f"{kind}: {counts['files']} files; exact by XML {counts['XML']}, pandoc {counts['pandoc']}, LibreOffice "
        f"{counts['LibreOffice']} of {len(ordered)} ({len(made) - len(ordered)} with ids out of order)",
        flush=True,
    )


def main(count: int = 24) -> None:
    named = pairs(count)
    own: list[Onto] = []
    typed: list[Onto] = []
    characters = plain = 0
    for name, old, new in named:
        for made, make in ((own, ontoed.own), (typed, ontoed.typed)):
            try:
                made.append(make(name, old, new))
            except DrafterError as error:
                print(f"  {name}, {make.__name__}: {error} {'; '.join(getattr(error, 'differences', ()))[:300]}")
        characters += tracked.revisions(own[-1].case.docx).characters
        plain += tracked.revisions(
            redline(old, new, of_resolution(new), author="A Delegation", date=exact.DATE)
        ).characters
    print(f"tracked characters: {characters}, plain redline {plain}, ratio {characters / max(plain, 1):.3f}")
    told("our own file", own)
    told("typed by hand", typed)
    told("saved again by LibreOffice", ontoed.resaved(named))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
