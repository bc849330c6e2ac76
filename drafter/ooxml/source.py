"""A part of somebody else's Word file as a tree over its own bytes: each element knows its position.

Nothing is serialized again: what stays is a slice of the source, and a change is a splice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from drafter.errors import UnreadableError

MAIN = frozenset(
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
)
_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")


@dataclass(slots=True, eq=False)
class Node:
    """An element: from `start` to `end`, its content from `inner` to `close` (both at `end` where it is empty).

    Names in the main namespace are bare ("p"), others carry their namespace; the same holds for attributes.
    """

    name: str
    attributes: dict[str, str]
    start: int
    inner: int
    close: int = 0
    end: int = 0
    children: list[Node] = field(default_factory=list)

    def find(self, *path: str) -> Node | None:
        """The first descendant along a path of names."""
        at: Node | None = self
        for step in path:
            at = next((child for child in at.children if child.name == step), None) if at else None
        return at

    def iter(self, *names: str) -> Iterator[Node]:
        """The descendants of these names in the order of the source, itself included."""
        stack = [self]
        while stack:
            node = stack.pop()
            if node.name in names:
                yield node
            stack.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class Patch:
    """Bytes to stand in place of those from `start` to `end`."""

    start: int
    end: int
    content: bytes


class PartSource:
    """The bytes of a part, its root, and the prefix that the main namespace has in it ("w:")."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name
        self._stack: list[Node] = []
        self._top: list[Node] = []
        self.prefix = b"w:"
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.StartElementHandler = lambda name, attributes: self._begin(parser.CurrentByteIndex, name, attributes)
        parser.EndElementHandler = lambda _: self._end(parser.CurrentByteIndex)
        parser.StartDoctypeDeclHandler = self._refuse
        parser.XmlDeclHandler = self._declared
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise UnreadableError(f"its part {name} is not sound XML ({error})") from error
        self.root: Node = self._top[0]

    def of(self, node: Node) -> bytes:
        return self.data[node.start : node.end]

    def opening(self, node: Node) -> bytes:
        """The start tag; of an element without content one that can take content."""
        tag = self.data[node.start : node.inner]
        return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag

    def closing(self, node: Node) -> bytes:
        name = re.match(rb"<([^\s/>]+)", self.data[node.start : node.inner])
        assert name is not None
        return b"</" + name[1] + b">"

    def content(self, node: Node, *, without: Sequence[str] = ()) -> bytes:
        """The content of an element, without children of some names."""
        gone = [Patch(child.start, child.end, b"") for child in node.children if child.name in without]
        return spliced(self.data, gone, node.inner, node.close)

    def tag(self, name: str, content: bytes = b"", /, **attributes: str) -> bytes:
        """A new element of the main namespace."""
        p = self.prefix
        held = b"".join(b" " + p + key.encode() + b'="' + _quoted(value) + b'"' for key, value in attributes.items())
        full = p + name.encode()
        return b"<" + full + held + (b">" + content + b"</" + full + b">" if content else b"/>")

    def _begin(self, at: int, name: str, attributes: dict[str, str]) -> None:
        tag = _TAG.match(self.data, at)
        assert tag is not None
        node = Node(_bare(name), {_bare(key): value for key, value in attributes.items()}, at, tag.end())
        if self._stack:
            self._stack[-1].children.append(node)
        else:
            self._top.append(node)
            prefix = name.split(" ")[2:]
            self.prefix = prefix[0].encode() + b":" if prefix and name.split(" ")[0] in MAIN else b"w:"
        self._stack.append(node)

    def _end(self, at: int) -> None:
        node = self._stack.pop()
        if self.data[node.inner - 2 : node.inner] == b"/>":
            node.close = node.end = node.inner
        else:
            node.close = at
            node.end = self.data.index(b">", at) + 1

    def _refuse(self, *_: object) -> None:
        raise UnreadableError(f"its part {self.name} declares a document type, which no Word file does")

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.upper() not in ("UTF-8", "UTF8", "US-ASCII"):
            raise UnreadableError(f"its part {self.name} is in {encoding}", remedy="save it again in Word")


def spliced(data: bytes, patches: Sequence[Patch], start: int = 0, end: int | None = None) -> bytes:
    """The bytes from `start` to `end` with the patches, which do not overlap, put in."""
    made: list[bytes] = []
    for patch in sorted(patches, key=lambda patch: (patch.start, patch.end)):
        made += (data[start : patch.start], patch.content)
        start = patch.end
    made.append(data[start : len(data) if end is None else end])
    return b"".join(made)


def _bare(name: str) -> str:
    namespace, _, local = name.partition(" ")
    if not local:
        return name
    local = local.split(" ")[0]
    return local if namespace in MAIN else f"{{{namespace}}}{local}"


def _quoted(text: str) -> bytes:
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text.encode()
