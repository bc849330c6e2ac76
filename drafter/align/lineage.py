"""One paragraph through the years: where it stood in each earlier text of a series, and what changed each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.align.pairs import align
from drafter.align.passages import Passage, joined, passages
from drafter.align.words import word_changes
from drafter.model.change import WordChange
from drafter.model.resolution import Paragraph, Resolution


@dataclass(frozen=True, slots=True)
class Year:
    """The paragraph in the text number `text` of the series.

    `indices` has several of a paragraph that was merged later, none where the text lacks it. `later` is what
    became of it in the next text that has it (None in the newest), `changes` the word changes on the
    way, in characters of `joined` texts of that passage.
    """

    text: int
    indices: tuple[int, ...]
    later: Passage | None = None
    later_text: int | None = None
    changes: tuple[WordChange, ...] = ()


class Lineages:
    """The lineages of all paragraphs of the newest of `texts` (oldest first); neighbouring texts are aligned once."""

    def __init__(self, texts: Sequence[Resolution]) -> None:
        self._texts: tuple[tuple[Paragraph, ...], ...] = tuple(text.paragraphs for text in texts)
        self._passages: dict[tuple[int, int], dict[int, Passage]] = {}

    def of(self, index: int) -> tuple[Year, ...]:
        """The years of paragraph `index` of the newest text, newest first; IndexError where there is none."""
        newest = len(self._texts) - 1
        if not 0 <= index < len(self._texts[newest]):
            raise IndexError(index)
        years = [Year(newest, (index,))]
        known, at = newest, index
        for older in range(newest - 1, -1, -1):
            passage = self._between(older, known).get(at)
            if passage is None or not passage.old:
                years.append(Year(older, ()))
                continue
            before, after = self._texts[older], self._texts[known]
            changes = word_changes(joined(before, passage.old), joined(after, passage.new))
            years.append(Year(older, passage.old, passage, known, changes))
            known, at = older, max(passage.old, key=lambda i: len(before[i].text))
        return tuple(years)

    def _between(self, older: int, newer: int) -> dict[int, Passage]:
        """The passage of each paragraph of the newer text."""
        if (older, newer) not in self._passages:
            found = passages(align(self._texts[older], self._texts[newer]))
            self._passages[older, newer] = {j: passage for passage in found for j in passage.new}
        return self._passages[older, newer]


def lineage(texts: Sequence[Resolution], index: int) -> tuple[Year, ...]:
    """Follow paragraph `index` of the newest of `texts` (oldest first) back through all of them."""
    return Lineages(texts).of(index)
