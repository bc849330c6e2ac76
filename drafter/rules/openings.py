"""How a paragraph opens: the verb or participle with what modifies it, up to the first preposition or "that".

In print the opening is italic (Editorial Manual). The words are in `openings.toml`; the order they come in is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model.resolution import Kind
from drafter.rules.tables import Table, kept, table

_LONGEST = 400
"""Characters looked at; the longest opening has fewer than a hundred."""


def opening_length(text: str, kind: Kind) -> int:
    """Characters of the italic opening of a paragraph's text; 0 where it does not open as its kind does.

    >>> opening_length("Taking note also of the report of the Secretary-General,", Kind.PREAMBULAR)
    16
    """
    if kind is Kind.HEADING or not text[:1].isupper():
        return 0
    found = _patterns()[kind].match(text, 0, _LONGEST)
    return found.end() if found else 0


def kind_of(text: str) -> Kind | None:
    """Whether a text opens as a preambular or as an operative paragraph; None where it opens as neither.

    >>> kind_of("Decides to remain seized of the matter."), kind_of("During its session,")
    (<Kind.OPERATIVE: 'operative'>, None)
    """
    if not text[:1].isupper():
        return None
    for kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
        if _patterns()[kind].match(text, 0, _LONGEST):
            return kind
    return None


@kept()
def opening_verbs() -> frozenset[str]:
    """The verbs that open operative paragraphs, as "Welcomes"."""
    words = table("openings")
    heads = (re.sub(r"\{(\w+),\w+\}", r"\1", phrase.split(" ")[0]).split("(")[0] for phrase in words["phrases"])
    return frozenset((*words["verbs"], *(head.capitalize() for head in heads)))


@kept()
def _patterns() -> dict[Kind, re.Pattern[str]]:
    words = table("openings")
    return {
        Kind.PREAMBULAR: _pattern(words, "ing", _participles(words)),
        Kind.OPERATIVE: _pattern(words, "s", _any(words["verbs"])),
    }


def _participles(words: Table) -> str:
    excluded = _any(words["not_participles"])
    return (
        rf"(?:Having(?: (?:{_any(words['after'])}))? [a-z-]+(?:ed|ard|en|n)|(?!(?:{excluded})\b)(?:Re-)?[A-Z]?[a-z]+ing"
        rf"|{_any(words['adjectives'])})"
    )


def _pattern(words: Table, ending: str, heads: str) -> re.Pattern[str]:
    """(adverbs) head (adverb) (with …), once or, joined by "and", twice; a comma or space must follow."""
    adverb = _any(words["adverbs"])
    after = _any(words["after"])
    modifier = rf"(?:(?:(?!{_any(words['not_modifiers'])}\\b)[a-z-]+ ){{0,3}}?)"
    forms = "ing" if ending == "ing" else "e?s"
    noun = _any(words["nouns"])
    owned = (
        rf"(?:{_any(words['noun_heads'])})(?:{forms})(?: {after})? (?:its|their) {modifier}{noun}"
        rf"|(?:Convey|Express|Voic)(?:{forms})(?: {after})? {modifier}{noun}"
    )
    phrases = "|".join(_inflected(phrase, ending) for phrase in words["phrases"])
    head = rf"(?:{owned}|{phrases}|{heads})"
    feeling = modifier + _any(words["with"])
    with_ = rf"(?: with {feeling}(?: and {feeling})?| {_any(words['manner'])})"
    one = rf"(?:{adverb} )*{head}(?: {after})?{with_}?(?: {after})?"
    return re.compile(rf"{one}(?: and {one})?(?=[\s,;:.])", re.IGNORECASE)


def _inflected(phrase: str, ending: str) -> str:
    """`tak{es,ing} note` as the operative part ("takes note") or the preamble ("taking note") has it."""
    return re.sub(r"\{(\w+),(\w+)\}", lambda found: found[1] if ending == "s" else found[2], phrase).replace(" ", r"\ ")


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
