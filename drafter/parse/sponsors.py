"""The line above the title of an L. document: what is submitted, by whom, and what it amends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model.submission import Submitted

_WHAT = r"(?P<what>(?:revised\s+)?draft\s+(?:resolution|decision)s?|(?:sub-?)?amendments?(?:\s+to\s+(?P<target>.+))?)"
_SPONSORED = re.compile(rf"(?P<by>[^:]+?)\s*:\s?[*†]*\s*{_WHAT}[*†]*", re.IGNORECASE | re.DOTALL)
_SUBMITTED_BY = re.compile(
    r"(?P<what>(?:revised\s+)?draft\s+(?:resolution|decision)s?|amendments?(?:\s+to\s+(?P<target>.+?))?)\s+"
    r"(?:submitted|proposed)\s+by\s+(?P<by>.+?)[*†]*(?::\s*(?:revised\s+)?draft\s+(?:resolution|decision)[*†]*)?",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(rf"{_WHAT}[*†]*", re.IGNORECASE)
_NOTE = re.compile(r"(?P<what>Note)\s+by\s+the\s+(?P<by>[A-Z][A-Za-z -]{3,60})[*†]*")
_DRAFT = re.compile(r"(?:revised\s+)?draft\s+resolution\s+(?=[A-Z]/)", re.IGNORECASE)
_AFTER_SUBMITTER = re.compile(
    r",?\s+(?:on the basis of|on the recommendation of|on behalf of|following|in accordance with|pursuant to)\b.*",
    re.DOTALL,
)
_BETWEEN = re.compile(r",\s+(?![^(]*\))")
_ONE_NAME = re.compile(
    r"\b(Antigua|Bosnia|Trinidad|Sao Tome|São Tomé|Great Britain|Saint Kitts|Saint Vincent|Group of 77)\s+and\s+"
)
_PROPER = re.compile(r"(?:[A-ZÀ-Ý][\w’'.-]*|of|the|and|de|d’|\(|\)|,|:|\s)+")


@dataclass(frozen=True, slots=True)
class SponsorLine:
    """What the line says; `sponsors` in its order."""

    what: Submitted
    sponsors: tuple[str, ...] = ()
    on_behalf: str = ""
    amends: str = ""


def sponsor_line(text: str) -> SponsorLine | None:
    """The line, where `text` is one as a whole.

    >>> sponsor_line("Djibouti, Qatar and State of Palestine:* draft resolution").sponsors
    ('Djibouti', 'Qatar', 'State of Palestine')
    >>> sponsor_line("Ukraine:* amendment to draft resolution A/80/L.3").amends
    'A/80/L.3'
    """
    text = " ".join(text.split())
    if found := _SUBMITTED_BY.fullmatch(text):
        by = found["by"].rstrip(" *†")
        behalf = re.search(r"\bon behalf of (.+)", by)
        submitter = _AFTER_SUBMITTER.sub("", by).strip(" ,").removeprefix("the ")
        submitter = re.sub(r"\s+\)", ")", submitter)
        return SponsorLine(
            _kind(found["what"]), (submitter,), behalf_of(behalf[0]) if behalf else "", _target(found["target"])
        )
    if found := _SPONSORED.fullmatch(text):
        return SponsorLine(_kind(found["what"]), names(found["by"]), "", _target(found["target"]))
    if found := _BARE.fullmatch(text):
        return SponsorLine(_kind(found["what"]), (), "", _target(found["target"]))
    if found := _NOTE.fullmatch(text):
        return SponsorLine(Submitted.NOTE, (found["by"].strip(),))
    return None


def names(text: str) -> tuple[str, ...]:
    """The sponsors of a list, "and" before the last.

    >>> names("Trinidad and Tobago and United Kingdom of Great Britain and Northern Ireland")
    ('Trinidad and Tobago', 'United Kingdom of Great Britain and Northern Ireland')
    """
    whole = _ONE_NAME.sub("\\1\0", text.rstrip(" *†:"))
    *before, last = _BETWEEN.split(whole)
    head, joint, tail = last.rpartition(" and ")
    found = [*before, *(filter(None, (head, tail)) if joint else (last,))]
    return tuple(re.sub(r"[*†]+", "", name.replace("\0", " and ")).strip() for name in found if name.strip())


def is_list_of_names(text: str) -> bool:
    """Whether a line is the middle or beginning of a list of sponsors, and not of an agenda item's title."""
    return "," in text and _PROPER.fullmatch(text) is not None


def behalf_of(note: str) -> str:
    """Whom a note speaks for, "" where it says nothing of it.

    >>> behalf_of("On behalf of the States that are members of the Group of 77 and China, taking into account also …")
    'the States that are members of the Group of 77 and China'
    """
    found = re.match(r"on behalf of\s+(.+)", " ".join(note.split()), re.IGNORECASE)
    return (
        re.split(r",\s+(?:taking into account|in accordance with|pursuant to)\b", found[1])[0].rstrip(" .")
        if found
        else ""
    )


def _kind(what: str) -> Submitted:
    words = " ".join(what.lower().split())
    if "amendment" in words.split(" to ", 1)[0]:
        return Submitted.AMENDMENT
    return Submitted(words.rstrip("s"))


def _target(text: str | None) -> str:
    return _DRAFT.sub("", text.rstrip(" *†.:"), count=1) if text else ""
