"""Where a drafter wants to go: by a label, a bare number, a section's numeral or words of its heading."""

from __future__ import annotations

import re

from drafter.edit.gestures.gesture import paragraph_at
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.resolution import Kind


def destination(draft: Draft, typed: str) -> str:
    """The id of the paragraph that is meant: "OP14", "14" (operative), "IX" or "marine science" (headings).

    Raises DrafterError if there is none, or if words stand in several headings: all of them are named.
    """
    wanted = " ".join(typed.split())
    for label in (wanted, f"OP{wanted}") if re.fullmatch(r"\d.*", wanted) else (wanted,):
        try:
            return paragraph_at(draft, label)
        except DrafterError:
            continue
    found = _headings(draft, wanted.casefold())
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise DrafterError(f"several headings have these words: {'; '.join(found.values())}")
    raise DrafterError(f"there is no {wanted or 'such paragraph'} in this draft")


def _headings(draft: Draft, wanted: str) -> dict[str, str]:
    """The headings that a numeral or words can mean, by id: the one with that numeral or with exactly these words,
    else all that have the words."""
    headings = {one.id: " ".join(one.text.split()) for one in draft if one.kind is Kind.HEADING and not one.deleted}
    exact = {id: text for id, text in headings.items() if _means(text.casefold(), wanted)}
    if exact:
        return dict(list(exact.items())[:1])
    return {id: text for id, text in headings.items() if wanted and wanted in text.casefold()}


def _means(heading: str, wanted: str) -> bool:
    bare = wanted.removeprefix("section ").removeprefix("chapter ").rstrip(".")
    numeral, _, words = heading.partition(" ")
    return bool(wanted) and (heading == wanted or words == wanted or numeral.rstrip(".") == bare)
