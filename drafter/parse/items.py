"""The kind, level and part of each block, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.model.resolution import Kind
from drafter.parse.blocks import ENDED, HEADING_LIMIT, STANDALONE, TextBlock, is_annex
from drafter.parse.lines import Given
from drafter.parse.masthead import organ_of
from drafter.rules.openings import kind_of

_TITLED = re.compile(r"(?:Action|Goal|Commitment|Objective) \d{1,3}\. [A-Z]")
"""A numbered heading that may be a sentence, as in the Pact for the Future."""
ANNEXES = ("Annex", "Appendix", "Enclosure", "Attachment", "Addendum", "Schedule")


@dataclass(slots=True)
class PlacedBlock:
    """A block and what it is; the last three as of `Paragraph`, worked out when all items are known."""

    block: TextBlock
    kind: Kind
    level: int = 0
    part: str = ""
    continued: bool = False
    variant: str = ""
    number: int | None = None
    unnumbered: bool = False


@dataclass(slots=True)
class ItemBuilder:
    """Gives each block its kind, level and part, in reading order."""

    items: list[PlacedBlock] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    part: str = ""
    base: str = ""
    parts: set[str] = field(default_factory=set)
    operative: bool = False
    numbered: bool = False
    sections: int = 0
    closed: bool = False

    def close(self) -> None:
        """The resolution's own text is over."""
        self.closed = True

    @property
    def annexed(self) -> bool:
        return self.part.startswith(ANNEXES)

    def add(self, block: TextBlock) -> None:
        text = block.text
        if not text and not block.mark:
            return
        if not block.mark:
            if is_annex(text) and (self.items or self.closed):
                self._begin_part(_part_name(text))
                self.furniture.append(text)
                return
            if organ_of(text):
                self.furniture.append(text)
                self.operative = False
                return
            if len(text) == 1 and text.isupper() and self._letter_follows(text):
                self._begin_part(text)
                self.furniture.append(text)
                return
        if self.closed and not self.part:
            self._begin_part("Annex")
        if block.place and block.place.restarts:
            self._begin_section()
        self.items.append(self._item(block))

    def _letter_follows(self, text: str) -> bool:
        return (not self.items and text == "A") or (len(self.part) == 1 and ord(text) == ord(self.part) + 1)

    def _begin_part(self, part: str) -> None:
        self.part = self.base = part
        self.operative = self.numbered = False

    def _begin_section(self) -> None:
        """Numbers begin again: the section's heading and its preamble open a part of their own."""
        start = len(self.items)
        while start and self.items[start - 1].kind is not Kind.OPERATIVE and self.items[start - 1].part == self.part:
            start -= 1
        if start == 0 or self.items[start - 1].part != self.part:
            return  # the first numbers of their part
        while start < len(self.items) and self.items[start].kind is not Kind.HEADING:
            start += 1
        heading = " ".join(self.items[start].block.text.rstrip(".").split()) if start < len(self.items) else ""
        if re.fullmatch(r"[IVXL]+|[A-Z]|\d+", heading):
            heading = f"Section {heading}"
        self.sections += 1
        name = heading if heading and STANDALONE.fullmatch(heading) else f"Section {self.sections + 1}"
        if (full := ", ".join(filter(None, (self.base, name)))) in self.parts:
            full = f"{full} ({self.sections + 1})"
        self.parts.add(full)
        self.part = full
        for item in self.items[start:]:
            item.part = full

    def _item(self, block: TextBlock) -> PlacedBlock:
        if block.given:
            return self._given(block, block.given)
        if block.place:
            if block.place.level == 0:
                self.operative = self.numbered = True
                return PlacedBlock(block, Kind.OPERATIVE, 0, self.part)
            above = self.items[-1].kind if self.items and self.items[-1].part == self.part else Kind.HEADING
            if above is Kind.HEADING:
                above = Kind.OPERATIVE if self.operative else Kind.PREAMBULAR
            return PlacedBlock(block, above, block.place.level, self.part)
        if self._is_heading(block):
            return PlacedBlock(block, Kind.HEADING, 0, self.part)
        text = block.text
        opens = kind_of(text)
        last = self.items[-1] if self.items else None
        if self.annexed:
            return PlacedBlock(block, Kind.PREAMBULAR, 0, self.part)
        if self.operative and opens is not Kind.PREAMBULAR and (self.numbered or opens is not Kind.OPERATIVE):
            if opens is Kind.OPERATIVE and last and (last.kind is Kind.HEADING or last.block.tail.endswith((";", "."))):
                return PlacedBlock(block, Kind.OPERATIVE, 0, self.part)
            return PlacedBlock(block, Kind.OPERATIVE, _level_going_on(text, last), self.part, continued=True)
        if opens is Kind.OPERATIVE:
            self.operative = True
            return PlacedBlock(block, Kind.OPERATIVE, 0, self.part)
        if self.operative and not (last and last.kind is Kind.HEADING) and not text.rstrip("0123456789 ").endswith(","):
            return PlacedBlock(block, Kind.OPERATIVE, 0, self.part, continued=True)
        return PlacedBlock(block, Kind.PREAMBULAR, 0, self.part)

    def _given(self, block: TextBlock, given: Given) -> PlacedBlock:
        """What the style says; a text that goes on is of the kind of the paragraph before it."""
        kind = given.kind
        if given.continued:
            above = next((item for item in reversed(self.items[-400:]) if item.kind is not Kind.HEADING), None)
            kind = Kind.OPERATIVE if self.operative else above.kind if above and above.part == self.part else kind
        if kind is Kind.OPERATIVE:
            self.operative = True
            self.numbered = self.numbered or bool(block.place and not given.level)
        return PlacedBlock(block, kind, given.level, self.part, given.continued)

    def _is_heading(self, block: TextBlock) -> bool:
        text = block.text
        if STANDALONE.fullmatch(text) or (_TITLED.match(text) and len(text) <= HEADING_LIMIT):
            return True
        if (
            len(text) > HEADING_LIMIT
            or ENDED.search(text[-12:])
            or not (text[0].isupper() or text[0].isdigit() or text[0] in '“"‘')
        ):
            return False
        last = self.items[-1] if self.items else None
        if last and last.kind is Kind.HEADING and STANDALONE.fullmatch(last.block.text):
            return True
        opens = kind_of(text)
        if opens is None:
            return True
        return opens is Kind.PREAMBULAR and self.operative


def _part_name(text: str) -> str:
    """ "ANNEX II*" as "Annex II"."""
    words = text.rstrip("*†. ").split()
    return " ".join([words[0].capitalize(), *words[1:]])


def _level_going_on(text: str, last: PlacedBlock | None) -> int:
    """The level of text that goes on: the paragraph's own where a sentence goes on below its list, else the item's."""
    if last is None or (text[0].islower() and not re.match(r"[a-z]{1,6}[.)]", text)):
        return 0
    return last.level
