"""Properties of runs and paragraphs as bytes: copied, changed in one respect, with the change tracked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from datetime import UTC, datetime
from itertools import count, filterfalse

from drafter.ooxml import elements
from drafter.ooxml.source import Node, PartSource, Patch, spliced

_BEFORE_ITALIC = frozenset(("rStyle", "rFonts", "b", "bCs"))
_REVISED = ("ins", "del", "moveFrom", "moveTo")
_ID = re.compile(rb':id="(-?\d+)"')


class Signer:
    """The author of the changes, and numbers for them that the file's `parts` have not used yet."""

    def __init__(self, author: str, date: datetime, parts: Iterable[bytes]) -> None:
        moment = date.astimezone(UTC) if date.tzinfo else date
        self.author = elements.clean(author)
        self.date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        used = {int(found[1]) for part in parts for found in _ID.finditer(part)}
        self._ids = filterfalse(used.__contains__, count(1))

    def of(self, by: str) -> Signer:
        """The same for changes by `by`; without a name, by the file's author."""
        if not by:
            return self
        made = copy(self)
        made.author = elements.clean(by)
        return made

    def number(self) -> str:
        return str(next(self._ids))

    def signed(self, **attributes: str) -> dict[str, str]:
        """The attributes of one revision."""
        return {"id": self.number(), **attributes, "author": self.author, "date": self.date}


def run_look(source: PartSource, run: Node | None, *, italic: bool | None = None) -> bytes:
    """A run's properties without others' revisions of them; with `italic` set or taken away."""
    properties = run.find("rPr") if run else None
    if properties is None:
        if italic is None:
            return b""
        slant = source.tag("i") if italic else source.tag("i", val="0")
        return source.tag("rPr", slant)
    if italic is None:
        content = source.content(properties, without=("rPrChange",))
        return source.tag("rPr", content) if content else b""
    own = any(child.name == "i" for child in properties.children)
    slant = source.tag("i") if italic else b"" if own else source.tag("i", val="0")
    at = max((child.end for child in properties.children if child.name in _BEFORE_ITALIC), default=properties.inner)
    gone = [Patch(child.start, child.end, b"") for child in properties.children if child.name in ("i", "rPrChange")]
    content = spliced(source.data, [*gone, Patch(at, at, slant)], properties.inner, properties.close)
    return source.tag("rPr", content) if content else b""


def changed_italics(source: PartSource, run: Node, italic: bool, signature: Signer) -> bytes:
    """A run's properties with other italics, tracked."""
    was = run_look(source, run) or source.tag("rPr")
    change = source.tag("rPrChange", was, **signature.signed())
    now = run_look(source, run, italic=italic)
    return source.tag("rPr", _inside(now) + change)


def paragraph_look(
    source: PartSource,
    own: Node | None,
    signature: Signer,
    *,
    like: Node | None = None,
    mark: str = "",
    marker: Signer | None = None,
    keep: bool = True,
) -> bytes:
    """A paragraph's w:pPr: its own (`keep`, in place) or a new paragraph's, taken from `own`.

    `mark` tracks the paragraph's mark ("ins", "del", "moveFrom", "moveTo"), signed by `marker`; `like`, in place only,
    is the w:pPr whose look it takes on, tracked.
    """
    if own is None:
        rest, runs, tail = b"", b"", b""
    else:
        rest = source.content(own, without=("rPr", "sectPr", "pPrChange"))
        runs = _runs(source, own.find("rPr"), keep=keep)
        tail = _tail(source, own) if keep else b""
    if like is not None and not (own and own.find("pPrChange")):
        old = source.tag("pPr", rest)
        rest = source.content(like, without=("rPr", "sectPr", "pPrChange"))
        tail += source.tag("pPrChange", old, **signature.signed())
    if mark:
        runs = _with_mark(runs, source.tag(mark, **(marker or signature).signed()))
    content = rest + (source.tag("rPr", runs) if runs else b"") + tail
    return source.tag("pPr", content) if content else b""


def _runs(source: PartSource, properties: Node | None, *, keep: bool) -> bytes:
    if properties is None:
        return b""
    return source.content(properties, without=() if keep else (*_REVISED, "rPrChange"))


def _tail(source: PartSource, own: Node) -> bytes:
    return b"".join(source.of(child) for child in own.children if child.name in ("sectPr", "pPrChange"))


def _with_mark(runs: bytes, mark: bytes) -> bytes:
    """The mark's revision after those that others made, before everything else."""
    earlier = re.match(rb"(?:\s*<[^\s/>]*:?(?:ins|del|moveFrom|moveTo)\b[^>]*/>)*", runs)
    at = earlier.end() if earlier else 0
    return runs[:at] + mark + runs[at:]


def _inside(element: bytes) -> bytes:
    if not element or (element.endswith(b"/>") and element.count(b"<") == 1):
        return b""
    return element[element.index(b">") + 1 : element.rindex(b"</")]
