"""Where the words that are wanted at a place of a round stand in adopted texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.tui.shown.agreement import stands

if TYPE_CHECKING:
    from drafter.model.negotiated import Conflict
    from drafter.negotiation.agreed_words import AgreedConflict, AgreedProposal, AgreedStretch, AgreedWording


@dataclass(frozen=True, slots=True)
class AgreedHere:
    """The proposals by their ids, the conflicts with their readings, and for each leading run of their words the
    paragraphs of the latest text that have it."""

    proposals: Mapping[str, AgreedProposal] = field(default_factory=dict)
    conflicts: Mapping[Conflict, AgreedConflict] = field(default_factory=dict)
    labels: Mapping[AgreedStretch, tuple[str, ...]] = field(default_factory=dict)

    @property
    def wordings(self) -> Iterator[AgreedWording]:
        """What each proposal puts in and takes out, and each reading."""
        for one in self.proposals.values():
            yield from (one.put, one.found)
        for each in self.conflicts.values():
            yield from (one.wording for one in each.readings)

    def standing(self, one: AgreedStretch) -> str:
        """Where a run stands: "75/190 OP1, OP11 (2020); 14 texts of this library, first 67/181 OP3"."""
        run = one.run
        others = [label for label in self.labels.get(one, ()) if label != run.latest.label]
        latest = stands(run.latest).replace(run.latest.label, ", ".join((run.latest.label, *others)), 1)
        return latest if run.count == 1 else f"{latest}; {run.count} texts of this library, first {stands(run.first)}"

    def said(self, one: AgreedWording) -> str:
        """How far a wording stands in adopted texts, in a line."""
        if not one.agreed_words:
            return "its words do not stand together in a text of the library"
        return f"{one.agreed_words} of {one.words} words stand in {self.standing(max(one.runs, key=_weight))}"


def _weight(one: AgreedStretch) -> tuple[int, int]:
    return one.run.words, one.run.count
