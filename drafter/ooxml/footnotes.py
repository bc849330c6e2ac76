"""Footnotes as WordprocessingML: the note itself, its mark in the text, and the notes part. ECMA-376, 17.11."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from drafter.ooxml.elements import child, element, field, paragraph, styled_run, tab
from drafter.ooxml.names import W

FOOTNOTE_REFERENCE = "FootnoteReference"
FOOTNOTE_TEXT = "FootnoteText"
FOOTNOTE_NUMBER = "UNFootnoteNumber"

NOTE_GAP = 100
"""Between the ids of two notes."""


def footnote_reference(note_id: int) -> _Element:
    """The mark of footnote `note_id` in the text, with the number that Word counts."""
    made = styled_run(FOOTNOTE_REFERENCE)
    child(made, "footnoteReference", id=note_id)
    return made


def note_reference_again(bookmark: str, number: int) -> Iterator[_Element]:
    """A further mark of a footnote that is already marked once: a NOTEREF field to the bookmark on the first."""
    return field(f"NOTEREF {bookmark} \\h", str(number), style=FOOTNOTE_REFERENCE)


def footnote(note_id: int, content: Iterable[_Element]) -> _Element:
    """A footnote of one paragraph: its number, a tab, the content."""
    made = element("footnote", id=note_id)
    number = styled_run(FOOTNOTE_NUMBER)
    child(number, "footnoteRef")
    made.append(paragraph((number, tab(), *content), style=FOOTNOTE_TEXT))
    return made


def add_footnotes(part: _Element, footnotes: Iterable[_Element], document: _Element) -> None:
    """Put the notes into the footnotes part, their ids above those of its separators and wide apart.

    LibreOffice 7.4 takes notes in the order of their ids, so a later one must find room between two others. Word
    numbers its separators -1 and 0, LibreOffice 0 and 1.
    """
    taken = max((int(note.get(f"{W}id", "0")) for note in part.findall(f"{W}footnote")), default=0)
    added = list(footnotes)
    part.extend(added)
    for marked in (*added, *document.iter(f"{W}footnoteReference")):
        marked.set(f"{W}id", str(int(marked.get(f"{W}id", "0")) * NOTE_GAP + max(taken, 0)))
