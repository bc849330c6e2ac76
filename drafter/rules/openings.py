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

_BEFORE_THE_VERB = 3
"""Words among which the verb is looked for: "Once again strongly" is as much as stands before one."""

_DOUBLED = re.compile(r"(?i)(?:commit|submit|regret|permit|defer|refer|transfer|compel|rebut)$")
"""Verbs whose last letter is doubled before -ing."""


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


def turned(text: str, kind: Kind) -> str | None:
    """A paragraph's text opening as the kind asks: what "Welcomes" in the operative part is "Welcoming" in the
    preamble; None where its opening has no such form.

    >>> turned("Also welcomes the adoption of the Pact;", Kind.PREAMBULAR)
    'Welcoming the adoption of the Pact;'
    >>> turned("Expressing concern at the delay,", Kind.OPERATIVE)
    'Expresses concern at the delay,'
    >>> turned("Strongly regrets the delay;", Kind.PREAMBULAR)
    'Strongly regretting the delay;'
    """
    if opening_length(text, kind):
        return text
    words = text.split(" ")
    if words[0] in ("Also", "Further") and len(words) > 1:
        words = [words[1][:1].upper() + words[1][1:], *words[2:]]
    for place, word in enumerate(words[:_BEFORE_THE_VERB]):
        for form in _forms(word, kind):
            new = " ".join([*words[:place], form, *words[place + 1 :]])
            if opening_length(new, kind):
                return new
    return None


def _forms(word: str, kind: Kind) -> list[str]:
    """What a verb may be in the other part; a form that opens nothing is no verb's."""
    if kind is Kind.PREAMBULAR:
        stem = re.sub("(es|s)$", "", word)
        return [] if stem == word else [f"{stem}{stem[-1:] if _DOUBLED.search(stem) else ''}ing"]
    stem = re.sub("ing$", "", word)
    if stem == word:
        return []
    if _DOUBLED.search(stem[:-1]) and stem[-1:] == stem[-2:-1]:
        stem = stem[:-1]
    return [stem + ending for ending in (("es", "s") if re.search("(s|x|z|c|h)$", stem) else ("s", "es"))]


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
