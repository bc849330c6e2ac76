"""A PDF's rows by their place and size: running heads and feet, notes at the foot, and the body as lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.parse.lines import Line
from drafter.parse.masthead import organ_of
from drafter.parse.pages import Note, Pages, is_furniture, is_rule, is_symbol
from drafter.parse.pdfpieces import PagePieces
from drafter.parse.pdfrows import PdfRow, is_raised, rows_of

_STAR = re.compile(r"\d{1,3}|\*{1,3}|†|[a-z]")
_FOOT = re.compile(
    r"\d{1,3}(?:/\d{1,3})?|(?:Page )?\d{1,3} (?:of|/) \d{1,3}|(?:\d+/\d+ )?Unofficial(?: text, not issued.*| \d+/\d+)?"
)
"""A page number, and what our own files say of themselves."""
_HEAD_DEPTH = 0.16
"""The part of a page's height that a running head, or a foot, may take."""


@dataclass(slots=True)
class _Page:
    height: float
    body: list[PdfRow] = field(default_factory=list)
    notes: list[PdfRow] = field(default_factory=list)
    furniture: list[PdfRow] = field(default_factory=list)


def laid_out(pages: Sequence[PagePieces]) -> Pages:
    """Sort the rows of all pages into body, notes and furniture."""
    split: list[_Page] = []
    rows: list[list[PdfRow]] = []
    for number, page in enumerate(pages):
        upright, turned = rows_of(page, number)
        rows.append(upright)
        split.append(_Page(page.height, furniture=turned))
    size = _body_size([row for page_rows in rows for row in page_rows])
    heads = _repeated(rows, split)
    broken = False
    for part, page_rows in zip(split, rows, strict=True):
        _take_apart(part, page_rows, size, heads, broken=broken)
        broken = bool(part.notes) and not part.notes[-1].text.endswith((".", ")"))
    return _as_lines(split)


def _body_size(rows: Sequence[PdfRow]) -> float:
    """The size of most characters."""
    counts: Counter[float] = Counter()
    for row in rows:
        counts[row.size] += sum(len(piece.text) for piece in row.pieces)
    return counts.most_common(1)[0][0] if counts else 10.0


def _bare(row: PdfRow) -> str:
    return re.sub(r"\d+", "0", row.text)


def _repeated(rows: Sequence[Sequence[PdfRow]], pages: Sequence[_Page]) -> frozenset[str]:
    """Texts, figures aside, that stand at the head or foot of several pages."""
    counts: Counter[str] = Counter()
    for page_rows, page in zip(rows, pages, strict=True):
        edge = _HEAD_DEPTH / 2 * page.height
        near = (row for row in page_rows if row.y > page.height - edge or row.y < edge)
        counts.update({_bare(row) for row in near if not is_rule(row.text) and _note_number(row) is None})
    return frozenset(text for text, count in counts.items() if count > 1 and count * 3 > len(rows) and len(text) < 200)


def _take_apart(page: _Page, rows: list[PdfRow], size: float, repeated: frozenset[str], *, broken: bool) -> None:
    """Fill the page from its rows; `broken` says that the last note of the page before has not ended."""
    rows = list(rows)
    first = rows[0].page == 0 if rows else True
    foot = _HEAD_DEPTH / 2 * page.height
    while rows and rows[-1].y < foot * 1.5 and (all(map(_is_foot, rows[-1].apart())) or _bare(rows[-1]) in repeated):
        page.furniture.extend(rows.pop().apart())
    if not first:
        cut = _head(page, rows, size, repeated)
        page.furniture.extend(piece for row in rows[:cut] for piece in row.apart())
        rows = rows[cut:]
    start = _notes_start(rows, size, broken=broken)
    page.body, page.notes = rows[:start], rows[start:]
    if page.notes and is_rule(page.notes[0].text):
        page.furniture.append(page.notes.pop(0))


def _is_foot(row: PdfRow) -> bool:
    return is_furniture(row.text) or bool(_FOOT.fullmatch(row.text))


def _head(page: _Page, rows: Sequence[PdfRow], size: float, repeated: frozenset[str]) -> int:
    """How many rows are the running head: those above the first wide space, with the symbol or repeated."""
    edge = (1 - _HEAD_DEPTH) * page.height
    depth = 0
    while depth < len(rows) and rows[depth].y > edge:
        depth += 1
        if depth < len(rows) and rows[depth - 1].y - rows[depth].y > 1.6 * max(rows[depth - 1].size, 0.8 * size):
            break
    head = rows[:depth]
    known = any(is_symbol(part.text) for row in head for part in row.apart())
    if known and depth < len(rows):
        return depth
    depth = 0
    while depth < len(rows) and rows[depth].y > edge and _bare(rows[depth]) in repeated:
        depth += 1
    return depth


def _notes_start(rows: Sequence[PdfRow], size: float, *, broken: bool) -> int:
    """The first row of the notes: below a rule, or the small type at the foot that begins with a raised number.

    The small type begins with the rest of a note where one was broken at the page before.
    """
    for i in range(len(rows) - 1, -1, -1):
        if is_rule(rows[i].text) and i + 1 < len(rows) and rows[i + 1].size < size:
            return i
    start = len(rows)
    while start and rows[start - 1].size < 0.95 * size:
        start -= 1
    while not broken and start < len(rows) and _note_number(rows[start]) is None:
        start += 1
    return start


def _note_number(row: PdfRow) -> str | None:
    """The raised number or star with which a row of the notes begins."""
    first = row.pieces[0]
    number = first.text.strip()
    if _STAR.fullmatch(number) and len(row.pieces) > 1:
        raised = is_raised(first, row.y, row.size) or first.size < 0.8 * row.size
        if raised or (number.isdigit() and row.pieces[1].x - first.right > 0.3 * row.size) or number[0] in "*†":
            return number
    return None


def _as_lines(pages: Sequence[_Page]) -> Pages:
    found = Pages()
    number = 0
    body = [row for page in pages for row in page.body]
    margin, leading = _margin(body), _leading(body)
    in_masthead = True
    previous: PdfRow | None = None
    after = 0.0
    for page_number, page in enumerate(pages):
        for row in page.body:
            in_masthead = in_masthead and not any(organ_of(part.text) for part in row.apart())
            parts = row.apart() if in_masthead and page_number == 0 else [row]
            gap, begins = (0, None) if previous is None else _spacing(previous, after, row, margin, leading)
            for part in parts:
                number += 1
                text = part.styled()
                if text.text:
                    found.body.append(
                        Line(
                            text.text,
                            number,
                            gap,
                            page=page_number,
                            italics=text.italics,
                            raised=text.raised,
                            x=part.x,
                            y=page.height - row.y,
                            size=row.size,
                            begins=None if in_masthead else begins,
                            columns=part.columns,
                        )
                    )
                gap = 0
            after = 0.0 if begins else after if begins is None else row.x
            previous = row
        for row in page.notes:
            number += 1
            _add_note(found, row, page_number, number)
        for row in page.furniture:
            number += 1
            if row.text:
                found.furniture.append(Line(row.text, number, page=page_number))
    return found


def _add_note(found: Pages, row: PdfRow, page: int, number: int) -> None:
    mark = _note_number(row)
    text = row.styled(1 if mark else 0)
    line = Line(text.text, number, 0, 0, page, text.italics, size=row.size)
    if mark:
        found.notes.append(Note(mark, [line], page))
    elif found.notes:
        found.notes[-1].lines.append(line)
    else:
        found.furniture.append(line)


def _margin(rows: Sequence[PdfRow]) -> float:
    """The right edge of full rows: the commonest one, or in ragged text the one that nine in ten do not pass."""
    edges = sorted(row.right for row in rows)
    if not edges:
        return 0.0
    common, count = Counter(round(edge / 3) for edge in edges).most_common(1)[0]
    return common * 3.0 if count * 5 > len(edges) else edges[len(edges) * 9 // 10]


def _leading(rows: Sequence[PdfRow]) -> float:
    """The commonest distance of baselines as a multiple of the type size."""
    counts: Counter[float] = Counter()
    for before, row in pairwise(rows):
        if before.page == row.page and 0.8 < (ratio := (before.y - row.y) / row.size) < 3:
            counts[round(ratio, 1)] += 1
    return counts.most_common(1)[0][0] if counts else 1.2


def _spacing(before: PdfRow, after: float, row: PdfRow, margin: float, leading: float) -> tuple[int, bool | None]:
    """(blank lines, whether the row begins a paragraph) after the row before it.

    `after` is where the lines of the paragraph before go on, 0 where it has only its first.
    """
    full = _full(before, row, margin)
    size = row.size
    if before.page == row.page and before.y > row.y:
        if before.y - row.y > (leading + 0.25) * size:
            return 1, True
        if full and abs(before.size - size) < 0.5:
            return 0, False
        ended = not full and not _full(before, row, margin, wide=0.6) and not row.text[:1].islower()
        return (1, True) if ended else (int(row.x > before.x + size), None)
    goes_on_at = after or before.x
    if row.x > goes_on_at + 0.8 * size:
        return 1, True
    if before.text.endswith(";"):
        return 0, None
    if full and row.x < goes_on_at + (0.4 * size if after else -0.8 * size):
        return 0, False
    return (1, True) if not full and row.x > goes_on_at - 0.4 * size and not after else (0, None)


def _full(before: PdfRow, row: PdfRow, margin: float, wide: float = 0.4) -> bool:
    """Whether the next row's first word would not have fitted into this one, at `wide` type sizes a letter."""
    word = row.text.split(" ", 1)[0]
    return before.right + wide * row.size * (len(word) + 0.5) > margin
