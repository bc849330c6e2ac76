"""Where words stand in a draft, and the edit that replaces them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from drafter.edit.edits import SetText, Several
from drafter.edit.reworded import replaced
from drafter.model.draft import Draft


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The characters `start`..`end` of the standing paragraph `id`."""

    id: str
    start: int
    end: int


def places(draft: Draft, words: str, *, exact: bool = False) -> tuple[Occurrence, ...]:
    """Every place where `words` stand, in the order of the text; `exact` heeds the case."""
    return tuple(
        Occurrence(paragraph.id, *span)
        for paragraph in draft.standing
        for span in spans(paragraph.text, words, exact=exact)
    )


def spans(text: str, words: str, *, exact: bool = False) -> tuple[tuple[int, int], ...]:
    """The characters where `words` stand; a space matches any white space, an apostrophe either form.

    >>> spans("The States’ duties; the  States' rights", "the states'")
    ((0, 11), (20, 32))
    """
    if not words.strip():
        return ()
    pattern = re.sub(r"(?:\\ )+", r"\\s+", re.escape(words))
    pattern = re.sub("['’]", "['’]", pattern)
    wanted = re.compile(pattern, 0 if exact else re.IGNORECASE)
    return tuple(found.span() for found in wanted.finditer(text) if found[0])


def holding(draft: Draft, words: str) -> frozenset[str]:
    """The ids of the standing paragraphs that have `words`."""
    return frozenset(place.id for place in places(draft, words))


def replaced_at(draft: Draft, chosen: Collection[Occurrence], words: str) -> Several:
    """The edit that puts `words` at the chosen places; note marks and italics stay, as in any rewording."""
    edits = []
    for id in dict.fromkeys(place.id for place in chosen):
        inline = draft[id].inline
        for place in sorted((place for place in chosen if place.id == id), key=lambda place: -place.start):
            inline = replaced(inline, place.start, place.end, words)
        edits.append(SetText(id, inline))
    count = len(chosen)
    return Several(tuple(edits), f"replace at {count} place{'' if count == 1 else 's'}")
