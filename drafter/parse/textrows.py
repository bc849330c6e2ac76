"""Tables in plain text and on the pages of a PDF, known by the look of their rows: pipes, columns, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.parse.blocks import STANDALONE, is_annex
from drafter.parse.lines import Line, SourceTable
from drafter.parse.marks import mark_at
from drafter.parse.masthead import is_meeting, organ_of
from drafter.parse.tables import ends, lays_out, opens

_WIDE = re.compile(r"\t\s*| {3,}")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|+][-=:+| ]*[-=][-=:+| ]*|[-=─━]{3,}(?: +[-=─━]{3,})+ *")
"""A line between rows, drawn in characters."""

_AMOUNT = r"[-–−(]?(?:\d{1,3}(?:[ ,\u00a0]\d{3})+|\d{1,4}\.\d{1,3})(?: ?%)?\)?"
_FIGURES = re.compile(
    rf"(?P<label>\S.*?)??(?:(?<!\S)|(?<=[^\W\d])\s?)(?P<figures>(?:(?:{_AMOUNT}|[-–—]|…)\s+)*{_AMOUNT}(?:\s+[-–—…])*)"
)
_ONE = re.compile(rf"{_AMOUNT}|[-–—…]")
_SMALL = re.compile(r"\(?\d{1,4}\)?|[-–—…]")
_NOTE = re.compile(r"[a-z]\s+(?=[A-Z])")
"""How a note of a table begins."""

_BETWEEN, _APART, _HEADING = 4, 8, 60
_LABEL, _CELL, _LONGEST = 130, 48, 250


@dataclass(slots=True)
class _TextRow:
    """The cells of a line that looks like a row, and whether amounts are among them."""

    cells: tuple[str, ...]
    amounts: bool


@dataclass(slots=True)
class _TextRun:
    """Lines from `start` to `end` that may be a table, and those among them that look like rows."""

    start: int
    end: int
    rows: dict[int, _TextRow] = field(default_factory=dict)


def tables_in(lines: Sequence[Line]) -> tuple[SourceTable, ...]:
    """The tables among the lines of a text; where rows may be lines of a paragraph, they are."""
    return tuple(_tables(lines))


def _tables(lines: Sequence[Line]) -> Iterator[SourceTable]:
    at = 0
    while at < len(lines):
        run = _piped(lines, at) or _columned(lines, at)
        if run is None:
            at += 1
            continue
        cells = _cells(lines, run)
        if not lays_out(cells):
            held = frozenset(line.number for line in lines[run.start : run.end])
            yield SourceTable(cells, held, certain=lines[at].text.startswith("|"))
        at = run.end


def _piped(lines: Sequence[Line], at: int) -> _TextRun | None:
    run = _TextRun(at, at)
    while run.end < len(lines):
        text = lines[run.end].text
        if not _is_rule(text):
            cells = tuple(cell.replace("\\|", "|").strip() for cell in _PIPE.split(text.strip("|")))
            if len(cells) < 2 or not text.startswith("|"):
                break
            run.rows[run.end] = _TextRow(cells, False)
        run.end += 1
    return run if len(run.rows) > 1 else None


def _columned(lines: Sequence[Line], at: int) -> _TextRun | None:
    """The run that begins with the row at `at`; where it is a table, with its heading and its notes."""
    run = _TextRun(at, at)
    _extend(run, lines, _BETWEEN, _row)
    if not _is_table(run):
        return None
    _extend(run, lines, _APART, _row_within)
    run.start = _headed(lines, run)
    run.rows |= {n: row for n in range(run.start, run.end) if (row := _row_within(lines[n]))}
    while run.end < len(lines) and _NOTE.match(lines[run.end].text) and ends(lines[run.end].text):
        run.end += 1
    return run


def _extend(run: _TextRun, lines: Sequence[Line], most: int, row_of: Callable[[Line], _TextRow | None]) -> None:
    """Take in the rows that follow with at most so many other lines between."""
    for n in range(run.end, len(lines)):
        if row := row_of(lines[n]):
            run.rows[n] = row
            run.end = n + 1
        elif n - run.end >= most or not run.rows or not _may_stand_between(lines[n]):
            break


def _row(line: Line) -> _TextRow | None:
    text = line.text
    columns = line.columns or tuple(cell for cell in _WIDE.split(text) if cell)
    if len(columns) > 2 or (len(columns) == 2 and not mark_at(columns[0])):
        cells = tuple(part for cell in columns for part in _parts(cell))
        amounts = any(_ONE.fullmatch(cell) for cell in cells[1:])
        return None if organ_of(text) or is_meeting(text) else _TextRow(cells, amounts)
    if len(text) > _LONGEST or (not text[-1].isdigit() and text[-1] not in ")%-–—…"):
        return None
    found = _FIGURES.fullmatch(text)
    label = found["label"] or "" if found else ""
    if found is None or len(label) > _LABEL or (label and (ends(label) or mark_at(label) or label[0].islower())):
        return None
    figures = tuple(_ONE.findall(found["figures"]))
    return _TextRow((label.strip(), *figures) if label else figures, True)


def _is_rule(text: str) -> bool:
    return len(text) < _LONGEST and bool(_RULE.fullmatch(text))


def _parts(cell: str) -> tuple[str, ...]:
    """The amounts of a cell that has nothing else."""
    found = _FIGURES.fullmatch(cell) if len(cell) < _LONGEST else None
    return tuple(_ONE.findall(cell)) if found and not found["label"] else (cell,)


def _row_within(line: Line) -> _TextRow | None:
    """The row that a line is in the midst of others, where a small number is one too."""
    row = _row(line)
    return _TextRow((line.text,), True) if row is None and _SMALL.fullmatch(line.text) else row


def _may_stand_between(line: Line) -> bool:
    """Whether a line without columns or figures may be a label, or a part of one, in a table."""
    text = line.text
    if _SMALL.fullmatch(text):
        return True
    ended = ends(text) and not (text.endswith(":") and len(text) < _CELL)
    return not (ended or len(text) > _LABEL or mark_at(text) or opens(text) or is_annex(text) or is_meeting(text))


def _is_table(run: _TextRun) -> bool:
    """Whether there are enough rows: four with amounts, three of short cells, or two of columns with amounts."""
    rows = list(run.rows.values())
    amounts = sum(row.amounts for row in rows)
    columns = [row for row in rows if len(row.cells) > 1]
    alone = sum(row.amounts and not any(map(str.isalpha, row.cells[0])) for row in rows)
    short = sum(max(map(len, row.cells)) <= _CELL for row in columns)
    even = max((sum(len(row.cells) == n for row in columns) for n in {len(row.cells) for row in columns}), default=0)
    return (
        amounts > 3
        or (alone > 2 and run.end - run.start > 2 * alone - 1)
        or (even > 2 and short == len(columns))
        or (even > 1 and amounts > 1 and short == len(columns))
    )


def _headed(lines: Sequence[Line], run: _TextRun) -> int:
    """Where the heading of a table begins: behind a colon, or with the lines that no space parts from the first row."""
    at = run.start
    while at and run.start - at < _HEADING and not lines[at - 1].text.endswith(":"):
        if not _may_stand_between(lines[at - 1]):
            break
        at -= 1
    if at and lines[at - 1].text.endswith(":"):
        return at
    start = run.start
    while start > at and not lines[start].gap and not STANDALONE.fullmatch(lines[start - 1].text):
        start -= 1
    alone = start == run.start and not any(map(str.isalpha, run.rows[start].cells[0]))
    return start - 1 if alone and start > at else start


def _cells(lines: Sequence[Line], run: _TextRun) -> tuple[tuple[str, ...], ...]:
    """The rows as cells; a label on lines of its own stands before the amounts that follow it."""
    rows: list[tuple[str, ...]] = []
    label: list[str] = []
    for n in range(run.start, run.end):
        row = run.rows.get(n)
        if row is None:
            if not _is_rule(lines[n].text):
                label.append(lines[n].text)
            continue
        if row.amounts and len(row.cells) == 1 and not label and rows:
            rows[-1] = (*rows[-1], *row.cells)
            continue
        bare = row.amounts and not any(map(str.isalpha, row.cells[0]))
        if label and not bare:
            rows.append((" ".join(label),))
        rows.append((" ".join(label), *row.cells) if label and bare else row.cells)
        label = []
    if label:
        rows.append((" ".join(label),))
    return tuple(rows)
