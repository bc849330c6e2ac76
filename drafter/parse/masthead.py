"""What stands above the text and below it: symbol, session, agenda item, title, origin; meeting and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from drafter.model.dates import DATE, first_date
from drafter.model.inline import Inline
from drafter.model.organ import Organ
from drafter.model.session import from_ordinal
from drafter.model.submission import Submission
from drafter.model.symbol import Symbol
from drafter.parse.lines import Line, shortened
from drafter.parse.others import hold_against, one_number

_DATE = re.compile(DATE)
_NAMES = "|".join(organ.value for organ in Organ)
ORGAN_LINE = re.compile(
    rf"The\s+(?:[A-Z][a-z-]+(?:th|st|nd|rd|ond|ird|irst)\s+)?(?P<organ>{_NAMES})\s*[,:]?", re.IGNORECASE
)
_ADOPTED = re.compile(
    rf"\*?\s*(?:Resolutions? adopted by the (?P<organ>{_NAMES})|Adopted by the Security Council|Resolution of \d"
    r"|Adopted (?:unanimously )?at the)\b.*",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?P<ordinal>[A-Za-z]+(?:-[a-z]+)?(?: hundred and [a-z-]+)?)\s+"
    r"(?P<special>emergency special |special )?session\b.*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:Agenda(?:\s+items?)?|Items?)\s+(?P<item>\d{1,3}.*|\([a-z]\).*)", re.IGNORECASE)
_PROVISIONAL = re.compile(
    r"\s+of the (?:preliminary list|(?:draft |supplementary )?(?:provisional )?agenda)\b.*", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?P<number>(?:\d{1,4}|S-\d{1,2}|ES-\d{1,2})/\d{1,4}(?:\s?[A-Z](?:\s?(?:and|–|-|to)\s?[A-Z])?)?"
    r"|\d{1,4}\s?[A-Z]?\s?\([A-Z\d-]{1,7}\)|R(?:esolution|ESOLUTION)\s+\d{1,4}\s?\(\d{4}\)|\d{4,6}(?=\.\s))"
    r"[*†]{0,2}(?:\.|(?=\s|$))\s*[*†]{0,2}\s*(?P<title>.*)"
)
_MEETING = re.compile(
    r"(?P<meeting>\d{1,5}(?:st|nd|rd|th)\s+(?:\((?:resumed|closed)\)\s+)?(?:plenary\s+|closed\s+)*meeting)"
    rf"(?:,?\s+{DATE})?[,.]?",
    re.IGNORECASE,
)
"""The closing line; until 1990 it ends in a comma, and the date that follows in a full stop."""
_SUBMITTED = re.compile(r"(?:.{3,}:\s)?(?:revised )?draft (?:resolution|decision)", re.IGNORECASE)
"""The line above a draft's title: its sponsors and what they submit."""
_AT_MEETING = re.compile(r"at its (?P<meeting>\d{1,5}(?:st|nd|rd|th) meeting)", re.IGNORECASE)

_LONGEST_TITLE = 400


@dataclass(slots=True)
class MastheadFacts:
    """Facts read so far, and the lines they came from (the page furniture of the first page)."""

    organ: Organ | None = None
    symbol: Symbol | None = None
    session: int | None = None
    adopted: date | None = None
    issued: date | None = None
    meeting: str = ""
    agenda_item: str = ""
    agenda_title: str = ""
    origin: str = ""
    title: Inline = field(default_factory=Inline)
    submission: Submission | None = None
    furniture: list[str] = field(default_factory=list)


def is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text.removesuffix(".")))


def is_meeting(text: str) -> bool:
    return bool(_MEETING.fullmatch(text))


def meeting_in(text: str) -> str:
    """The meeting in a closing line, without the date."""
    found = _MEETING.fullmatch(text)
    return " ".join(found["meeting"].split()) if found else ""


def organ_of(text: str) -> Organ | None:
    """The organ, where a line is the one that opens a resolution ("The General Assembly,")."""
    found = ORGAN_LINE.fullmatch(text)
    return _organ(found["organ"]) if found and text[0] == "T" else None


def symbol_named(name: str) -> Symbol | None:
    """The symbol that a file is named after ("A_RES_75_190.txt")."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    return Symbol.parse(stem) or Symbol.parse(stem.rsplit(".", 1)[0])


def title_number(text: str) -> re.Match[str] | None:
    return _TITLE.fullmatch(text)


def read_masthead(lines: Sequence[Line], name: str) -> MastheadFacts:
    """Read the lines above the organ's own; `name` is the file's, whose stem may be a symbol."""
    facts = MastheadFacts()
    named = symbol_named(name)
    title: list[Line] = []
    agenda: list[str] = []
    state = ""
    numbered = ""
    for line in lines:
        text = line.text
        symbol = Symbol.parse(text.rstrip("*† "))
        if symbol is not None and text.startswith(("A/", "S/", "E/")):
            facts.symbol = facts.symbol or symbol
            facts.furniture.append(text)
        elif (found := title_number(text)) and state != "title" and found[0] == numbered:
            facts.furniture.append(text)  # the Security Council's number stands above and in its title
        elif found and state != "title":
            state = "title"
            numbered = found["number"]
            facts.furniture.append(text[: found.start("title")].strip())
            if numbered.startswith(("Resolution", "RESOLUTION")):
                title.append(replace(line, text=" ".join(numbered.capitalize().split())))
            elif found["title"]:
                title.append(shortened(line, found.start("title")))
        elif text.startswith("[") or state == "origin":
            state = "below the origin" if text.rstrip("*†").endswith("]") else "origin"
            facts.origin = f"{facts.origin} {text}".strip()
        elif _ADOPTED.match(text):
            state = "adopted"
            facts.furniture.append(text)
            _adopted(facts, text)
        elif state == "adopted" and (_DATE.search(text) or text.startswith(("on ", "at its"))):
            facts.furniture.append(text)
            _adopted(facts, text)
        elif _SUBMITTED.fullmatch(text) and state != "title":
            state = "title"
            facts.furniture.append(text)
        elif state == "title" and text[0] in "*†" and len(text) > 1 and text[1].isspace():
            facts.furniture.append(text)
        elif state == "title":
            title.append(line)
        elif (found := _ITEM.fullmatch(text)) and not agenda:
            state = "agenda"
            facts.agenda_item = _PROVISIONAL.sub("", found["item"]).strip(" .*†")
            agenda = []
            facts.furniture.append(text[: found.start("item")].strip())
        elif state != "agenda" and (found := _SESSION.fullmatch(text)) and from_ordinal(found["ordinal"]):
            facts.furniture.append(text)
            if not found["special"] and facts.session is None:
                facts.session = from_ordinal(found["ordinal"])
        elif is_date(text) and facts.issued is None and state != "agenda":
            facts.issued = first_date(text)
            facts.furniture.append(text)
        elif state == "agenda" and not text.startswith("Distr") and text.rstrip("*† ") != "United Nations":
            agenda.append(text)
        elif state == "below the origin":
            title.append(line)  # the number that goes before a title is missing
        elif text.startswith("Distr") and (issued := first_date(text)):
            facts.issued = issued
            facts.furniture.append(text)
        else:
            facts.furniture.append(text)
    if not (title or state or facts.symbol or named or facts.submission):
        title = _bare_title(lines, facts)
    facts.agenda_title = " ".join(" ".join(agenda).split())
    facts.origin = facts.origin.strip().strip("[]*† ")
    facts.title = joined_title(title)
    facts.organ = facts.organ or next((_organ(line.text) for line in lines if _organ(line.text)), None)
    titled = _complete(facts, numbered)
    adopted = named if named and not named.limited else None
    if facts.symbol and titled and not facts.symbol.limited and (adopted is None or one_number(facts.symbol, titled)):
        hold_against({"its name": adopted, "its masthead": facts.symbol, "its title": titled}, name)
    facts.symbol = adopted or titled or facts.symbol or named
    if facts.symbol and facts.organ is None:
        facts.organ = facts.symbol.organ
    if (
        facts.session is None
        and facts.symbol
        and facts.symbol.organ in (Organ.GENERAL_ASSEMBLY, Organ.HUMAN_RIGHTS_COUNCIL)
    ):
        facts.session = facts.symbol.session_number
    return facts


def _bare_title(lines: Sequence[Line], facts: MastheadFacts) -> list[Line]:
    """The last paragraph above the organ's line, where nothing else says what the lines there are."""
    start = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].gap), 0)
    found = list(lines[start:])
    if not found or sum(len(line.text) for line in found) > _LONGEST_TITLE or found[-1].text.endswith((".", ",", ";")):
        return []
    if any(_SESSION.fullmatch(line.text) or _ITEM.fullmatch(line.text) or is_date(line.text) for line in found):
        return []
    for line in found:
        facts.furniture.remove(line.text)
    first, _, words = found[0].text.partition(" ")
    if (symbol := Symbol.parse(first.rstrip(".*†"))) and words:
        facts.symbol = symbol
        found[0] = shortened(found[0], len(found[0].text) - len(words))
    return found


def _complete(facts: MastheadFacts, numbered: str) -> Symbol | None:
    """The symbol in full from the number before the title."""
    number = re.sub(r"(?i)^resolution\s+", "", numbered)
    symbol = Symbol.parse(number) if number else None
    if symbol is None:
        return None
    if facts.symbol is not None and facts.symbol.short == symbol.short:
        return facts.symbol
    if facts.organ is Organ.HUMAN_RIGHTS_COUNCIL:
        return Symbol.parse(f"A/HRC/RES/{number}")
    if facts.organ is Organ.ECONOMIC_AND_SOCIAL_COUNCIL:
        return Symbol.parse(f"E/RES/{number}") or symbol
    return symbol


def _adopted(facts: MastheadFacts, text: str) -> None:
    facts.adopted = first_date(text) or facts.adopted
    facts.organ = _organ(text) or facts.organ
    if found := _AT_MEETING.search(text):
        facts.meeting = found["meeting"]


def _organ(text: str) -> Organ | None:
    lowered = text.casefold()
    return next((organ for organ in Organ if organ.value.casefold() in lowered), None)


def joined_title(lines: Sequence[Line]) -> Inline:
    """The title without the italics that a source may set it in."""
    text = ""
    for line in lines:
        glue = "" if (text.endswith("-") and not text.endswith(" -")) or not text else " "
        text += glue + line.text
    return Inline(" ".join(text.split()).rstrip("*† "))
