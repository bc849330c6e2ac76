"""From one base to the next: which paragraph became which, and where in it each word went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from drafter.align.units import units
from drafter.align.word_edits import WordEdit, word_edits
from drafter.model.change import Pair, PairKind
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE
from drafter.negotiation import references
from drafter.negotiation.values import Round

BREAK = Inline("\n")
"""What stands between the paragraphs of a group."""


@dataclass(frozen=True)
class Strand:
    """Paragraphs of the old base (`olds`) and what they became (`news`), joined on either side; several of one side
    where a paragraph was split or some were merged."""

    olds: tuple[str, ...]
    news: tuple[str, ...]
    before: Inline
    after: Inline

    @cached_property
    def edits(self) -> tuple[WordEdit, ...]:
        return word_edits(self.before, self.after)

    @property
    def same(self) -> bool:
        """Whether one paragraph became one with the same words, italics and notes."""
        return len(self.olds) == len(self.news) == 1 and self.before == self.after


@dataclass(frozen=True)
class Succession:
    """Two bases and the rows of their alignment, old to new."""

    old: Round
    new: Round
    pairs: tuple[Pair, ...]

    @cached_property
    def to(self) -> Mapping[str, tuple[str, ...]]:
        """What each old paragraph became, in order: () where it is gone, several where it was split."""
        return self._linked(((one.old, one.new) for one in self.pairs), self._olds, self._news)

    @cached_property
    def back(self) -> Mapping[str, tuple[str, ...]]:
        """What each new paragraph was: () for a new one, several where they were merged."""
        return self._linked(((one.new, one.old) for one in self.pairs), self._news, self._olds)

    @cached_property
    def moved(self) -> frozenset[str]:
        """The old labels of the paragraphs that stand elsewhere now."""
        moves = (one.old for one in self.pairs if one.kind is PairKind.MOVED)
        return frozenset(self._olds[old] for old in moves if old is not None)

    @cached_property
    def reworded(self) -> frozenset[str]:
        """The new labels of the paragraphs that are not simply an old one."""
        return frozenset(label for label, olds in self.back.items() if not olds or not self.same(olds[0]))

    def strand(self, label: str) -> Strand:
        """What an old paragraph, or the title, became with all that it shares its words with."""
        return self._strands[label]

    def same(self, label: str) -> bool:
        """Whether a paragraph of the old base has the same words in the new one, numbers of own paragraphs aside."""
        strand = self._strands[label]
        if strand.same or len(strand.olds) > 1 or len(strand.news) != 1 or label == TITLE:
            return strand.same
        part = self.old.paragraphs[label].paragraph.part
        return references.following(strand.before, part, self._numbers, strand.before.text) == strand.after

    @cached_property
    def identical(self) -> bool:
        """Whether both bases read the same, paragraph by paragraph."""
        before, after = ([one.paragraph for one in side.text] for side in (self.old, self.new))
        return before == after and self.old.text.title == self.new.text.title and self._olds == self._news

    @cached_property
    def _numbers(self) -> references.Numbers:
        return references.numbers_after({old: news[0] for old, news in self.to.items() if news})

    @cached_property
    def _strands(self) -> Mapping[str, Strand]:
        found = {TITLE: Strand((TITLE,), (TITLE,), self.old.text.title, self.new.text.title)}
        for label, news in self.to.items():
            if label not in found:
                olds = tuple(dict.fromkeys((label, *(one for new in news for one in self.back[new]))))
                olds = tuple(sorted(olds, key=self.old.places.__getitem__))
                strand = Strand(olds, news, _joined(map(self.old.inline, olds)), _joined(map(self.new.inline, news)))
                found |= dict.fromkeys(olds, strand)
        return found

    @cached_property
    def _olds(self) -> tuple[str, ...]:
        return tuple(self.old.paragraphs)

    @cached_property
    def _news(self) -> tuple[str, ...]:
        return tuple(self.new.paragraphs)

    @staticmethod
    def _linked(
        pairs: Iterable[tuple[int | None, int | None]], here: tuple[str, ...], there: tuple[str, ...]
    ) -> Mapping[str, tuple[str, ...]]:
        found: dict[int, list[int]] = defaultdict(list)
        for one, other in pairs:
            if one is not None and other is not None:
                found[one].append(other)
        return {label: tuple(there[place] for place in sorted(found[number])) for number, label in enumerate(here)}


def offset(round_: Round, labels: Iterable[str], label: str) -> int:
    """The number of the unit with which a paragraph begins among several that are joined."""
    at = 0
    for one in labels:
        if one == label:
            return at
        at += len(units(round_.inline(one))) + 1
    raise KeyError(label)


def placed(round_: Round, labels: Iterable[str], start: int, end: int) -> str:
    """The label of the one paragraph in which these units of several joined ones lie; "" where they lie in two."""
    at = 0
    for one in labels:
        size = len(units(round_.inline(one)))
        if at <= start and end <= at + size:
            return one
        at += size + 1
    return ""


def _joined(parts: Iterable[Inline]) -> Inline:
    whole = Inline()
    for number, part in enumerate(parts):
        whole = whole + (BREAK if number else Inline()) + part
    return whole
