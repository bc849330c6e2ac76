"""pandoc as a reader: a tracked document with every change accepted or rejected."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

from tests.support.settled import Line, LineBuilder, note_text

Node = dict[str, Any]


def settle(document: bytes) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines with all changes accepted, and with all rejected; the numbers of lists are left out."""
    return read(document, "accept"), read(document, "reject")


def read(document: bytes, way: str) -> tuple[Line, ...]:
    command = ["pandoc", "--from=docx+empty_paragraphs", "--to=json", f"--track-changes={way}", "-"]
    written = subprocess.run(command, input=document, check=True, capture_output=True).stdout
    return tuple(_lines(json.loads(written)["blocks"]))


def _lines(blocks: Iterable[Node]) -> Iterator[Line]:
    for block in blocks:
        content = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                builder = LineBuilder()
                _inlines(content, False, builder)
                yield builder.line()
            case "Header":
                builder = LineBuilder()
                _inlines(content[2], False, builder)
                yield builder.line()
            case "BlockQuote":
                yield from _lines(content)
            case "Div":
                yield from _lines(content[1])
            case "OrderedList":
                for item in content[1]:
                    yield from _lines(item)
            case "BulletList":
                for item in content:
                    yield from _lines(item)
            case "Table":
                yield from _table(content)
            case "LineBlock" | "CodeBlock" | "DefinitionList" | "RawBlock":
                raise AssertionError(f"pandoc reads a {block['t']}")


def _table(content: list[Any]) -> Iterator[Line]:
    _, _, _, head, bodies, foot = content
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    for row in rows:
        for cell in row[1]:
            yield from _lines(cell[4])


def _inlines(nodes: Iterable[Node], italic: bool, builder: LineBuilder) -> None:
    for node in nodes:
        content = node.get("c")
        match node["t"]:
            case "Str":
                builder.put(content, italic)
            case "Space":
                builder.put(" ", italic)
            case "LineBreak" | "SoftBreak":
                builder.put("\n", italic)
            case "Emph":
                _inlines(content, not italic, builder)
            case "Note":
                builder.mark(note_text(_lines(content)))
            case "Superscript" if "".join(inner.get("c", "") for inner in content if inner["t"] == "Str").isdigit():
                _number(builder)
            case "Span" | "Link":
                _inlines(content[1], italic, builder)
            case "Strong" | "Underline" | "Strikeout" | "SmallCaps" | "Superscript" | "Subscript":
                _inlines(content, italic, builder)
            case "Quoted":
                mark = ("‘", "’") if content[0]["t"] == "SingleQuote" else ("“", "”")
                builder.put(mark[0], italic)
                _inlines(content[1], italic, builder)
                builder.put(mark[1], italic)
            case other:
                raise AssertionError(f"pandoc reads a {other}")


def _number(builder: LineBuilder) -> None:
    """A raised number: a note's own mark where the note stands right before it, else one that points back."""
    if not builder.marks or builder.marks[-1].at != len(builder.italics):
        builder.mark(None, again=True)
