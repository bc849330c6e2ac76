"""What a comment asks for of the words that it marks: "delete", "replace by “…”", "instead of X, Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter.model.inline import Inline, Span
from drafter.model.negotiated import PossibleReading
from drafter.model.proposal import TITLE
from drafter.negotiation import proposing
from drafter.negotiation.intake import anchors, wording
from drafter.negotiation.intake.asked import Act, Asked, Understood
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import WORDS_ACTS
from drafter.negotiation.intake.locators import Locator
from drafter.negotiation.intake.oneline import is_text, understood_line, unquoted

if TYPE_CHECKING:
    from drafter.parse.word.anchored import Anchored

_BARE_QUOTE = re.compile(r"[“\"«][^“”\"«»]*[”\"»][.;]?")
_INSTEAD = re.compile(r"instead of (?P<pair>[^“\"]+)", re.IGNORECASE)
_DELETION = re.compile(r"(?:please )?(?:to be )?(?:deleted?|removed?)(?: (?:this|it))?[.!]?", re.IGNORECASE)
_UNSAID = "it does not say what is to be done with these words"


@dataclass(frozen=True, slots=True)
class MarkedWish:
    """What is asked for: an instruction like any other (`understood`), the paragraph as it would read (`text`), or
    `why` it is not understood and how it might be."""

    understood: Understood | None = None
    text: Inline | None = None
    why: str = ""
    readings: tuple[PossibleReading, ...] = ()


def is_deletion(said: str) -> bool:
    """Whether no more is said than that something goes."""
    return _DELETION.fullmatch(said.strip()) is not None


def asked_of(base: RoundBase, label: str, at: Anchored, said: str) -> MarkedWish:
    """What is asked for of the words marked in the paragraph `label`, of the paragraph where all of it is marked."""
    understood = _understood(base, label, said)
    own = understood.asked[0] if len(understood.asked) == 1 else None
    if at.whole or own is None or own.places != (Locator(label),):
        if _BARE_QUOTE.fullmatch(said) and not is_text(said):
            return MarkedWish(why=_UNSAID)
        return MarkedWish(understood)
    marked = _place(base, label, at)
    if own.act in (Act.DROP, Act.REWRITE, Act.NEW_HERE):
        if marked is None:
            return MarkedWish(why="the words that it marks are not those of the base")
        if own.act is Act.DROP:
            return MarkedWish(text=_worded(base, label, replace(own, act=Act.TAKE_OUT, anchor=at.found), marked))
        swap = replace(own, act=Act.SWAP, anchor=at.found, put=unquoted(own.blocks[0]), blocks=())
        if _BARE_QUOTE.fullmatch(said):
            readings = (_reading(base, label, one, marked) for one in (swap, replace(swap, act=Act.AFTER)))
            return MarkedWish(why=_UNSAID, readings=tuple(readings))
        return MarkedWish(text=_worded(base, label, swap, marked))
    if own.act in WORDS_ACTS and own.anchor and not own.near and marked is not None:
        spans = anchors.occurrences(own.anchor, base.inline(label).text)
        inside = [one for one in spans if marked.start <= one.start and one.end <= marked.end]
        if len(spans) > 1 and len(inside) == 1:
            return MarkedWish(text=_worded(base, label, own, inside[0]))
    return MarkedWish(understood)


def _understood(base: RoundBase, label: str, said: str) -> Understood:
    understood = understood_line(f"{label}: {said}", base)
    pair = _INSTEAD.fullmatch(said)
    if not understood.why or not pair:
        return understood
    fits = []
    for found in re.finditer(r", ", pair["pair"]):  # without quotation marks: what stands in the text is the old
        old, new = pair["pair"][: found.start()], pair["pair"][found.end() :].rstrip(" .;")
        if len(anchors.occurrences(old, base.inline(label).text)) == 1:
            fits.append(Asked(Act.SWAP, (Locator(label),), old, new))
    return Understood((fits[0],)) if len(fits) == 1 else understood


def _place(base: RoundBase, label: str, at: Anchored) -> Span | None:
    """Where the marked words stand in the base's paragraph: of several places the nearest."""
    spans = anchors.occurrences(at.found, base.inline(label).text)
    return min(spans, key=lambda one: abs(one.start - at.before), default=None)


def _worded(base: RoundBase, label: str, asked: Asked, at: Span) -> Inline:
    return wording.worded_at(asked, base.inline(label), at, None if label == TITLE else base.paragraphs[label])


def _reading(base: RoundBase, label: str, asked: Asked, at: Span) -> PossibleReading:
    text = _worded(base, label, asked, at)
    one = proposing.reworded(label, base.inline(label), text)[0]
    return PossibleReading(label, one.found.text, one.put.text, text.text)
