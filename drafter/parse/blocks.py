"""Lines joined into blocks: a paragraph, subparagraph or heading each, whole again over page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from drafter.model.inline import NoteMark, Span
from drafter.parse.lines import Given, Line, shortened
from drafter.parse.marks import Mark, Outline, Place, mark_at
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
class Block:
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
    place: Place | None = None
    marks: list[NoteMark] = field(default_factory=list)
    given: Given | None = None

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
        glue = ""
        if self.pieces:
            glue = _glue(self.tail, line.text)
            if not glue and hyphens is not None and hyphens.divides(self.tail, line.text):
                self.joined.append((self.tail.rsplit(" ", 1)[-1], line.text.split(" ", 1)[0]))
                self.pieces[-1] = self.pieces[-1][:-1]
                self.length -= 1
        start = self.length + len(glue)
        if not self.breaks or self.breaks[-1][1] != line.page:
            self.breaks.append((start, line.page))
        self.italics.extend(Span(s.start + start, s.end + start) for s in line.italics)
        self.raised.extend(Span(s.start + start, s.end + start) for s in line.raised)
        self.marks.extend(NoteMark(m.at + start, m.note) for m in line.marks)
        if glue:
            self.pieces.append(glue)
        self.pieces.append(line.text)
        self.length = start + len(line.text)


class Hyphens:
    """Whether a hyphen at a line's end divides a word or belongs to it.

    Official files break lines only at a word's own hyphen; older print divides words. So the hyphen stays unless the
    undivided word stands elsewhere in the text, or the text is known to divide words and neither half is one.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._divided = 0

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, compounds whole, the broken ones at line ends left out."""
        return frozenset(word for line in self._lines for word in _WORDS.findall(line.text.casefold()))

    def divides(self, tail: str, head: str) -> bool:
        if tail.endswith("\u00ad"):
            return True
        if not tail.endswith("-"):
            return False
        first, second = _LAST_WORD.search(tail[-60:]), _FIRST_WORD.match(head)
        if not first or not second:
            return False
        front, back = first[0][:-1].casefold(), second[0].casefold()
        if front + back in self._words and f"{front}-{back}" not in self._words:
            self._divided += 1
            return True
        return self._divided > 2 and front not in self._words and back not in self._words


_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-$)")
_LAST_WORD = re.compile(r"(?<![\w-])[^\W\d_]+-$")
_FIRST_WORD = re.compile(r"[a-zà-ÿ]+")


def _glue(tail: str, head: str) -> str:
    """What joins two lines: nothing after a hyphen, dash or stroke that ends a word, save in "gender- and"."""
    if tail.endswith("-") and head.startswith(("and ", "or ")):
        return " "
    ends = tail[-1:] in ("-", "/", "–", "—", "\u00ad") and len(tail) > 1
    return "" if ends and not tail[-2].isspace() else " "


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Join lines; a mark in its list's order, an opening after a finished paragraph, or a gap begins a block."""
    blocks: list[Block] = []
    outline = Outline()
    hyphens = Hyphens(lines)
    current: Block | None = None
    previous: Line | None = None
    for line in lines:
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
        if not place and current and previous and _goes_on(current, previous, line):
            current.add(line, hyphens)
        else:
            if current and not place and heading_like(current):
                outline.may_restart()
            if is_annex(line.text):
                outline = Outline()
            current = Block(
                mark if place else None, line.number, line.gap, size=line.size, place=place, given=line.given
            )
            if place and mark:
                outline.take(place)
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


def _counted_place(mark: Mark, given: Given | None, outline: Outline, before: str) -> Place:
    """The place of a mark that the format counts by itself: it is one, whatever the order."""
    style, count = mark.readings[0]
    if given is None:
        found = outline.place(mark, before)
        if found is not None:
            return found
    level = given.level if given else 0
    restarts = not level and count == 1 and outline.top > 0 and not mark.variant
    return Place(level, style, count, restarts=restarts)


def heading_like(block: Block) -> bool:
    """Whether a block could be a heading: short, without number or final stop, and opening as no paragraph does."""
    if block.mark or block.length > HEADING_LIMIT:
        return False
    text = block.text
    if STANDALONE.fullmatch(text) or _ANNEX.fullmatch(text):
        return True
    return not ENDED.search(block.tail[-12:]) and not text[0].islower() and kind_of(text) is None


def _may_begin(current: Block, previous: Line, line: Line, mark: Mark, place: Place) -> bool:
    """Whether what looks like a number or list mark is one, and not the middle of a sentence."""
    ended = not current.length or bool(ENDED.search(current.tail[-12:]))
    if mark.alone:
        return place.exact or ended
    if place.exact:
        return ended or bool(line.gap) or mark.style == "number" or heading_like(current)
    if not ended and not heading_like(current):
        return False
    return bool(line.gap) or line.page != previous.page or mark.style == "number"


def _goes_on(current: Block, previous: Line, line: Line) -> bool:
    """Whether an unmarked line belongs to the block before it."""
    text = line.text
    if line.begins:
        return False
    if not current.length:
        return not _ANNEX.fullmatch(text) or True
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
    """Whether a line ended early, as the last of a paragraph does."""
    return len(previous.text) < 60 or len(previous.text) + len(line.text.split(" ", 1)[0]) < 84


def _stands_alone(block: Block) -> bool:
    return (
        block.mark is None
        and block.length < 24
        and bool(STANDALONE.fullmatch(block.text) or _ANNEX.fullmatch(block.text))
    )


def _is_paragraph(block: Block) -> bool:
    """Whether a block without its end is a paragraph cut short, not a heading."""
    return block.mark is not None or block.length > _LONG or kind_of(block.text) is not None


def is_annex(text: str) -> bool:
    return bool(_ANNEX.fullmatch(text))
