"""Notes of an amendment paper, which are marked by asterisks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.model.inline import Inline

FIRST = 2
"""A single asterisk is the sponsors'."""


def stars(texts: Iterable[Inline], first: int = FIRST) -> dict[str, str]:
    """The asterisks of each note that these texts mark, in the order of the marks."""
    found: dict[str, str] = {}
    for text in texts:
        for mark in text.marks:
            found.setdefault(mark.note, "*" * (first + len(found)))
    return found


def starred(text: Inline, marks: Mapping[str, str]) -> Inline:
    """The text with asterisks in place of its marks."""
    made = Inline()
    at = 0
    for mark in text.marks:
        made = made + text[at : mark.at].without_marks() + Inline(marks[mark.note])
        at = mark.at
    return made + text[at:].without_marks() if text.marks else text
