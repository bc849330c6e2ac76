"""A Word file as each of those who changed it would have it, and what stands beside its text.

Its own paragraphs (w:p) are counted from 1 in the order of the file, so that a paragraph of one version is known again
in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lxml.etree import QName, _Element

from drafter import files
from drafter.model.inline import Inline
from drafter.model.reading import Reading, Revisions
from drafter.ooxml.names import W
from drafter.ooxml.package import Package
from drafter.parse.cleaning import curled_inline
from drafter.parse.lines import Line
from drafter.parse.structure import recognised
from drafter.parse.word.anchored import Anchored, anchored
from drafter.parse.word.details import NoteKey
from drafter.parse.word.reader import WordReader
from drafter.parse.word.settling import CAME, WENT, ChangesRead, author_of

FORMATS = frozenset(W + name for name in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "numberingChange"))
"""The records of a former formatting."""
_CHANGES = (*CAME, *WENT, *FORMATS)
_TEXTS = (f"{W}t", f"{W}delText")


@dataclass(frozen=True)
class WordVersion:
    """A text that a file holds: of each paragraph, and of the title, the file's own that it is made of, and of each
    note the file's name."""

    reading: Reading
    sources: tuple[frozenset[int], ...]
    title: frozenset[int]
    notes: Mapping[str, NoteKey]


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One tracked change: `tag` is "ins", "del", "rPrChange" and the like, `source` the paragraph that it stands in (0
    outside the body).

    `within` is who inserted what it deletes, "" where nobody did; `slants` whether it puts italics on or off.
    """

    tag: str
    author: str
    day: str
    source: int
    text: str
    within: str = ""
    slants: bool = False


@dataclass(frozen=True, slots=True)
class WordComment:
    """What somebody wrote beside the text, line by line, and the words that it is tied to."""

    number: int
    author: str
    day: str
    lines: tuple[str, ...]
    at: Anchored


class TrackedWord:
    """A Word file opened once. Raises UnreadableError in one line where it cannot be read.

    Words struck through by hand are left out of its texts, but where `keeps_struck` says so.
    """

    def __init__(self, path: Path, content: bytes | None = None) -> None:
        """`content` is the file's where it is not read from the disk."""
        self.keeps_struck = False
        self._name = path.name
        self._package = Package(files.read_bytes(path) if content is None else content, path)
        self._accepted = WordReader(self._package, ChangesRead(Revisions.ACCEPTED))
        self._elements = list(self._accepted.root.iter(f"{W}p"))
        self._numbers = {element: number for number, element in enumerate(self._elements, 1)}

    @property
    def has_struck(self) -> bool:
        """Whether words are struck through by hand."""
        return any(text.strip() for text in self._accepted.struck)

    def keeping_struck(self) -> TrackedWord:
        """The same file with the words in its texts that are struck through by hand."""
        made = copy(self)
        made.keeps_struck = True
        return made

    @cached_property
    def changes(self) -> tuple[TrackedChange, ...]:
        """Every tracked change in the text and in its notes, in the order of the file."""
        noted = (root for kind in ("footnotes", "endnotes") if (root := self._accepted.first(kind)) is not None)
        return tuple(self._change(found) for root in (self._accepted.root, *noted) for found in root.iter(*_CHANGES))

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """The authors of the changes, in order of their names."""
        return tuple(sorted({change.author for change in self.changes}))

    @cached_property
    def comments(self) -> tuple[WordComment, ...]:
        """The comments in the order of the file."""
        root = self._accepted.first("comments")
        if root is None:
            return ()
        places = anchored(self._accepted.root, self._numbers)
        return tuple(
            WordComment(
                number,
                author_of(comment),
                _day(comment),
                tuple(_lines(comment)),
                places.get(comment.get(f"{W}id", ""), Anchored()),
            )
            for number, comment in enumerate(root.iter(f"{W}comment"), 1)
        )

    def text(self) -> str:
        """The words with all changes, a blank line between paragraphs, each with its number. Notes come last, each
        behind as many asterisks as its mark has in the text."""
        reader = self._accepted
        if reader.starred:
            reader = WordReader(self._package, ChangesRead(Revisions.ACCEPTED, asterisks=True))
        typed = len(reader.starred)
        said = [
            f"{line.mark.printed if line.mark else ''} {_marked(line.inline, typed)}".strip() for line in reader.lines
        ]
        said += ("*" * n + f" {text.lstrip('* ')}" for n, text in enumerate(reader.starred, 1))
        said += (f"{'*' * (typed + n)} {note.text}" for n, note in enumerate(reader.footnotes, 1))
        return "\n\n".join(said) + "\n"

    def printed(self) -> tuple[tuple[tuple[str, Inline], ...], Mapping[str, Inline]]:
        """Each paragraph with all changes, behind its automatic number; and the notes by the numbers of their marks."""
        lines = tuple((line.mark.printed if line.mark else "", line.inline) for line in self._accepted.lines)
        return lines, {note.id: note.inline for note in self._accepted.footnotes}

    def tables(self) -> str:
        """The rows of its tables as Markdown writes them, "" where it has none."""
        return self._accepted.tables()

    def rejected(self) -> WordVersion:
        """The text without any of the changes."""
        return self._version(ChangesRead(Revisions.REJECTED))

    def accepted(self) -> WordVersion:
        """The text with all changes."""
        return self._version(ChangesRead(Revisions.ACCEPTED))

    def of(self, by: frozenset[str]) -> WordVersion:
        """The text with the changes alone that are signed by these."""
        return self._version(ChangesRead(Revisions.REJECTED, by))

    def kept(self, by: frozenset[str] = frozenset()) -> Mapping[int, int]:
        """How many characters of each of the file's paragraphs stand before and after their changes, or all."""
        gone = ChangesRead(Revisions.ACCEPTED, by)
        found: dict[int, int] = {}
        for text in self._accepted.root.iter(*_TEXTS):
            around = [one for one in text.iterancestors() if one.tag in CAME or one.tag in WENT]
            if not any(one.tag in CAME or gone.drops(one) for one in around):
                source = self._source(text)
                found[source] = found.get(source, 0) + len((text.text or "").strip())
        return found

    def moved_to(self, by: frozenset[str] = frozenset()) -> frozenset[int]:
        """The file's paragraphs to which something was moved by one of these, or by anybody."""
        own = ChangesRead(Revisions.ACCEPTED, by)
        return frozenset(self._source(one) for one in self._accepted.root.iter(f"{W}moveTo") if own.accepts(one))

    def _version(self, changes: ChangesRead) -> WordVersion:
        reader = WordReader(self._package, replace(changes, struck=self.keeps_struck))
        reading = recognised(reader.lines, self._name, reader.known)
        begin = min((lines[0] for lines in reading.places if lines), default=0)
        title = reading.resolution.title.text
        heads = (line.number for line in reader.lines if line.number < begin and _of(title, line))
        return WordVersion(
            reading,
            tuple(self._made_of(reader, lines) for lines in reading.places),
            self._made_of(reader, heads),
            reader.note_keys,
        )

    def _made_of(self, reader: WordReader, lines: Iterable[int]) -> frozenset[int]:
        found = (self._numbers.get(element) for line in lines for element in reader.elements.get(line, ()))
        return frozenset(number for number in found if number)

    def _change(self, found: _Element) -> TrackedChange:
        text = "".join(str(one.text or "") for one in found.iter(*_TEXTS)) if found.tag not in FORMATS else ""
        within = next((author_of(one) for one in found.iterancestors(*CAME)), "") if found.tag in WENT else ""
        slants = found.tag == f"{W}rPrChange" and _slanted(found.getparent()) != _slanted(found.find(f"{W}rPr"))
        source = self._source(found)
        return TrackedChange(QName(found).localname, author_of(found), _day(found), source, text, within, slants)

    def _source(self, element: _Element) -> int:
        return next((self._numbers[one] for one in element.iterancestors(f"{W}p") if one in self._numbers), 0)


def signed(authors: Iterable[str], known: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each person behind the authors of changes, in order, with the names under which that person's changes stand.

    Changes that several want alike bear several names, each of which is among the others or `known`.
    """
    all_ = set(authors)
    alone = {*all_, *known}
    found: dict[str, set[str]] = {}
    for author in all_:
        parts = author.split(", ")
        joint = len(parts) > 1 and all(part in alone for part in parts)
        for name in parts if joint else (author,):
            found.setdefault(name, set()).add(author)
    return {name: frozenset(found[name]) for name in sorted(found)}


def _marked(inline: Inline, typed: int) -> str:
    """The words with asterisks for note marks, which follow so many that are typed."""
    text = inline.text
    for mark in reversed(inline.marks):
        text = f"{text[: mark.at]}{'*' * (typed + int(mark.note))}{text[mark.at :]}"
    return text


def _day(element: _Element) -> str:
    return element.get(f"{W}date", "")[:10]


def _lines(comment: _Element) -> Iterator[str]:
    for paragraph in comment.iter(f"{W}p"):
        said = ""
        for part in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
            said += {"t": part.text or "", "tab": " ", "noBreakHyphen": "-"}.get(QName(part).localname, "\n")
        yield from (line for one in said.split("\n") if (line := " ".join(one.split())))


def _of(title: str, line: Line) -> bool:
    """Whether a line holds the title, or a piece of it."""
    text = curled_inline(line.inline).text
    return bool(title) and (text in title or title in text)


def _slanted(properties: _Element | None) -> bool:
    slant = None if properties is None else properties.find(f"{W}i")
    return slant is not None and slant.get(f"{W}val", "1").lower() not in ("0", "false", "off", "none")
