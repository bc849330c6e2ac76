"""The resolutions that a paragraph cites: number, organ where the words before it say so, date where one follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from drafter.model.dates import DATE, date_of
from drafter.model.organ import Organ
from drafter.model.symbol import Symbol

_CITED = re.compile(
    r"(?<![\w/.(-])(?P<number>(?:S-|ES-)?\d{1,3}/\d{1,3}(?: [A-Z](?![\w’]))?)(?![\w/]|\.\d|–\d)"
    rf"(?P<dated>,? (?:both |all )?of {DATE})?"
)
_LEAD = re.compile(
    r"(?:(?:(?P<social>Economic and Social Council)|(?P<council>(?:Human Rights )?Council)"
    r"|(?P<commission>Commission on Human Rights|Commission)"
    r"|(?P<assembly>(?:General |(?<!Environment )(?<!Health ))Assembly))(?:(?:,? in)? its)?"
    r"|(?P<own>\b[Ii]ts)|(?P<bare>))"
    r"(?: relevant| previous| earlier)? (?P<noun>resolution|decision)s? "
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation at `start`..`end` (`dated_end` with its date). `organ` is None where the words leave it open."""

    number: str
    organ: Organ | None
    dated: date | None
    start: int
    end: int
    dated_end: int
    shares_date: bool = False

    def symbol(self, own: Organ) -> Symbol | None:
        """Its symbol, read as the text's own organ where nothing else is said."""
        prefix = {Organ.HUMAN_RIGHTS_COUNCIL: "A/HRC/RES/", Organ.GENERAL_ASSEMBLY: "A/RES/"}.get(self.organ or own)
        return Symbol.parse(prefix + self.number) if prefix else None


@lru_cache(20_000)
def citations(text: str, own: Organ) -> tuple[Citation, ...]:
    """What `text`, a paragraph of a text of the organ `own`, cites by number."""
    leads = [(found.end(), _organ(found, own), found["noun"]) for found in _LEAD.finditer(text)]
    listed: list[Citation] = []
    for found in _CITED.finditer(text):
        before = [lead for lead in leads if lead[0] <= found.start()]
        if not before or before[-1][2] != "resolution" or ";" in text[before[-1][0] : found.start()]:
            continue
        dated = date_of(found) if found["dated"] else None
        session = found["number"].partition("/")[0]
        sharing = rf"(?:,| and|, and| to) (?:{session}/\d+|\d{{4}} \(|[A-Z]\b)"
        shares = re.match(sharing, text[found.end() :]) is not None
        start, end = found.span("number")
        listed.append(Citation(found["number"], before[-1][1], dated, start, end, found.end(), shares))
    return tuple(listed)


def _organ(lead: re.Match[str], own: Organ) -> Organ | None:
    if lead["council"] == "Human Rights Council":
        return Organ.HUMAN_RIGHTS_COUNCIL
    if lead["assembly"]:
        return Organ.GENERAL_ASSEMBLY
    if lead["social"]:
        return Organ.ECONOMIC_AND_SOCIAL_COUNCIL
    if lead["commission"]:
        return Organ.COMMISSION_ON_HUMAN_RIGHTS
    return own if lead["own"] else None
