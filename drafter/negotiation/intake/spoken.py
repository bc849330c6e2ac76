"""One line of a comment, as note-takers write it: who speaks, and what is said.

"AOSIS: delete “…”", "CAN, UK delete", "AGN, CFRN: Retain", "AGN: instead of X, Y"; "18 November – IC" says only when.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from drafter.model.negotiated import ClosureStatus, Stand
from drafter.negotiation.intake.sentences import stand_of

Names = Callable[[str], tuple[str, ...]]
"""The delegations that a list names, () where it names none."""

_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}\.?(?: \d{{4}})?|{_MONTHS}\.? \d{{1,2}}(?:, \d{{4}})?|"
    r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d\d-\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?:,? (?:\d{1,2}[:.]\d\d|\d{1,2}) ?(?:[ap]\.?m\.?)?)?"
)
_WHEN = re.compile(rf"{_DAY}(?:\s*[-–—:,(]\s*[^“\"]{{0,60}})?", re.IGNORECASE)
_WHEN_BEFORE = (
    re.compile(rf"{_DAY}\s*[-–—:,]?\s*", re.IGNORECASE),
    re.compile(rf"{_DAY}\s*[-–—:,(]\s*[^“\":]{{1,40}}?:\s*", re.IGNORECASE),
)
_BEFORE_COLON = re.compile(r"(?P<names>\(?[A-Z][^:“\"]{0,160}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
_BEFORE_DASH = re.compile(r"(?P<names>\(?[A-Z][^:“\"]{0,160}?)\s+[–—-]\s+(?P<rest>.*)", re.DOTALL)
_VERB = re.compile(
    r"\b(?:also |strongly |still |do(?:es)? not |can ?not |could |can |would |will |has |have |want|wish|prefer|propos|"
    r"suggest|request|ask|to be |to |delet|remov|retain|keep|support|oppos|object|reserv|add|insert|includ|replac|"
    r"change|instead|merge|move|split|flexible|agree|accept|as it stands)",
)
_BEHIND = re.compile(
    r"(?P<said>supported|not supported|opposed|delet(?:e|ed)|retain(?:ed)?|to be deleted) (?:by )?(?P<names>.+)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"^(?:please |also |would (?:like|prefer) (?:to )?|wants?(?: to)? |wish(?:es)? to |prefers?(?: to)? |"
    r"propos(?:es?|ing)(?: to)? |suggest(?:s|ing)?(?: to)? |requests?(?: to)? |asks? to |to (?!be\b))+",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"^(strongly )?(support|oppose|retain|keep|reserve|delete|remove|agree|replace|add|insert|move|merge|split)s\b",
    re.I,
)
_NOT = re.compile(r"^(?:does not|doesn’t|don’t|do not|cannot|can’t|not) (support|accept|agree)\b", re.IGNORECASE)
_DOUBT = re.compile(r"\s*\((?:redline|red line|tbc|strong(?:ly)?)\??\)$", re.IGNORECASE)
_STATUS = re.compile(
    r"(?:status: )?\[?(?P<status>open|suggested for closure|agreed(?: in informals| ad ref\.?)?)"
    r"(?P<more>(?:[;,]? (?:pending|with|reopened).*)?)\]?\.?",
    re.IGNORECASE,
)
_STATUSES = {one.told: one for one in ClosureStatus}
_LIST = re.compile(r"\s*,\s*|\s+and\s+")


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """Who speaks, () where the line names nobody, and what is said."""

    by: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class SaidStatus:
    """How far a line says that a paragraph is."""

    status: ClosureStatus
    pending: tuple[str, ...] = ()
    package: tuple[str, ...] = ()
    reopened: bool = False


def only_when(line: str) -> bool:
    """Whether a line that names nobody says no more than when and where people spoke."""
    return _WHEN.fullmatch(line.strip()) is not None


def spoken(line: str, names: Names) -> SpokenLine:
    """Who speaks in a line and what is said: names stand before a colon, a dash or the verb, or behind "supported by".

    A day and a meeting before them are left out.
    """
    for when in _WHEN_BEFORE:
        if (before := when.match(line)) and (found := _spoken(line[before.end() :], names)).by:
            return found
    return _spoken(line, names)


def _spoken(line: str, names: Names) -> SpokenLine:
    for form in (_BEFORE_COLON, _BEFORE_DASH):
        found = form.match(line)
        if found and (by := names(found["names"])):
            return SpokenLine(by, _plain(found["rest"]))
    if (verb := _VERB.search(line)) and verb.start() and (by := names(line[: verb.start()].strip(" ,"))):
        return SpokenLine(by, _plain(line[verb.start() :]))
    if (found := _BEHIND.fullmatch(line.strip(" ."))) and (by := names(found["names"])):
        said = found["said"].lower()
        return SpokenLine(by, "oppose" if said.startswith("not") else re.sub(r"(?<=[tn])ed$|(?<=[se])d$", "", said))
    if by := names(line):
        return SpokenLine(by, "")
    return SpokenLine((), _plain(line))


def stand_in(said: str) -> tuple[Stand, str] | None:
    """The stand that is taken, with the words that it quotes, "" for none; None where something else is said."""
    bare = _DOUBT.sub("", said).strip()
    quote = re.fullmatch(r"(?P<stand>[^“”\"]+?):?\s*[“\"](?P<words>[^“”\"]+)[”\"]\.?", bare)
    stand = stand_of(quote["stand"] if quote else bare)
    return None if stand is None else (stand, quote["words"] if quote else "")


def status_in(line: str, names: Names) -> SaidStatus | None:
    """What a line says of how far a paragraph is, None where it says something else."""
    found = _STATUS.fullmatch(line.strip())
    status = _STATUSES.get(found["status"].lower().rstrip(".")) if found else None
    if found is None or status is None:
        return None
    pending: tuple[str, ...] = ()
    package: tuple[str, ...] = ()
    reopened = False
    for part in re.split(r"\s*;\s*|,? (?=pending|with |reopened)", found["more"].strip(" ;,]")):
        word, _, listing = part.strip().partition(" ")
        if word == "pending":
            pending = names(listing) or tuple(_LIST.split(listing))
        elif word == "with":
            package = tuple(_LIST.split(listing))
        elif word == "reopened":
            reopened = True
        elif word:
            return None
    return SaidStatus(status, pending, package, reopened)


def _plain(said: str) -> str:
    """What is said without wishes and manners before it, its verb in the form of an instruction."""
    said = _NOT.sub(r"oppose", _WISH.sub("", said.strip()))
    said = _THIRD.sub(lambda found: f"{found[1] or ''}{found[2]}", said)
    return re.sub(r"^oppose (?:it|this|the (?:text|paragraph|deletion|addition))$", "oppose", said)
