"""Who stands where: "EU, Japan", "US retain; EU delete", "EU: delete", as they stand beside a bracket's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.model.negotiated import Stand
from drafter.negotiation.notation.escapes import told


class Verb(StrEnum):
    """What names say of the words beside them; PROPOSE where they say nothing."""

    PROPOSE = ""
    DELETE = "delete"
    ADD = "add"
    RETAIN = "retain"
    SUPPORT = "support"
    OPPOSE = "oppose"
    RESERVE = "reserve"
    ACCEPTED = "accepted"

    @property
    def stand(self) -> Stand:
        """The stand that it takes; ValueError for what is no stand."""
        return Stand(self.value)


@dataclass(frozen=True, slots=True)
class Attributed:
    """Names with what they say, on the words `found` where they quote some."""

    names: tuple[str, ...]
    verb: Verb = Verb.PROPOSE
    found: str = ""


Named = Callable[[str], tuple[str, ...] | None]
"""The names of a list; None where it is no list of names."""

_FORMS = (
    (Verb.OPPOSE, r"(?:do(?:es)? |can(?:not)? ?)?not (?:support|accept|agree)(?:ed|s)?|oppos(?:e[sd]?|ing)|objects?"),
    (Verb.DELETE, r"(?:to be |be |prefer to |wants? to )?(?:delet(?:e[sd]?|ion|ing)|remov(?:e[sd]?|al)|out|strike)"),
    (Verb.RETAIN, r"retain(?:s|ed|ing)?|(?:to )?keep(?:s|ing)?(?: as is)?|as it stands|maintain(?:s|ed)?|stet"),
    (Verb.ADD, r"add(?:s|ed)?|insert(?:s|ed)?|includ(?:e[sd]?|ing)|propos(?:e[sd]?|al)|in|alt"),
    (
        Verb.SUPPORT,
        r"(?:strongly |can )?(?:support(?:s|ed|ing)?|accepts?|agrees?(?: to)?)|can go along(?: with)?|flexible",
    ),
    (Verb.RESERVE, r"reserv(?:e[sd]?|ing|ation)s?(?: (?:its|their) positions?)?|(?:has|have) (?:a )?reservations?"),
    (Verb.ACCEPTED, r"accepted"),
)
_VERB = re.compile(
    r"(?P<names>.*?)(?P<between>\s*:\s*|\s+|^)(?:strongly )?(?P<verb>"
    + "|".join(f"(?P<{verb.name}>{form})" for verb, form in _FORMS)
    + r")(?:\s*“(?P<found>[^”]*)”)?[\s.]*",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(r"(?P<not>not )?(?P<verb>supported|opposed|deleted|proposed|retained) by (?P<names>.+)", re.IGNORECASE)
_SAID_BY = {
    "supported": Verb.SUPPORT,
    "opposed": Verb.OPPOSE,
    "deleted": Verb.DELETE,
    "proposed": Verb.PROPOSE,
    "retained": Verb.RETAIN,
}
_ITEM = re.compile(r"[^;“]*(?:“[^”]*”[^;“]*)*")
_OWN = re.compile(
    r"(?:(?P<names>.*?)(?P<between>: | |^))?(?P<verb>delete|add|retain|support|oppose|reserve|accepted)"
    r"(?: “(?P<found>[^”]*)”)?",
    re.DOTALL,
)


def own(text: str) -> tuple[Attributed, ...]:
    """What is said in our own writing."""
    return tuple(_own_item(item) for item in _items(text))


def foreign(text: str, named: Named) -> tuple[Attributed, ...] | None:
    """What is said in anybody's writing; None where this is no attribution."""
    found = [_foreign_item(item.strip(" .,"), named) for item in _items(text) if item.strip(" .,")]
    if not found or any(one is None for one in found):
        return None
    made = [one for one in found if one is not None]
    return tuple(made)


def split_names(text: str) -> tuple[str, ...]:
    """The names of a list as we write it."""
    return tuple(told(one.strip()) for one in text.split(",") if one.strip())


def _items(text: str) -> Iterator[str]:
    at = 0
    while at <= len(text):
        found = _ITEM.match(text, at)
        end = found.end() if found else len(text)
        yield text[at:end]
        at = end + 1


def _own_item(text: str) -> Attributed:
    found = _OWN.fullmatch(text.strip())
    if found is None:
        return Attributed(split_names(text))
    return Attributed(split_names(found["names"] or ""), Verb(found["verb"]), told(found["found"] or ""))


def _foreign_item(text: str, named: Named) -> Attributed | None:
    if by := _BY.fullmatch(text):
        names = named(by["names"])
        said = _SAID_BY[by["verb"].lower()]
        return Attributed(names, Verb.OPPOSE if by["not"] else said) if names else None
    if found := _VERB.fullmatch(text):
        verb = next(verb for verb, _ in _FORMS if found[verb.name])
        listed = found["names"].strip(" :,")
        names = named(listed) if listed else ()
        if names is not None:
            return Attributed(names, verb, found["found"] or "")
    names = named(text)
    return None if names is None else Attributed(names)
