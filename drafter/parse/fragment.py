"""Paragraphs as they come out of a clipboard, cleaned as a file's are: without numbers, note marks and line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph
from drafter.parse import plain
from drafter.parse.blocks import blocks_of
from drafter.parse.cleaning import cleaned, curled
from drafter.parse.hyphens import glue
from drafter.parse.items import ItemBuilder
from drafter.parse.typedlabels import labelled

_BLANK = (" ", "\t")
_BREAKS = {0x0B: "\n", 0x2028: "\n", 0x2029: "\n"}
"""What word processors put on a clipboard for a new line."""

_NOTE_MARK = re.compile(
    r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+"
    r"|\[\^\d{1,3}\]"
    r"|(?<=[a-z]{4})\d{1,3}(?=[,;.:]?(?:\s|$))"
    r"|(?<=[a-z][,;.:])\d{1,3}(?=\s|$)"
    r"|(?<=[”’)][,;.:])\d{1,3}(?=\s|$)"
)
"""A raised figure whose note was not copied with it: after a word or its punctuation, with nothing between."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Paragraphs, the highest at level 0, and what was taken off them: numbers ("12.", "(a)") and note marks.

    `flat` is the whole as one text for the middle of a sentence: numbers stay in it, and a blank at either end.
    """

    paragraphs: tuple[Paragraph, ...]
    flat: str
    numbers: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    def told(self, *, numbers: bool) -> str:
        """What was taken off, in a few words; "" for nothing. Without `numbers`, of `flat`."""
        taken = (_counted(self.numbers, "number") if numbers else "", _counted(self.marks, "note mark"))
        said = " and ".join(filter(None, taken))
        return f"{said} taken off." if said else ""


def fragment(text: str) -> Fragment:
    """The paragraphs in a copied text.

    >>> found = fragment("12. Urges all States\\tto coop-\\nerate;3\\n(a) To  report;")
    >>> [(one.level, one.text) for one in found.paragraphs]
    [(0, 'Urges all States to coop-erate;'), (1, 'To report;')]
    >>> found.told(numbers=True)
    '2 numbers (12., (a)) and 1 note mark (3) taken off.'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    lines = plain.lines_of(text)
    builder = ItemBuilder()
    for block in blocks_of(labelled(lines)) if lines else ():
        builder.add(block)
    items = [item for item in builder.items if _clean(item.block.text)]
    top = min((item.level for item in items if item.kind is not Kind.HEADING), default=0)
    paragraphs: list[Paragraph] = []
    for item in items:
        deepest = paragraphs[-1].level + 1 if paragraphs else 0
        level = min(deepest, max(0, item.level - top))
        paragraphs.append(Paragraph(item.kind, Inline(_clean(item.block.text)), level, continued=item.continued))
    joined = [glue(before.text, line.text) + line.text for before, line in pairwise(lines)]
    flat = _clean("".join([*(line.text for line in lines[:1]), *joined]))
    return Fragment(
        tuple(paragraphs),
        " " * text.startswith(_BLANK) + flat + " " * (text.endswith(_BLANK) and bool(flat)),
        tuple(item.block.mark.printed for item in items if item.block.mark),
        tuple(mark for item in items for mark in _NOTE_MARK.findall(item.block.text)),
    )


def _clean(text: str) -> str:
    return curled(cleaned(Inline(_NOTE_MARK.sub("", text))).text)


def _counted(taken: tuple[str, ...], what: str) -> str:
    few = ", ".join(taken[:3]) + (", …" if taken[3:] else "")
    return f"{len(taken)} {what}{'' if len(taken) == 1 else 's'} ({few})" if taken else ""
