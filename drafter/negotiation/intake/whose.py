"""Whose a line of a letter is: "EU: OP3: delete", "OP3 (EU): delete", "OP3: delete (EU, Norway)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drafter.negotiation.intake.locators import listed

Names = Callable[[str], tuple[str, ...]]
"""The delegations that a list names, () where it names none."""

Named = tuple[tuple[str, ...], str]
"""Who is named, and the line without them."""

_BEFORE = re.compile(r"(?P<names>[A-Z(\[][^:“\"]{0,80}?)[)\]]?(?:\s*:\s*|\s+[–—-]\s+)(?=\S)")
_IN_BRACKETS = re.compile(r"[(\[](?P<names>[A-Z][^()\[\]:“\"]{0,80})[)\]]\s*:?\s*(?=\S)")
_LABEL_BEHIND = re.compile(r"(?P<names>[A-Z][^:“\"\d]{0,60}?)\s+(?=(?:OP|PP)s?\.? ?\d)")
_VERB_BEHIND = re.compile(
    r"(?P<names>[A-Z][^:“\"]{0,60}?)\s+(?=(?:also |strongly |still )*"
    r"(?:supports?|opposes?|retains?|keeps?|reserves?|proposes?|suggests?|requests?|wishes|would|prefers?) )"
)
_AFTER_PLACE = re.compile(r"\s*(?:[(\[](?P<names>[A-Z][^()\[\]:“\"]{0,80})[)\]])\s*(?=[:–—-]|\s)")
_THIRD_PERSON = re.compile(r"^((?:also |strongly |still )*)(support|oppose|retain|keep|reserve)s\b")
_AHEAD = (_BEFORE, _IN_BRACKETS, _LABEL_BEHIND, _VERB_BEHIND)
_SECOND = re.compile(r"\s*(?::|–|—|-(?=\s))\s*(?P<names>[A-Z][^:“\"]{0,80}?)(?:\s*:\s*|\s+[–—-]\s+)(?=\S)")
_BEHIND = (
    re.compile(r"(?P<rest>.*\S)\s*[(\[](?P<names>[A-Z][^()\[\]:“\"]{0,80})[)\]][.;]?", re.DOTALL),
    re.compile(r"(?P<rest>.*\S)\s+[–—-]\s+(?P<names>[A-Z][^:“\"]{0,80}?)[.;]?", re.DOTALL),
)
_HEADING = re.compile(
    r"(?:the )?(?:preamb\w+|operative|title|general|specific|comments?|proposals?|amendments?|changes|edits|text|"
    r"notes?|section|part|annex|paragraphs?|delegations?|rationale|reasons?|positions?|language|subject|draft|resolution|"
    r"zero|revis\w+|additional|other|new|our|we|please|see|as|in|on)\b",
    re.IGNORECASE,
)
_NAME_ALONE = re.compile(r"[A-Z][\w’'.-]*(?: (?:of|the|and|for|&|[A-Z\d][\w’'.-]*)){0,5}")


def before(line: str, names: Names) -> Named:
    """Who is named before the instruction, or behind the paragraphs that it begins with; () and the line without."""
    places, end = listed(line)
    forms = [(form, end) for form in (_AFTER_PLACE, _SECOND)] if places else [(form, 0) for form in _AHEAD]
    for form, at in (*forms, *_cut_short(line)):
        found = form.match(line, at)
        if found and (named := names(found["names"].strip("()[] "))):
            kept = line[:at]
            rest = _THIRD_PERSON.sub(r"\1\2", line[found.end() :])
            return named, f"{kept}: {rest.lstrip(' :')}" if kept else rest
    return (), line


def _cut_short(line: str) -> Iterator[tuple[re.Pattern[str], int]]:
    """ "OP3 (EU)", where the group would be taken for a subparagraph."""
    bare = line.find(" (")
    if bare > 0 and listed(line[:bare])[1] == bare:
        yield _AFTER_PLACE, bare


def behind(line: str, names: Names) -> Iterator[Named]:
    """Who may be named at the end of a line, as "(EU)" or "– EU", with the line without them."""
    for form in _BEHIND:
        found = form.fullmatch(line.strip())
        if found and (named := names(found["names"])):
            yield named, found["rest"]


def unknown(line: str) -> Iterator[Named]:
    """A name that nobody knows, where it stands before a colon as a delegation's would."""
    found = _BEFORE.match(line)
    if found and _is_name(name := found["names"].strip("()[] ")):
        yield (name,), line[found.end() :]


def alone(line: str, names: Names, *, follows: bool) -> tuple[str, ...]:
    """Who is named by a line that says nothing else, () where it says more.

    A name that nobody knows counts where a colon stands behind it, or where it `follows` the lines of others.
    """
    bare = line.strip(" *_#")
    if named := names(bare.rstrip(" :")):
        return named
    likely = bare.endswith(":") or (follows and not bare.endswith((".", ";", ",")))
    name = bare.rstrip(" :")
    return (name,) if likely and _is_name(name) else ()


def _is_name(text: str) -> bool:
    return bool(_NAME_ALONE.fullmatch(text)) and not _HEADING.match(text) and not listed(text)[0]
