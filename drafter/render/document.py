"""A resolution as a Word file: an L. document for a draft, A/RES form for an adopted text.

`document` writes the clean text. `assemble` does everything but the text itself, for callers that write the paragraphs
differently (with tracked changes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml.etree import _Element

from drafter.model.inline import Inline, Span
from drafter.model.organ import Organ
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.ooxml import archive, elements, names
from drafter.ooxml.footnotes import FOOTNOTE_TEXT, add_footnotes
from drafter.ooxml.settings import track_revisions
from drafter.render import comments, properties, template
from drafter.render.lists import Lists, Place
from drafter.render.masthead import Masthead
from drafter.render.notes import NoteMarks
from drafter.render.template import ANNEXES, BODY
from drafter.render.template_check import opens

_RESOLUTION = re.compile(r"[A-Z]{0,2}")
_ANNEX = "Annex"
_NAMED = re.compile(r"[A-Z]{1,2}|Annex(?: [A-Z]+)?")
"""The parts whose name is printed above them; the name of a section or a rule is a heading in the text."""
_PARENTHESIS = re.compile(r"([()\[\]])")


@dataclass(frozen=True)
class TextElements:
    """The elements of a text: title runs, body and annex paragraphs, footnotes, comments, and the lists they count in.

    `tracked` if its changes are tracked, as further ones should be. `sponsors` are the runs of the sponsors' line where
    it is more than the masthead's plain words.
    """

    title: Sequence[_Element]
    body: Sequence[_Element]
    annexes: Sequence[_Element] = ()
    footnotes: Sequence[_Element] = ()
    lists: Lists = field(default_factory=Lists)
    comments: Sequence[_Element] = ()
    tracked: bool = False
    sponsors: Sequence[_Element] = ()


def document(resolution: Resolution, masthead: Masthead, *, base: Path | None = None) -> bytes:
    """The Word file of a clean text. Raises DrafterError if a note mark has no footnote."""
    marks = NoteMarks(resolution.footnotes, (resolution.title, *(p.inline for p in resolution.paragraphs)))
    lists = Lists()
    title = list(marks.runs(resolution.title))
    body: list[_Element] = []
    annexes: list[_Element] = []
    for paragraph, place in printed(resolution.organ, resolution.paragraphs, lists):
        target = annexes if in_annex(paragraph.part) else body
        target.append(elements.paragraph(marks.runs(paragraph.inline), style=place.style, number=place.number))
    end = annexes or body
    (end[-1] if end else title).extend(marks.unmarked())
    return assemble(masthead, TextElements(title, body, annexes, marks.footnotes, lists), resolution.title, base=base)


def assemble(masthead: Masthead, text: TextElements, title: Inline, *, base: Path | None = None) -> bytes:
    """The Word file of a text under its masthead, made from a base document (`base`, or the user's or shipped one).

    `title` in plain words goes into the page headers and the file's properties.
    """
    path = template.find(draft=masthead.draft, given=base)
    parts = archive.read(path)
    values = places(masthead, title.text) | ({"sponsors": text.sponsors} if text.sponsors else {})
    if base is not None:
        opens(base)
    if not template.is_shipped(path):
        template.check(parts, path)
    root = elements.parse(parts[names.DOCUMENT])
    ends = {BODY: text.body, ANNEXES: text.annexes}
    last = ANNEXES if text.annexes else BODY
    ends[last] = [*ends[last], *_for_whom(masthead.on_behalf)]
    template.fill(root, {**values, "title": text.title, **ends})
    for name in parts:
        if re.fullmatch(r"word/(header|footer)[^/]*\.xml", name):
            page = elements.parse(parts[name])
            template.fill(page, values)
            parts[name] = elements.serialise(page)
    notes = elements.parse(parts[names.FOOTNOTES])
    add_footnotes(notes, text.footnotes, root)
    parts[names.FOOTNOTES] = elements.serialise(notes)
    if text.comments:
        comments.put(parts, text.comments, root)
    if text.tracked and names.SETTINGS in parts:
        settings = elements.parse(parts[names.SETTINGS])
        track_revisions(settings)
        parts[names.SETTINGS] = elements.serialise(settings)
    parts[names.DOCUMENT] = elements.serialise(root)
    numbering = elements.parse(parts[names.NUMBERING])
    text.lists.write(numbering)
    parts[names.NUMBERING] = elements.serialise(numbering)
    parts[names.CORE] = properties.core(masthead, title.text)
    return archive.write(parts)


def starred_note(mark: str, runs: Sequence[_Element]) -> _Element:
    """A note by its mark below the text: other programs than Word print the asterisk of a footnote twice."""
    return elements.paragraph([elements.run(f"{mark} "), *runs], style=FOOTNOTE_TEXT)


def _for_whom(on_behalf: str) -> list[_Element]:
    return [starred_note("*", [elements.run(f"On behalf of {on_behalf.removesuffix('.')}.")])] if on_behalf else []


def printed(organ: Organ, paragraphs: Sequence[Paragraph], lists: Lists) -> Iterator[tuple[Paragraph, Place]]:
    """Each paragraph with its place; before it, as headings, its part's name and the enacting line where they belong.

    A resolution ("", or "A" and "B" under one number) has an enacting line, below the headings that name it.
    """
    begun: set[str] = set()
    to_enact = False
    for paragraph, place in zip(paragraphs, lists.places(paragraphs), strict=True):
        part = paragraph.part
        if part not in begun:
            begun.add(part)
            to_enact = _RESOLUTION.fullmatch(part) is not None
            if _names(paragraph, part):
                place = Place("UNPart")
            elif _NAMED.fullmatch(part):
                yield Paragraph(Kind.HEADING, Inline(part), part=part), Place("UNPart")
        if to_enact and (not part or paragraph.kind is not Kind.HEADING):
            to_enact = False
            yield Paragraph(Kind.HEADING, enacting(organ), part=part), Place("UNEnacting")
        yield paragraph, place


def enacting(organ: Organ) -> Inline:
    """The line "The General Assembly,": italic, its comma roman."""
    name = f"The {organ.value}"
    return Inline(f"{name},", (Span(0, len(name)),))


def in_annex(part: str) -> bool:
    """Whether a part comes after the adopted text's closing lines."""
    return part.startswith(_ANNEX)


def places(masthead: Masthead, title: str) -> dict[str, template.Content]:
    """What to put into the base document's places, by tag."""
    return {
        "symbol": masthead.symbol,
        "symbol_letter": masthead.symbol[:1],
        "symbol_rest": masthead.symbol[1:],
        "masthead": masthead.name,
        "emblem": "",
        "distribution": masthead.distribution,
        "issued": masthead.issued,
        "language": masthead.language,
        "council": masthead.council,
        "session": masthead.session,
        "committee": masthead.committee,
        "agenda_item": masthead.agenda_item,
        "agenda_title": masthead.agenda_title,
        "sponsors": masthead.sponsors,
        "adopted": masthead.adopted,
        "origin": [
            elements.run(piece, italic=not _PARENTHESIS.fullmatch(piece))
            for piece in _PARENTHESIS.split(masthead.origin)
            if piece
        ],
        "number": masthead.number,
        "short_title": title,
        "meeting": masthead.meeting,
        "date": masthead.closing_date,
        "job": "Unofficial",
        "unofficial": masthead.unofficial,
    }


def _names(paragraph: Paragraph, part: str) -> bool:
    return bool(part) and paragraph.kind is Kind.HEADING and paragraph.text.strip().casefold() == part.casefold()
