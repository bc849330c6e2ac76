"""What stands beside a tracked compilation text as comments: readings that collide, stands, how far paragraphs are.

A comment begins with the names of those who speak, and a colon. Each line is one instruction as in a letter ("EU:
OP7: replace “X” by “Y”"); a line "US: oppose" below one is a stand on that proposal. A comment whose first line is a
stand is about the change that it is tied to, else about the paragraph; words that it quotes are those it is about.
"Status of OP7: agreed ad ref; pending US, Japan; with PP4; reopened" says how far a paragraph is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from drafter.align.units import Units, units, words_of
from drafter.model.negotiated import Alternative, Closure, ClosureStatus, Conflict, Position
from drafter.model.proposal import TITLE, Deed, Proposal
from drafter.negotiation.instructed import instruction, reads_back
from drafter.negotiation.intake.basetext import RoundBase, base_of
from drafter.negotiation.labels import called, rows, told
from drafter.render.compilation.authored import AuthoredText, author

ROOM = "Compilation"
"""The author of what nobody in particular says."""


@dataclass(frozen=True, slots=True)
class MarginRemark:
    """One comment.

    on      the base's label, or the id of the proposal that brings the paragraph
    lines   what it says, `by` whom
    span    the characters of the base's paragraph that it is about; None for the whole
    change  the author of the tracked change that it is about, "" for none
    """

    on: str
    lines: tuple[str, ...]
    by: str
    span: tuple[int, int] | None = None
    change: str = ""


def beside(text: AuthoredText) -> tuple[MarginRemark, ...]:
    """All that has to be said beside a round's tracked text, in order of place."""
    made = [*_Saying(text, base_of(text.round_)).all()]
    places = text.round_.places
    proposals = text.round_.by_id

    def place(one: MarginRemark) -> tuple[int, tuple[int, int]]:
        found = proposals.get(one.on)
        return places[one.on] if found is None else places.get(found.place, 0), one.span or (0, 0)

    return tuple(sorted(made, key=place))


@dataclass(frozen=True)
class _Saying:
    text: AuthoredText
    base: RoundBase

    def all(self) -> Iterator[MarginRemark]:
        round_, merged = self.text.round_, self.text.merged
        names = called(round_)
        said: dict[str, list[Position]] = {}
        for one in round_.positions:
            said.setdefault(one.on, []).append(one)
        for conflict in merged.conflicts:
            for reading in conflict.readings[1:]:
                yield self._reading(conflict, reading, names, said)
        for move in self.text.aside:
            yield MarginRemark(move.place or TITLE, self._lines(author(move), move, names, said), author(move))
        for proposal in self.text.standing:
            yield from self._stands(proposal, names, said)
        for label in round_.places:
            for position in said.get(label, ()):
                stand = f"{position.stand.value} “{position.found}”" if position.found else position.stand.value
                where = "" if label == TITLE else f"{label}: "
                line = f"{', '.join(position.by)}: {where}{stand}"
                yield MarginRemark(
                    label, (line,), ", ".join(position.by), _once(self.base.inline(label).text, position.found)
                )
        for closure in round_.closures:
            if closure.label in round_.places:
                yield from (MarginRemark(closure.label, (line,), ROOM) for line in self._status(closure.label))

    def _status(self, row: str) -> Iterator[str]:
        closure = self.text.round_.closed.get(row)
        own = told(closure, rows(self.text.round_)) if closure is not None else Closure(row)
        if status := status_line(own):
            yield f"Status of {own.label}: {status}"

    def _reading(
        self, conflict: Conflict, reading: Alternative, names: Mapping[str, str], said: dict[str, list[Position]]
    ) -> MarginRemark:
        by = ", ".join(reading.by)
        own = [self.text.round_.by_id[name] for name in reading.proposals]
        lines = [line for one in own for line in self._lines(by, one, names, said)]
        at = conflict.labels[0]
        in_words = conflict.start >= 0 and (conflict.start or conflict.end)
        span = _chars(units(self.base.inline(at)), conflict.start, conflict.end) if in_words else None
        return MarginRemark(at, tuple(lines), by, span)

    def _lines(
        self, by: str, one: Proposal, names: Mapping[str, str], said: dict[str, list[Position]]
    ) -> tuple[str, ...]:
        """A proposal as an instruction, with the stands on it below, and how far the paragraph is that it brings."""
        stands = (f"{', '.join(each.by)}: {each.stand.value}" for each in said.get(one.id, ()))
        return f"{by}: {instruction(self.base, one, names[one.id])}", *stands, *self._status(one.id)

    def _stands(
        self, one: Proposal, names: Mapping[str, str], said: dict[str, list[Position]]
    ) -> Iterator[MarginRemark]:
        """Stands on what is tracked: below the proposal in words where those can be said, else each at the change."""
        if one.id not in said and one.id not in self.text.round_.closed:
            return
        lines = self._lines(author(one), one, names, said)
        tied = one.kind in (Deed.WORDS, Deed.TITLE) and one.label not in self._crowded
        if not tied and reads_back(self.base, lines[0].partition(": ")[2], one):
            yield MarginRemark(one.label or one.id, lines, author(one))
            return
        for position in said.get(one.id, ()):
            yield self._stand(one, position)
        yield from (MarginRemark(one.id, (line,), ROOM, change=author(one)) for line in self._status(one.id))

    @cached_property
    def _crowded(self) -> frozenset[str]:
        """The paragraphs from the first note to the second, where a comment may have to end later (`comments`)."""
        labels = [TITLE, *self.base.paragraphs]
        noted = [place for place, label in enumerate(labels) if self.base.inline(label).marks]
        if len(noted) < 2:
            return frozenset(labels if any(one.put.marks for one in self.text.standing) else ())
        return frozenset(labels[noted[0] : noted[1] + 1])

    def _stand(self, one: Proposal, position: Position) -> MarginRemark:
        by = ", ".join(position.by)
        lines = (f"{by}: {position.stand.value}",)
        if one.kind not in (Deed.WORDS, Deed.TITLE):
            return MarginRemark(one.label or one.id, lines, by, change=author(one))
        end = one.start + len(units(one.found))
        span = _chars(units(self.base.inline(one.label)), one.start, end)
        return MarginRemark(one.label, lines, by, span, author(one))


def status_line(closure: Closure) -> str:
    """How far a paragraph is, in one line; "" for one that is simply open."""
    if not (closure.status is not ClosureStatus.OPEN or closure.pending or closure.package or closure.reopened):
        return ""
    parts = [closure.status.told]
    parts += [f"pending {', '.join(closure.pending)}"] if closure.pending else []
    parts += [f"with {', '.join(closure.package)}"] if closure.package else []
    parts += ["reopened"] if closure.reopened else []
    return "; ".join(parts)


def _chars(own: Units, start: int, end: int) -> tuple[int, int]:
    before = len(words_of(own[:start]))
    return before, before + len(words_of(own[start:end]))


def _once(text: str, found: str) -> tuple[int, int] | None:
    """Where words stand that stand once."""
    at = text.find(found) if found and text.count(found) == 1 else -1
    return (at, at + len(found)) if at >= 0 else None
