"""Lines joined into blocks: a paragraph, subparagraph or heading each, whole again over page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model.inline import NoteMark, Span
from drafter.model.resolution import Kind
from drafter.parse.hyphens import Hyphens, glue
from drafter.parse.lines import Given, Line, shortened
from drafter.parse.marks import Mark, MarkPlace, Outline, bare_number, mark_at
from drafter.rules.openings import kind_of

ENDED = re.compile(r"[.,;:!?…—–][”’\"')\]]?(?!\s\d{4}$)(?:\s?\d{1,3}|\s?[*†'?®>!°]{1,2}\d?)*$|[.;:,][”\"]$")
"""The end of a finished paragraph: a stop, perhaps a closing quotation mark, perhaps note marks."""

STANDALONE = re.compile(
    r"(?:[IVXL]{1,6}|[A-Z])\.?"
    r"|(?:Section|Part|Chapter|Article|Rule|Goal|Action|Cluster|Theme|Principle|Step|Table)\s+(?:[IVXLC]+|\d{1,3}|[A-Z]|one|two|three|four)\.?"
)
"""A numeral or the like that stands on a line of its own above its title."""

_ANNEX = re.compile(
    r"(?:(?:Annex|Appendix|Enclosure|Attachment|Addendum|Schedule)(?:\s+(?:[IVXL]{1,5}|[A-Z]|\d{1,2}|one|two|three))?\.?)[*†]{0,3}",
    re.IGNORECASE,
)
HEADING_LIMIT = 260
_LONG = 200
_FULL = 64


@dataclass(slots=True)
class TextBlock:
    """A paragraph's or heading's text; `breaks` says at which of its characters each page begins, its own first."""

    mark: Mark | None
    line: int
    gap: int
    pieces: list[str] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)
    raised: list[Span] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)
    length: int = 0
    size: float | None = None
    place: MarkPlace | None = None
    marks: list[NoteMark] = field(default_factory=list)
    given: Given | None = None
    lines: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        if len(self.pieces) > 1:
            self.pieces = ["".join(self.pieces)]
        return self.pieces[0] if self.pieces else ""

    def page_at(self, at: int) -> int:
        """The page that holds the character `at`."""
        page = self.breaks[0][1] if self.breaks else 0
        for start, later in self.breaks:
            if start > at:
                break
            page = later
        return page

    @property
    def tail(self) -> str:
        """The last characters, enough to see whether the paragraph has ended."""
        return self.pieces[-1] if self.pieces else ""

    def add(self, line: Line, hyphens: Hyphens | None = None) -> None:
        joint = ""
        if self.pieces:
            joint = glue(self.tail, line.text)
            if not joint and hyphens is not None and hyphens.divides(self.tail, line.text):
                self.joined.append((self.tail.rsplit(" ", 1)[-1], line.text.split(" ", 1)[0]))
                self.pieces[-1] = self.pieces[-1][:-1]
                self.length -= 1
        start = self.length + len(joint)
        if not self.breaks or self.breaks[-1][1] != line.page:
            self.breaks.append((start, line.page))
        self.italics.extend(Span(s.start + start, s.end + start) for s in line.italics)
        self.raised.extend(Span(s.start + start, s.end + start) for s in line.raised)
        self.marks.extend(NoteMark(m.at + start, m.note) for m in line.marks)
        if joint:
            self.pieces.append(joint)
        self.pieces.append(line.text)
        self.lines.append(line.number)
        self.length = start + len(line.text)


def blocks_of(lines: Sequence[Line]) -> list[TextBlock]:
    """Join lines; a mark in its list's order, an opening after a finished paragraph, or a gap begins a block."""
    blocks: list[TextBlock] = []
    outline = Outline()
    hyphens = Hyphens(lines)
    current: TextBlock | None = None
    previous: Line | None = None
    passed_over = False  # whether a number was refused since the last that was taken
    for n, line in enumerate(lines):
        if line.begins is False and current:
            current.add(line, hyphens)
            previous = line
            continue
        mark = line.mark if line.mark or line.given else mark_at(line.text)
        place = None
        if line.mark or line.given:
            if line.mark:
                if current and heading_like(current):
                    outline.may_restart()
                place = _counted_place(line.mark, line.given, outline, current.tail if current else "")
        elif mark:
            if current and heading_like(current):
                outline.may_restart()
            place = outline.place(mark, current.tail if current else "")
            if place and current and previous and not _may_begin(current, previous, line, mark, place):
                place = None
        elif (bare := bare_number(line.text)) and _is_next(bare, lines[n + 1 : n + 2], outline, current, line):
            mark, place = bare, MarkPlace(0, "number", bare.readings[0][1])
        if mark and mark.style == "number" and not place and current and line.gap:
            if outline.repeats(mark) and not passed_over and _opens(mark, lines[n + 1 : n + 2], current, line):
                place = MarkPlace(0, "number", outline.top, exact=False)
            passed_over = not place
        if not place and current and previous and _goes_on(current, previous, line):
            current.add(line, hyphens)
        else:
            if current and not place and heading_like(current):
                outline.may_restart()
            if is_annex(line.text):
                outline = Outline()
            current = TextBlock(
                mark if place else None, line.number, line.gap, size=line.size, place=place, given=line.given
            )
            if place and mark:
                if not (line.given and line.given.kind is Kind.PREAMBULAR):
                    outline.take(place)
                passed_over = passed_over and place.level > 0
                line_text = shortened(line, mark.length) if mark.length else line
            else:
                line_text = line
            if line_text.text:
                current.add(line_text)
            else:
                current.breaks.append((0, line.page))
            blocks.append(current)
        previous = line
    return blocks


def _is_next(bare: Mark, following: Sequence[Line], outline: Outline, current: TextBlock | None, line: Line) -> bool:
    """Whether a number without its full stop is the next one due, before an operative opening."""
    return bare.readings[0][1] == outline.top + 1 and _opens(bare, following, current, line)


def _opens(mark: Mark, following: Sequence[Line], current: TextBlock | None, line: Line) -> bool:
    """Whether an operative opening follows a number that begins a line after a finished paragraph."""
    if current and not (line.gap and ENDED.search(current.tail[-12:])):
        return False
    text = following[0].text if mark.alone and following else line.text[mark.length :]
    return bool(text) and kind_of(text) is Kind.OPERATIVE


def _counted_place(mark: Mark, given: Given | None, outline: Outline, before: str) -> MarkPlace:
    """The place of a mark that the format itself counts: it is a mark, whatever the order."""
    style, count = mark.readings[0]
    if given is None:
        found = outline.place(mark, before)
        if found is not None:
            return found
    level = given.level if given else 0
    restarts = not level and count == 1 and outline.top > 0 and not mark.variant
    return MarkPlace(level, style, count, restarts=restarts)


def heading_like(block: TextBlock) -> bool:
    """Whether a block could be a heading: short, without number or final stop, and opening as no paragraph does."""
    if block.mark or block.length > HEADING_LIMIT:
        return False
    text = block.text
    if STANDALONE.fullmatch(text) or _ANNEX.fullmatch(text):
        return True
    return not ENDED.search(block.tail[-12:]) and not text[0].islower() and kind_of(text) is None


def _may_begin(current: TextBlock, previous: Line, line: Line, mark: Mark, place: MarkPlace) -> bool:
    """Whether what looks like a number or list mark is one, and not the middle of a sentence."""
    ended = not current.length or bool(ENDED.search(current.tail[-12:]))
    if mark.alone:
        return place.exact or ended
    if place.exact:
        return ended or bool(line.gap) or mark.style == "number" or heading_like(current)
    if not ended and not heading_like(current):
        return False
    return bool(line.gap) or line.page != previous.page or mark.style == "number"


def _goes_on(current: TextBlock, previous: Line, line: Line) -> bool:
    """Whether an unmarked line belongs to the block before it."""
    text = line.text
    if line.begins:
        return False
    if not current.length:
        return True  # a number that stands on a line of its own
    if _stands_alone(current):
        return False
    ended = bool(ENDED.search(current.tail[-12:]))
    turned = line.page != previous.page
    if not line.gap and not turned:
        if ended and (STANDALONE.fullmatch(text) or _ANNEX.fullmatch(text)):
            return False
        return not (
            ended and current.tail.endswith((",", ";")) and kind_of(text) is not None and _short(previous, line)
        )
    if text[0].islower():
        return not ended or turned or not current.tail.endswith((".", ";", ":"))
    if ended:
        if not turned or current.tail.endswith((".", ";", ":")):
            return False
        return (
            kind_of(text) is None
            and not STANDALONE.fullmatch(text)
            and not _ANNEX.fullmatch(text)
            and current.tail.endswith(",")
        )
    if _ANNEX.fullmatch(text) or STANDALONE.fullmatch(text):
        return False
    # A full line without a stop at a page's foot goes on, whatever word comes next ("Crimes | Committed by Means of").
    cut = turned and len(previous.text) > _FULL
    return _is_paragraph(current) and (cut or kind_of(text) is None)


def _short(previous: Line, line: Line) -> bool:
    """Whether a line ended early, as the last line of a paragraph does."""
    return len(previous.text) < 60 or len(previous.text) + len(line.text.split(" ", 1)[0]) < 84


def _stands_alone(block: TextBlock) -> bool:
    return (
        block.mark is None
        and block.length < 24
        and bool(STANDALONE.fullmatch(block.text) or _ANNEX.fullmatch(block.text))
    )


def _is_paragraph(block: TextBlock) -> bool:
    """Whether a block without its end is a paragraph cut short, not a heading."""
    return block.mark is not None or block.length > _LONG or kind_of(block.text) is not None


def is_annex(text: str) -> bool:
    return bool(_ANNEX.fullmatch(text))
