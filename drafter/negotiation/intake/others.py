"""Draft files and clean texts as texts that go out from a round's base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.errors import DrafterError
from drafter.model import notes
from drafter.model.draft import Draft
from drafter.model.resolution import Resolution
from drafter.negotiation.intake.difference import OtherText
from drafter.negotiation.values import Round


def of_draft(draft: Draft, round_: Round, file: str) -> OtherText:
    """A draft file: its paragraphs are known again by their ids, then by their origins. Raises DrafterError for a draft
    of another text."""
    if Path(draft.base).name != Path(round_.text.base).name:
        raise DrafterError(
            f"this is a draft from {draft.base}, and the round is on {round_.text.base}",
            file=file,
            remedy="take it into a round on that text",
        )
    standing = draft.standing
    cited = {note.id: note.inline for note in draft.footnotes}
    return OtherText(
        draft.title, tuple(one.paragraph for one in standing), cited, tuple(_known(draft, round_)), exact=True
    )


def of_resolution(text: Resolution) -> OtherText:
    """A text without ids, such as a clean Word file."""
    return OtherText(text.title, text.paragraphs, {note.id: note.inline for note in notes.in_full(text.footnotes)})


def _known(draft: Draft, round_: Round) -> Iterator[tuple[int, int]]:
    by_id = {one.id: place for place, one in enumerate(round_.text)}
    by_origin = {one.origin: place for place, one in enumerate(round_.text) if one.origin}
    found: dict[int, int] = {}
    for by in (by_id, by_origin):
        for place, one in enumerate(draft.standing):
            name = one.id if by is by_id else one.origin
            base = by.get(name) if name else None
            if base is not None and base not in found.values() and place not in found:
                found[place] = base
    yield from ((base, place) for place, base in found.items())
