"""What is left over from last year's text or from drafting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.rule import Background, ParagraphInPlace, Slip, on_place, on_text
from drafter.edit.pending import RULE
from drafter.model.finding import Severity
from drafter.model.resolution import Kind, Resolution
from drafter.model.session import ORDINAL, from_ordinal, ordinal
from drafter.rules.remarks import internal

_PLACEHOLDER = re.compile(
    r"\[[^\[\]]*_{2,}[^\[\]]*\]|[\w./-]*_{2,}[\w./-]*|\b(?:TBD|tbd|TBC|tbc|xx+|X{2,}/X{2,}|\d+/X{2,})\b|\[(?:date|number|symbol)\]"
)
_BODY = re.compile(
    r"\b(?:Assembly|Council|Commission|(?:Sub)?[Cc]ommittee|Conference|Congress|Board|Forum|Parties|Authority|Group|Panel|"
    r"Programme|Organization|Union|Agency|Fund|Body|Meeting)\b"
)
_NEXT = re.compile(rf"\bat its (?P<words>{ORDINAL.pattern}) session", re.IGNORECASE)


@on_place("placeholder", Severity.ERROR, source="a draft handed in has none", example="A/76/___")
def placeholder(place: ParagraphInPlace) -> Iterator[Slip]:
    """A blank still to be filled in."""
    for found in _PLACEHOLDER.finditer(place.paragraph.text):
        yield Slip("a blank still to be filled in", *found.span())


@on_place(
    "internal-remark",
    Severity.ERROR,
    source="a draft handed in has none",
    example="States [for capital: which?] → States",
)
def internal_remark(place: ParagraphInPlace) -> Iterator[Slip]:
    """A remark in brackets that is meant for one's own side."""
    for found in internal(place.paragraph.text):
        yield Slip("a remark that sounds internal", *found.span())


@on_text(RULE, Severity.WARNING, source="the turn of the year", example="A/75/388 → A/76/… (verify)")
def pending_update(_text: Resolution, background: Background) -> Iterator[Slip]:
    """Words that the turn of the year changes and that are still there."""
    for index, update in background.pending:
        said = f"still to be brought up to date: {update.why}"
        yield Slip(said, update.start, update.end, update.proposed, index=index, note=update.note)


@on_text(
    "old-session",
    Severity.ERROR,
    source="the turn of the year",
    example="at its seventy-sixth session, in A/C.3/76/L.9",
)
def old_session(text: Resolution, background: Background) -> Iterator[Slip]:
    """The last operative paragraph names a session of the Assembly that will be over by then."""
    if background.session is None or not background.profile.assembly:
        return
    operative = [n for n, paragraph in enumerate(text.paragraphs) if paragraph.kind is Kind.OPERATIVE]
    for index in operative[-1:]:
        for found in _NEXT.finditer(text.paragraphs[index].text):
            named = from_ordinal(found["words"])
            lead = text.paragraphs[index].text[: found.start()]
            whose = _BODY.findall(lead)[-1:] or ["Assembly"]
            if named is not None and named <= background.session and whose == ["Assembly"]:
                start, end = found.span("words")
                yield Slip("this session is over by then", start, end, ordinal(background.session + 1), index=index)
