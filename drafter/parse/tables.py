"""Tables in a source: the text of a resolution has none, so their words are put aside and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.model.reading import Unplaced
from drafter.parse.blocks import ENDED, STANDALONE
from drafter.parse.lines import Line, SourceTable
from drafter.parse.marks import bare_number, mark_at
from drafter.parse.masthead import organ_of
from drafter.rules.openings import kind_of

_LABEL = re.compile(r"\[?(?:PP|OP|Para(?:graph|\.)?)\s*\d.{0,12}", re.IGNORECASE)


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
        what = "a table" if table.certain else "what looks like a table"
        why = f"{what} of {_size(table)} {where} is not part of the text: its words are put aside"
        yield Unplaced(table.first, _words(table), why)


def lays_out(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table only lays out the page: one column, labels beside a text, or paragraphs in its cells."""
    filled = [[cell for cell in row if cell] for row in rows]
    if all(len(row) == 1 for row in filled):
        return True
    labelled = sum(len(row) == 2 and _is_label(row[0]) and ends(row[1]) for row in filled)
    opening = sum(any(opens(cell) and ends(cell) for cell in row) for row in filled)
    return max(labelled, opening) * 2 > len(rows) or any(organ_of(cell) for row in filled for cell in row)


def _is_label(text: str) -> bool:
    mark = mark_at(text) or bare_number(text)
    return bool(mark and mark.alone) or bool(STANDALONE.fullmatch(text) or _LABEL.fullmatch(text))


def ends(text: str) -> bool:
    return bool(ENDED.search(text[-12:]))


def opens(text: str) -> bool:
    mark = mark_at(text) if text else None
    return kind_of(text[mark.length :] if mark else text) is not None


def _words(table: SourceTable) -> str:
    return " / ".join(" | ".join(row) for row in table.rows)


def _size(table: SourceTable) -> str:
    """ "5 rows and 4 columns"."""
    counts = ((len(table.rows), "row"), (max(map(len, table.rows)), "column"))
    return " and ".join(f"{count} {what}{'s' if count > 1 else ''}" for count, what in counts)
