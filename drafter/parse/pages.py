"""Pages separated into running heads and feet, notes at the foot, and the body that runs from page to page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.symbol import Symbol
from drafter.parse.lines import Line, shortened
from drafter.rules.openings import kind_of

_PAGE_NUMBER = re.compile(r"\d{1,3}/\d{1,3}")
_JOB = re.compile(r"\d{2}-\d{5}(?:\s*\([A-Z]\).*)?|GE\.\d{2}-\d{4,5}\b.*|\*\d{7,}\*|\*[A-Z0-9]{7,}\*")
_RULE = re.compile(r"_{4,}|-{3,}|\*(?:\s*\*){2}|—{3,}")
_PAGE_MARK = re.compile(r"<!--\s*Page\s+\d+\s*-->", re.IGNORECASE)
_PLEASE = re.compile(r"Please recycle.*|\(E\)")
_NOTE = re.compile(r"(?P<number>\d{1,3}|\*{1,3}|†)(?:\s+(?P<text>\S.*))?$|(?P<star>\*{1,3}|†)(?P<glued>[A-Z].*)$")
_CITED = (
    "See", "Ibid", "Official Records", "United Nations", "Resolution", "Resolutions", "General Assembly", "Available",
    "Adopted", "Report", "Human Rights Council", "Commission on", "League of Nations", "Security Council", "As defined",
    "The text", "Treaty Series", "Proceedings", "For the", "In accordance", "Also", "Council of", "International",
    "Economic and", "World", "Conference", "Document", "Annex", "Decision", "Treaty",
)  # fmt: skip
_CITATION = re.compile(rf"(?:{'|'.join(_CITED)})\b|[A-Z][A-Za-z]*/[A-Z0-9]")
_HEAD_LINES = 14


@dataclass(slots=True)
class Pages:
    """The lines of a source by what they are. A note is its number as printed and its lines."""

    body: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Note:
    number: str
    lines: list[Line]
    page: int


def taken_apart(lines: Sequence[Line]) -> Pages:
    """Sort the lines; body lines carry the number of their page."""
    heads, starts = _running_heads(lines)
    pages = Pages()
    page = 0
    last = 0
    seen_page = lines[0].page if lines else 0
    turned = False
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.page != seen_page:
            page += 1
            seen_page = line.page
        if i in starts:
            page += 1
        if i in heads or _PAGE_MARK.fullmatch(line.text) or _JOB.fullmatch(line.text) or _PLEASE.fullmatch(line.text):
            pages.furniture.append(line)
            i += 1
            continue
        if _RULE.fullmatch(line.text):
            pages.furniture.append(line)
            i += 1
            if i < len(lines) and i not in heads and (first := _note_start(lines[i], last, ruled=True)):
                i, last, turned = _read_notes(lines, i, first, last, page, pages, heads, bool(starts))
                page += turned
            continue
        if line.gap and (first := _note_start(line, last, ruled=False)):
            i, last, turned = _read_notes(lines, i, first, last, page, pages, heads, False)
            page += turned
            continue
        if line.indent and not line.gap and pages.body and not lines[i - 1].indent:
            page += 1
        pages.body.append(replace(line, page=page))
        i += 1
    return pages


def _running_heads(lines: Sequence[Line]) -> tuple[set[int], set[int]]:
    """Indices of running heads and feet, and of the first line of each page but the first.

    A page's head is found by its page number beside the job number; above them stand the symbol and the title.
    """
    heads: set[int] = set()
    starts: set[int] = set()
    for i, line in enumerate(lines):
        if not _PAGE_NUMBER.fullmatch(line.text):
            continue
        jobs = [j for j in (i - 1, i + 1) if 0 <= j < len(lines) and _JOB.fullmatch(lines[j].text)]
        top = min([i, *jobs])
        group = [top, max([i, *jobs])]
        above = top - 1
        run: list[int] = []
        while above >= 0 and len(run) < _HEAD_LINES:
            run.append(above)
            if lines[above].gap:
                break
            above -= 1
        symbols = [j for j in run if is_symbol(lines[j].text)]
        if not jobs and not ({run[0], run[-1]} & set(symbols) if run else ()):
            continue
        if symbols:
            # The symbol stands first or last in the head.
            first = symbols[-1] if symbols[-1] != run[0] else run[-1]
            group.extend(j for j in run if j >= first)
            starts.add(first)
        else:
            starts.add(top)
        heads.update(group)
    return heads, starts


def is_furniture(text: str) -> bool:
    """Whether a line is a job number, a bar code or the like."""
    return bool(_JOB.fullmatch(text) or _PLEASE.fullmatch(text) or _PAGE_NUMBER.fullmatch(text))


def is_rule(text: str) -> bool:
    """Whether a line is a rule drawn in characters, as above the notes."""
    return bool(_RULE.fullmatch(text))


def is_symbol(text: str) -> bool:
    """Whether a line is a symbol; a running head may have it twice, glued together."""
    bare = text.rstrip("*")
    half = len(bare) // 2
    return Symbol.parse(bare) is not None or (half > 5 and bare[:half] == bare[half:] and is_symbol(bare[:half]))


def _note_start(line: Line, last: int, *, ruled: bool) -> re.Match[str] | None:
    """Whether a line begins a note: its number follows the last one's, or it plainly cites."""
    found = _NOTE.match(line.text)
    if not found:
        if line.raised and line.raised[0].start == 0:
            found = _RAISED_NOTE.match(line.text)
        return found
    if line.raised and line.raised[0].start == 0:
        return found
    if found["star"]:
        return found if ruled else None
    words = found["text"] or ""
    if not found["number"].isdigit():
        return found if ruled or _CITATION.match(words) else None
    number = int(found["number"])
    if ruled:
        return found if number == last + 1 or (last < number <= last + 30) or _CITATION.match(words) else None
    return found if _CITATION.match(words) and not words.rstrip().endswith((";", ",")) and len(words) < 600 else None


_RAISED_NOTE = re.compile(r"(?P<number>\d{1,3}|\*{1,3}|†|[a-z])\s*(?P<text>\S.*)?$(?P<star>x)?(?P<glued>x)?")


def _read_notes(
    lines: Sequence[Line],
    i: int,
    first: re.Match[str],
    last: int,
    page: int,
    pages: Pages,
    heads: set[int],
    to_the_foot: bool,
) -> tuple[int, int, bool]:
    """Read notes from line `i`; returns the line after, the last number, and whether a page turned without a mark.

    With `to_the_foot` the notes go on to the running head of the next page or to the end.
    """
    found: re.Match[str] | None = first
    source_page = lines[i].page
    start = i
    while i < len(lines):
        line = lines[i]
        if i in heads or line.page != source_page or _JOB.fullmatch(line.text) or _RULE.fullmatch(line.text):
            break
        if _PAGE_MARK.fullmatch(line.text):
            break
        if i > start:
            if line.indent and not line.gap and not lines[i - 1].indent and not to_the_foot:
                return i, last, True
            found = _next_note(line, last, to_the_foot)
        if found:
            number = found["number"] or found["star"]
            pages.notes.append(Note(number, [_without_number(line, found)], page))
            if number.isdigit():
                last = max(last, int(number))
        elif line.gap and not to_the_foot:
            return i, last, True
        elif pages.notes:
            if to_the_foot and line.gap and _is_body(line, pages.notes[-1]):
                return i, last, True
            pages.notes[-1].lines.append(line)
        i += 1
    return i, last, False


def _next_note(line: Line, last: int, to_the_foot: bool) -> re.Match[str] | None:
    if line.raised and line.raised[0].start == 0:
        return _note_start(line, last, ruled=True)
    found = _NOTE.match(line.text)
    if not found:
        return None
    number = found["number"] or found["star"]
    if not number.isdigit():
        return found if line.gap or found["text"] else None
    value = int(number)
    if value == last + 1 and (found["text"] or line.gap):
        return found if line.gap or found["text"][:1].isupper() or to_the_foot else None
    if line.gap and last < value <= last + 9 and (to_the_foot or _CITATION.match(found["text"] or "")):
        return found
    # A number out of order still begins a note where the text plainly cites.
    return found if value > last and _CITATION.match(found["text"] or "") else None


def _is_body(line: Line, note: Note) -> bool:
    """Whether a line set apart inside the notes is a paragraph of the body again."""
    ended = note.lines[-1].text.endswith((".", ")"))
    return ended and kind_of(line.text) is not None


def _without_number(line: Line, found: re.Match[str]) -> Line:
    group = "glued" if found["star"] else "text"
    start = found.start(group) if found[group] else len(line.text)
    return shortened(line, start)
