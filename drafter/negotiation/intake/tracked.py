"""A tracked Word file on the round's base: what each of those who changed it proposes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.model.negotiated import NotUnderstood, Position, Stand
from drafter.model.proposal import TITLE, Arrival, Proposal, united
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.byhand import struck_by_hand
from drafter.negotiation.intake.difference import from_text
from drafter.negotiation.intake.onbase import OnBase
from drafter.negotiation.intake.remarks import SpokenComments
from drafter.negotiation.intake.takenin import TakenIn
from drafter.rules.parties import PartyNames

if TYPE_CHECKING:
    from drafter.parse.word.tracked import TrackedWord, WordVersion

_FORMATS = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "numberingChange")
_TOLD = 12


def from_tracked(base: RoundBase, word: TrackedWord, arrival: Arrival, parties: PartyNames) -> TakenIn:
    """What the authors of a file's changes propose, each alone; all of them as one where `arrival` names the owners.

    Raises DrafterError where the file, its changes rejected, is not the base.
    """
    try:
        on = OnBase(base, word.rejected(), arrival.file)
    except DrafterError:
        if not word.has_struck:
            raise
        kept = word.keeping_struck()
        on = OnBase(base, kept.rejected(), arrival.file)
        found = _Authors(base, kept, on, arrival, parties).taken()
        struck = from_text(base, on.other(word.rejected(), dict.fromkeys(on.labels, 1), frozenset()), arrival)
        told = struck_by_hand(base, struck.proposals, arrival.file)
        return replace(found, not_understood=(*found.not_understood, *told))
    return _Authors(base, word, on, arrival, parties).taken()


class _Authors:
    def __init__(self, base: RoundBase, word: TrackedWord, on: OnBase, arrival: Arrival, parties: PartyNames) -> None:
        self._base, self._word, self._on, self._arrival, self._parties = base, word, on, arrival, parties
        self._seen: set[int] = set(on.labels)
        self._not_understood: dict[tuple[str, str, str], NotUnderstood] = {}

    def taken(self) -> TakenIn:
        from drafter.parse.word.tracked import signed

        given: dict[str, tuple[Proposal, ...]] = {}
        if self._arrival.by:
            given[""] = self._of(self._word.accepted(), frozenset(), self._arrival.by)
        else:
            known = filter(self._parties.known_in, _parts(self._word.authors))
            for author, names in signed(self._word.authors, known).items():
                given[author] = self._of(self._word.of(names), names, (self._owner(author),))
        made = united(one for proposals in given.values() for one in proposals)
        positions = () if self._arrival.by else tuple(self._opposed(given))
        self._formats()
        self._outside()
        beside = SpokenComments(self._base, self._labels(), made, self._arrival, self._parties).taken(
            self._word.comments
        )
        return replace(
            beside,
            positions=(*positions, *beside.positions),
            not_understood=(*self._not_understood.values(), *beside.not_understood),
        )

    def _labels(self) -> Mapping[int, str]:
        """The base's label of each of the file's paragraphs, the title's too."""
        return {**dict.fromkeys(self._on.title, TITLE), **self._on.labels}

    def _of(self, version: WordVersion, names: frozenset[str], by: tuple[str, ...]) -> tuple[Proposal, ...]:
        self._seen.update(source for own in (version.title, *version.sources) for source in own)
        kept, moved = self._word.kept(names), self._word.moved_to(names)
        day = max((one.day for one in self._word.changes if not names or one.author in names), default="")
        arrival = replace(self._arrival, by=by, day=day or self._arrival.day)
        found = from_text(self._base, self._on.other(version, kept, moved), arrival)
        for one in found.not_understood:
            self._leave(one.place, one.text, f"{', '.join(by)}: {one.why}")
        return found.proposals

    def _opposed(self, given: dict[str, tuple[Proposal, ...]]) -> Iterator[Position]:
        """Who deletes what another puts in stands against it; the insertion stays whole."""
        for change in self._word.changes:
            if not change.within or change.within == change.author or not change.text.strip():
                continue
            on = against(given.get(change.within, ()), change.text)
            label = self._on.labels.get(change.source, "")
            if on is None and not label:
                self._leave(f"paragraph {change.source}", change.text, "it is deleted from what another puts in")
                continue
            arrival = replace(
                self._arrival,
                by=(self._owner(change.author),),
                place=f"paragraph {change.source}",
                day=change.day or self._arrival.day,
            )
            yield Position(on.id if on else label, Stand.OPPOSE, " ".join(change.text.split()), (arrival,))

    def _formats(self) -> None:
        """Changes of formatting that are no proposals."""
        kinds: dict[tuple[str, str], int] = {}
        for one in self._word.changes:
            if one.tag in _FORMATS and not one.slants:
                key = one.author, "type" if one.tag == "rPrChange" else "layout"
                kinds[key] = kinds.get(key, 0) + 1
        for (author, what), count in sorted(kinds.items()):
            times = f"{count} times" if count > 1 else "once"
            self._leave("formatting", author, f"{what} changed {times}, which is no proposal; italics are")

    def _outside(self) -> None:
        """Changes of words in what is neither title nor paragraph nor note."""
        lost = [
            one
            for one in self._word.changes
            if one.source and one.source not in self._seen and one.tag not in _FORMATS and one.text.strip()
        ]  # fmt: skip
        for one in lost[:_TOLD]:
            self._leave(f"paragraph {one.source}", one.text.strip(), f"{one.author} changed it outside the resolution")

    def _owner(self, author: str) -> str:
        return self._parties.known_in(author) or self._parties.owner(author)

    def _leave(self, place: str, text: str, why: str) -> None:
        self._not_understood[place, text, why] = NotUnderstood(self._arrival.file, place, text, why)


def against(proposals: Iterable[Proposal], text: str) -> Proposal | None:
    """The one of the proposals that puts these words in; None where none does or it could be several."""
    words = " ".join(text.split())
    found = [one for one in proposals if words and words in " ".join(one.put.text.split())]
    return found[0] if len(found) == 1 else None


def _parts(authors: Iterable[str]) -> Iterator[str]:
    return (part for author in authors for part in author.split(", "))
