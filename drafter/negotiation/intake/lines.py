"""Instructions of one line each, as delegations write them in letters: "OP7: after “violations” add “and abuses”"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.model.proposal import Arrival
from drafter.negotiation.intake import quoted, whose
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.dated import letter_day
from drafter.negotiation.intake.letters import letter
from drafter.negotiation.intake.locators import listed, located
from drafter.negotiation.intake.oneline import understood_line
from drafter.negotiation.intake.takenin import TakenIn, Written

_PROPOSES = re.compile(
    r"^(?P<names>[A-Z][^:“\"]{0,60}?) (?:would like|wants?|wish(?:es)?|propose[sd]?|suggest(?:s|ed)?|request(?:s|ed)?|"
    r"asks?|asked)(?: for| to)? (?=\S)"
)
_WHY = re.compile(
    r"\s*(?:[(\[]?\b(?:rationale|reason|justification|explanation)s?\s*:\s*)(?P<why>.+?)[)\]]?$",
    re.IGNORECASE | re.DOTALL,
)


def from_lines(base: RoundBase, text: str, arrival: Arrival) -> TakenIn:
    """What a letter's lines propose on the base. A delegation that stands alone on a line owns those below it."""
    read = letter(text, base.names.names_in)
    collecting = Collecting(base, replace(arrival, day=letter_day(text) or arrival.day))
    owner: tuple[str, ...] = ()
    head: _Head | None = None
    aside = read.aside
    for line in read.lines:
        words, named = _owned(line.text, base, follows=bool(owner))
        if named and not words:
            owner, head = (owner if arrival.by else named), None
            continue
        reason = _WHY.search(words)
        by = () if arrival.by else named or owner
        written = Written(f"line {line.number}", line.text, (), by, reason["why"] if reason else "")
        asked = words[: reason.start()] if reason else words
        if _only_places(asked):
            _unused(head, collecting)
            head = _Head(written, asked.rstrip(" :-–—"))
            continue
        if head and not _located(asked):
            head.used = True
            asked = f"{head.place}: {asked}"
        else:
            _unused(head, collecting)
            head = None
        understood = understood_line(asked, base)
        if understood.why and not _says_something(words):
            aside += 1
            continue
        collecting.take(written, understood)
    _unused(head, collecting)
    return collecting.taken(aside=aside)


@dataclass
class _Head:
    """A line that names a paragraph and nothing more: what is to be done stands in the lines below it."""

    written: Written
    place: str
    used: bool = False


def _unused(head: _Head | None, collecting: Collecting) -> None:
    if head and not head.used:
        collecting.leave(head.written, "it says nothing of what is to be done")


def _only_places(text: str) -> bool:
    places, end = listed(text)
    return bool(places) and not text[end:].strip(" :-–—")


def _located(text: str) -> bool:
    """Whether a line names a paragraph of its own, outside the words that it quotes."""
    return bool(located(quoted.quoted(text).text).found)


def _owned(text: str, base: RoundBase, *, follows: bool) -> tuple[str, tuple[str, ...]]:
    """A line without the delegations that it names, "" where it says nothing more, and who they are.

    Names at its end, and such as nobody knows, count where the line is understood without them alone.
    """
    names = base.names.names_in
    if alone := whose.alone(text, names, follows=follows):
        return "", alone
    named, words = whose.before(text, names)
    if named:
        return words, named
    if (found := _PROPOSES.match(text)) and not listed(text)[0] and (named := names(found["names"])):
        return text[found.end() :], named
    if understood_line(text, base).why:
        for named, words in (*whose.behind(text, names), *whose.unknown(text)):
            if not understood_line(words, base).why:
                return words, named
    return text, ()


def _says_something(text: str) -> bool:
    """Whether a line that is not understood seems meant as an instruction: it names a paragraph or quotes words."""
    return bool(
        re.search(r"[“\"«]|\b(?:OP|PP)\s?\d|paragraph|\bpara\b|\bdelete\b|\breplace\b|\binsert\b", text, re.IGNORECASE)
    )
