"""A paragraph of somebody else's Word file as atoms: each character, mark and silent element, with its containers.

Earlier tracked changes are read as accepted: what others deleted is silent, what they inserted is text in their
insertion. A paragraph whose mark others deleted goes on in the next.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.ooxml.source import Node, PartSource

HOLDERS = frozenset(("hyperlink", "smartTag", "customXml", "fldSimple", "ins", "moveTo", "dir", "bdo", "sdt"))
_BLOCKS = frozenset(("body", "tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "moveTo"))
_CHARACTERS = re.compile(rb"&[^;]*;|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
_SAID = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SILENT = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@dataclass(slots=True, eq=False)
class Atom:
    """One character (`char`), one note mark, or an element that says nothing; `raw` its bytes.

    note    the footnote that its mark belongs to, as the file numbers it; "+" and a name or number where it repeats
    text    the w:t it is a character of; None for an element
    field   which field of the paragraph it belongs to, 0 for none
    """

    raw: bytes
    char: str = ""
    note: str = ""
    run: Node | None = None
    text: Node | None = None
    holders: tuple[Node, ...] = ()
    field: int = 0


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph as read: usually one w:p, several where others deleted the marks between."""

    source: PartSource
    nodes: list[Node]
    atoms: list[Atom] = field(default_factory=list)

    @property
    def last(self) -> Node:
        return self.nodes[-1]

    @property
    def text(self) -> str:
        return "".join(atom.char for atom in self.atoms)


def blocks(source: PartSource, container: Node) -> Iterator[Block]:
    """The paragraphs in a body or a note, those in tables and content controls too."""
    held: Block | None = None
    for node in _paragraphs(container):
        if held is None:
            held = Block(source, [node])
        else:
            between = source.data[held.last.close : node.inner]
            if properties := node.find("pPr"):
                between += source.of(properties)
            held.atoms.append(Atom(between))
            held.nodes.append(node)
        _Reader(source, held.atoms).read(node)
        mark = node.find("pPr", "rPr")
        if mark and (mark.find("del") or mark.find("moveFrom")):
            continue
        yield held
        held = None
    if held is not None:
        yield held


def _paragraphs(container: Node) -> Iterator[Node]:
    stack = list(reversed(container.children))
    while stack:
        node = stack.pop()
        if node.name == "p":
            yield node
        elif node.name in _BLOCKS:
            stack.extend(reversed(node.children))


class _Reader:
    """Takes one w:p apart."""

    def __init__(self, source: PartSource, atoms: list[Atom]) -> None:
        self.source = source
        self.atoms = atoms
        self.fields: list[tuple[int, list[str], bool]] = []
        self.count = max((atom.field for atom in atoms), default=0)

    def read(self, paragraph: Node) -> None:
        self._children(paragraph, (), paragraph.inner, paragraph.close, skip=("pPr",))

    def _children(self, node: Node, holders: tuple[Node, ...], at: int, end: int, skip: Sequence[str] = ()) -> None:
        for child in node.children:
            self._space(at, child.start, holders)
            at = child.end
            if child.name in skip:
                continue
            if child.name == "r":
                self._run(child, holders)
            elif child.name == "sdt" and (content := child.find("sdtContent")):
                self._children(content, (*holders, child), content.inner, content.close)
            elif child.name in HOLDERS and child.name != "sdt" and child.children:
                self._children(child, (*holders, child), child.inner, child.close)
            else:
                self._put(Atom(self.source.of(child), holders=holders))
        self._space(at, end, holders)

    def _space(self, start: int, end: int, holders: tuple[Node, ...]) -> None:
        """Bytes between elements (line feeds of an indented file)."""
        if start < end:
            self._put(Atom(self.source.data[start:end], holders=holders))

    def _run(self, run: Node, holders: tuple[Node, ...]) -> None:
        parts = [child for child in run.children if child.name != "rPr"]
        if not parts:
            self._put(Atom(self.source.of(run), holders=holders))
        raised = _raised(run)
        custom = any(part.attributes.get("customMarkFollows") for part in parts)
        for part in parts:
            if part.name == "t":
                self._text(part, run, holders, raised=raised, silent=custom)
                continue
            atom = Atom(self.source.of(part), run=run, holders=holders)
            if part.name in _SAID and part.attributes.get("type") in (None, "textWrapping") and self._shown:
                atom.char = _SAID[part.name]
            elif part.name == "footnoteReference" and not custom:
                atom.note = part.attributes.get("id", "")
            elif part.name == "fldChar":
                self._field_edge(part.attributes.get("fldCharType", ""), atom)
                continue
            elif part.name == "instrText" and self.fields:
                self.fields[-1][1].append(_plain(self.source, part))
            self._put(atom)

    def _text(self, part: Node, run: Node, holders: tuple[Node, ...], *, raised: bool, silent: bool) -> None:
        found = [
            Atom(raw, html.unescape(raw.decode("utf-8", "replace")), run=run, text=part, holders=holders)
            for raw in _CHARACTERS.findall(self.source.data, part.inner, part.close)
        ]
        if not found:
            self._put(Atom(self.source.of(part), run=run, holders=holders))
        words = "".join(atom.char for atom in found)
        if silent or not self._shown or self._repeats:
            for atom in found:
                atom.char = ""
        elif raised and words.strip().isdecimal():
            for atom in found:
                atom.char = ""
            self.count += 1
            found[-1].note = f"+{words.strip()}"
            for atom in found:
                atom.field = self.count
        for atom in found:
            if atom.char and atom.char in _SILENT:
                atom.char = ""
            self._put(atom)

    def _field_edge(self, edge: str, atom: Atom) -> None:
        if edge == "begin":
            self.count += 1
            self.fields.append((self.count, [], False))
        elif edge == "separate" and self.fields:
            self.fields[-1] = (*self.fields[-1][:2], True)
        if edge == "end" and self.fields:
            if self._repeats:
                atom.note = "+" + "".join(self.fields[-1][1]).split()[1]
            self._put(atom)
            self.fields.pop()
        else:
            self._put(atom)

    @property
    def _shown(self) -> bool:
        return all(shown for _, _, shown in self.fields)

    @property
    def _repeats(self) -> bool:
        return bool(self.fields) and "".join(self.fields[-1][1]).split()[:1] == ["NOTEREF"]

    def _put(self, atom: Atom) -> None:
        if self.fields:
            atom.field = self.fields[-1][0]
        self.atoms.append(atom)


def _raised(run: Node) -> bool:
    style = run.find("rPr", "rStyle")
    align = run.find("rPr", "vertAlign")
    named = style is not None and "footnotereference" in style.attributes.get("val", "").lower().replace(" ", "")
    return named or (align is not None and align.attributes.get("val") == "superscript")


def _plain(source: PartSource, node: Node) -> str:
    return html.unescape(source.data[node.inner : node.close].decode("utf-8", "replace"))
