"""How long the first suggestions take after an edit, in processor time: anew, and with what the last state knew.

    python -m tests.benchmarks.after_edit [--library FOLDER] [SYMBOL…]

On a library of all the real texts; each edit puts words at the end of a paragraph, which is then asked about.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from drafter.desk import Desk
from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.library.locate import open_records
from drafter.library.searchable import Searchable
from drafter.model.draft import Draft
from drafter.model.inline import Inline
from drafter.model.resolution import Kind
from drafter.suggest.rank import suggestions
from drafter.suggest.setting import Setting
from tests.benchmarks.real_library import real_library

BASES = ("79/193", "77/190", "79/1", "80/110")
EDITS = 5


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("symbols", nargs="*", default=BASES)
    options.add_argument("--library", type=Path, help="a library of the real texts, if it is made already")
    given = options.parse_args()
    library = open_records(given.library) if given.library else real_library()
    searchable = Searchable(library, print)
    searchable.prepare()
    for symbol in given.symbols:
        draft = Desk(library).begin(symbol)
        place = [n for n, one in enumerate(draft.standing) if one.kind is not Kind.HEADING][5]
        last, first = asked(draft, place, searchable, None)
        anew, shared = [], []
        for number in range(EDITS):
            draft = edited(draft, place, number)
            anew.append(asked(draft, place, searchable, None)[1])
            last, took = asked(draft, place, searchable, last)
            shared.append(took)
        print(
            f"{symbol}, {len(draft.standing)} paragraphs: first of all {first * 1000:.0f} ms; after an edit anew "
            f"{statistics.median(anew) * 1000:.0f} ms, with what was known {statistics.median(shared) * 1000:.0f} ms"
        )


def edited(draft: Draft, place: int, number: int) -> Draft:
    one = draft.standing[place]
    words = f"{one.text.rstrip(',;.')}, and encourages all {number + 2} of them to act{one.text[-1:]}"
    return apply(draft, edits.SetText(one.id, Inline(words)))


def asked(draft: Draft, place: int, searchable: Searchable, last: Setting | None) -> tuple[Setting, float]:
    began = time.process_time()
    setting = Setting(draft, searchable, last=last)
    suggestions(setting, place)
    return setting, time.process_time() - began


if __name__ == "__main__":
    main()
