"""Tracked changes accepted or rejected on the XML itself, from the rules of ECMA-376, part 1, section 17.13.

Written apart from the code that writes tracked documents, so that both cannot share a slip. The reader is strict:
what Word would repair or refuse (an id used twice, a move without its other half, a note without a mark, a last
paragraph whose mark is tracked) is an error.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from tests.support.settled import Line, LineBuilder, note_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PUT = (W + "ins", W + "moveTo")
TAKEN = (W + "del", W + "moveFrom")
CHANGES = (W + "rPrChange", W + "pPrChange", W + "sectPrChange", W + "numberingChange", W + "tblPrChange")
RANGES = tuple(W + f"move{way}Range{edge}" for way in ("From", "To") for edge in ("Start", "End"))


class Way(Enum):
    ACCEPT = "accept"
    REJECT = "reject"

    @property
    def dropped(self) -> tuple[str, ...]:
        return TAKEN if self is Way.ACCEPT else PUT


@dataclass(frozen=True)
class Revisions:
    """How much of a document is tracked: elements and characters inside insertions, deletions and moves."""

    elements: int
    characters: int
    kinds: Counter[str]


def settle(document: bytes, way: Way) -> tuple[Line, ...]:
    """The paragraphs of the body with every change accepted or rejected, each note's text at its mark."""
    return _Package(document).body(way)


def revisions(document: bytes) -> Revisions:
    kinds: Counter[str] = Counter()
    characters = 0
    for root in _Package(document).stories():
        for element in root.iter(*PUT, *TAKEN, *CHANGES):
            kinds[etree.QName(element).localname] += 1
        for text in root.iter(W + "t", W + "delText"):
            if any(ancestor.tag in (*PUT, *TAKEN) for ancestor in text.iterancestors()):
                characters += len(text.text or "")
    return Revisions(sum(kinds.values()), characters, kinds)


def signatures(document: bytes) -> set[tuple[str, str]]:
    """The author and date of every revision."""
    return {
        (element.get(W + "author") or "", element.get(W + "date") or "")
        for root in _Package(document).stories()
        for element in root.iter(*PUT, *TAKEN, *CHANGES)
    }


def faults(document: bytes) -> list[str]:
    """What Word would stumble over, in words."""
    package = _Package(document)
    found: list[str] = []
    ids: Counter[str] = Counter()
    names: dict[str, list[str]] = {"From": [], "To": []}
    edges: Counter[tuple[str, str]] = Counter()
    references: Counter[str] = Counter()
    for root in package.stories():
        for element in root.iter(*PUT, *TAKEN, *CHANGES, *RANGES):
            local = etree.QName(element).localname
            number = element.get(W + "id") or ""
            if not number.isdigit():
                found.append(f"{local} has the id {number!r}")
            if "Range" in local:
                way = "From" if "From" in local else "To"
                edges[way, number] += 1 if local.endswith("Start") else -1
                if local.endswith("Start"):
                    names[way].append(element.get(W + "name") or "")
            if not local.endswith("RangeEnd"):
                ids[number] += 1
                if not element.get(W + "author") or not element.get(W + "date"):
                    found.append(f"{local} {number} has no author or date")
        for name, should in (("delText", True), ("delInstrText", True), ("t", False), ("instrText", False)):
            if any(_inside_deletion(element) is not should for element in root.iter(W + name)):
                found.append(f"w:{name} {'outside' if should else 'inside'} a deletion")
        for element in root.iter(W + "footnoteReference"):
            references[element.get(W + "id") or ""] += 1
    found += [f"revision id {number} is used {count} times" for number, count in ids.items() if count > 1]
    found += [f"the range of move {way} {number} is not closed" for (way, number), open_ in edges.items() if open_]
    if sorted(names["From"]) != sorted(names["To"]) or len(set(names["To"])) != len(names["To"]):
        found.append(f"moves {sorted(names['From'])} and {sorted(names['To'])} do not pair")
    notes = set(package.notes)
    found += [f"note {number} is marked {count} times" for number, count in references.items() if count > 1]
    if notes != set(references):
        found.append(f"notes {sorted(notes ^ set(references))} lack their mark or their text")
    return found


class _Package:
    def __init__(self, document: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            self.parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if _xml(name)}
        self.document = self.parts["word/document.xml"]
        self.styles = {style.get(W + "styleId"): style for style in self._part("word/styles.xml").iter(W + "style")}
        self.notes = {
            note.get(W + "id"): note
            for note in self._part("word/footnotes.xml").iter(W + "footnote")
            if note.get(W + "type") in (None, "normal")
        }
        self.bookmarks: dict[str, str] = {}

    def _part(self, name: str) -> etree._Element:
        return self.parts.get(name, etree.Element("none"))

    def stories(self) -> list[etree._Element]:
        names = ("word/document", "word/footnotes", "word/endnotes", "word/header", "word/footer", "word/comments")
        return [root for name, root in self.parts.items() if name.startswith(names)]

    def body(self, way: Way) -> tuple[Line, ...]:
        body = self.document.find(W + "body")
        assert body is not None
        self._find_bookmarks(body)
        return tuple(self._lines(body, way))

    def _find_bookmarks(self, body: etree._Element) -> None:
        """Which note each bookmark holds, for the fields that repeat a mark."""
        for start in body.iter(W + "bookmarkStart"):
            for element in start.itersiblings():
                if element.tag == W + "bookmarkEnd" and element.get(W + "id") == start.get(W + "id"):
                    break
                for reference in element.iter(W + "footnoteReference"):
                    self.bookmarks[start.get(W + "name") or ""] = reference.get(W + "id") or ""

    def _lines(self, container: etree._Element, way: Way) -> Iterator[Line]:
        builder = LineBuilder()
        open_paragraph = False
        for block in container:
            if block.tag == W + "p":
                look = self._look(block, way)
                before, marks = len(builder.italics), len(builder.marks)
                _Runs(self, way, builder).read(block, self._paragraph_italic(look))
                builder.joined |= bool(before) and len(builder.marks) > marks
                open_paragraph = self._mark_dropped(block, way)
                if not open_paragraph:
                    yield builder.line(look)
                    builder = LineBuilder()
            elif block.tag in (W + "tbl", W + "tr", W + "tc", W + "sdt", W + "sdtContent"):
                assert not open_paragraph, "a tracked paragraph mark stands before a table"
                yield from self._lines(block, way)
        assert not open_paragraph, f"the last paragraph's mark is gone after {way.value}"

    def _mark_dropped(self, paragraph: etree._Element, way: Way) -> bool:
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        return mark is not None and any(child.tag in way.dropped for child in mark)

    def _look(self, paragraph: etree._Element, way: Way) -> tuple[str, ...]:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return ("",)
        change = properties.find(W + "pPrChange")
        if change is not None and way is Way.REJECT:
            properties = change.find(W + "pPr")
            assert properties is not None
        look = [(properties.find(W + "pStyle"), ""), (properties.find(f"{W}numPr/{W}numId"), "number ")]
        look.append((properties.find(f"{W}numPr/{W}ilvl"), "level "))
        return tuple(
            ("" if found is None and not name else name + (found.get(W + "val") or ""))
            for found, name in look
            if found is not None or not name
        )

    def _paragraph_italic(self, look: tuple[str, ...]) -> bool:
        return bool(self.style_italic(look[0])) if look else False

    def style_italic(self, name: str | None) -> bool | None:
        style = self.styles.get(name)
        if style is None:
            return None
        own = _italic(style.find(W + "rPr"))
        if own is not None:
            return own
        based = style.find(W + "basedOn")
        return None if based is None else self.style_italic(based.get(W + "val"))

    def note(self, number: str, way: Way) -> str:
        return note_text(self._lines(self.notes[number], way))


class _Runs:
    """Reads the runs of one paragraph into a line."""

    def __init__(self, package: _Package, way: Way, builder: LineBuilder) -> None:
        self.package = package
        self.way = way
        self.builder = builder
        self.field: str | None = None
        self.in_result = False

    def read(self, paragraph: etree._Element, italic: bool) -> None:
        for run in paragraph.iter(W + "r"):
            ancestors = list(run.iterancestors())
            if any(ancestor.tag in self.way.dropped for ancestor in ancestors):
                continue
            if next(ancestor for ancestor in ancestors if ancestor.tag == W + "p") is not paragraph:
                continue
            self._run(run, italic)

    def _run(self, run: etree._Element, paragraph_italic: bool) -> None:
        properties = run.find(W + "rPr")
        if properties is not None and self.way is Way.REJECT:
            change = properties.find(W + "rPrChange")
            properties = properties if change is None else change.find(W + "rPr")
        italic = _italic(properties)
        if italic is None and properties is not None:
            style = properties.find(W + "rStyle")
            italic = None if style is None else self.package.style_italic(style.get(W + "val"))
        if italic is None:
            italic = paragraph_italic
        shown = any(reference.get(W + "customMarkFollows") for reference in run.iter(W + "footnoteReference"))
        for child in run:
            match etree.QName(child).localname:
                case "fldChar":
                    self._field_edge(child.get(W + "fldCharType") or "")
                case "instrText" | "delInstrText":
                    self.field = (self.field or "") + (child.text or "")
                case "footnoteReference":
                    self.builder.mark(self.package.note(child.get(W + "id") or "", self.way))
                case "t" | "delText" if (child.text or "").isdigit() and _raised(properties):
                    if not self.in_result and not shown:
                        self.builder.mark(None, again=True)
                case "t" | "delText" if not shown and not (self.in_result and self._repeated):
                    self.builder.put(child.text, italic)
                case "tab":
                    self.builder.put("\t", italic)
                case "br":
                    self.builder.put("\n", italic)
                case "noBreakHyphen":
                    self.builder.put("‑", italic)

    def _field_edge(self, edge: str) -> None:
        if edge == "begin":
            self.field, self.in_result = "", False
        elif edge == "separate":
            self.in_result = True
        else:
            if self._repeated:
                note = self.package.bookmarks[(self.field or "").split()[1]]
                self.builder.mark(self.package.note(note, self.way), again=True)
            self.field, self.in_result = None, False

    @property
    def _repeated(self) -> bool:
        return (self.field or "").split()[:1] == ["NOTEREF"]


def _italic(properties: etree._Element | None) -> bool | None:
    slant = None if properties is None else properties.find(W + "i")
    return None if slant is None else slant.get(W + "val") not in ("0", "false", "off")


def _inside_deletion(element: etree._Element) -> bool:
    return any(ancestor.tag == W + "del" for ancestor in element.iterancestors())


def _raised(properties: etree._Element | None) -> bool:
    style = None if properties is None else properties.find(W + "rStyle")
    return style is not None and style.get(W + "val") == "FootnoteReference"


def _xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))
