"""Words struck through by hand, as some show what they want out: told with what it would mean, not taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.align.units import inline_of, units
from drafter.model.negotiated import NotUnderstood, PossibleReading
from drafter.model.proposal import TITLE, Deed, Proposal
from drafter.negotiation.intake.basetext import RoundBase

_WHY = "struck through by hand, which may mean that it goes or be no more than a look; --as clean takes it as gone"


def struck_by_hand(base: RoundBase, proposals: Iterable[Proposal], file: str) -> Iterator[NotUnderstood]:
    """What the proposals that striking makes would do."""
    for one in proposals:
        place = next((entry.place for entry in one.arrivals if entry.place), one.place)
        reading = PossibleReading(one.place, one.found.text, one.put.text, _text(base, one))
        yield NotUnderstood(file, place, one.found.text.strip() or one.put.text.strip(), _WHY, (reading,))


def _text(base: RoundBase, one: Proposal) -> str:
    """The paragraph with the proposal alone."""
    if one.kind not in (Deed.WORDS, Deed.TITLE):
        return one.put.text
    own = units(base.inline(one.label or TITLE))
    return inline_of((*own[: one.start], *units(one.put), *own[one.start + len(units(one.found)) :])).text
