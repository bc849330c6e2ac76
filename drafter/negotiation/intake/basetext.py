"""The text that a round is about, as the readers look things up in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from drafter.model import numbering
from drafter.model.inline import Inline
from drafter.model.proposal import TITLE
from drafter.model.resolution import Footnote, Kind, Paragraph
from drafter.negotiation.intake.locators import EVERYWHERE, LAST, Locator
from drafter.negotiation.values import Round
from drafter.rules import parties
from drafter.rules.parties import PartyNames


@dataclass(frozen=True)
class RoundBase:
    """Title, paragraphs and notes of the base, its symbol ("" without one), and the parties by their names."""

    title: Inline
    listed: tuple[Paragraph, ...]
    notes: tuple[Footnote, ...] = ()
    symbol: str = ""
    names: PartyNames = field(default_factory=parties.names)

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """The paragraphs by their labels, in order."""
        return dict(zip(numbering.labels(self.listed), self.listed, strict=True))

    def inline(self, label: str) -> Inline:
        """The words at a label, the title's too; KeyError where there is none."""
        return self.title if label == TITLE else self.paragraphs[label].inline

    def labels(self, locator: Locator) -> tuple[str, ...]:
        """The base's labels that a locator may mean: all of them for "everywhere", () where there is none."""
        if locator.label == TITLE:
            return (TITLE,)
        if locator.label.endswith(EVERYWHERE):
            stem = locator.label.removesuffix(EVERYWHERE)
            kinds = [Kind.PREAMBULAR] * (stem != "OP") + [Kind.OPERATIVE] * (stem != "PP")
            inside = tuple(label for label, one in self.paragraphs.items() if one.kind in kinds)
            return inside if stem else (TITLE, *inside)
        found = [self._label(label) for label in (locator.label, locator.other) if label]
        return tuple(label for label in found if label)

    def siblings(self, label: str) -> list[str]:
        """The labels of the same kind, level and part as the paragraph at `label`, of its list, in order."""
        own = self.paragraphs[label]
        return [
            name
            for name, one in self.paragraphs.items()
            if (one.kind, one.level, one.part, one.continued) == (own.kind, own.level, own.part, own.continued)
            and self._above[name] == self._above[label]
        ]

    @cached_property
    def _above(self) -> Mapping[str, str]:
        """The label of the paragraph in whose list each stands, "" for the top level."""
        found: dict[str, str] = {}
        open_: list[tuple[int, str]] = []
        for label, one in self.paragraphs.items():
            while open_ and open_[-1][0] >= one.level:
                open_.pop()
            found[label] = open_[-1][1] if open_ else ""
            open_.append((one.level, label))
        return found

    def _label(self, label: str) -> str:
        if label.endswith(LAST):
            tops = [name for name, one in self.paragraphs.items() if name.startswith(label[:2]) and not one.level]
            return tops[-1] if tops else ""
        return next((name for name in self.paragraphs if numbering.same_label(name, label)), "")


def base_of(round_: Round) -> RoundBase:
    """The base of a round."""
    text = round_.text
    paragraphs = tuple(one.paragraph for one in text)
    return RoundBase(text.title, paragraphs, text.footnotes, str(text.symbol or ""), round_.names)
