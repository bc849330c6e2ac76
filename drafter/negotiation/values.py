"""A round: the base's text, and everything that was proposed, said and decided on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from drafter.model import draft as drafts
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, Decision, Position
from drafter.model.proposal import TITLE, Outcome, Proposal, united
from drafter.model.resolution import Kind
from drafter.rules.parties import Party, PartyNames, names


@dataclass(frozen=True)
class Round:
    """A round of negotiation; changed by `having`, whatever the order of what that is given.

    `text` is the base: every paragraph in it stands, and its origins are those of the draft that it was. Proposals,
    positions, closures and decisions are in the order of their places. `parties` are those whose spellings or members
    are this round's own, by name; `names` are these with the library's.
    """

    stage: str
    text: Draft
    proposals: tuple[Proposal, ...] = ()
    positions: tuple[Position, ...] = ()
    closures: tuple[Closure, ...] = ()
    decisions: tuple[Decision, ...] = ()
    parties: tuple[Party, ...] = ()
    follows: str = ""

    @cached_property
    def names(self) -> PartyNames:
        return names().having(self.parties)

    @cached_property
    def paragraphs(self) -> Mapping[str, DraftParagraph]:
        """The base's paragraphs by their labels, in order."""
        names = drafts.labels(self.text)
        return {names[one.id]: one for one in self.text}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of each label in order of place, the title's the first."""
        return {label: place for place, label in enumerate((TITLE, *self.paragraphs))}

    @cached_property
    def by_id(self) -> Mapping[str, Proposal]:
        return {one.id: one for one in self.proposals}

    @cached_property
    def decided(self) -> Mapping[str, Decision]:
        """The decision on each proposal that has one."""
        return {one.on: one for one in self.decisions}

    @cached_property
    def closed(self) -> Mapping[str, Closure]:
        """How far each paragraph is that is more than open."""
        return {one.label: one for one in self.closures}

    def outcome(self, proposal: Proposal) -> Outcome:
        """What became of a proposal so far."""
        found = self.decided.get(proposal.id)
        if found is not None:
            return found.outcome
        return Outcome.WITHDRAWN if proposal.withdrawn else Outcome.OPEN

    def of(self, *outcomes: Outcome) -> tuple[Proposal, ...]:
        """The proposals of which one of these became, in order of place."""
        return tuple(one for one in self.proposals if self.outcome(one) in outcomes)

    def anchored(self, one: Proposal) -> Proposal:
        """The proposal as behind a paragraph, not behind one of the list below it: that is the same place."""
        form, own = one.form, self.paragraphs.get(one.label)
        if not one.after or one.after not in self.paragraphs or (form is None and own is None):
            return one
        level = form.level if form is not None else own.level if own is not None else 0
        labels, last = tuple(self.paragraphs), self.paragraphs[one.after]
        place = self.places[one.after] - 1
        while place and _below(self.text.paragraphs[place], last, level):
            place -= 1
        return replace(one, after=labels[place])

    def inline(self, label: str) -> Inline:
        """The base's words at a label, the title's too; KeyError where there is none."""
        return self.text.title if label == TITLE else self.paragraphs[label].inline

    def having(
        self,
        *,
        proposals: Iterable[Proposal] | None = None,
        positions: Iterable[Position] | None = None,
        closures: Iterable[Closure] | None = None,
        decisions: Iterable[Decision] | None = None,
    ) -> Round:
        """The round with these in place of its own, equal ones united and everything in order of place."""
        own = replace(self, proposals=self.proposals if proposals is None else self._in_order(proposals))
        return replace(
            own,
            positions=own.positions if positions is None else own._together(positions),
            closures=own.closures
            if closures is None
            else tuple(sorted(closures, key=lambda one: own.order(one.label))),
            decisions=own.decisions
            if decisions is None
            else tuple(sorted(decisions, key=lambda one: (own._place(one.on), one.on))),
        )

    def _in_order(self, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
        return tuple(sorted(united(map(self.anchored, proposals)), key=self._order))

    def order(self, row: str) -> tuple[int, str]:
        """What the rows of statuses are sorted by: a label's place, a new paragraph behind the one before it."""
        return self._place(row), row if row in self.by_id else ""

    def _order(self, one: Proposal) -> tuple[int, int, str, str, str]:
        return self.places.get(one.place, 0), one.start, one.kind.value, one.put.markup, one.id

    def _place(self, on: str) -> int:
        proposal = self.by_id.get(on)
        return self.places.get(proposal.place if proposal else on, 0)

    def _together(self, positions: Iterable[Position]) -> tuple[Position, ...]:
        found: dict[tuple[int, str, str, str], Position] = {}
        for one in positions:
            key = (self._place(one.on), one.on, one.stand.value, one.found)
            before = found.get(key)
            arrivals = {*one.arrivals, *(before.arrivals if before else ())}
            found[key] = replace(one, arrivals=tuple(sorted(arrivals)))
        return tuple(found[key] for key in sorted(found))


def _below(one: DraftParagraph, last: DraftParagraph, level: int) -> bool:
    """Whether a paragraph is below one of that level, in the list in which `last` stands."""
    alike = (one.kind, one.paragraph.part) == (last.kind, last.paragraph.part) and one.kind is not Kind.HEADING
    return alike and (one.level > level or (one.paragraph.continued and one.level >= level))


def opened(text: Draft, stage: str = "") -> Round:
    """A round on a text: what stands in it, without what is private to its drafter."""
    kept = tuple(replace(one, note="", clearances=()) for one in text.standing)
    return Round(stage, replace(text, paragraphs=kept, refused=(), verified=(), brief=(), adopted=None))
