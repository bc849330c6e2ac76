"""The paragraphs of a Word file as a reader sees them: revisions settled, fields shown, notes at their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field

from lxml.etree import _Element

from drafter.errors import UnreadableError
from drafter.model.inline import Inline, NoteMark, Span
from drafter.ooxml.names import MATH_TEXT, MC, W
from drafter.parse.word.details import NOTES, NoteKey, boxes_in, chosen, symbol
from drafter.parse.word.lists import Counted, WordLists
from drafter.parse.word.settling import CAME, WENT, ChangesRead
from drafter.parse.word.styles import Look, Styles

MOST_PARAGRAPHS = 20_000

_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""))
_SPACES = re.compile(r"\s+")
_THROUGH = frozenset(
    W + name
    for name in (
        *("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "ruby", "rubyBase"),
        *("tbl", "tr", "tc", "body"),
    )
)
_PLAIN = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}
_PICTURES = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))


@dataclass(frozen=True, slots=True)
class WordPiece:
    """What stands between two line breaks; `raised` are its characters in superscript."""

    inline: Inline
    raised: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph with its style's id and its automatic number; a piece has text or a mark. `elements` are the
    paragraphs of the file that it is made of: several where the mark between them is not read."""

    style: str
    number: Counted | None
    pieces: tuple[WordPiece, ...]
    elements: tuple[_Element, ...] = ()


@dataclass(slots=True)
class _Composer:
    """Puts the runs of a paragraph together, one space between words."""

    done: list[WordPiece] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)
    raised: list[Span] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    length: int = 0
    spaced: bool = True

    def put(self, text: str, look: Look) -> None:
        text = _SPACES.sub(" ", text.translate(_INVISIBLE))
        if self.spaced:
            text = text.lstrip(" ")
        if not text:
            return
        start, self.length = self.length, self.length + len(text)
        self.spaced = text.endswith(" ")
        self.text.append(text)
        if look.italic:
            self.italics.append(Span(start, self.length))
        if look.raised:
            self.raised.append(Span(start, self.length))

    def mark(self, note: str) -> None:
        """A mark belongs to the character before it, whatever space stands between."""
        self.marks.append(NoteMark(self.length - (1 if self.spaced and self.length else 0), note))

    def break_line(self) -> None:
        if self.length or self.marks:
            end = self.length - (1 if self.spaced and self.length else 0)
            inline = Inline("".join(self.text), tuple(self.italics), tuple(self.marks))[:end]
            if not end:
                inline = Inline("", (), tuple(self.marks))
            raised = (Span(span.start, min(span.end, end)) for span in self.raised)
            self.done.append(WordPiece(inline, tuple(span for span in raised if span.start < span.end)))
        self.text, self.italics, self.raised, self.marks = [], [], [], []
        self.length, self.spaced = 0, True


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False
    marked: bool = False


class Story:
    """Reads the parts of one file in order, with one count of notes and lists. `aside` is text that is not shown."""

    def __init__(
        self, styles: Styles, lists: WordLists, bookmarks: Mapping[str, NoteKey], changes: ChangesRead
    ) -> None:
        self.styles = styles
        self.notes: dict[NoteKey, int] = {}
        self.aside: list[str] = []
        self.struck: list[str] = []
        self._lists = lists
        self._bookmarks = bookmarks
        self._changes = changes
        self._fields: list[_Field] = []
        self._read = 0

    def paragraphs(self, container: _Element) -> Iterator[WordParagraph]:
        """The paragraphs in a body, header, cell or note, text boxes before what they stand in."""
        open_: _Composer | None = None
        style, properties = "", None
        elements: list[_Element] = []
        for paragraph in self._blocks(container):
            self._read += 1
            if self._read > MOST_PARAGRAPHS:
                raise UnreadableError(f"this file has more than {MOST_PARAGRAPHS:,} paragraphs")
            properties = self._as_seen(paragraph.find(f"{W}pPr"), "pPrChange", "pPr")
            style = self.styles.style_of(properties)
            elements = [*elements, paragraph] if open_ else [paragraph]
            composer, open_ = open_ or _Composer(), None
            boxes: list[_Element] = []
            self._compose(paragraph, composer, style, boxes)
            for box in boxes:
                yield from self.paragraphs(box)
            if self._changes.drops_any(paragraph.find(f"{W}pPr/{W}rPr")):
                open_ = composer
                continue
            composer.break_line()
            yield WordParagraph(style, self._lists.next(style, properties), tuple(composer.done), tuple(elements))
        if open_ is not None:
            open_.break_line()
            if open_.done:
                yield WordParagraph(style, self._lists.next(style, properties), tuple(open_.done), tuple(elements))

    def end(self) -> None:
        """A part is over: a field that never ended ends here."""
        self._fields.clear()

    def _blocks(self, container: _Element) -> Iterator[_Element]:
        stack = [iter(container)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
            elif element.tag == f"{W}p":
                yield element
            elif element.tag == f"{W}tr" and self._changes.drops_any(element.find(f"{W}trPr")):
                continue
            elif (inside := self._inside(element)) is not None:
                stack.append(iter(inside))

    def _inside(self, element: _Element) -> _Element | None:
        """What is read of an element that holds others; None where nothing is."""
        if element.tag in _THROUGH or (element.tag in CAME | WENT and not self._changes.drops(element)):
            if element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
                self._set_aside("".join(str(text.text or "") for text in element.iter(f"{W}t")))
                return None
            return element
        if element.tag == f"{MC}AlternateContent":
            return chosen(element)
        return None

    def _compose(self, paragraph: _Element, composer: _Composer, style: str, boxes: list[_Element]) -> None:
        stack = [iter(paragraph)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
            elif element.tag == f"{W}r":
                self._run(element, composer, style, boxes)
            elif (inside := self._inside(element)) is not None:
                stack.append(iter(inside))
            elif isinstance(element.tag, str) and element.tag.startswith(MATH_TEXT[:-1]):
                for text in element.iter(MATH_TEXT):
                    composer.put(text.text or "", Look())

    def _run(self, run: _Element, composer: _Composer, style: str, boxes: list[_Element]) -> None:
        look = self.styles.look(style, self._as_seen(run.find(f"{W}rPr"), "rPrChange", "rPr"))
        own_mark = False
        for part in run:
            tag = part.tag
            if tag == f"{W}t" or (tag == f"{W}delText" and not self._changes.accepts_all):
                if own_mark and not self._changes.asterisks:
                    self._set_aside(part.text or "")
                else:
                    self._text(part.text or "", look, composer)
            elif tag in _PLAIN:
                self._text(_PLAIN[tag], look, composer)
            elif tag in (f"{W}br", f"{W}cr"):
                if part.get(f"{W}type") in (None, "textWrapping") and self._shown() and not look.hidden:
                    composer.break_line()
            elif tag == f"{W}sym":
                self._text(symbol(part), look, composer)
            elif tag in NOTES:
                key = NOTES[tag], part.get(f"{W}id", "")
                own_mark = part.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off")
                if own_mark:
                    self.notes.setdefault(key, 0)
                elif self._shown():
                    composer.mark(self._number(key))
            elif tag == f"{W}fldChar":
                self._field(part.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText":
                if self._fields:
                    self._fields[-1].code += (part.text or "")[:1000]
            elif tag in _PICTURES or tag == f"{MC}AlternateContent":
                boxes.extend(boxes_in(part))

    def _text(self, text: str, look: Look, composer: _Composer) -> None:
        if look.hidden or not self._shown():
            self._set_aside(text)
            return
        if look.struck and not self._changes.struck:
            self.struck.append(text)
            self._set_aside(text)
            return
        again = self._fields[-1] if self._fields else None
        if again is not None and again.code.split()[:1] == ["NOTEREF"] and (note := self._noted(again.code, text)):
            if not again.marked:
                composer.mark(note)
                again.marked = True
            return
        if look.note and (note := self._marked(text)):
            composer.mark(note)  # a mark again, as a bare number
            return
        composer.put(text, look)

    def _noted(self, code: str, shown: str) -> str:
        """The number of the note that a NOTEREF field leads to; "" where there is no such note."""
        key = self._bookmarks.get(([*code.split(), ""])[1])
        if key is not None and self.notes.get(key):
            return self._number(key)
        return self._marked(shown)

    def _marked(self, shown: str) -> str:
        """The number shown, where it is that of a note marked before."""
        known = {str(number) for number in self.notes.values() if number}
        return shown.strip() if shown.strip() in known else ""

    def _number(self, key: NoteKey) -> str:
        if not self.notes.get(key):
            self.notes[key] = 1 + max(self.notes.values(), default=0)
        return str(self.notes[key])

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _shown(self) -> bool:
        return all(one.shown for one in self._fields)

    def _set_aside(self, text: str) -> None:
        if text.strip():
            self.aside.append(" ".join(text.split()))

    def _as_seen(self, properties: _Element | None, change: str, name: str) -> _Element | None:
        """Properties as they were, where the change of them is rejected."""
        changed = None if properties is None else properties.find(W + change)
        if changed is not None and not self._changes.accepts(changed):
            return changed.find(W + name)
        numbered = None if properties is None else properties.find(f"{W}numPr/{W}ins")
        if properties is None or numbered is None or self._changes.accepts(numbered):
            return properties
        was = copy(properties)
        was.remove(next(was.iter(f"{W}numPr")))
        return was
