"""Words whose notes are marked by asterisks, as amendment papers print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.model.inline import Inline, NoteMark
from drafter.model.proposal import Proposal
from drafter.model.resolution import Footnote
from drafter.negotiation.proposing import with_notes

_ASTERISKS = re.compile(r"(?<!\*)\*{1,6}(?!\*)")


def noted(proposal: Proposal, notes: Mapping[str, Inline], base: Iterable[Footnote]) -> Proposal:
    """The proposal with note marks where its words have the asterisks of these notes."""
    put = proposal.put
    for found in reversed(list(_ASTERISKS.finditer(put.text))):
        if found[0] in notes:
            mark = Inline("", (), (NoteMark(0, found[0]),))
            put = put[: found.start()] + mark + put[found.end() :]
    return with_notes(replace(proposal, put=put), notes, base) if put != proposal.put else proposal
