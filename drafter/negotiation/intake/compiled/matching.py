"""Which paragraph of the base each paragraph of somebody's compilation is, by its label or by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.align.tokens import words
from drafter.model.numbering import VARIANTS
from drafter.model.proposal import TITLE
from drafter.model.resolution import Kind, Paragraph
from drafter.negotiation.intake.basetext import RoundBase
from drafter.negotiation.intake.compiled.foreignlines import ForeignParagraph
from drafter.negotiation.intake.locators import Locator

ALIKE = 0.5
"""The share of a base paragraph's words that a paragraph without a label has to have."""

_OPTION = re.compile(r"option\s*(?P<number>\d{1,2})\s*(?:[:.)–-]\s*|(?=[{\[])|$)", re.IGNORECASE)
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Matched:
    """A paragraph with the base's label that it is about, "" where it is about none.

    new     a paragraph that the base lacks; of which `kind`, behind how many (`after`) of the base's paragraphs
    alt     another wording of the whole paragraph; an `option` may also be the base's own
    """

    paragraph: ForeignParagraph
    label: str = ""
    new: bool = False
    kind: Kind = Kind.OPERATIVE
    after: int = 0
    alt: bool = False
    option: bool = False


def matched(base: RoundBase, listed: Sequence[ForeignParagraph]) -> tuple[list[Matched], int]:
    """The paragraphs in order, and how many lines before, between and behind them are no part of the text."""
    finding = _Finding(base)
    found = [finding.of(one) for one in listed]
    rows = [one for one in found if one is not None]
    while rows and not rows[0].label and not rows[0].new:
        rows.pop(0)
    while rows and not rows[-1].label and not rows[-1].new:
        rows.pop()
    return rows, len(listed) - len(rows)


class _Finding:
    def __init__(self, base: RoundBase) -> None:
        self._base = base
        self._labels = list(base.paragraphs)
        self._words: Mapping[str, frozenset[str]] = {
            TITLE: frozenset(words(base.title.text)),
            **{label: frozenset(words(one.text)) for label, one in base.paragraphs.items()},
        }
        self._last = ""
        self._option = ""  # the label that the options are of

    def of(self, one: ForeignParagraph) -> Matched | None:
        """The paragraph's match; None for what is no part of the text."""
        if option := _OPTION.match(one.words.text):
            return self._as_option(replace(one, words=one.words[option.end() :]), int(option["number"]))
        if one.label:
            self._option = ""
            return self._labelled(one)
        label = self._alike(one.words.text)
        if self._option and one.words.text.strip():
            return self._as_option(one, 0)
        if label:
            self._last = label
            return Matched(one, label)
        if re.fullmatch(r"\s*\[.*\][^\[\]]*", one.words.text, re.DOTALL) and self._last:
            return self._new(one, self._place(self._last), self._kind(self._last))
        if len(one.words.text.split()) < _SHORT and "[" not in one.words.text:
            return None
        return Matched(one)

    def _as_option(self, one: ForeignParagraph, number: int) -> Matched | None:
        """One of several wordings of a whole paragraph, by that which is named or reads like one of them."""
        if number == 1 or not self._option:
            known = next(iter(self._known(one)), "") if one.label else ""
            self._option = self._last = known or self._alike(one.words.text) or self._last
        return Matched(one, self._option, alt=True, option=True) if self._option else None

    def _labelled(self, one: ForeignParagraph) -> Matched:
        label = next(iter(self._known(one)), "")
        if label and not one.new:
            self._last = label
            return Matched(one, label, alt=one.alt)
        stem = re.sub(rf"(?:{'|'.join(VARIANTS)})$", "", one.label)
        known = next(iter(self._base.labels(Locator(stem))), "") if stem != one.label else label
        kind = Kind.PREAMBULAR if one.label.startswith("PP") else Kind.OPERATIVE
        place = self._place(known or self._last) if known or self._last else len(self._labels)
        return self._new(one, place, kind)

    def _known(self, one: ForeignParagraph) -> Iterator[str]:
        """The base's labels that a typed one may be."""
        if one.label.startswith("("):
            stem = self._last
            while stem:
                if stem + one.label in self._words:
                    yield stem + one.label
                stem = re.sub(r"\([^()]*\)$", "", stem) if stem.endswith(")") else ""
        elif one.label == TITLE:
            yield TITLE
        else:
            yield from self._base.labels(Locator(one.label))

    def _alike(self, text: str) -> str:
        """The label of the paragraph whose words these are, those behind the last one first; "" for none."""
        own = frozenset(words(text))
        if not own:
            return ""
        shares = {
            label: len(own & theirs) / len(theirs | own) + len(own & theirs) / len(theirs)
            for label, theirs in self._words.items()
            if theirs and len(own & theirs) >= ALIKE * len(theirs)
        }
        return max(shares, key=lambda label: (round(shares[label], 3), self._behind(label)), default="")

    def _behind(self, label: str) -> bool:
        order = self._labels
        return label != TITLE and self._last in order and order.index(label) > order.index(self._last)

    def _place(self, label: str) -> int:
        """How many of the base's paragraphs there are up to the end of this one's list."""
        if label not in self._labels:
            return 0
        place = self._labels.index(label) + 1
        while place < len(self._labels) and self._labels[place].startswith(f"{label}("):
            place += 1
        return place

    def _kind(self, label: str) -> Kind:
        one: Paragraph | None = self._base.paragraphs.get(label)
        return one.kind if one else Kind.OPERATIVE

    def _new(self, one: ForeignParagraph, place: int, kind: Kind) -> Matched:
        return Matched(one, new=True, kind=kind, after=place)
