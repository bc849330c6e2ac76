"""A paragraph of a round on the page: the base, and what the chosen view makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from textual.content import Content

from drafter.align.words import word_changes
from drafter.model.inline import Inline
from drafter.model.negotiated import ClosureStatus
from drafter.model.proposal import TITLE, Outcome, Proposal
from drafter.negotiation.apply import excerpt, worded
from drafter.negotiation.merge import of_owners
from drafter.negotiation.notation.values import Dialect
from drafter.negotiation.notation.writing import EDGES_IN, EDGES_OUT, heading, written
from drafter.negotiation.texts import accepted
from drafter.tui.shown.block import PageBlock
from drafter.tui.shown.plain import shown
from drafter.tui.shown.wording import ADDED, Wording, redline
from drafter.tui.state.round_session import RoundFacts


class RoundView(StrEnum):
    """What is shown below the base."""

    ALL = "all proposals"
    DECIDED = "as decided"
    ONLY = "only one delegation"
    BASE = "the base"


@dataclass(frozen=True, slots=True)
class RoundText:
    """The page on a paragraph; `name` is the delegation of `RoundView.ONLY`."""

    facts: RoundFacts
    brackets: bool
    view: RoundView
    name: str = ""

    def page(self, place: str) -> list[PageBlock]:
        new = self.facts.new(place)
        closure = self.facts.closure(place)
        contested = bool(self.facts.conflicts(place))
        told = [closure.status.told] if closure.status is not ClosureStatus.OPEN or not contested else []
        told += ["contested"] if contested else []
        told += [f"pending {', '.join(closure.pending)}"] if closure.pending else []
        told += [f"with {', '.join(self.facts.package(place))}"] if closure.package else []
        head = f"{self.facts.names[place]} · {'new' if new is not None else 'base'} · {'; '.join(told)}"
        if new is not None:
            return self._new(new, head)
        blocks = [PageBlock(self._wording.plain(self.facts.words(place)), shown(head))]
        if not self.facts.proposals(place):
            return [replace(blocks[0], heading=f"{blocks[0].heading} · nothing is proposed")]
        if self.view is RoundView.ALL:
            blocks += self._all(place)
        elif self.view is RoundView.DECIDED:
            blocks.append(self._made(place, accepted(self.facts.round_), "as decided"))
        elif self.view is RoundView.ONLY and self.name:
            found = of_owners(self.facts.round_, [self.name])
            blocks.append(self._made(place, found.standing, f"only {self.name}"))
            if any(place in conflict.labels for conflict in found.conflicts):
                blocks.append(PageBlock(Content("Its own proposals collide here: the base is left.")))
        return blocks

    def _new(self, one: Proposal, head: str) -> list[PageBlock]:
        """A paragraph that the base has not: its words, or why they do not stand in the view."""
        outcome = self.facts.round_.outcome(one)
        words = PageBlock(self._wording.plain(one.put, ADDED), shown(head))
        if self.view is RoundView.ALL and (rows := self._all(one.id)):
            return [replace(words, body=rows[0].body)]
        if self.view is RoundView.DECIDED:
            said = "is in" if outcome is Outcome.ACCEPTED else f"is not in: {outcome.value}"
        elif self.view is RoundView.ONLY and self.name:
            live = any(self.name in came.by and not came.withdrawn for came in one.arrivals)
            said = f"{self.name} wants it" if live else f"{self.name} has not proposed it"
        elif self.view is RoundView.BASE:
            said = "is not in the base"
        else:
            said = outcome.value
        return [words, PageBlock(Content(f"This paragraph: {shown(said)}."))]

    @property
    def _wording(self) -> Wording:
        return Wording({}, self.brackets)

    def _all(self, place: str) -> list[PageBlock]:
        rows = self.facts.compiled.at(place)
        return [
            PageBlock(_painted(written(row, Dialect.DASH, edged=True)), shown(f"{heading(row)} · all proposals"))
            for row in rows
        ]

    def _made(self, label: str, proposals: Iterable[Proposal], said: str) -> PageBlock:
        """What these proposals, none of which collide, make of the base's words."""
        round_ = self.facts.round_
        base = round_.inline(label)
        own = {one.id for one in self.facts.proposals(label)}
        some = [one for one in proposals if one.id in own]
        whole = [worded(base, some)] if label == TITLE else None
        lines = whole or [one.inline for one in excerpt(round_, some, [label])]
        if not lines:
            return PageBlock(self._wording.removed(base), f"{said} · deleted")
        made = _joined(lines)
        changes = word_changes(base.text, made.text)
        return PageBlock(redline(base, made, changes, self._wording, self._wording), shown(said))


_EDGES = {EDGES_OUT[0]: "$text-error", EDGES_IN[0]: "$text-success"}
_ENDS = (EDGES_OUT[1], EDGES_IN[1])


def _painted(words: Inline) -> Content:
    """A row as it is written, each reading in its colour, brackets and owners as they are."""
    pieces: list[tuple[str, str]] = []
    styles: list[str] = []
    for run in words.runs():
        if run.note is not None:
            pieces.append((f"[{shown(run.note)}]", "$text-accent"))
            continue
        at = 0
        for place, sign in enumerate(run.text):
            if sign not in _EDGES and sign not in _ENDS:
                continue
            pieces.append((shown(run.text[at:place]), _style(styles, run.italic)))
            at = place + 1
            if sign in _EDGES:
                styles.append(_EDGES[sign])
            elif styles:
                styles.pop()
        pieces.append((shown(run.text[at:]), _style(styles, run.italic)))
    return Content.assemble(*pieces)


def _style(styles: list[str], italic: bool) -> str:
    return " ".join(filter(None, (styles[-1] if styles else "", "italic" if italic else "")))


def _joined(lines: list[Inline]) -> Inline:
    made = lines[0]
    for one in lines[1:]:
        made = made + Inline("\n") + one
    return made
