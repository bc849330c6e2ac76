"""Amendment papers from one year's text to the next: carried out, they give the next year's words."""

from __future__ import annotations

from collections import Counter

import pytest

from drafter.edit.begin import begin
from drafter.errors import DrafterError
from drafter.model.proposal import Arrival, Deed
from drafter.negotiation.amending.plan import amendments
from drafter.negotiation.intake import others
from drafter.negotiation.intake.anchors import occurrences
from drafter.negotiation.intake.asked import Act
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.difference import from_text
from drafter.negotiation.merge import MergedRound
from drafter.negotiation.values import opened
from drafter.parse import read_text
from tests.support import real

pytestmark = pytest.mark.real
WHOLE = 0.1
"""The share of reworded paragraphs that may have to be given as a whole."""


def test_a_paper_carried_out_gives_the_next_text() -> None:
    found: Counter[str] = Counter()
    for old, new in real.year_pairs()[::16]:
        texts = real.texts("ga_78_80_text")
        before, after = (read_text(texts[stem], name=f"{stem}.txt").resolution for stem in (old, new))
        round_ = opened(begin(before, old))
        try:
            taken = from_text(base_of(round_), others.of_resolution(after), Arrival(("Japan",)))
        except DrafterError:  # the same title over another text
            found["another"] += 1
            continue
        round_ = round_.having(proposals=taken.proposals)
        standing = MergedRound(round_, round_.proposals).standing
        made = amendments(round_, standing)
        assert (old, made.apart, made.unnamed) == (old, "", ())
        worded = {one.label for one in standing if one.kind in (Deed.WORDS, Deed.TITLE)}
        found["worded"] += len(worded)
        for one in made.instructions:
            found["whole"] += one.act is Act.REWRITE and one.labels[0] in worded
            if one.anchor and one.act is not Act.SWAP_ALL:
                assert len(occurrences(one.anchor.text, round_.inline(one.labels[0]).text)) == 1
    assert found["whole"] <= WHOLE * found["worded"]
    assert found["worded"] > 20
    assert found["another"] <= 1
