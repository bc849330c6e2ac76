"""What a room calls the paragraphs of a draft: by last year's numbers, with bis and ter for what came in."""

from __future__ import annotations

from collections import Counter

from drafter.model.draft import Draft
from drafter.model.numbering import VARIANTS
from drafter.model.resolution import Kind


def base_labels(draft: Draft) -> dict[str, str]:
    """By id: the base's label of a standing paragraph, "PP3 bis" for a new one behind PP3 and for the second half of a
    split; nothing for headings and for what has no paragraph of its kind before it.

    >>> from dataclasses import replace
    >>> from drafter.model.draft import DraftParagraph
    >>> from drafter.model.inline import Inline
    >>> from drafter.model.resolution import Paragraph
    >>> old, new = (DraftParagraph(id, Paragraph(Kind.OPERATIVE, Inline("Urges;"))) for id in ("p1", "p2"))
    >>> base_labels(Draft("75/190", Inline("Title"), (replace(old, origin="OP3"), new)))
    {'p1': 'OP3', 'p2': 'OP3 bis'}
    """
    found: dict[str, str] = {}
    last: dict[tuple[str, Kind, int], str] = {}
    followers: Counter[str] = Counter()
    used: set[str] = set()
    for one in draft.standing:
        here = (one.paragraph.part, one.kind, one.level)
        if one.kind is Kind.HEADING:
            continue
        if one.origin is not None and one.origin not in used:
            used.add(one.origin)
            found[one.id] = last[here] = one.origin
            for deeper in [place for place in last if place[:2] == here[:2] and place[2] > one.level]:
                del last[deeper]
        elif (before := last.get(here)) is not None:
            found[one.id] = f"{before} {VARIANTS[min(followers[before], len(VARIANTS) - 1)]}"
            followers[before] += 1
    return found
