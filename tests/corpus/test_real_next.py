"""Real texts from one year to the next: what the later text has is known to be in, wherever it stands there."""

from __future__ import annotations

from collections import Counter

import pytest

from drafter.edit.begin import begin
from drafter.errors import DrafterError
from drafter.model.proposal import Arrival
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.difference import OtherText, from_text
from drafter.negotiation.revising.revise import revised
from drafter.negotiation.values import opened
from drafter.parse import read_text
from tests.support import real

pytestmark = pytest.mark.real


@pytest.mark.skipif(not real.REAL.is_dir(), reason="no real texts beside the project")
def test_what_the_next_year_took_up_is_in() -> None:
    """Every second pair of years; the others were kept apart to measure with."""
    texts = real.texts("ga_78_80_text")
    became: Counter[str] = Counter()
    for old, new in real.year_pairs()[::2]:
        before, after = (read_text(texts[stem], name=f"{stem}.txt").resolution for stem in (old, new))
        round_, issued = opened(begin(before, old)), begin(after, new)
        notes = {note.id: note.inline for note in issued.footnotes}
        try:
            given = from_text(base_of(round_), OtherText(after.title, after.paragraphs, notes), Arrival(("EU",)))
        except DrafterError:
            continue
        made = revised(round_.having(proposals=given.proposals), "Rev.1", issued)
        became.update(one.aftermath.value for one in made.landings)
    assert became.total() > 2000
    assert became["in"] >= 0.98 * became.total(), became
