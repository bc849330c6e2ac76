"""A paragraph's verbs in the form of the other part: "Welcomes" in the operative one is "Welcoming" in the preamble.

Only verbs that open paragraphs are turned, so that no other word is taken for one ("This" is no "Thiing").
"""

from __future__ import annotations

import re

from drafter.model.resolution import Kind
from drafter.rules.openings import opening_length, opening_verbs
from drafter.rules.tables import kept

_BEFORE_THE_VERB = 3
"""Words among which the verb is looked for: "Once again strongly" is as much as stands before one."""

_DOUBLED = re.compile(r"(?i)(?:[bm]mit|dmit|nsmit|regret|permit|defer|refer|transfer|concur|compel|rebut|\bset)$")
"""Verbs whose last letter is doubled before -ing."""

_LATER = re.compile(
    r"(?P<link>,? and |, |; )(?P<adverb>(?:also |further |[a-z]+ly ){0,2})(?P<verb>[a-z-]+)(?= (?P<next>[a-z]+))"
)
"""Where a later verb may stand: joined to what comes before it, with what stands before a verb."""

_OBJECT = frozenset(
    (
        "the",
        "that",
        "its",
        "all",
        "upon",
        "on",
        "with",
        "note",
        "to",
        "their",
        "this",
        "these",
        "any",
        "in",
        "also",
        "States",
    )
)
"""What follows a verb rather than the plural of a noun: "requests the" is one, "requests for" is not."""


def turned(text: str, kind: Kind) -> str | None:
    """A paragraph's text with its opening, and the later verbs joined to it, as the kind asks; None where its opening
    has no such form.

    >>> turned("Also welcomes the adoption of the Pact, and requests the Secretary-General to report;", Kind.PREAMBULAR)
    'Welcoming the adoption of the Pact, and requesting the Secretary-General to report;'
    >>> turned("Expressing concern at the delay, and stressing that time is short,", Kind.OPERATIVE)
    'Expresses concern at the delay, and stresses that time is short,'
    >>> turned("Strongly regrets the delay;", Kind.PREAMBULAR)
    'Strongly regretting the delay;'
    >>> turned("To end immediately the practice;", Kind.PREAMBULAR)
    """
    if opening_length(text, kind):
        return text
    words = text.split(" ")
    if words[0] in ("Also", "Further") and len(words) > 1:
        words = [words[1][:1].upper() + words[1][1:], *words[2:]]
    for place, word in enumerate(words[:_BEFORE_THE_VERB]):
        if form := _form(word, kind):
            new = " ".join([*words[:place], form, *words[place + 1 :]])
            if length := opening_length(new, kind):
                return new[:length] + _LATER.sub(lambda found: _agreeing(found, kind), new[length:])
    return None


def disagrees(text: str, kind: Kind) -> bool:
    """Whether a later verb of a paragraph is joined to its opening in the other part's form, as far as can be seen.

    >>> disagrees("Welcoming the report and requests the Secretary-General to report,", Kind.PREAMBULAR)
    True
    """
    rest = text[opening_length(text, kind) :]
    return any(_agreeing(found, kind) != found[0] or _left(found, kind) for found in _LATER.finditer(rest))


def _agreeing(found: re.Match[str], kind: Kind) -> str:
    """A later verb in the kind's form; words that may be no verb stay. A participle after a mere comma says how, and
    one after "and" alone may belong to another."""
    if found["next"] not in _OBJECT or (kind is Kind.OPERATIVE and found["link"] != ", and "):
        return found[0]
    form = _form(found["verb"], kind)
    return f"{found['link']}{found['adverb']}{form}" if form else found[0]


def _left(found: re.Match[str], kind: Kind) -> bool:
    """Whether a participle after "and" alone may be a later verb that was not turned."""
    joined = kind is Kind.OPERATIVE and found["link"] == " and " and found["next"] in _OBJECT
    return joined and _form(found["verb"], kind) is not None


def _form(word: str, kind: Kind) -> str | None:
    """A verb in the other part, with or without its capital; None for a word that opens nothing there."""
    capital = word[:1].upper() + word[1:]
    if kind is Kind.PREAMBULAR:
        form = _participle(capital) if capital in opening_verbs() else None
    else:
        form = _by_participle().get(capital)
    return form if form is None or word == capital else form[0].lower() + form[1:]


@kept()
def _by_participle() -> dict[str, str]:
    return {_participle(verb): verb for verb in opening_verbs()}


def _participle(verb: str) -> str:
    if verb.endswith("ies"):
        return f"{verb[:-3]}ying"
    stem = re.sub("ees$", "ee", verb) if verb.endswith("ees") else re.sub("(es|s)$", "", verb)
    return f"{stem}{stem[-1:] if _DOUBLED.search(stem) else ''}ing"
