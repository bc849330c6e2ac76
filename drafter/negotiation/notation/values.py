"""The compilation text as a value: rows of words and brackets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.model.inline import Inline
from drafter.model.negotiated import Closure, Stand
from drafter.model.proposal import Deed, Outcome
from drafter.model.resolution import Footnote, Kind

NOBODY = "?"
"""Who stands for the owners of what is anonymous."""


class Dialect(StrEnum):
    """How owners stand beside words."""

    DASH = "dash"
    PARENTHESES = "parentheses"


@dataclass(frozen=True, slots=True)
class Stance:
    """A stand of these delegations; `found` are the words that it is about, where it says so."""

    names: tuple[str, ...]
    stand: Stand
    found: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of a bracket.

    words      with their exact spaces; () where it has none: words taken out
    names      whose reading it is; () for the base's, where nobody has a name, and inside another's reading
    stances    on the proposal that makes it; of the base's reading, who retains the words
    accepted   whether it was decided so
    proposals  the ids that make it
    """

    words: tuple[Inline | Bracket, ...] = ()
    names: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    accepted: bool = False
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that are not settled: what the base has here, `()` words where others are put in, and what is wanted
    in its place."""

    base: Option
    options: tuple[Option, ...]


Piece = Inline | Bracket


@dataclass(frozen=True, slots=True)
class BracketedDeed:
    """A deed on a whole paragraph: moved behind `after` ("" for the first place), merged with `second`, split.

    words   the text of both, or the parts
    option  who wants it, as of a bracket; it has no words
    """

    deed: Deed
    option: Option
    after: str = ""
    second: str = ""
    words: tuple[Inline, ...] = ()


class RowKind(StrEnum):
    TITLE = "title"
    BASE = "base"
    ALT = "alt"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class CompiledRow:
    """One printed paragraph.

    label         the base's, of an alt the paragraph's that it rewrites; of a new one what it would be called
    number        of an alt: 1 for the first of its paragraph, then 2 …
    heading, level, part  what the paragraph is, as in `Paragraph`; `variant` and `continued` likewise
    pieces        its words and brackets, in order; put together with the base's readings, the base
    after         of a new one, the label behind which it stands, "" for the first; `placed` where the row has to say
                  so, since the place where it is printed tells otherwise
    leveled       of a new one, where the row has to tell its level, since its label tells otherwise
    instructions, stances, closure  what stands behind it
    """

    kind: RowKind
    label: str
    heading: Kind = Kind.OPERATIVE
    level: int = 0
    part: str = ""
    variant: str = ""
    continued: bool = False
    number: int = 0
    pieces: tuple[Piece, ...] = ()
    after: str = ""
    placed: bool = False
    leveled: bool = False
    instructions: tuple[BracketedDeed, ...] = ()
    stances: tuple[Stance, ...] = ()
    closure: Closure | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What is no longer in the text: a proposal's place, words out and in, owners, what became of it and why."""

    label: str
    found: Inline
    put: Inline
    names: tuple[str, ...]
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True)
class Compilation:
    """A compilation text: the title's row, those of the paragraphs, the notes that they mark in the order to list them
    (the base's first), what the round is on, and, where it was asked for, what was rejected or withdrawn."""

    stage: str
    symbol: str
    title: CompiledRow
    rows: tuple[CompiledRow, ...]
    notes: tuple[Footnote, ...] = ()
    anonymous: bool = False
    history: tuple[Past, ...] = ()

    @property
    def brackets(self) -> int:
        """Pairs of brackets in the title and the paragraphs, nested ones counted once each; statuses not."""
        return sum(sum(1 for _ in brackets(row.pieces)) + len(row.instructions) for row in (self.title, *self.rows))


def brackets(pieces: tuple[Piece, ...]) -> Iterator[Bracket]:
    """All brackets in these, the inner ones behind those that hold them."""
    for one in pieces:
        if isinstance(one, Bracket):
            yield one
            for option in (one.base, *one.options):
                yield from brackets(option.words)
