"""Words whose notes are marked by asterisks, as amendment papers print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.model.inline import Inline, NoteMark
from drafter.model.proposal import Proposal, note_id
from drafter.model.resolution import Footnote
from drafter.negotiation.proposing import with_notes

_ASTERISKS = re.compile(r"(?<!\*)\*{1,40}(?!\*)")


def noted(proposal: Proposal, notes: Mapping[str, Inline], base: Iterable[Footnote]) -> Proposal:
    """The proposal with note marks where its words have the asterisks of these notes."""
    put = _marked(proposal.put, {mark: mark for mark in notes})
    return with_notes(replace(proposal, put=put), notes, base) if put != proposal.put else proposal


def marked(text: Inline, notes: Mapping[str, Inline], base: Iterable[Footnote]) -> Inline:
    """The text with note marks in place of the asterisks; a note that the base has is the base's."""
    known = {footnote.inline: footnote.id for footnote in base}
    return _marked(text, {mark: known.get(note) or note_id(note) for mark, note in notes.items()})


def _marked(text: Inline, names: Mapping[str, str]) -> Inline:
    for found in reversed(list(_ASTERISKS.finditer(text.text))):
        if found[0] in names:
            mark = Inline("", (), (NoteMark(0, names[found[0]]),))
            text = text[: found.start()] + mark + text[found.end() :]
    return text
