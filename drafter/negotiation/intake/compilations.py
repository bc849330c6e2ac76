"""Compilation texts in plain text and Markdown files: our own, and those of others."""

from __future__ import annotations

import re

from drafter.model.proposal import Arrival
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.compiled.textrows import own_text
from drafter.negotiation.intake.takenin import TakenIn
from drafter.negotiation.notation.escapes import told
from drafter.negotiation.notation.values import NOBODY
from drafter.rules.parties import names

_INSIDE = re.compile(r"\[[^\[\]]*\s[-–—]\s?(?P<names>[A-Z][^\[\]/;:“”]{1,60})[^\[\]]*\]")
_BEHIND = re.compile(r"\]\s?\((?P<names>[A-Z][^()\[\]:]{1,80})[^()]*\)")
_ASKED = re.compile(r"\[(?P<names>[A-Z][^\[\]:“”]{1,80}):[^\[\]]*\]")
_AGREED = re.compile(r"[\[(](?:agreed|suggested for closure)\b[^\[\]()]*[\])]", re.IGNORECASE)
_INSTRUCTION = re.compile(
    r"^\W*(?:PP|OP|para)[^:\[\]]{0,30}:\s*(?:please )?(?:add|delete|replace|insert|after|before|in line)\b",
    re.IGNORECASE | re.MULTILINE,
)
_BARE = re.compile(r"\[[^\[\]]+\]")
_ENOUGH, _BRACKETS, _LONG = 2, 3, 60
_LIKELY = re.compile(r"\(?[A-Z][\w.’'-]*(?: (?:of|the|and|for|[A-Z][\w.’'-]*)){0,3}\)?")
_NO_NAME = re.compile(r"\(?(?:The|A|An|In|Annex|Part|Article|Section|Table|Paragraph|Resolution)\b")


def is_compilation(text: str) -> bool:
    """Whether a file is a compilation text: brackets with the names of delegations, statuses, or many brackets in whole
    paragraphs."""
    if own_text(text) is not None or names_owners(text):
        return True
    return len(_BARE.findall(text)) >= _BRACKETS and _long(text) >= _BRACKETS and "“" not in text


def names_owners(text: str) -> bool:
    """Whether brackets in a text have names of delegations or are statuses."""
    known = names()
    named = sum(
        bool(known.names_in(re.split(r"\s(?:delete|retain|oppose|support|reserve)", found["names"])[0]))
        for form in (_INSIDE, _BEHIND, _ASKED)
        for found in form.finditer(text)
    )
    return named + len(_AGREED.findall(text)) >= _ENOUGH or (named > 0 and not _INSTRUCTION.search(text))


def _long(text: str) -> int:
    return sum(len(one) > _LONG for one in text.splitlines())


def from_compilation(base: RoundBase, text: str, arrival: Arrival) -> TakenIn:
    """What a compilation text proposes on the base. Raises DrafterError for one of another text."""
    # what tells a compilation is asked of every file, so that its readers are imported only for one
    own = own_text(text)
    if own is not None:
        from drafter.negotiation.intake.compiled.own import from_own

        return from_own(base, own, arrival)
    from drafter.negotiation.intake.compiled.foreign import from_foreign
    from drafter.negotiation.intake.compiled.foreignlines import paragraphs

    listed = base.names

    def known(typed: str) -> tuple[str, ...] | None:
        plain = told(typed).strip()
        return (NOBODY,) if plain == NOBODY else listed.names_in(plain) or None

    def likely(typed: str) -> tuple[str, ...] | None:
        """Also names that nobody knows, if they look like names."""
        parts = [one.strip() for one in re.split(r"[,/]", told(typed)) if one.strip()]
        looks = bool(parts) and all(_LIKELY.fullmatch(one) and not _NO_NAME.match(one) for one in parts)
        return known(typed) or (tuple(one.strip("()") for one in parts) if looks else None)

    return from_foreign(base, list(paragraphs(text)), arrival, likely, known)
