"""How much of a paragraph is agreed language, as the desk shows it: which words, and a legend that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.library.runs import RUN
from drafter.model.inline import Inline
from drafter.tui.shown.wording import Ranges

if TYPE_CHECKING:
    from drafter.library.values import AgreedPlace, AgreedRun, Coverage


class Marking(StrEnum):
    """Which agreed words are marked: those that the base lacks, all, or none."""

    NEW = "new"
    ALL = "all"
    NONE = "none"

    @classmethod
    def named(cls, name: str) -> Marking:
        """The marking with that name; the new words for an unknown name."""
        return cls(name) if name in set(cls) else cls.NEW

    @property
    def following(self) -> Marking:
        return {Marking.NEW: Marking.ALL, Marking.ALL: Marking.NONE, Marking.NONE: Marking.NEW}[self]

    @property
    def told(self) -> str:
        """What it marks, in words."""
        return {Marking.NEW: "new words that are agreed", Marking.ALL: "all agreed words", Marking.NONE: "nothing"}[
            self
        ]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreed words of a paragraph; `marked` says which of them are marked in the text."""

    coverage: Coverage
    marked: Marking = Marking.NEW

    @property
    def share(self) -> int:
        """Percent of the words that are agreed; 100 only where all are, 0 only where none is."""
        agreed, count = self.coverage.agreed_words, max(1, self.coverage.words)
        return 100 if agreed == count else min(99, max(agreed > 0, round(100 * agreed / count)))

    def ranges(self, new: Ranges) -> Ranges | None:
        """What is marked, where the characters `new` are not in the base; None where marks are off."""
        agreed = merged((run.start, run.end) for run in self.coverage.runs)
        match self.marked:
            case Marking.NONE:
                return None
            case Marking.ALL:
                return agreed
            case Marking.NEW:
                both = ((max(a, c), min(b, d)) for a, b in agreed for c, d in new)
                return merged((start, end) for start, end in both if start < end)

    def legend(self, new: Ranges, brackets: bool, mark_key: str, source_key: str) -> str:
        """What the marks mean where `new` is not in the base, and the key that opens the source; "" without one."""
        if not self.coverage.runs:
            return ""
        how = "⟨ ⟩" if brackets else "underlined"
        match self.marked:
            case Marking.NONE:
                said = f"{mark_key} marks what is agreed"
            case Marking.ALL:
                said = f"{how}: agreed"
            case Marking.NEW if self.ranges(new):
                said = f"{how}: new and agreed"
            case _:
                said = "none of the new words agreed" if new else ""
        standing = leading(self.coverage).latest
        opens = f"{source_key} opens {standing.symbol.removeprefix('A/RES/')} {standing.label}"
        return f"{said} · {opens}" if said else opens

    @property
    def said(self) -> str:
        """How much is agreed, in two words; "" if there are too few words to look for."""
        if self.coverage.words < RUN:
            return ""
        return {0: "nothing agreed", 100: "all agreed"}.get(self.share, f"{self.share} % agreed")


def merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Ranges in order, those that touch or overlap merged."""
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def leading(coverage: Coverage) -> AgreedRun:
    """The longest run, the one whose source is opened first."""
    return max(coverage.runs, key=lambda run: run.words)


def found_in(quoted: str, inline: Inline) -> Ranges:
    """Where words stand in a paragraph, typography aside; nothing where they do not."""
    from drafter.library.terms import words

    wanted = [word.text for word in words(quoted)]
    there = words(inline.text)
    for at in range(len(there) - len(wanted) + 1):
        if [word.text for word in there[at : at + len(wanted)]] == wanted:
            return ((there[at].start, there[at + len(wanted) - 1].end),)
    return ()


def stands(standing: AgreedPlace) -> str:
    """Where words stand, as negotiators cite it: "72/188 PP1 (2017)"."""
    year = f" ({standing.adopted:%Y})" if standing.adopted else ""
    return f"{standing.symbol.removeprefix('A/RES/')} {standing.label}{year}"
