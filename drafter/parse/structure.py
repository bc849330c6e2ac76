"""The recogniser of structure, the same for every format: it makes a Reading of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.model.dates import first_date
from drafter.model.inline import Inline, Span
from drafter.model.numbering import labels
from drafter.model.organ import Organ
from drafter.model.reading import Reading
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.parse.blocks import blocks_of, is_annex
from drafter.parse.cleaning import curled, curled_inline, straight_count
from drafter.parse.counting import count
from drafter.parse.furniture import sorted_out
from drafter.parse.items import ANNEXES, ItemBuilder, PlacedBlock
from drafter.parse.limited import read_limited
from drafter.parse.lines import KnownText, Line
from drafter.parse.masthead import MastheadFacts, is_date, is_meeting, meeting_in, organ_of, read_masthead
from drafter.parse.notemarks import Marked, tied
from drafter.parse.others import hold_property, language_doubted, no_resolution, refuse_others
from drafter.parse.own import own_lines
from drafter.parse.pages import Pages, taken_apart
from drafter.parse.realnotes import as_marked
from drafter.parse.repairs import repairs_of
from drafter.parse.starred import apart, foreign, spoken_for, starred_among
from drafter.parse.tables import told, without
from drafter.parse.textrows import tables_in
from drafter.parse.typedlabels import labelled
from drafter.rules.openings import kind_of, opening_length

_OPENING_LINES = 12
_PART = re.compile(r"[A-Z]")


def recognised(source: Sequence[Line] | Pages, name: str, known: KnownText | None = None) -> Reading:
    """Read a resolution from its lines or pages; `name` is the file's, `known` what its format told.

    Raises UnreadableError where no resolution is found.
    """
    if isinstance(source, Pages):
        pages = source
    else:
        pages = Pages(list(source)) if known and known.notes else taken_apart(source)
    doubt = language_doubted(pages.body, name)
    limited = read_limited(pages.body, name)
    if limited is not None:
        facts = limited.facts
        body, starred = apart(limited.top, limited.body)
        unplaced = foreign(limited.top, pages.notes)
        facts.submission = spoken_for(
            facts.submission, [*starred, *starred_among(pages), *(known.starred if known else ())]
        )
        facts.furniture.extend(starred)
    else:
        top, body, unplaced = own_lines(pages.body, name)
        facts = read_masthead(top, name)
    if known and known.property and facts.symbol and not facts.symbol.limited:
        hold_property(facts.symbol, known.property, name)
    tables = tables_in(body) if known is None or known.tables is None else known.tables
    body = without(tables, body)
    furniture = [line.text for line in pages.furniture]
    organ = next(filter(None, (organ_of(line.text) for line in body[:_OPENING_LINES])), None)
    if limited is None:
        refuse_others(pages.body, organ or facts.organ, name)
    facts.organ = organ or facts.organ
    if organ is not None and not organ.has_symbols:
        facts.symbol = None  # a number of its own is none of the General Assembly's
    body, tail, vote = _closing(body, facts)
    furniture.extend(vote)
    body = labelled(body)
    builder = ItemBuilder()
    for block in blocks_of(body):
        builder.add(block)
    if tail:
        builder.close()
        for block in blocks_of(tail):
            builder.add(block)
    furniture.extend(builder.furniture)
    count(builder.items)
    opening = sum(kind_of(item.block.text) is not None for item in builder.items)
    opened = limited or any(organ_of(line.text) for line in pages.body)
    if not builder.items or not (opened or opening > 1):
        raise no_resolution(name)
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
    places = tuple(tuple(block.lines) for block in blocks)
    aside = tuple(told(tables, labels(paragraphs), places))
    resolution = Resolution(
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
        submission=facts.submission,
    )
    known_forms, lost = sorted_out([*facts.furniture, *furniture], resolution, pages)
    return Reading(
        resolution=resolution,
        repairs=tuple(repairs_of(blocks, paragraphs, marked, straight)),
        furniture=known_forms,
        unplaced=(*unplaced, *lost, *aside),
        notices=(*((doubt,) if doubt else ()), *(table.why for table in aside)),
        places=places,
    )


def _closing(body: list[Line], facts: MastheadFacts) -> tuple[list[Line], list[Line], list[str]]:
    """Cut the body at its closing lines (meeting and date); what follows is annexes, or a record of the vote.

    Those of a part before another part are taken out.
    """
    closing: list[str] = []
    i = 0
    while i < len(body):
        if not is_meeting(body[i].text):
            i += 1
            continue
        facts.meeting = meeting_in(body[i].text)
        facts.adopted = facts.adopted or first_date(body[i].text)
        after = i + 1
        if after < len(body) and is_date(body[after].text):
            facts.adopted = facts.adopted or first_date(body[after].text)
            after += 1
        if after + 1 < len(body) and _PART.fullmatch(body[after].text) and organ_of(body[after + 1].text):
            closing += [line.text for line in body[i:after]]
            body = body[:i] + body[after:]
            continue
        if closing and after < len(body) and not (body[after].text.startswith("[") or is_annex(body[after].text)):
            break  # a part whose letter is lost follows, which its closing lines set apart
        vote: list[str] = [text.text for text in body[i:after]]
        if after < len(body) and body[after].text.startswith("["):
            while after < len(body):
                vote.append(body[after].text)
                after += 1
                if body[after - 1].text.rstrip().endswith("]"):
                    break
        return body[:i], body[after:], closing + vote
    return body, [], closing


def _curl(marked: Marked, facts: MastheadFacts) -> None:
    marked.inlines[:] = map(curled_inline, marked.inlines)
    marked.footnotes = tuple(replace(note, inline=curled_inline(note.inline)) for note in marked.footnotes)
    facts.title = curled_inline(facts.title)
    facts.agenda_title, facts.origin = curled(facts.agenda_title), curled(facts.origin)


def _paragraph(item: PlacedBlock, inline: Inline, known: KnownText | None) -> Paragraph:
    plain = not item.continued and item.level == 0 and not item.part.startswith(ANNEXES)
    guess = not (known and known.italics)
    if guess and plain and item.kind is not Kind.HEADING and not (inline.italics and inline.italics[0].start == 0):
        opening = opening_length(inline.text, item.kind)
        if opening:
            inline = Inline(inline.text, (Span(0, opening), *inline.italics), inline.marks)
    return Paragraph(
        item.kind, inline, item.level, item.part, item.variant, item.continued, item.number, item.unnumbered
    )
