"""Tracked changes as WordprocessingML: insertions, deletions, moves, changed italics and paragraph properties.

ECMA-376, part 1, section 17.13.5. Every tracked change has an id that is unique in all parts of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count

from lxml.etree import SubElement, _Element

from drafter.ooxml import elements
from drafter.ooxml.names import W

_DELETED_NAMES = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}


class RevisionWriter:
    """Makes the tracked changes of one file, each by its own author (`by`) or the file's.

    `ids` numbers them, and whatever else needs a unique number in the file.
    """

    def __init__(self, author: str, date: datetime, first: int = 1) -> None:
        moment = date.astimezone(UTC) if date.tzinfo else date
        self.author = elements.clean(author)
        self.date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.ids = count(first)

    def inserted(self, content: Iterable[_Element], by: str = "") -> _Element:
        return self._around("ins", content, by)

    def deleted(self, content: Iterable[_Element], by: str = "") -> _Element:
        made = self._around("del", content, by)
        for element in made.iter(*_DELETED_NAMES):
            element.tag = _DELETED_NAMES[str(element.tag)]
        return made

    def moved_from(self, content: Iterable[_Element], by: str = "") -> _Element:
        return self._around("moveFrom", content, by)

    def moved_to(self, content: Iterable[_Element], by: str = "") -> _Element:
        return self._around("moveTo", content, by)

    def range_start(self, name: str, way: str, by: str = "") -> _Element:
        """The start of a move's place, `way` "moveFrom" or "moveTo"; both places of a move share the name."""
        return self._signed(elements.element(f"{way}RangeStart"), by, name=name)

    def range_end(self, start: _Element) -> _Element:
        return elements.element(str(start.tag).removeprefix(W).replace("Start", "End"), id=start.get(W + "id", ""))

    def mark(self, paragraph: _Element, kind: str, by: str = "") -> None:
        """Track the paragraph's mark as "ins", "del", "moveFrom" or "moveTo"."""
        properties = elements.mark_properties(paragraph)
        properties.insert(0, self._signed(elements.element(kind), by))

    def italics(self, run: _Element, was: bool, by: str = "") -> None:
        """Track that the run's italics changed."""
        change = self._signed(elements.child(elements.run_properties(run), "rPrChange"), by)
        before = SubElement(change, W + "rPr")
        if was:
            SubElement(before, W + "i")

    def style(self, paragraph: _Element, was: str, by: str = "") -> None:
        """Track that the paragraph had the style `was`."""
        change = self._signed(elements.child(elements.paragraph_properties(paragraph), "pPrChange"), by)
        elements.child(SubElement(change, W + "pPr"), "pStyle", val=was)

    def _around(self, name: str, content: Iterable[_Element], by: str) -> _Element:
        made = self._signed(elements.element(name), by)
        made.extend(content)
        return made

    def _signed(self, made: _Element, by: str, **attributes: str) -> _Element:
        made.set(W + "id", str(next(self.ids)))
        for key, value in {**attributes, "author": elements.clean(by) or self.author, "date": self.date}.items():
            made.set(W + key, value)
        return made
