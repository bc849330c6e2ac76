"""One paragraph through the years: where it stood in each earlier text of a series, and what changed each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.align.groups import PairGroup, joined, pair_groups
from drafter.align.notes import NoteChange, NotesOf, changed_notes
from drafter.align.pairs import align
from drafter.align.words import word_changes
from drafter.model.change import WordChange
from drafter.model.resolution import Paragraph, Resolution


@dataclass(frozen=True, slots=True)
class Year:
    """The paragraph in the text number `text` of the series.

    `indices` has several of a paragraph that was merged later, none where the text lacks it. `later` is what
    became of it in the next text that has it (None in the newest), `changes` the word changes on the
    way, in characters of `joined` texts of that group, `notes` the footnotes that changed.
    """

    text: int
    indices: tuple[int, ...]
    later: PairGroup | None = None
    later_text: int | None = None
    changes: tuple[WordChange, ...] = ()
    notes: tuple[NoteChange, ...] = ()


class Lineages:
    """The lineages of all paragraphs of the newest of `texts` (oldest first); neighbouring texts are aligned once."""

    def __init__(self, texts: Sequence[Resolution]) -> None:
        self._texts: tuple[tuple[Paragraph, ...], ...] = tuple(text.paragraphs for text in texts)
        self._notes = tuple(map(NotesOf, texts))
        self._groups: dict[tuple[int, int], dict[int, PairGroup]] = {}

    def of(self, index: int) -> tuple[Year, ...]:
        """The years of paragraph `index` of the newest text, newest first; IndexError where there is none."""
        newest = len(self._texts) - 1
        if not 0 <= index < len(self._texts[newest]):
            raise IndexError(index)
        years = [Year(newest, (index,))]
        known, at = newest, index
        for older in range(newest - 1, -1, -1):
            group = self._between(older, known).get(at)
            if group is None or not group.old:
                years.append(Year(older, ()))
                continue
            before, after = self._texts[older], self._texts[known]
            changes = word_changes(joined(before, group.old), joined(after, group.new))
            notes = changed_notes(self._notes[older][group.old], self._notes[known][group.new])
            years.append(Year(older, group.old, group, known, changes, tuple(notes)))
            known, at = older, max(group.old, key=lambda i: len(before[i].text))
        return tuple(years)

    def _between(self, older: int, newer: int) -> dict[int, PairGroup]:
        """The group of each paragraph of the newer text."""
        if (older, newer) not in self._groups:
            found = pair_groups(align(self._texts[older], self._texts[newer]))
            self._groups[older, newer] = {j: group for group in found for j in group.new}
        return self._groups[older, newer]


def lineage(texts: Sequence[Resolution], index: int) -> tuple[Year, ...]:
    """Follow paragraph `index` of the newest of `texts` (oldest first) back through all of them."""
    return Lineages(texts).of(index)
