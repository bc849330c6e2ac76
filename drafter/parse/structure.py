"""The recogniser of structure, the same for every format: lines in, a Reading out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.errors import UnreadableError
from drafter.model.dates import first_date
from drafter.model.inline import Inline, Span
from drafter.model.organ import Organ
from drafter.model.reading import Reading, Unplaced
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.parse.blocks import ENDED, HEADING_LIMIT, STANDALONE, Block, blocks_of, is_annex
from drafter.parse.cleaning import curled, curled_inline, straight_count
from drafter.parse.lines import Given, Known, Line
from drafter.parse.masthead import Masthead, is_date, is_meeting, organ_of, read_masthead
from drafter.parse.notemarks import Marked, tied
from drafter.parse.own import own_lines
from drafter.parse.pages import Pages, taken_apart
from drafter.parse.realnotes import as_marked
from drafter.parse.repairs import repairs_of
from drafter.rules.openings import kind_of, opening_length

_OPENING_LINES = 12


ANNEXES = ("Annex", "Appendix", "Enclosure", "Attachment", "Addendum", "Schedule")


def recognised(source: Sequence[Line] | Pages, name: str, known: Known | None = None) -> Reading:
    """Read a resolution from its lines or pages; `name` is the file's, `known` what its format told.

    Raises UnreadableError where no resolution is found.
    """
    if isinstance(source, Pages):
        pages = source
    else:
        pages = Pages(list(source)) if known and known.notes else taken_apart(source)
    top, body, unplaced = own_lines(pages.body, name)
    facts = read_masthead(top, name)
    furniture = [line.text for line in pages.furniture]
    organ = next(filter(None, (organ_of(line.text) for line in body[:_OPENING_LINES])), None)
    facts.organ = organ or facts.organ
    body, tail, vote = _closing(body, facts)
    furniture.extend(vote)
    builder = _Builder()
    for block in blocks_of(body):
        builder.add(block)
    if tail:
        builder.close()
        for block in blocks_of(tail):
            builder.add(block)
    furniture.extend(builder.furniture)
    unplaced.extend(builder.unplaced)
    if not builder.items or (
        not (organ or facts.title or facts.symbol)
        and sum(kind_of(item.block.text) is not None for item in builder.items) < 2
    ):
        raise UnreadableError(
            "no paragraph of a resolution was found",
            file=name,
            remedy="give the full text, from its title or “The General Assembly,” on",
        )
    blocks = [item.block for item in builder.items]
    marked = as_marked(blocks, known.notes) if known and known.notes else tied(blocks, pages.notes, facts)
    straight = straight_count(
        inline.text for inline in (*marked.inlines, facts.title, *(note.inline for note in marked.footnotes))
    )
    if straight:
        _curl(marked, facts)
    unplaced.extend(marked.unplaced)
    paragraphs = tuple(
        _paragraph(item, inline, known) for item, inline in zip(builder.items, marked.inlines, strict=True)
    )
    return Reading(
        resolution=Resolution(
            organ=facts.organ or Organ.GENERAL_ASSEMBLY,
            title=facts.title,
            paragraphs=paragraphs,
            footnotes=marked.footnotes,
            symbol=facts.symbol,
            session=facts.session,
            adopted=facts.adopted,
            issued=facts.issued,
            meeting=facts.meeting,
            agenda_item=facts.agenda_item,
            agenda_title=facts.agenda_title,
            origin=facts.origin,
        ),
        repairs=tuple(repairs_of(blocks, paragraphs, marked, straight)),
        furniture=(*facts.furniture, *furniture),
        unplaced=tuple(unplaced),
    )


@dataclass(slots=True)
class _Item:
    block: Block
    kind: Kind
    level: int = 0
    part: str = ""
    continued: bool = False


def _closing(body: list[Line], facts: Masthead) -> tuple[list[Line], list[Line], list[str]]:
    """Cut the body at its closing lines (meeting and date); what follows is annexes, or a record of the vote."""
    for i, line in enumerate(body):
        if not is_meeting(line.text):
            continue
        facts.meeting = " ".join(line.text.split())
        after = i + 1
        if after < len(body) and is_date(body[after].text):
            facts.adopted = facts.adopted or first_date(body[after].text)
            after += 1
        vote: list[str] = [text.text for text in body[i:after]]
        if after < len(body) and body[after].text.startswith("["):
            while after < len(body):
                vote.append(body[after].text)
                after += 1
                if body[after - 1].text.rstrip().endswith("]"):
                    break
        return body[:i], body[after:], vote
    return body, [], []


@dataclass(slots=True)
class _Builder:
    """Gives each block its kind, level and part, in reading order."""

    items: list[_Item] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
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

    def add(self, block: Block) -> None:
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

    def _item(self, block: Block) -> _Item:
        if block.given:
            return self._given(block, block.given)
        if block.place:
            if block.place.level == 0:
                self.operative = self.numbered = True
                return _Item(block, Kind.OPERATIVE, 0, self.part)
            above = self.items[-1].kind if self.items and self.items[-1].part == self.part else Kind.HEADING
            if above is Kind.HEADING:
                above = Kind.OPERATIVE if self.operative else Kind.PREAMBULAR
            return _Item(block, above, block.place.level, self.part)
        if self._is_heading(block):
            return _Item(block, Kind.HEADING, 0, self.part)
        text = block.text
        opens = kind_of(text)
        last = self.items[-1] if self.items else None
        if self.annexed:
            return _Item(block, Kind.PREAMBULAR, 0, self.part)
        if self.operative and opens is not Kind.PREAMBULAR and (self.numbered or opens is not Kind.OPERATIVE):
            return _Item(block, Kind.OPERATIVE, last.level if last else 0, self.part, continued=True)
        if opens is Kind.OPERATIVE:
            self.operative = True
            return _Item(block, Kind.OPERATIVE, 0, self.part)
        if self.operative and not (last and last.kind is Kind.HEADING) and not text.rstrip("0123456789 ").endswith(","):
            return _Item(block, Kind.OPERATIVE, 0, self.part, continued=True)
        return _Item(block, Kind.PREAMBULAR, 0, self.part)

    def _given(self, block: Block, given: Given) -> _Item:
        """What the style says; a text that goes on is of the kind of the paragraph before it."""
        kind = given.kind
        if given.continued:
            above = next((item for item in reversed(self.items[-400:]) if item.kind is not Kind.HEADING), None)
            kind = Kind.OPERATIVE if self.operative else above.kind if above and above.part == self.part else kind
        if kind is Kind.OPERATIVE:
            self.operative = True
            self.numbered = self.numbered or bool(block.place and not given.level)
        return _Item(block, kind, given.level, self.part, given.continued)

    def _is_heading(self, block: Block) -> bool:
        text = block.text
        if STANDALONE.fullmatch(text):
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


def _curl(marked: Marked, facts: Masthead) -> None:
    marked.inlines[:] = map(curled_inline, marked.inlines)
    marked.footnotes = tuple(replace(note, inline=curled_inline(note.inline)) for note in marked.footnotes)
    facts.title = curled_inline(facts.title)
    facts.agenda_title, facts.origin = curled(facts.agenda_title), curled(facts.origin)


def _part_name(text: str) -> str:
    """ "ANNEX II*" as "Annex II"."""
    words = text.rstrip("*†. ").split()
    return " ".join([words[0].capitalize(), *words[1:]])


def _paragraph(item: _Item, inline: Inline, known: Known | None) -> Paragraph:
    plain = not item.continued and item.level == 0 and not item.part.startswith(ANNEXES)
    guess = not (known and known.italics)
    if guess and plain and item.kind is not Kind.HEADING and not (inline.italics and inline.italics[0].start == 0):
        opening = opening_length(inline.text, item.kind)
        if opening:
            inline = Inline(inline.text, (Span(0, opening), *inline.italics), inline.marks)
    variant = item.block.mark.variant if item.block.mark else ""
    return Paragraph(item.kind, inline, item.level, item.part, variant, item.continued)
