"""Instructions, one after the other, as proposals against the base.

Numbers mean the base throughout; quoted words may mean the text as earlier instructions of the same file left it. So a
paragraph is changed step by step, for each owner apart, and what differs from the base at the end is proposed, each
stretch with all the instructions that made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.align.words import word_changes
from drafter.model.inline import Inline
from drafter.model.negotiated import NotUnderstood, Position, PossibleReading
from drafter.model.proposal import TITLE, Arrival, Proposal, united
from drafter.model.reading import Repair
from drafter.negotiation import proposing
from drafter.negotiation.intake import anchors, wording
from drafter.negotiation.intake.asked import Act, Asked, Understood
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.deeds import deeds
from drafter.negotiation.intake.listed import NewList, moved_list
from drafter.negotiation.intake.locators import EVERYWHERE, Locator
from drafter.negotiation.intake.noted import noted
from drafter.negotiation.intake.takenin import TakenIn, Written

WORDS_ACTS = frozenset(
    {Act.TAKE_OUT, Act.SWAP, Act.AFTER, Act.BEFORE, Act.AT_END, Act.AT_BEGINNING, Act.REST, Act.SHIFT, Act.SWAP_ALL}
)
_SURE_ELSEWHERE = 4
"""Words that a quotation has to have, to be sought in another paragraph than the one that is named."""


_Place = tuple[tuple[str, ...], str]
"""Owners and the label of a paragraph."""


class Collecting:
    """Takes instructions on `base`; `arrival` says whose they are and in which file."""

    def __init__(self, base: RoundBase, arrival: Arrival) -> None:
        self._base, self._arrival = base, arrival
        self._now: dict[_Place, Inline] = {}
        self._worded: dict[_Place, dict[str, Proposal]] = {}
        self._whole: list[Proposal] = []
        self._lists: list[tuple[NewList, Written, Arrival]] = []
        self._positions: list[Position] = []
        self._not_understood: list[NotUnderstood] = []
        self._repairs: list[Repair] = []

    def take(self, written: Written, understood: Understood) -> None:
        """Do what an instruction asks for; what cannot be done is kept with the reason."""
        if understood.why:
            self.leave(written, understood.why)
        arrival = replace(self._arrival, place=written.place, why=written.why, by=written.by or self._arrival.by)
        for asked in understood.asked:
            if asked.act is Act.STAND:
                self._stand(asked, written, arrival)
            elif asked.act in WORDS_ACTS:
                self._words(asked, written, arrival)
            else:
                self._deeds(asked, written, arrival)

    def add(self, written: Written, made: Proposal) -> None:
        """Take a proposal that an instruction spells out."""
        arrival = replace(self._arrival, place=written.place, why=written.why, by=written.by or self._arrival.by)
        self._whole.append(replace(made, arrivals=(arrival,)))

    def leave(self, written: Written, why: str, readings: Iterable[PossibleReading] = ()) -> None:
        """Keep an instruction as not understood."""
        words = "\n".join((written.text, *written.blocks))
        self._not_understood.append(NotUnderstood(self._arrival.file, written.place, words, why, tuple(readings)))

    def taken(self, *, notes: Mapping[str, Inline] | None = None, aside: int = 0) -> TakenIn:
        """Everything so far; `notes` are those that the words put in mark by asterisks."""
        self._place_lists(notes or {})
        made = [*(one for proposals in self._worded.values() for one in proposals.values()), *self._whole]
        if notes:
            made = [noted(one, notes, self._base.notes) for one in made]
        return TakenIn(
            united(made),
            tuple(self._positions),
            (),
            tuple(self._not_understood),
            tuple(self._repairs),
            aside,
        )

    def _stand(self, asked: Asked, written: Written, arrival: Arrival) -> None:
        for locator in asked.places:
            labels = self._base.labels(locator)
            if len(labels) != 1 or asked.stand is None:
                self.leave(written, _no_such(locator, labels))
            else:
                self._positions.append(Position(labels[0], asked.stand, "", (arrival,)))

    def _words(self, asked: Asked, written: Written, arrival: Arrival) -> None:
        if not asked.places:
            self._elsewhere(asked, written, arrival, "it names no paragraph")
        done = False
        whole = any(one.label.endswith(EVERYWHERE) for one in asked.places)
        for locator in asked.places:
            labels = self._base.labels(locator)
            if locator.other:
                labels = tuple(one for one in labels if wording.stands(asked, self._base.inline(one))) or labels
            if not locator.label.endswith(EVERYWHERE) and len(labels) != 1:
                self._elsewhere(asked, written, arrival, _no_such(locator, labels))
                continue
            for label in labels:
                done = self._word(label, asked, written, arrival, told=not whole) or done
        if whole and not done:
            self.leave(written, f"“{asked.anchor}” stands nowhere in the text")

    def _word(self, label: str, asked: Asked, written: Written, arrival: Arrival, *, told: bool) -> bool:
        base = self._base.inline(label)
        now = self._now.get((arrival.by, label), base)
        found = wording.worded(asked, base, now, self._base.paragraphs.get(label))
        if found.text is not None:
            self._keep(label, found, arrival)
            if found.told and found.told.startswith("capital"):
                self._repairs.append(Repair(label, asked.anchor, self._cited(asked, label), found.told))
            return True
        if told and found.choices:
            self.leave(written, found.why, (self._reading(label, one) for one in found.choices))
        elif told:
            self._elsewhere(asked, written, arrival, found.why.replace("the paragraph", label))
        return False

    def _elsewhere(self, asked: Asked, written: Written, arrival: Arrival, why: str) -> None:
        """Words that do not stand where the instruction says: taken where they stand once in the text, if they are
        many, else told with where they stand."""
        hits = [label for label, one in self._base.paragraphs.items() if wording.stands(asked, one.inline)]
        if len(hits) == 1 and len(asked.anchor.split()) >= _SURE_ELSEWHERE:
            named = ", ".join(one.label for one in asked.places) or "no paragraph"
            if self._word(hits[0], asked, written, arrival, told=False):
                self._repairs.append(Repair(hits[0], named, hits[0], "the quoted words stand there alone"))
                return
        readings = []
        for label in hits[:3]:
            one = self._base.inline(label)
            alone = wording.worded(asked, one, one, self._base.paragraphs[label]).alone
            readings += [self._reading(label, alone)] if alone is not None else []
        self.leave(written, why, readings)

    def _keep(self, label: str, found: wording.Worded, arrival: Arrival) -> None:
        """The paragraph with one act more. Words of the base are a proposal of their own; where the act changes words
        that the paper put in, what it makes of them takes the place of what was there."""
        base, place = self._base.inline(label), (arrival.by, label)
        before = self._now.get(place, base)
        assert found.text is not None
        self._now[place] = found.text
        kept = self._worded.setdefault(place, {})
        if found.alone is not None:
            for one in proposing.reworded(label, base, found.alone):
                known = kept[one.id].arrivals if one.id in kept else ()
                kept[one.id] = replace(one, arrivals=tuple(sorted({*known, arrival})))
            return
        was = {one.id for one in proposing.reworded(label, base, before)}
        now = {one.id: one for one in proposing.reworded(label, base, found.text)}
        gone = [entry for id in [*kept] if id not in now for entry in kept.pop(id).arrivals]
        for id, one in now.items():
            if id in kept or (id in was and not gone):
                continue
            kept[id] = replace(one, arrivals=tuple(sorted({*gone, arrival})))

    def _deeds(self, asked: Asked, written: Written, arrival: Arrival) -> None:
        made = deeds(asked, self._base)
        self._whole += (replace(one, arrivals=(arrival,)) for one in made.proposals)
        self._repairs += made.repairs
        self._lists += ((one, written, arrival) for one in made.lists)
        if made.worded is not None:
            label, text = made.worded
            now = self._now.get((arrival.by, label), self._base.inline(label))
            found = wording.Worded(text, text) if now == self._base.inline(label) else None
            if found is None:
                self.leave(written, "the paragraph was changed by an earlier instruction of the same file")
            else:
                self._keep(label, found, arrival)
        if made.why:
            self.leave(written, made.why)

    def _place_lists(self, notes: Mapping[str, Inline]) -> None:
        """A list that is deleted in one place and stands in another was moved; no proposal can bring a new one."""
        for new, written, arrival in self._lists:
            found = moved_list(new, self._whole, self._base, notes)
            if found is None:
                self.leave(written, "a new paragraph with a list of its own cannot be taken in as one")
                continue
            deed, made = found
            self._whole.remove(deed)
            arrivals = tuple(sorted({*deed.arrivals, arrival}))
            self._whole += (replace(one, arrivals=arrivals) for one in made)
        self._lists = []

    def _reading(self, label: str, text: Inline) -> PossibleReading:
        base = self._base.inline(label).text
        changes = word_changes(base, text.text)
        if not changes:
            return PossibleReading(label, "", "", text.text)
        found = base[changes[0].old_start : changes[-1].old_end].strip()
        return PossibleReading(label, found, text.text[changes[0].new_start : changes[-1].new_end].strip(), text.text)

    def _cited(self, asked: Asked, label: str) -> str:
        text = self._base.inline(label).text
        found = anchors.occurrences(asked.anchor, text, case=False)
        return text[found[0].start : found[0].end] if found else ""


def _no_such(locator: Locator, labels: tuple[str, ...]) -> str:
    if labels:
        return f"it may mean {' or '.join(labels)}"
    return "the base has no title" if locator.label == TITLE else f"there is no {locator.label} in the base"
