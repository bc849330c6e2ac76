"""Where words stand in a draft, and the edit that replaces them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from drafter.edit.edits import SetText, Several
from drafter.model.draft import Draft
from drafter.model.inline import Inline, Span


@dataclass(frozen=True, slots=True)
class Place:
    """The characters `start`..`end` of the standing paragraph `id`."""

    id: str
    start: int
    end: int


def places(draft: Draft, words: str, *, exact: bool = False) -> tuple[Place, ...]:
    """Every place of `words`, any white space for a space, either apostrophe for one; `exact` minds the case."""
    if not words.strip():
        return ()
    pattern = re.sub(r"(?:\\ )+", r"\\s+", re.escape(words))
    pattern = re.sub("['’]", "['’]", pattern)
    wanted = re.compile(pattern, 0 if exact else re.IGNORECASE)
    return tuple(
        Place(paragraph.id, *found.span())
        for paragraph in draft.standing
        for found in wanted.finditer(paragraph.text)
        if found[0]
    )


def replaced(draft: Draft, chosen: Collection[Place], words: str) -> Several:
    """The edit that puts `words` at the chosen places; note marks stay, italics too where the place was italic."""
    edits = []
    for id in dict.fromkeys(place.id for place in chosen):
        inline = draft[id].inline
        own = sorted((place for place in chosen if place.id == id), key=lambda place: -place.start)
        for place in own:
            italic = (Span(0, len(words)),) if words and inline.is_italic(place.start, place.end) else ()
            marks = inline[place.start : place.end].marks
            kept = tuple(type(mark)(len(words), mark.note) for mark in marks)
            inline = inline.replace(place.start, place.end, Inline(words, italic, kept))
        edits.append(SetText(id, inline))
    count = len(chosen)
    return Several(tuple(edits), f"replace at {count} place{'' if count == 1 else 's'}")
