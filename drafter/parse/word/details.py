"""Small things inside a Word file's paragraphs: text boxes, symbols, bookmarks on note marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from drafter.ooxml.names import MC, W
from drafter.ooxml.package import Package

NoteKey = tuple[str, str]
"""("footnote" or "endnote", the id in its part)."""

NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_BULLETS = {"f0b7": "•", "f0a7": "▪", "f02d": "–", "f0be": "—", "f0d8": "▪", "f0fc": "✓"}


def bookmarks(root: _Element) -> dict[str, NoteKey]:
    """The note reference within each bookmark, by the bookmark's name."""
    found: dict[str, NoteKey] = {}
    open_: dict[str, str] = {}
    for element in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", *NOTES):
        if element.tag == f"{W}bookmarkStart":
            if len(open_) < 100:
                open_[element.get(f"{W}id", "")] = element.get(f"{W}name", "")
        elif element.tag == f"{W}bookmarkEnd":
            open_.pop(element.get(f"{W}id", ""), None)
        else:
            for name in open_.values():
                found.setdefault(name, (NOTES[str(element.tag)], element.get(f"{W}id", "")))
    return found


def boxes_in(element: _Element) -> Iterator[_Element]:
    """The contents of the text boxes in a drawing, outermost only, each once."""
    stack = [element]
    while stack:
        at = stack.pop()
        if at.tag == f"{W}txbxContent":
            yield at
        elif at.tag == f"{MC}AlternateContent":
            inside = chosen(at)
            stack.extend([] if inside is None else [inside])
        else:
            stack.extend(reversed(at))


def chosen(element: _Element) -> _Element | None:
    """The first choice of an alternative; the fallback says the same in older terms."""
    found = element.find(f"{MC}Choice")
    return found if found is not None else element.find(f"{MC}Fallback")


def symbol(element: _Element) -> str:
    code = element.get(f"{W}char", "").lower()
    if code in _BULLETS:
        return _BULLETS[code]
    if re.fullmatch(r"f0[2-7][0-9a-f]", code) and element.get(f"{W}font", "").lower() != "symbol":
        return "\ufffd"
    return (
        chr(int(code, 16))
        if re.fullmatch(r"[0-9a-f]{2,4}", code) and not 0xD800 <= int(code, 16) < 0xF900
        else "\ufffd"
    )


def symbol_told(package: Package) -> str:
    """The symbol in the properties that the Secretariat gives its files, "" where there is none."""
    for name in package.related("", "custom-properties"):
        if name in package:
            for own in package.root(name):
                if own.get("name") == "Symbol1":
                    return "".join(map(str, own.itertext())).strip()
    return ""
