"""The comments of a Word file: what people say beside the text, at the words that their comments are tied to.

Whose it is stands in the words ("AOSIS: delete …"), since the Word author often only takes notes; a comment without
names is its author's where that is a party. A comment may have several lines: a line of names alone is for those below
it, "US: oppose" below an instruction is a stand on what that proposes, a line that says only when is set aside, and
"Status: agreed ad ref; pending US, Japan; with PP4; reopened" says how far the paragraph is, or one that it names
("Status of OP7: …"). "Delete", "replace by “…”" and a stand are about the marked words, or about the paragraph where
all of it or none is marked; a stand on words that somebody puts in or takes out is on that proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from drafter.model.negotiated import Closure, NotUnderstood, Position, PossibleReading, Stand
from drafter.model.proposal import TITLE, Arrival, Deed, Proposal, united
from drafter.model.reading import Repair
from drafter.negotiation import proposing
from drafter.negotiation.exactly import exactly
from drafter.negotiation.intake.asked import Understood
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.collecting import Collecting
from drafter.negotiation.intake.locators import listed
from drafter.negotiation.intake.marked import asked_of, is_deletion
from drafter.negotiation.intake.oneline import understood_line
from drafter.negotiation.intake.spoken import only_when, spoken, stand_in, status_in
from drafter.negotiation.intake.takenin import TakenIn, Written
from drafter.rules.parties import PartyNames

if TYPE_CHECKING:
    from drafter.parse.word.anchored import Anchored
    from drafter.parse.word.tracked import WordComment

_STATUS_OF = re.compile(r"Status of (?P<label>\S+): ")
_NAMED = re.compile(r"(?P<label>[^\s:]+): (?P<said>.+)", re.DOTALL)
_WHY = re.compile(r"(?:reason|rationale|justification|explanation)s?\s*:\s*(?P<why>.+)", re.IGNORECASE | re.DOTALL)
_SOFT = re.compile(
    r".*\b(?:flexible|flexibility|can go along|could go along|can live with|no strong view)\b", re.I | re.S
)


@dataclass
class _Thread:
    """What was said so far in one comment: who speaks, and what the last instruction proposes."""

    comment: WordComment
    labels: tuple[str, ...]
    by: tuple[str, ...] = ()
    last: tuple[Proposal, ...] = ()
    ours: bool = False
    lines: int = 0


@dataclass
class SpokenComments:
    """Takes comments on `base`; `labels` is the base's label of each of the file's paragraphs, `made` what the file's
    changes propose."""

    base: RoundBase
    labels: Mapping[int, str]
    made: Sequence[Proposal]
    arrival: Arrival
    parties: PartyNames
    _proposals: list[Proposal] = field(default_factory=list)
    _positions: list[Position] = field(default_factory=list)
    _closures: list[Closure] = field(default_factory=list)
    _not_understood: list[NotUnderstood] = field(default_factory=list)
    _repairs: list[Repair] = field(default_factory=list)
    _why: dict[str, str] = field(default_factory=dict)
    _aside: int = 0

    def taken(self, comments: Iterable[WordComment]) -> TakenIn:
        """What the file's changes and its comments together propose and say."""
        for comment in comments:
            own = {self.labels[source]: None for source in comment.at.sources if source in self.labels}
            thread = _Thread(comment, tuple(own), self._author(comment))
            for line in comment.lines:
                self._line(line, thread)
        made = united((*(self._reasoned(one) for one in self.made), *self._proposals))
        return TakenIn(
            made, tuple(self._positions), tuple(self._closures), tuple(self._not_understood), tuple(self._repairs),
            self._aside,
        )  # fmt: skip

    def _author(self, comment: WordComment) -> tuple[str, ...]:
        if self.arrival.by:
            return self.arrival.by
        known = self.parties.known_in(comment.author)
        return (known,) if known else ()

    def _line(self, line: str, thread: _Thread) -> None:
        said = spoken(line, self.parties.names_in)
        named = _STATUS_OF.match(line)
        bare = f"Status: {line[named.end() :]}" if named else line
        if (named or not said.by) and (status := status_in(bare, self.parties.names_in)):
            closed = self._closed(named["label"] if named else TITLE, thread)
            if not closed:
                self._leave(line, thread, "it is tied to no paragraph")
            for label in closed:
                self._closures.append(
                    Closure(label, status.status, status.pending, status.package, reopened=status.reopened)
                )
            return
        if not said.by and only_when(line):
            self._aside += 1
            return
        if said.by and not self.arrival.by:
            if not thread.lines:
                thread.ours = thread.comment.author == ", ".join(said.by)
            if not said.said:
                thread.by, thread.last = said.by, ()
                return
        thread.lines += 1
        by = self.arrival.by or said.by or thread.by
        if why := _WHY.fullmatch(said.said):
            self._reason(why["why"], line, thread)
        elif not by:
            self._leave(line, thread, "it names no party")
        elif _SOFT.fullmatch(said.said):
            self._leave(line, thread, f"{', '.join(by)} may move, which is no stand that a round keeps")
        elif stand := stand_in(said.said):
            self._stand(*stand, line, thread, by)
        else:
            self._instruction(said.said, line, thread, by)

    def _closed(self, named: str, thread: _Thread) -> tuple[str, ...]:
        """What a status is about: the paragraph that it names, or that it is tied to."""
        if named in self.base.paragraphs:
            return (named,)
        if named == TITLE:
            return thread.labels
        some = (*thread.last, *self._changes(thread.comment.at))
        return tuple(dict.fromkeys(one.id for one in some if one.kind is Deed.NEW))

    # stands

    def _stand(self, stand: Stand, words: str, line: str, thread: _Thread, by: tuple[str, ...]) -> None:
        arrival = self._arrived(thread, by)
        if thread.last and not words and (stand is not Stand.RETAIN or thread.ours):
            on = [(one.id, "") for one in thread.last]
        elif changed := self._changes(thread.comment.at) if stand is not Stand.RETAIN or thread.ours else ():
            on = [(one.id, words) for one in changed]
        else:
            at = thread.comment.at
            about = words or (" ".join(one.found.text for one in thread.last[:1]).strip() if thread.last else "")
            about = about or ("" if at.whole else at.found)
            on = [(label, about) for label in thread.labels]
        if not on:
            self._leave(line, thread, "it is tied to nothing in the base")
        self._positions += (Position(name, stand, found, (arrival,)) for name, found in on)

    def _changes(self, at: Anchored) -> tuple[Proposal, ...]:
        """The proposals that a comment is tied to, where it is tied to nothing but what they change."""
        out = _squeezed("".join(text for _, text in at.out))
        if not (at.put or at.out) or _squeezed(at.found) not in ("", out):
            return ()
        places = {self.labels.get(source, "") for source in at.sources}
        found: dict[str, Proposal] = {}
        for author, text, new in (*((a, t, True) for a, t in at.put), *((a, t, False) for a, t in at.out)):
            owners = {self.parties.known_in(name) or self.parties.owner(name) for name in (author, *author.split(", "))}
            words = _squeezed(text)
            for one in self.made:
                side = _squeezed((one.put if new else one.found).text)
                here = one.label in places or one.kind in (Deed.NEW, Deed.MOVE)
                if words and words in side and here and owners & set(one.by):
                    found[one.id] = one
        return tuple(found.values())

    # instructions

    def _instruction(self, said: str, line: str, thread: _Thread, by: tuple[str, ...]) -> None:
        thread.last = ()
        at = thread.comment.at
        if (exact := exactly(self.base, said)) is not None:
            thread.last = (replace(exact, arrivals=(self._arrived(thread, by),)),)
            self._proposals += thread.last
        elif (named := _NAMED.fullmatch(said)) and named["label"] in self.base.paragraphs and stand_in(named["said"]):
            stand, words = stand_in(named["said"]) or (Stand.RETAIN, "")
            self._positions.append(Position(named["label"], stand, words, (self._arrived(thread, by),)))
        elif listed(said)[0]:  # it names its paragraph itself
            self._take(line, understood_line(said, self.base), thread, by)
        elif is_deletion(said) and not at.found and (opposed := self._changes(at)):
            arrival = self._arrived(thread, by)
            self._positions += (Position(one.id, Stand.OPPOSE, "", (arrival,)) for one in opposed)
        elif not thread.labels:
            self._leave(line, thread, "it is tied to nothing in the base")
        elif len(thread.labels) > 1:
            self._leave(line, thread, f"it is tied to {', '.join(thread.labels)}, and may mean one of them")
        else:
            found = asked_of(self.base, thread.labels[0], at, said)
            if found.understood is not None:
                self._take(line, found.understood, thread, by)
            elif found.text is None:
                self._leave(line, thread, found.why, found.readings)
            else:
                label = thread.labels[0]
                made = proposing.reworded(label, self.base.inline(label), found.text)
                thread.last = tuple(replace(one, arrivals=(self._arrived(thread, by),)) for one in made)
                self._proposals += thread.last

    def _take(self, line: str, understood: Understood, thread: _Thread, by: tuple[str, ...]) -> None:
        """Each line for itself against the base: what another says does not change it."""
        collecting = Collecting(self.base, self._arrived(thread, by))
        collecting.take(Written(self._place(thread), line, (), by), understood)
        found = collecting.taken()
        thread.last = found.proposals
        self._proposals += found.proposals
        self._positions += found.positions
        self._not_understood += found.not_understood
        self._repairs += found.repairs

    # reasons

    def _reason(self, why: str, line: str, thread: _Thread) -> None:
        about = thread.last or self._changes(thread.comment.at)
        if not about:
            own = [one for one in self.made if one.place in thread.labels]
            about = tuple(own) if len(own) == 1 else ()
        if not about:
            self._leave(line, thread, "it gives a reason, and nothing is proposed there")
        for one in about:
            self._why[one.id] = "; ".join(filter(None, (self._why.get(one.id, ""), why)))
        self._proposals = [self._reasoned(one) for one in self._proposals]

    def _reasoned(self, one: Proposal) -> Proposal:
        why = self._why.get(one.id)
        return replace(one, arrivals=tuple(replace(each, why=why) for each in one.arrivals)) if why else one

    def _arrived(self, thread: _Thread, by: tuple[str, ...]) -> Arrival:
        day = thread.comment.day or self.arrival.day
        return replace(self.arrival, by=by, place=self._place(thread), day=day)

    def _place(self, thread: _Thread) -> str:
        return f"comment {thread.comment.number}"

    def _leave(self, line: str, thread: _Thread, why: str, readings: Iterable[PossibleReading] = ()) -> None:
        place = self._place(thread)
        self._not_understood.append(NotUnderstood(self.arrival.file, place, line, why, tuple(readings)))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
