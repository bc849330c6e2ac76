"""Run the rules over a text."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check import (  # noqa: F401
    abbreviations,
    as_read,
    council_numbers,
    endings,
    joins,
    language,
    leftovers,
    money,
    names,
    notes,
    openings,
    order,
    own_paragraphs,
    references,
    spelling,
)
from drafter.check.extra import place_rules, text_rules
from drafter.check.rule import Background, ParagraphInPlace, Rule, Slip
from drafter.model.finding import Finding
from drafter.model.numbering import labels
from drafter.model.resolution import Kind, Paragraph, Resolution
from drafter.rules.openings import opening_length
from drafter.rules.tables import kept

REMEMBERED = 20_000
"""How many places are remembered: enough for a day's editing of the longest texts."""

_BETWEEN = ("opening-repeated",)
"""Rules on a paragraph beside the one before it: what the Assembly adopted side by side stays as it is."""


def check(text: Resolution, background: Background) -> tuple[Finding, ...]:
    """Every finding in `text`, in reading order. Only places not seen before are checked."""
    names_of = labels(text.paragraphs)
    found: list[Finding] = []
    for index, place in enumerate(places(text, background)):
        found.extend(
            _finding(rule, slip, index, text, names_of)
            for rule, slip in slips_at(place)
            if not (rule.name in _BETWEEN and _adopted_so(text, background, index, place.before))
        )
    for rule, look in text_rules().items():
        found.extend(_finding(rule, slip, slip.index, text, names_of) for slip in look(text, background))
    after = len(text.paragraphs)
    places_of = {note.id: after + place for place, note in enumerate(text.footnotes)}
    return tuple(sorted(found, key=lambda one: (places_of.get(one.note or "", one.index or 0), one.start, one.rule)))


@kept(REMEMBERED)
def slips_at(place: ParagraphInPlace) -> tuple[tuple[Rule, Slip], ...]:
    """What the rules on single paragraphs find in one."""
    return tuple((rule, slip) for rule, look in place_rules().items() for slip in look(place))


def places(text: Resolution, background: Background) -> Iterator[ParagraphInPlace]:
    """Each paragraph with what its rules need to know of its surroundings."""
    listed = text.paragraphs
    last = {_text_of(paragraph): n for n, paragraph in enumerate(listed) if paragraph.kind is Kind.OPERATIVE}
    above: dict[tuple[str, Kind], list[tuple[Paragraph, Paragraph | None]]] = {}
    for index, paragraph in enumerate(listed):
        following = listed[index + 1] if index + 1 < len(listed) else None
        if paragraph.kind is Kind.HEADING:
            above.clear()
            yield ParagraphInPlace(paragraph, background.profile)
            continue
        line = above.setdefault((paragraph.part, paragraph.kind), [])
        depth = len(line)
        before, before_that = line[paragraph.level] if paragraph.level < depth else (None, None)
        yield ParagraphInPlace(
            paragraph,
            background.profile,
            before,
            before_that,
            opens_list=following is not None
            and following.kind is paragraph.kind
            and following.part == paragraph.part
            and following.level > paragraph.level,
            last=last.get(_text_of(paragraph)) == index,
            closes_section=following is None
            or following.kind is not paragraph.kind
            or following.part != paragraph.part,
            inner=paragraph.level <= depth,
            opens=opening_length((line[0][0] if paragraph.level and line else paragraph).text, paragraph.kind) > 0,
        )
        del line[paragraph.level :]
        line.extend([(paragraph, before)] * (paragraph.level + 1 - len(line)))


def _adopted_so(text: Resolution, background: Background, index: int, before: Paragraph | None) -> bool:
    """Whether a draft has a paragraph and the one before it as its base has them."""
    known = background.base_texts
    if not known or before is None:
        return False
    earlier = next((n for n in range(index - 1, -1, -1) if text.paragraphs[n] is before), None)
    return earlier is not None and all(known.get(n) == text.paragraphs[n].text for n in (earlier, index))


def _text_of(paragraph: Paragraph) -> str:
    """The part that ends with a full stop: resolution A or B as a whole, not each of its sections."""
    return "" if paragraph.part.startswith("Section") else paragraph.part


def _finding(rule: Rule, slip: Slip, index: int | None, text: Resolution, names_of: tuple[str, ...]) -> Finding:
    words = text.paragraphs[index].text[slip.start : slip.end] if index is not None else ""
    number = None
    if slip.note is not None:
        number, footnote = next(
            ((number, note) for number, note in enumerate(text.footnotes, 1) if note.id == slip.note), (None, None)
        )
        words = footnote.text[slip.start : slip.end] if footnote else ""
        index = _citing(text, slip.note)
    return Finding(
        rule.name,
        slip.severity or rule.severity,
        slip.message,
        index,
        names_of[index] if index is not None else "",
        slip.start,
        slip.end,
        words,
        slip.suggest,
        slip.note,
        number,
    )


def _citing(text: Resolution, note: str) -> int | None:
    """The first paragraph that marks a note; None where only the title does, or nothing."""
    for index, paragraph in enumerate(text.paragraphs):
        if any(mark.note == note for mark in paragraph.inline.marks):
            return index
    return None
