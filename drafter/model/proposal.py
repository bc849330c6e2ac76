"""What a delegation proposes on a text: one stretch of one paragraph, or one deed on whole paragraphs.

Every proposal of a round is against the same base and names its paragraphs by the base's labels. The normal form, which
makes two delegations' same change the same proposal, is made where a proposal is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from drafter.model.inline import Inline
from drafter.model.resolution import Footnote, Kind

TITLE = "title"
"""The label of the title, which is no paragraph."""

NOTHING = Inline()


class Deed(StrEnum):
    """What a proposal does. REPLACE rewrites a paragraph as a whole, as "alt" does."""

    WORDS = "words"
    REPLACE = "replace"
    NEW = "new"
    DELETE = "delete"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    TITLE = "title"


class Outcome(StrEnum):
    """What was decided on a proposal so far."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """How a proposal or position came: from whom, in which file (bare name) and where in it ("line 12", "row 3").

    `day` (ISO 8601) is the file's own; `why` the proposer's reason; `withdrawn` where these owners took it back.
    """

    by: tuple[str, ...]
    file: str = ""
    place: str = ""
    day: str = ""
    why: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a new paragraph is: its kind, its level (0 for a paragraph, 1 for (a)) and the part it stands in."""

    kind: Kind = Kind.OPERATIVE
    level: int = 0
    part: str = ""


@dataclass(frozen=True)
class Proposal:
    """A change of the base, with all who want it.

    label     of the base's paragraph; "" for NEW, TITLE's is "title"
    start     the first of the paragraph's units (words, single spaces, punctuation, note marks: `align.units`) that
              `found` covers; for WORDS and TITLE, else 0
    found     the words out, with italics and marks: "" where words are put in; the whole paragraph for REPLACE and
              DELETE, both paragraphs' for MERGE
    put       the words in: of NEW and REPLACE the whole paragraph; of SPLIT the parts with a line feed between; of
              MERGE what the two become
    after     the label behind which a NEW or a moved paragraph stands; "" for the first of its kind in its part
    second    of MERGE: the paragraph that goes into `label`
    form      of NEW
    notes     in full, those that `put` marks and the base lacks, named by `note_id`
    arrivals  in order, at least one
    mark      "partly" or "against" where it was put on words that changed since it was sent
    """

    kind: Deed
    label: str
    start: int = 0
    found: Inline = NOTHING
    put: Inline = NOTHING
    after: str | None = None
    second: str = ""
    form: Form | None = None
    notes: tuple[Footnote, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    mark: str = ""

    @cached_property
    def id(self) -> str:
        """From label, kind and words alone: the same whoever sent it and when."""
        form = self.form or Form()
        parts = (
            self.kind, self.label, str(self.start), self.found.markup, self.put.markup, self.after or "", self.second,
            form.kind, str(form.level), form.part,
        )  # fmt: skip
        return fingerprint("p", *parts)

    @property
    def by(self) -> tuple[str, ...]:
        """Who wants it, by name; who wanted it, where all took it back."""
        present = [one for one in self.arrivals if not one.withdrawn] or self.arrivals
        return tuple(sorted({name for one in present for name in one.by}))

    @property
    def withdrawn(self) -> bool:
        """Whether all who wanted it took it back."""
        return bool(self.arrivals) and all(one.withdrawn for one in self.arrivals)

    @property
    def why(self) -> str:
        """The reasons given, each once."""
        return "; ".join(sorted({one.why for one in self.arrivals if one.why}))

    @property
    def place(self) -> str:
        """The label at which it stands: for NEW the one before it."""
        return self.label or self.after or ""

    @property
    def row(self) -> str:
        """The paragraph that it is about, as a status names it: its label, for NEW its own id."""
        return self.label or self.id


def united(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Equal proposals as one with all their owners, in the order of their ids.

    An arrival that came again, withdrawn or not, counts once; it is withdrawn only where each copy is.
    """
    found: dict[str, Proposal] = {}
    for one in proposals:
        before = found.get(one.id)
        came = _arrivals((*(before.arrivals if before else ()), *one.arrivals))
        found[one.id] = replace(one, arrivals=came, mark=max(one.mark, before.mark if before else ""))
    return tuple(found[name] for name in sorted(found))


def note_id(note: Inline) -> str:
    """The id of a note that a proposal brings: from its words, so that two who bring the same note agree."""
    return fingerprint("n", note.markup)


def fingerprint(stem: str, *parts: str) -> str:
    """A short name that follows from the parts alone."""
    return stem + sha256("\0".join(parts).encode()).hexdigest()[:10]


def _arrivals(arrivals: Iterable[Arrival]) -> tuple[Arrival, ...]:
    kept: dict[Arrival, Arrival] = {}
    for one in arrivals:
        bare = replace(one, withdrawn=False)
        kept[bare] = replace(one, withdrawn=one.withdrawn and kept.get(bare, one).withdrawn)
    return tuple(sorted(kept.values()))
