"""The values of a summary: one entry for each changed paragraph, and the totals."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from drafter.align.marked import Piece
from drafter.model.decisions import Clearance
from drafter.model.draft import Source
from drafter.model.verified import VerifiedUpdate
from drafter.render.agreed import AgreedWords
from drafter.render.significance import Request
from drafter.rules.ladders import Movement


class Code(StrEnum):
    """What negotiators write beside a paragraph; NOC, no change, is named in one line."""

    ADD = "ADD"
    MOD = "MOD"
    SUP = "SUP"
    MOV = "MOV"


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed paragraph, or the paragraphs of one split or merge.

    `how` says what the code leaves open ("split into 2", "moved and edited"); `notes` are its changed footnotes, of a
    new or dropped paragraph all of them; `movements` and `requests` are by the label of the paragraph they stand in;
    `updated` is true where only numbers, dates and the like changed; `agreed` says how much of the new wording is
    agreed language, where that was looked up; `reason` and `sources` are the drafter's own, as is `note`, which is
    there only when asked for.
    """

    code: Code
    old: tuple[str, ...]
    new: tuple[str, ...]
    how: str
    pieces: tuple[Piece, ...]
    notes: tuple[tuple[Piece, ...], ...]
    movements: tuple[tuple[str, Movement], ...]
    requests: tuple[tuple[str, Request], ...]
    updated: bool
    start: str
    agreed: AgreedWords = field(default_factory=AgreedWords)
    reason: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    @property
    def label(self) -> str:
        """Its label: the new one, or the old one of a dropped paragraph."""
        return ", ".join(self.new or self.old)


@dataclass(frozen=True, slots=True)
class Summary:
    """A draft beside its base; `unchanged` names the unchanged paragraphs, runs of them as one.

    `clearances` and `verified` updates, each by the label of its paragraph, are private, and there only when asked for.
    """

    title: tuple[Piece, ...]
    draft: str
    base: str
    paragraphs: int
    entries: tuple[Entry, ...]
    unchanged: tuple[str, ...]
    changed_words: int
    words: int
    clearances: tuple[tuple[str, Clearance], ...] = ()
    verified: tuple[tuple[str, VerifiedUpdate], ...] = ()

    @property
    def agreed(self) -> AgreedWords:
        """Of all new words, how many are agreed language."""
        each = [entry.agreed for entry in self.entries]
        texts = max((one.texts for one in each), default=0)
        return AgreedWords(sum(one.new for one in each), sum(one.agreed for one in each), texts=texts)

    def coded(self, code: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.code == code)

    @property
    def edited(self) -> tuple[Entry, ...]:
        """Changed in substance, where they stood."""
        return tuple(entry for entry in self.coded(Code.MOD) if not entry.updated)

    @property
    def brought_up_to_date(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.coded(Code.MOD) if entry.updated)

    def moved_openings(self, *, stronger: bool) -> tuple[tuple[Entry, Movement], ...]:
        """Each movement with its entry, which names the one paragraph of a split that it stands in."""
        return tuple(
            (replace(entry, new=(label,)), moved)
            for entry in self.entries
            for label, moved in entry.movements
            if moved.stronger is stronger
        )

    @property
    def requests(self) -> tuple[tuple[Entry, Request], ...]:
        """Each new request with its entry, as of `moved_openings`."""
        return tuple(
            (replace(entry, new=(label,)), request) for entry in self.entries for label, request in entry.requests
        )
