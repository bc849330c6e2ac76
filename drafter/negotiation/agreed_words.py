"""Whose words stand in adopted texts: of each proposal and of each reading of a conflict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.library.terms import plain_words, words
from drafter.library.values import AgreedRun, Coverage
from drafter.model import numbering
from drafter.model.negotiated import Alternative, Conflict
from drafter.model.proposal import Proposal
from drafter.model.resolution import Resolution
from drafter.negotiation import in_place
from drafter.negotiation.in_place import WordsInPlace
from drafter.negotiation.merge import merge
from drafter.negotiation.values import Round

_LETTERS = re.compile("[a-z]+")
_LEADING = 3
"""Runs that a wording is told by."""


@dataclass(frozen=True, slots=True)
class AgreedStretch:
    """Words that stand in adopted texts, with some of those around them where they do so together."""

    text: str
    run: AgreedRun

    def labels(self, latest: Resolution) -> tuple[str, ...]:
        """The paragraphs of the latest text that have these words."""
        wanted = plain_words(self.text)
        near = {word for word in wanted if word.isascii() and word.isalpha()}  # a quick look spares most paragraphs
        named = zip(numbering.labels(latest.paragraphs), latest.paragraphs, strict=True)
        some = ((label, one.text) for label, one in named if near <= set(_LETTERS.findall(one.text.lower())))
        return tuple(label for label, text in some if _has(plain_words(text), wanted))


@dataclass(frozen=True, slots=True)
class AgreedWording:
    """How many words there are, how many of them lie in a run that is agreed language, and these runs."""

    words: int
    agreed_words: int
    runs: tuple[AgreedStretch, ...]

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there are no words."""
        return self.agreed_words / self.words if self.words else 0.0

    @property
    def leading(self) -> tuple[AgreedStretch, ...]:
        """The longest runs, in order of place."""
        longest = sorted(self.runs, key=lambda one: -one.run.words)[:_LEADING]
        return tuple(one for one in self.runs if one in longest)


@dataclass(frozen=True, slots=True)
class AgreedProposal:
    """A proposal: the words that it brings, and those that it takes out of the base."""

    proposal: Proposal
    put: AgreedWording
    found: AgreedWording


@dataclass(frozen=True, slots=True)
class AgreedReading:
    number: int
    reading: Alternative
    wording: AgreedWording


@dataclass(frozen=True, slots=True)
class AgreedConflict:
    """A conflict with its readings, counted from 1; the first is the base's."""

    conflict: Conflict
    readings: tuple[AgreedReading, ...]


def of_proposals(
    round_: Round, coverage: Callable[[str], Coverage], some: Iterable[Proposal] | None = None
) -> tuple[AgreedProposal, ...]:
    """Every proposal, or some; its words are looked up together with those that would stand around them."""
    return tuple(
        AgreedProposal(
            one,
            _wording(in_place.put(round_, one), coverage),
            _wording(in_place.found(round_, one), coverage),
        )
        for one in (round_.proposals if some is None else some)
    )


def of_conflicts(
    round_: Round, coverage: Callable[[str], Coverage], some: Iterable[Conflict] | None = None
) -> tuple[AgreedConflict, ...]:
    """Every conflict among the open proposals, or some of them."""
    return tuple(
        AgreedConflict(
            one,
            tuple(
                AgreedReading(number, reading, _wording(in_place.read(round_, one, reading), coverage))
                for number, reading in enumerate(one.readings, 1)
            ),
        )
        for one in (merge(round_).conflicts if some is None else some)
    )


def _has(there: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether words stand together in others."""
    return any(there[at : at + len(wanted)] == wanted for at in range(len(there) - len(wanted) + 1))


def _wording(some: Iterable[WordsInPlace], coverage: Callable[[str], Coverage]) -> AgreedWording:
    total = agreed = 0
    runs: list[AgreedStretch] = []
    for one in some:
        inside = [word for word in words(one.text) if one.start <= word.start < one.end]
        held = [run for run in coverage(one.text).runs if run.start < one.end and one.start < run.end]
        total += len(inside)
        agreed += sum(any(run.start <= word.start < run.end for run in held) for word in inside)
        runs += [AgreedStretch(one.text[run.start : run.end], run) for run in held]
    return AgreedWording(total, agreed, tuple(runs))
