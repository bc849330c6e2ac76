"""Whose “his” or “her” it is: the pronouns of a text that mean the holder of an office.

A pronoun belongs to an office only where no other person could be meant; the rest is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.model.resolution import Paragraph
from drafter.rules.offices import Mention, mentions, names_any

HE, SHE = "he", "she"

_SAYS = {"he": HE, "his": HE, "him": HE, "she": SHE, "her": SHE}
_PRONOUN = re.compile(rf"(?<![\w’'/-])(?=[hHsS])(?i:{'|'.join(_SAYS)})(?![\w’'/-])(?! (?:\w+ )?visits? to\b)")
"""A past visit to a country stays with whoever made it."""
_BOTH = re.compile(
    r"\b(?:he|she|his|her|him|hers)(?:/| or | and )(?:(?:to|by|for|of|with) )?(?:he|she|his|hers|her|him)\b",
    re.IGNORECASE,
)
"""“his or her”: of nobody in particular."""

_PERSON = re.compile(
    r"\b(?:Presidents?|Vice-Presidents?|(?:Vice-)?Chairs?|Chair(?:person|man|woman)|Ministers?|Judge|Prosecutor|Registrar"
    r"|Administrator|Director|Head|Rapporteur|Expert|Representative|Mr\.|Ms\.|Mrs\.|King|Pope|Ombuds(?:man|person)"
    r"|Coordinator|Adviser|Ambassador|former|outgoing|late|previous|predecessor"
    r"|Eminent Person|(?:death|legacy|memory|life) of|tribute to"
    r"|[a-z]+ (?:envoy|rapporteur|representative|adviser)"
    r"|wom[ae]n|girls?|mothers?|daughter|wife|widow|man|boy|father|everyone|anyone|someone"
    r"|(?:[Aa]|[Tt]he|[Ee]very|[Ee]ach|[Aa]ny|[Nn]o|[Aa]nother|[Tt]hat|[Oo]ne)(?: [a-z-]+)? (?:child|person|individual"
    r"|victim|worker|migrant|detainee|prisoner|defender|candidate|citizen|judge|member|official|representative|expert"
    r"|president|chair|director|head|journalist|student|parent|spouse|author|employee|incumbent))(?!\w)"
)
"""Other persons that a pronoun could mean."""

_OWN = re.compile(
    r",? (?:in|within|consistent with|for the)(?: (?!or\b)[\w-]+){0,6} "
    r"| to(?: (?!or\b)[\w-]+){1,6}(?<! with)(?<! by)(?<! for) "
)
"""Words between an office and a pronoun that means its holder, whoever else is named: “in the fulfilment of her
mandate”."""

_AFTER = re.compile(r"\s+(\w+)")
_GIVING = re.compile(r"\b(?:grant|giv|afford|allow|offer)(?:e|s|es|ing)?\s+$")
"""After such a verb “her full access” is access granted to her, and the pronoun is not possessive."""

_NO_NOUN = frozenset(
    {"a", "all", "an", "and", "any", "as", "at", "by", "during", "for", "from", "if", "in", "into", "of", "on", "or"}
    | {"regarding", "so", "that", "the", "through", "to", "upon", "when", "where", "which", "while", "who", "with"}
    | {"within"}
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The characters `start`..`end` of paragraph `place`, which mean the holder of `office`; `says` is HE or SHE.

    `office` is the same for every way to write the name; `name` is as this text writes it.
    """

    place: int
    start: int
    end: int
    office: str
    name: str
    says: str


def pronouns(paragraphs: Sequence[Paragraph]) -> tuple[Pronoun, ...]:
    """Each pronoun that can only mean the holder of one office, in the order of the text."""
    texts = [paragraph.text.replace("\u00a0", " ") for paragraph in paragraphs]
    named: dict[str, dict[str, str]] = defaultdict(dict)
    found: list[Pronoun] = []
    for place, (before, text) in enumerate(zip(_chapeaus(paragraphs, texts), texts, strict=True)):
        whole = before + text
        if not names_any(whole):
            continue
        for mention in mentions(text):
            if mention.in_full:
                named[mention.title].setdefault(mention.office, mention.name)
        words = _alone(text)
        around = tuple(mentions(whole)) if words else ()
        for word in words:
            office = _meant(whole, len(before) + word.start(), around, named)
            if office:
                found.append(Pronoun(place, word.start(), word.end(), *office, _SAYS[word[0].lower()]))
    return tuple(found)


def calls(paragraphs: Sequence[Paragraph]) -> tuple[tuple[str, str], ...]:
    """Each office with what the text calls its holder, HE or SHE; with both where it says both."""
    return tuple(dict.fromkeys((one.office, one.says) for one in pronouns(paragraphs)))


def turned(text: str, start: int, end: int, says: str) -> str:
    """The pronoun at `start`..`end` of `text` as the other one; “her” is “his” before a noun and “him” elsewhere.

    >>> turned("all information requested by her and", 29, 32, HE)
    'him'
    >>> turned("in the fulfilment of her mandate", 21, 24, HE)
    'his'
    """
    word = text[start:end]
    if says == SHE:
        other = "she" if word.lower() == "he" else "her"
    elif word.lower() == "she":
        other = "he"
    else:
        after = _AFTER.match(text, end)
        before = _GIVING.search(text, 0, start)
        other = "his" if after and after[1].lower() not in _NO_NOUN and not before else "him"
    return other.capitalize() if word[0].isupper() else other


def _chapeaus(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> Iterator[str]:
    """What each paragraph's sentence begins with, in the paragraphs above it that end with a colon."""
    above: list[tuple[int, str]] = []
    for paragraph, text in zip(paragraphs, texts, strict=True):
        while above and above[-1][0] >= paragraph.level:
            above.pop()
        yield "".join(f"{one} " for _, one in above)
        if text.endswith(":"):
            above.append((paragraph.level, text))


def _alone(text: str) -> list[re.Match[str]]:
    """The pronouns that are not one half of “his or her”."""
    words = list(_PRONOUN.finditer(text))
    both = [found.span() for found in _BOTH.finditer(text)] if words else ()
    return [word for word in words if not any(start <= word.start() < end for start, end in both)]


def _meant(text: str, at: int, mentions: Sequence[Mention], named: dict[str, dict[str, str]]) -> tuple[str, str] | None:
    """The office, and its name, that a pronoun at `at` means; None where it could mean another person."""
    before = [mention for mention in mentions if mention.start < at]
    last = before[-1] if before else None
    if last and last.person and _OWN.fullmatch(text, last.end, at) and not _PERSON.search(text, last.end, at):
        to_another = len(before) > 1 and text[before[-2].end : last.start] == " to the "
        return None if to_another else _office(last, named)
    meant = {_office(mention, named) for mention in before if mention.person}
    if len(meant) != 1:
        return None
    rest = text[:at]
    for mention in before:
        rest = rest[: mention.start] + " " * (mention.end - mention.start) + rest[mention.end :]
    return None if _PERSON.search(rest) else meant.pop()


def _office(mention: Mention, named: dict[str, dict[str, str]]) -> tuple[str, str] | None:
    """A bare title is the only office of that title that the text has named in full so far."""
    known = named.get(mention.title, {})
    if mention.purpose:
        return mention.office, known.get(mention.office, mention.name)
    return next(iter(known.items())) if len(known) == 1 else None
