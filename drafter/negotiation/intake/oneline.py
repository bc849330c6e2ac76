"""One line or cell as what it asks for: "OP7: after “violations” add “and abuses”", or a paragraph's own text."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.align.tokens import words
from drafter.model.proposal import TITLE
from drafter.negotiation.intake import quoted
from drafter.negotiation.intake.asked import Act, Asked, Understood
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.letters import ACTS
from drafter.negotiation.intake.locators import Locator, listed, located
from drafter.negotiation.intake.sentences import about, sentence
from drafter.rules.openings import kind_of

_AFTER_PLACE = re.compile(r"\s*(?:\([^()]{2,60}\))?\s*(?::|–|—|-(?=\s)|=)\s*|\s+(?=(?:to|should|shall|will|would) )")
_POLITE = re.compile(
    r"^(?:please|pls|kindly|we (?:would )?(?:propose|suggest|request|like|wish|prefer)s?|propos(?:e[sd]?|al)(?: to)?:?|"
    r"suggest(?:s|ed|ion)?(?: to)?:?|would like|wish(?:es)?|to(?! be\b)|that we)\b[:,]? ?(?:to )?",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"(?:(?:please )?(?:add|insert|propose) )?(?:an? )?new (?P<kind>preambular |operative )?(?:sub-?)?paragraph,? "
    r"(?P<where>after|before) (?P<place>[^:“\"]{3,60}): ?(?P<words>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(
    r"(?P<says>[^“\"«:]*\b(?:paragraphs?|text|following|reading|reads?|follows),?:) ?(?P<words>[^“„\"«].*)$", re.DOTALL
)
_PARTED = re.compile(r"(?<=\S)[;.] +(?=[A-Z])")
_FIRST = re.compile(r"(.+?[”\"’'»“]|.*\b(?:delete[d]?|retain)\.?)[.;,]? +[A-Z][^“”\"«»]*$", re.DOTALL)
"""An instruction, and behind it a sentence that quotes nothing and so is a remark."""
_BARE_WORDS = re.compile(
    r"^(?P<verb>replace|change|substitute)\s+(?P<old>[^“„«\"\x02]+?)\s+(?:by|with|to)\s+(?P<new>[^“„«\"\x02]+?)[.;]?$|"
    r"^(?P<out>delete|remove|take out)\s+(?P<words>[^“„«\"\x02]+?)[.;]?$|"
    r"^(?P<instead>instead of)\s+(?P<was>[^“„«\"\x02,]+?),\s+(?P<is>[^“„«\"\x02,]+?)[.;]?$|"
    r"^(?P<put>after|before)\s+(?P<anchor>[^“„«\"\x02]+?),?\s+(?:add|insert)\s+(?P<more>[^“„«\"\x02]+?)[.;]?$",
    re.IGNORECASE,
)
_ALIKE = 0.6
"""The share of a text's words that stand in the paragraph of its label."""


def understood_line(text: str, base: RoundBase) -> Understood:
    """What one line asks for: paragraphs and a colon before what is to be done, or a whole sentence."""
    places, end = listed(text)
    if not places:
        return _new_paragraph(text) or _sentence(_POLITE.sub("", text))
    behind = _AFTER_PLACE.match(text, end)
    rest = text[behind.end() :] if behind else text[end:].lstrip(" ,")
    if not rest.strip():
        return Understood(why="it says nothing of what is to be done")
    understood = about(places, _POLITE.sub("", rest))
    if not understood.why:
        return _as_labelled(understood)
    whole = _sentence(text)
    if not whole.why:
        return whole
    if behind and len(places) == 1 and (bare := _bare(places, rest, base)):
        return bare
    if behind and len(places) == 1 and is_text(rest):
        if _meant_as_text(rest, places[0], base):
            return Understood((Asked(Act.NEW_HERE, places, blocks=(unquoted(rest),)),))
        return Understood(why="it may be the paragraph’s new text or a remark on it")
    if several := _several(text, base):
        return several
    first = _FIRST.match(text)
    if first and not located(text[first.end(1) :]).found and not (alone := understood_line(first[1], base)).why:
        return alone
    return understood


def _several(text: str, base: RoundBase) -> Understood | None:
    """Instructions behind one another on a line, each with its paragraph: "PP1: retain; PP2: delete"."""
    parts = _PARTED.split(text)
    if len(parts) < 2 or any(quoted.quoted(part).broken or not listed(part)[0] for part in parts):
        return None
    read = [understood_line(part, base) for part in parts]
    return None if any(one.why for one in read) else Understood(tuple(act for one in read for act in one.asked))


def _meant_as_text(text: str, place: Locator, base: RoundBase) -> bool:
    """Whether words under a label are certainly its text: quoted, with an opening, closed as a paragraph is, or like
    the paragraph that stands there."""
    bare = unquoted(text)
    if bare != text.strip() or kind_of(bare) is not None or bare.rstrip()[-1:] in ",;":
        return True
    said = set(words(bare))
    return any(len(said & set(words(base.inline(label).text))) >= _ALIKE * len(said) for label in base.labels(place))


def _new_paragraph(text: str) -> Understood | None:
    """ "New paragraph after OP3:" with the bare words of the paragraph behind the colon."""
    found = _NEW.match(text)
    if found is None or not listed(found["place"])[0] or not is_text(found["words"]):
        return None
    made = sentence(f"{found['where']} {found['place']}, insert a new paragraph:", (unquoted(found["words"]),))
    kind = (found["kind"] or "").strip().lower()
    return replace(made, asked=tuple(replace(one, kind=one.kind or kind) for one in made.asked))


def _sentence(text: str) -> Understood:
    first = text[:1].upper() + text[1:]
    understood = sentence(first)
    if understood.why and (reading := _BLOCK.match(first)) and is_text(reading["words"]):
        below = sentence(reading["says"], (unquoted(reading["words"]),))
        return below if not below.why else understood
    if understood.why:  # "In OP3, replace X by Y": the words bear no quotation marks
        places, _ = listed(first, 3 if first.startswith("In ") else 0)
        found = re.match(r"In (.+?), (?=replace|delete|remove|after|before|change|substitute)", first)
        if found and places and listed(found[1])[1] == len(found[1]):
            return about(places, _quoted_words(first[found.end() :])) if _one_way(first[found.end() :]) else understood
    return understood


def _as_labelled(understood: Understood) -> Understood:
    """A quoted whole text under a label: it is new where the base lacks the label, and compared where it has it."""
    return Understood(
        tuple(
            replace(one, act=Act.NEW_HERE) if one.act is Act.REWRITE and one.places[0].label != TITLE else one
            for one in understood.asked
        )
    )


def _bare(places: tuple[Locator, ...], text: str, base: RoundBase) -> Understood | None:
    """Words without quotation marks, where they can be parted in one way and stand in the paragraph."""
    labels = base.labels(places[0])
    if len(labels) != 1 or not _one_way(text):
        return None
    found = about(places, _quoted_words(text))
    stands = all(one.anchor and one.anchor in base.inline(labels[0]).text for one in found.asked)
    return found if found.asked and stands else None


def _one_way(text: str) -> bool:
    found = _BARE_WORDS.match(text)
    return found is not None and (not found["verb"] or len(re.findall(r"\s(?:by|with|to)\s", text)) == 1)


def _quoted_words(text: str) -> str:
    def put_marks(found: re.Match[str]) -> str:
        if found["verb"]:
            return f"{found['verb']} “{found['old']}” with “{found['new']}”"
        if found["out"]:
            return f"delete “{found['words']}”"
        if found["instead"]:
            return f"replace “{found['was']}” with “{found['is']}”"
        return f"{found['put']} “{found['anchor']}” insert “{found['more']}”"

    return _BARE_WORDS.sub(put_marks, text)


def is_text(text: str) -> bool:
    """Whether words are a paragraph's own text and not an instruction: many, with a capital and a closing mark."""
    bare = unquoted(text)
    if ACTS.match(bare):
        return False
    closed = len(bare.split()) > 3 and bare[:1].isupper() and bare.rstrip()[-1:] in ",;."
    return closed or (len(bare.split()) > 2 and kind_of(bare) is not None)


def unquoted(text: str) -> str:
    marked = quoted.quoted(text.strip())
    return marked.quotes[0] if marked.text.strip(" .") == "\x020\x03" else text.strip()
