"""A Word file as lines: what its styles, lists and notes tell is kept, the rest is for the recogniser."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml.etree import _Element

from drafter import files
from drafter.errors import UnreadableError
from drafter.model.inline import Inline
from drafter.model.notes import MISSING, UNMARKED
from drafter.model.reading import Reading, Revisions
from drafter.model.resolution import Footnote
from drafter.ooxml.asking import switched, transitional
from drafter.ooxml.names import R, W
from drafter.ooxml.package import Package
from drafter.parse.blocks import ENDED
from drafter.parse.lines import KnownText, Line
from drafter.parse.masthead import is_date, is_meeting
from drafter.parse.struck import struck
from drafter.parse.structure import recognised
from drafter.parse.word.details import NoteKey, bookmarks, symbol_told
from drafter.parse.word.given import given_by, mark_of
from drafter.parse.word.lists import WordLists
from drafter.parse.word.settling import ChangesRead
from drafter.parse.word.styles import Styles
from drafter.parse.word.tables import in_markdown, tables_of
from drafter.parse.word.text import Story

_LONG, _SEVERAL = 60, 9
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")

DATA = "{urn:drafter:draft:1}draft"
"""The element in a custom XML part of our own files that holds the draft file's text."""


@dataclass(frozen=True)
class WordText:
    """A Word file as read: its lines with what is known of them, and what to tell of it.

    `draft` is the draft file's text that the file carries, None where it carries none; `changed` whether the text
    has been changed since that was put in.
    """

    name: str
    lines: tuple[Line, ...]
    known: KnownText
    aside: tuple[str, ...]
    notices: tuple[str, ...]
    draft: str | None
    changed: bool

    def reading(self) -> Reading:
        """The resolution in it; raises UnreadableError where there is none."""
        reading = recognised(self.lines, self.name, self.known)
        return replace(reading, furniture=(*reading.furniture, *self.aside), notices=(*self.notices, *reading.notices))


def opened(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> WordText:
    """Read a Word file; raises UnreadableError in one line where it cannot be read."""
    package = Package(files.read_bytes(path), path)
    try:
        return _read(package, path.name, revisions)
    except UnreadableError as error:
        raise UnreadableError(error.problem, file=path, place=error.place, remedy=error.remedy) from error


def read(path: Path, revisions: Revisions = Revisions.ACCEPTED) -> Reading:
    """The resolution in a Word file, its tracked changes accepted or rejected."""
    text = opened(path, revisions)
    try:
        return text.reading()
    except UnreadableError as error:
        raise UnreadableError(error.problem, file=path, place=error.place, remedy=error.remedy) from error


def fingerprint(content: bytes) -> str:
    """What a Word file says, its changes accepted, as a short text: the same as long as nothing readable changes."""
    package = Package(content, Path("this file"))
    return _fingerprint(WordReader(package, ChangesRead(Revisions.ACCEPTED)))


def _read(package: Package, name: str, revisions: Revisions) -> WordText:
    reader = WordReader(package, ChangesRead(revisions))
    data = reader.data()
    return WordText(
        name=name,
        lines=reader.lines,
        known=reader.known,
        aside=tuple(reader.aside),
        notices=tuple(reader.notices(revisions)),
        draft=None if data is None else "".join(map(str, data.itertext())),
        changed=data is not None
        and data.get("says")
        != _fingerprint(
            reader if revisions is Revisions.ACCEPTED else WordReader(package, ChangesRead(Revisions.ACCEPTED))
        ),
    )


class WordReader:
    """Everything that is read of one package, its changes settled. `elements` are those that each line is made of."""

    def __init__(self, package: Package, changes: ChangesRead) -> None:
        self._package = package
        self.root = self._part(package.main)
        self._relations = tuple(package.relations(package.main))
        styles = Styles(self.first("styles"))
        lists = WordLists(self.first("numbering"), styles)
        self._story = Story(styles, lists, bookmarks(self.root), changes)
        self.elements: dict[int, tuple[_Element, ...]] = {}
        self._styles = styles
        self.aside = self._story.aside
        self.struck = self._story.struck
        masthead, others = self._pages()
        self.head = tuple(self._lines(masthead)) if masthead is not None else ()
        self.body = tuple(self._lines(self.root, len(self.head)))
        self._unplaced: set[str] = set()
        self.starred: list[str] = []
        self.footnotes = tuple(self._footnotes())
        self.body = tuple(self._placed(line) for line in self.body)
        if _broken_into_lines(self.body):
            self.body = tuple(line if line.given else replace(line, begins=None) for line in self.body)
        self.lines = (*self.head, *self.body)
        self._tables = tables_of(self.body, self.elements)
        self._pages_aside(others)

    @property
    def known(self) -> KnownText:
        italics = any(line.italics for line in self.body)
        return KnownText(self.footnotes, italics, tuple(self.starred), self._tables.aside, symbol_told(self._package))

    @property
    def note_keys(self) -> dict[str, NoteKey]:
        """The file's own name of each note, by the number that it has in the text as read."""
        return {str(number): key for key, number in self._story.notes.items() if number}

    def tables(self) -> str:
        """The rows of the tables in the body as Markdown writes them."""
        return in_markdown(self.root, lambda cell: " ".join(line.text for line in self._lines(cell)))

    def data(self) -> _Element | None:
        """The element that holds a draft, in the parts for data."""
        for _, kind, name in self._relations:
            if kind == "customXml" and name in self._package:
                root = self._package.root(name)
                if root.tag == DATA:
                    return root
        return None

    def notices(self, revisions: Revisions) -> Iterator[str]:
        """Whose tracked changes and comments are in the file, and what became of them."""
        noted = map(self.first, ("footnotes", "endnotes"))
        roots = [self.root, *(root for root in noted if root is not None)]
        changes = _authors(root.iter(*(W + name for name in _CHANGES)) for root in roots)
        if changes:
            other = Revisions.REJECTED if revisions is Revisions.ACCEPTED else Revisions.ACCEPTED
            yield f"tracked changes by {changes}, read as {revisions}; --as {other} reads them the other way"
        if left_out := struck(self.struck):
            yield left_out
        if self._tables.told:
            yield self._tables.told
        remarks = self.first("comments")
        comments = _authors(() if remarks is None else (remarks.iter(f"{W}comment"),))
        if comments:
            yield f"comments by {comments}, left aside"

    def _part(self, name: str) -> _Element:
        return transitional(self._package.root(name))

    def first(self, kind: str) -> _Element | None:
        """The root of the first part of a kind ("comments"), None where there is none."""
        name = next((name for _, found, name in self._relations if found == kind and name in self._package), None)
        return None if name is None else self._part(name)

    def _pages(self) -> tuple[_Element | None, list[_Element]]:
        """The header that holds the masthead, and the other headers and footers."""
        names = {id_: name for id_, kind, name in self._relations if kind in ("header", "footer")}
        masthead = ""
        for section in self.root.iter(f"{W}sectPr"):
            heads = {
                head.get(f"{W}type", "default"): names.get(head.get(f"{R}id", ""), "")
                for head in section.findall(f"{W}headerReference")
            }
            first = heads.get("first", "") if switched(section, "titlePg") else ""
            masthead = first or heads.get("default", "")
            break
        others = [
            self._part(name) for name in dict.fromkeys(names.values()) if name != masthead and name in self._package
        ]
        return (self._part(masthead) if masthead in self._package else None), others

    def _pages_aside(self, pages: Sequence[_Element]) -> None:
        for page in pages:
            for line in self._lines(page):
                self.aside.append(line.text)

    def _lines(self, root: _Element, before: int = 0) -> Iterator[Line]:
        number = before
        closing = False
        for paragraph in self._story.paragraphs(root):
            given = given_by(self._styles, paragraph.style)
            mark, words = mark_of(paragraph.number)
            for n, piece in enumerate(paragraph.pieces):
                number += 1
                inline = piece.inline
                closing = closing or is_meeting(inline.text)
                if not closing and is_date(inline.text) and self._named(paragraph.style, "UN Meeting"):
                    self.aside.append(inline.text)  # without a meeting above it the date would read as a heading
                    continue
                if words and not n:
                    inline = Inline(f"{words} ") + inline
                if inline.text:
                    self.elements[number] = paragraph.elements
                    yield Line(
                        inline.text,
                        number,
                        gap=0 if n else 1,
                        italics=inline.italics,
                        raised=() if words else piece.raised,
                        marks=inline.marks,
                        mark=None if n else mark,
                        given=given,
                        begins=not n or (False if given else None),
                    )
        self._story.end()

    def _named(self, style: str, name: str) -> bool:
        return any(found.startswith(name) for found in self._styles.names(style))

    def _footnotes(self) -> Iterator[Footnote]:
        """The notes in the order of their first marks; the text of one that is custom-marked is set aside."""
        found = {
            (kind, note.get(f"{W}id", "")): note
            for kind in ("footnote", "endnote")
            if (root := self.first(f"{kind}s")) is not None
            for note in root.findall(W + kind)
        }
        for key, number in sorted(self._story.notes.items(), key=lambda item: item[1]):
            inline = self._note(found.get(key))
            if number:
                if inline.text.endswith(UNMARKED):
                    self._unplaced.add(str(number))
                    inline = inline[: -len(UNMARKED)].strip()
                yield Footnote(
                    str(number), Inline() if inline.text == MISSING else inline, missing=inline.text in ("", MISSING)
                )
            elif inline.text:
                self.starred.append(inline.text)
                self._story.aside.append(inline.text)

    def _placed(self, line: Line) -> Line:
        """The line without the marks of notes that had none of their own."""
        if not self._unplaced or not line.marks:
            return line
        return replace(line, marks=tuple(mark for mark in line.marks if mark.note not in self._unplaced))

    def _note(self, note: _Element | None) -> Inline:
        if note is None:
            return Inline()
        whole = Inline()
        for paragraph in self._story.paragraphs(note):
            for piece in paragraph.pieces:
                whole = whole + Inline(" ") + piece.inline.without_marks() if whole else piece.inline.without_marks()
        self._story.end()
        return whole


def _broken_into_lines(lines: Sequence[Line]) -> bool:
    """Whether each line of a page is a paragraph, as in files made from a PDF: most end in mid-sentence."""
    long = [line for line in lines if len(line.text) > _LONG]
    return len(long) > _SEVERAL and sum(not ENDED.search(line.text[-12:]) for line in long) * 2 > len(long)


def _authors(found: Iterable[Iterable[_Element]]) -> str:
    """ "Li (3), Ada (1)"; "" where there are none."""
    counts = Counter(
        " ".join((element.get(f"{W}author") or "somebody unnamed").split())[:60]
        for elements in found
        for element in elements
    )
    named = [f"{author} ({count})" for author, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return ", ".join(named[:12]) + (f" and {len(named) - 12} more" if len(named) > 12 else "")


def _fingerprint(reader: WordReader) -> str:
    said = hashlib.sha256()
    for line in reader.body:
        said.update(f"{line.mark.printed if line.mark else ''}\t{line.inline.markup}\n".encode())
    for note in reader.footnotes:
        said.update(f"{note.id}\t{note.inline.markup}\n".encode())
    return said.hexdigest()
