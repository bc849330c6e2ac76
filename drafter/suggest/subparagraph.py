"""A whole paragraph as it would read under a chapeau: what "Urges States to do Y" asks is "To do Y" there."""

from __future__ import annotations

import re

from drafter.rules.openings import opening_verbs

_ASKING = "(?:[Uu]rges|[Cc]alls upon|[Rr]equests|[Ee]ncourages|[Ii]nvites)"
_FORMS = {
    "to": re.compile(
        rf"(?:[A-Z][a-z]+(?: [a-z]+)? )?{_ASKING} [^,;:]{{3,90}}? "
        r"(?=to (?!the|their|its|this|these|all|which|be)[a-z]+ )"
    ),
    "the": re.compile(
        r"(?:Expresses [a-z ]{0,40}(?:concern|alarm|regret)|Condemns|Deplores)"
        r"(?: at| about| over)? (?=(?:the|any|all) [a-z])"
    ),
}
"""By the form of word that subparagraphs begin with, what stands before such a word in a whole paragraph."""


_PARTICLES = {"a": "the", "an": "the"}
_SELF = frozenset(("at", "by", "for", "in", "on", "that", "the", "through", "to", "with"))
_FIRST = re.compile(r"(?:\([a-z]+\) )?(\w+)")


def form_of(text: str) -> str:
    """The form of word that a subparagraph begins with, which its neighbours share, as they go on from one chapeau.

    >>> [form_of(text) for text in ("To protect journalists;", "A lack of means;", "Ensuring access;", "Invites them;")]
    ['to', 'the', 'participle', 'verb']
    """
    found = _FIRST.match(text)
    word = found[1] if found else ""
    particle = _PARTICLES.get(word.casefold(), word.casefold())
    if particle in _SELF:
        return particle
    return "verb" if word in opening_verbs() else "participle" if word.endswith("ing") else "other"


def under_a_chapeau(text: str, form: str) -> str | None:
    """What a paragraph asks for or is about, with a capital, in the form of the subparagraphs there; None where it has
    no such form, or asks for several things.

    >>> under_a_chapeau("Urges all States to protect the families of journalists;", "to")
    'To protect the families of journalists;'
    >>> under_a_chapeau("Expresses concern at the killing of journalists;", "the")
    'The killing of journalists;'
    """
    found = _FORMS[form].match(text) if form in _FORMS else None
    if not found:
        return None
    rest = text[found.end() :]
    further = {word.capitalize() for word in re.findall(r"and (?:also )?([a-z]+)", rest)}
    return None if further & opening_verbs() else rest[0].upper() + rest[1:]
