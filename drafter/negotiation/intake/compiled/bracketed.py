"""Brackets and tails that are no words: statuses, sentences of a delegation, names behind a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model.inline import Inline
from drafter.negotiation.intake.compiled.statuses import status
from drafter.negotiation.intake.locators import Locator, listed
from drafter.negotiation.intake.sentences import stand_of
from drafter.negotiation.notation import attribution
from drafter.negotiation.notation.attribution import Attributed, Named, Verb
from drafter.negotiation.notation.escapes import told
from drafter.negotiation.notation.parsing import RawBracket, RawPiece, part
from drafter.negotiation.notation.readrow import ReadStatus
from drafter.negotiation.notation.values import Stance

_ASKED = re.compile(r"(?P<names>[^:“\"]{1,200}?)\s*:\s*(?P<action>\S.*)", re.DOTALL)
_NEW = re.compile(r"(?P<names>[^:“\"]{1,200}?)\s+new\s+(?P<line>(?:PP|OP|para)[^:“\"]{1,20}:\s*[“\"].+)", re.DOTALL)
_PUT = re.compile(r"(?:add|insert|include)\s*:?\s*[“\"](?P<put>[^”\"]*)[”\"](?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_OTHERS = re.compile(r"\s*;\s*(?=(?:not )?(?:supported|opposed) by )", re.IGNORECASE)
_STANDS = re.compile(r"(?P<place>(?:PP|OP|para)[^:“\"]*?) as it stands", re.IGNORECASE)
_DELETE = re.compile(r"(?:to be )?(?:delete|remove)d?(?: (?:the )?(?:whole )?para(?:graph)?)?[.]?", re.IGNORECASE)
_ON_PARAGRAPHS = re.compile(r"(?:move|place|merge)\b.*\d", re.IGNORECASE)
_TAIL = re.compile(r"(?P<text>.*?)\s*\((?P<said>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*", re.DOTALL)
_DASH = re.compile(r"\s[-–—]\s?(?=\S)")


@dataclass(frozen=True, slots=True)
class BracketSaid:
    """What a bracket or a tail says that is no words of the text.

    put         what is left of it as words, None for nothing
    left        of a status, what is not kept
    attributed  names with what they say of the whole paragraph
    stands      stands, each with the paragraph it names, None for the row's own
    line        an instruction of `names`, with its paragraphs where `labelled`
    text, why   its own words, and why they are not understood
    """

    put: RawPiece | None = None
    status: ReadStatus | None = None
    left: str = ""
    attributed: tuple[Attributed, ...] = ()
    stands: tuple[tuple[Locator | None, Stance], ...] = ()
    line: str = ""
    labelled: bool = False
    names: tuple[str, ...] = ()
    text: str = ""
    why: str = ""


def said_in(one: RawPiece, named: Named, known: Named, *, last: bool, behind: bool) -> BracketSaid | None:
    """What a piece says, None where it is words; `last` whether nothing stands behind it, `behind` whether it stands
    behind a bracket, whose the names in parentheses then are."""
    if isinstance(one, Inline):
        tail = _tail(one, named, known) if last else None
        if (
            tail is not None
            and behind
            and tail.attributed
            and isinstance(tail.put, Inline)
            and not tail.put.text.strip()
        ):
            return None
        return tail
    if len(one.inner) != 1 or not isinstance(inner := one.inner[0], Inline):
        return None
    if last and (found := status(inner.text, named)):
        return BracketSaid(status=found[0], left=found[1])
    text = told(inner.text).strip()
    if (new := _NEW.fullmatch(text)) and (names := known(new["names"])):
        return BracketSaid(line=new["line"], labelled=True, names=names, text=text)
    asked = _ASKED.fullmatch(text)
    names = known(asked["names"]) if asked else None
    return _asked(text, asked["action"], names) if asked and names else None


def _asked(text: str, action: str, names: tuple[str, ...]) -> BracketSaid:
    """What a delegation asks for behind its name and a colon."""
    own, *others = _OTHERS.split(action)
    if put := _PUT.fullmatch(own):
        words = f"{put['put']} - {', '.join(names)}" + "".join(f"; {each}" for each in others)
        if not put["rest"].strip(" .;"):
            return BracketSaid(put=RawBracket((Inline(words),)))
    if found := _STANDS.fullmatch(own):
        places, _ = listed(found["place"])
        stand = stand_of("as it stands")
        if places and stand:
            return BracketSaid(stands=tuple((place, Stance(names, stand)) for place in places))
    if stand := stand_of(own):
        return BracketSaid(stands=((None, Stance(names, stand)),))
    if _DELETE.fullmatch(own):
        return BracketSaid(attributed=(Attributed(names, Verb.DELETE),))
    if not re.search(r"[“\"]", own) and not _ON_PARAGRAPHS.match(own):
        return BracketSaid(text=text, why="it describes words instead of giving them")
    labelled = bool(listed(own)[0])
    why = "who supports or opposes it is not kept" if others else ""
    return BracketSaid(line=own, labelled=labelled, names=names, text=text, why=why)


def _tail(one: Inline, named: Named, known: Named) -> BracketSaid | None:
    """A status or names behind a paragraph's words."""
    if found := status(one.text, named):
        return BracketSaid(status=found[0], left=found[1])
    tail = _TAIL.fullmatch(one.text)
    if tail:
        words = part(one, 0, tail.end("text"))
        if found := status(tail["said"], named):
            return BracketSaid(put=words, status=found[0], left=found[1])
        if said := attribution.foreign(tail["said"], known):
            return BracketSaid(put=words, attributed=said)
    for dash in reversed(list(_DASH.finditer(one.text))):
        if said := attribution.foreign(one.text[dash.end() :], known):
            return BracketSaid(put=part(one, 0, dash.start()), attributed=said)
    return None
