"""Tables in a source: the text of a resolution has none, so their words are put aside and told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.model.reading import Unplaced
from drafter.parse.lines import Line, SourceTable


def without(tables: Sequence[SourceTable], lines: Sequence[Line]) -> list[Line]:
    """The lines that are in no table; nothing is joined over the place where one stood but a sentence going on."""
    aside = frozenset[int]().union(*(table.lines for table in tables))
    kept: list[Line] = []
    over = False
    for line in lines:
        if line.number in aside:
            over = True
            continue
        kept.append(replace(line, gap=max(line.gap, 1)) if over else line)
        over = False
    return kept


def told(tables: Sequence[SourceTable], labels: Sequence[str], places: Sequence[Sequence[int]]) -> Iterator[Unplaced]:
    """Each table as what found no place; `places` are the lines of the paragraphs that bear the labels."""
    for table in tables:
        before = [label for label, lines in zip(labels, places, strict=True) if lines and lines[0] < table.first]
        where = f"after {before[-1]}" if before else "above the text"
        why = f"a table of {_size(table)} {where} is not part of the text: its words are put aside"
        yield Unplaced(table.first, _words(table), why)


def _words(table: SourceTable) -> str:
    return " / ".join(" | ".join(row) for row in table.rows)


def _size(table: SourceTable) -> str:
    """ "5 rows and 4 columns"."""
    counts = ((len(table.rows), "row"), (max(map(len, table.rows)), "column"))
    return " and ".join(f"{count} {what}{'s' if count > 1 else ''}" for count, what in counts)
