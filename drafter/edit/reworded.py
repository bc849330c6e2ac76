"""New words for a text with italics and note marks, which stay where the words around them stay."""

from __future__ import annotations

from drafter.align.words import word_changes
from drafter.model.inline import Inline, NoteMark, Span
from drafter.model.resolution import Paragraph
from drafter.rules.openings import opening_length


def reworded(inline: Inline, text: str) -> Inline:
    """`text` with the italics and the note marks of `inline`.

    New words are italic where the words they replace all were, or where they stand inside an italic passage. A note
    mark stays behind the word it follows; where that word is replaced, behind the new one.
    """
    changes = word_changes(inline.text, text, typography=True)
    italics: list[Span] = []
    old = new = 0
    for change in changes:
        italics += _carried(inline, old, change.old_start, new)
        if _italic(inline, change.old_start, change.old_end):
            italics.append(Span(change.new_start, change.new_end))
        old, new = change.old_end, change.new_end
    italics += _carried(inline, old, len(inline), new)

    def moved(at: int) -> int:
        shift = 0
        for change in changes:
            if change.old_start < at <= change.old_end:
                return change.new_end
            if change.old_end < at:
                shift = change.new_end - change.old_end
        return at + shift

    marks = tuple(NoteMark(min(moved(mark.at), len(text)), mark.note) for mark in inline.marks)
    return Inline(text, tuple(italics), marks)


def with_opening(paragraph: Paragraph, inline: Inline) -> Inline:
    """`inline` as the paragraph's new text, its opening set in italics where it is new.

    An unchanged opening keeps its italics; a text without italics in its opening stays so if the paragraph had none
    there either. Only a paragraph of the top level has an opening.
    """
    if paragraph.level or paragraph.continued:
        return inline
    end = opening_length(inline.text, paragraph.kind)
    if not end or inline.is_italic(0, end):
        return inline
    if inline.italics:
        had = paragraph.opener or any(span.start < end for span in inline.italics)
        if not had or inline[:end].without_marks() == paragraph.inline[:end].without_marks():
            return inline
    return Inline(inline.text, (Span(0, end), *inline.italics), inline.marks)


def replaced(inline: Inline, start: int, end: int, words: str) -> Inline:
    """The text with other words for the characters from `start` up to `end`, and with all its marks."""
    piece = Inline(inline.text[start:end], tuple(_carried(inline, start, end, 0)))
    before, after = inline[:start], inline[end:]
    new = reworded(piece, words)
    shift = len(words) - (end - start)
    marks = tuple(
        NoteMark(mark.at if mark.at <= start else max(start + len(words), mark.at + shift), mark.note)
        for mark in inline.marks
    )
    joined = before.without_marks() + new + after.without_marks()
    return Inline(joined.text, joined.italics, marks)


def _carried(inline: Inline, start: int, end: int, at: int) -> list[Span]:
    """The italics between two places of the old text, moved so that this stretch begins at `at`."""
    return [
        Span(max(span.start, start) - start + at, min(span.end, end) - start + at)
        for span in inline.italics
        if span.start < end and span.end > start
    ]


def _italic(inline: Inline, start: int, end: int) -> bool:
    if start < end:
        return inline.is_italic(start, end)
    return 0 < start < len(inline) and inline.is_italic(start - 1, start + 1)
