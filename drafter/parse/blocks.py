"""Lines joined into blocks: a paragraph, subparagraph or heading each, whole again over page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model.inline import Span
from drafter.parse.lines import Line, shortened
from drafter.parse.marks import Mark, Outline, mark_at
from drafter.rules.openings import kind_of

ENDED = re.compile(r"[.,;:!?…—–][”’\"')\]]?(?:\s?\d{1,3}|\s?[*†'?®>!°]{1,2}\d?)*$|[.;:,][”\"]$")
"""The end of a finished paragraph: a stop, perhaps a closing quotation mark, perhaps note marks."""

STANDALONE = re.compile(
    r"(?:[IVXL]{1,6}|[A-Z])\.?|(?:Section|Part|Chapter|Article|Rule|Goal|Action|Cluster|Theme|Principle|Step|Table)\s+(?:[IVXLC]+|\d{1,3}|[A-Z]|one|two|three|four)\.?"
)
"""A numeral or the like that stands on a line of its own above its title."""

_ANNEX = re.compile(
    r"(?:(?:Annex|Appendix|Enclosure|Attachment|Addendum|Schedule)(?:\s+(?:[IVXL]{1,5}|[A-Z]|\d{1,2}|one|two|three))?\.?)[*†]{0,3}",
    re.IGNORECASE,
)
_LONG = 200


@dataclass(slots=True)
class Block:
    """`breaks` says at which character of the text each page begins, the block's own first."""

    mark: Mark | None
    line: int
    gap: int
    pieces: list[str] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)
    raised: list[Span] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    length: int = 0
    size: float | None = None

    @property
    def text(self) -> str:
        if len(self.pieces) > 1:
            self.pieces = ["".join(self.pieces)]
        return self.pieces[0] if self.pieces else ""

    @property
    def tail(self) -> str:
        """The last characters, enough to see whether the paragraph has ended."""
        return self.pieces[-1] if self.pieces else ""

    def add(self, line: Line) -> None:
        glue = ""
        if self.pieces:
            glue, dropped = _glue(self.tail)
            if dropped:
                self.pieces[-1] = self.pieces[-1][:-1]
                self.length -= 1
                self.joined.append(self.tail.rsplit(" ", 1)[-1] + line.text.split(" ", 1)[0])
        start = self.length + len(glue)
        if not self.breaks or self.breaks[-1][1] != line.page:
            self.breaks.append((start, line.page))
        self.italics.extend(Span(s.start + start, s.end + start) for s in line.italics)
        self.raised.extend(Span(s.start + start, s.end + start) for s in line.raised)
        if glue:
            self.pieces.append(glue)
        self.pieces.append(line.text)
        self.length = start + len(line.text)


def _glue(tail: str) -> tuple[str, bool]:
    """What joins two lines, and whether the hyphen at the first one's end goes.

    Official texts break lines at a word's own hyphen and do not divide words, so the hyphen stays.
    """
    if tail.endswith(("-", "/", "–", "—")) and not tail.endswith((" -", " –", " —")) and len(tail) > 1:
        return "", False
    if tail.endswith("\u00ad"):
        return "", True
    return " ", False


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Join lines; a mark in its list's order, an opening after a finished paragraph, or a gap begins a block."""
    blocks: list[Block] = []
    outline = Outline()
    current: Block | None = None
    previous: Line | None = None
    for line in lines:
        mark = None
        found = mark_at(line.text)
        if found and (current is None or _may_begin(current, previous, line, found, outline)):
            mark = found
        if mark is None and current is not None and previous is not None and _goes_on(current, previous, line):
            current.add(line)
        else:
            if mark:
                outline.take(mark, current.tail if current else "")
            elif _ANNEX.fullmatch(line.text) or STANDALONE.fullmatch(line.text):
                outline.may_restart()
            current = Block(mark, line.number, line.gap, size=line.size)
            rest = shortened(line, mark.length) if mark else line
            if rest.text or not mark:
                current.add(rest)
            else:
                current.breaks.append((0, line.page))
            blocks.append(current)
        previous = line
    return blocks


def _may_begin(current: Block, previous: Line | None, line: Line, mark: Mark, outline: Outline) -> bool:
    """Whether what looks like a number or list mark is one, and not the middle of a sentence."""
    fits = outline.fits(mark, current.tail)
    ended = not current.length or bool(ENDED.search(current.tail[-12:]))
    if mark.alone:
        return fits or ended
    if fits:
        return ended or bool(line.gap) or _stands_alone(current)
    if not ended and not _stands_alone(current):
        return False
    return (
        bool(line.gap)
        or (previous is not None and line.page != previous.page)
        or (mark.style == "number" and kind_of(line.text[mark.length :]) is not None)
    )


def _goes_on(current: Block, previous: Line, line: Line) -> bool:
    """Whether an unmarked line belongs to the block before it."""
    text = line.text
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
    return _is_paragraph(current) and kind_of(text) is None


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
