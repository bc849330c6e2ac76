"""What a cut or a joint leaves to tidy: the ending of one half, the "and" and the opening of the other.

Only what is certain is changed: a half that does not open as its kind does keeps its own words.
"""

from __future__ import annotations

import re

from drafter.edit.gestures.endings import ended, ending
from drafter.edit.reworded import replaced, reworded, with_opening
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph
from drafter.rules.openings import opening_length
from drafter.rules.turning import turned

_LINK = re.compile(r"(?:[,;]\s*)?(?:and|as well as)\s+|[,;]\s*")
_LINK_AT_END = re.compile(r"[,;]?\s+(?:and|as well as)$|[,;]\s*$")
_NO_VERBS = ("Includ", "Monitor", "Target", "Report")
"""What reads as a verb at the head of a paragraph and is none after "and"."""


def halves(one: DraftParagraph, at: int) -> tuple[Inline, Inline] | None:
    """Both halves of a cut before the character `at`: the first ended as its kind is, the second without the word that
    linked it and opening as its kind does; None where the second does not open so, or the first announces it by ":"."""
    first, second = one.inline[:at].strip(), one.inline[at:].strip()
    link = _LINK.match(second.text)
    rest = replaced(second, 0, link.end(), "") if link else second
    if one.kind is Kind.HEADING or not rest.text or not first.text or ending(first.text) == ":":
        return None
    capital = rest.text[0].upper() + rest.text[1:]
    if one.level:
        if not link and not ending(first.text):
            return None
        return _closed(one, first), reworded(rest, capital)
    if not _opens(capital, one.kind):
        return None
    return _closed(one, first), with_opening(_unwritten(one), reworded(rest, capital))


def _opens(text: str, kind: Kind) -> bool:
    """Whether a text opens as its kind does, with a participle only of a verb that opens operative paragraphs."""
    first = text.split(" ")[0]
    if first.startswith(_NO_VERBS):
        return False
    participle = kind is Kind.PREAMBULAR and first.endswith("ing")
    return opening_length(text, kind) > 0 and (not participle or turned(text, Kind.OPERATIVE) is not None)


def _closed(one: DraftParagraph, first: Inline) -> Inline:
    mark = "," if one.kind is Kind.PREAMBULAR and not one.level else ";"
    link = _LINK_AT_END.search(first.text)
    return replaced(first, link.start(), len(first.text), mark) if link and link.start() else ended(first, mark)


def joint(draft: Draft, one: DraftParagraph, other: DraftParagraph) -> tuple[Inline, Inline] | None:
    """Both halves of a joint with ", and" between them; None where they are to be joined as they stand.

    The first word of a subparagraph loses its capital where the draft has it without elsewhere.
    """
    if one.kind is Kind.HEADING or ending(one.text) not in (",", ";", "."):
        return None
    text = other.text
    opening = 0 if other.level else opening_length(text, other.kind)
    lower = text[:1].lower() + text[1:]
    if not opening and not (other.level and one.level and _stands(draft, lower.split(" ")[0])):
        return None
    roman = Inline(text, tuple(span for span in other.inline.italics if span.start >= opening), other.inline.marks)
    return ended(one.inline, ","), reworded(roman, f"and {lower}")


def _stands(draft: Draft, word: str) -> bool:
    """Whether a word stands in the draft without a capital."""
    return any(re.search(rf"\b{re.escape(word)}\b", one.text) for one in draft)


def _unwritten(one: DraftParagraph) -> Paragraph:
    """A paragraph of the same kind that has no words yet, so that its opening is set in italics."""
    return one.with_paragraph(inline=Inline()).paragraph
