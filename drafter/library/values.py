"""The values in which the library answers, whatever engines are behind it.

Symbols of passages, runs and changes are whole ("A/RES/75/190"), labels as in `model.numbering`, places in characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drafter.model.draft import Source
from drafter.model.organ import Organ
from drafter.model.resolution import Kind
from drafter.model.symbol import Symbol


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A resolution of the library as a list shows it.

    `operative` counts operative paragraphs of the top level; `words` those of the paragraphs; `cites` are the short
    forms of the resolutions named in the preamble; `holders` are the offices whose holder is meant by a pronoun, each
    with the pronoun.
    """

    symbol: Symbol
    title: str
    organ: Organ
    session: int | None
    adopted: date | None
    paragraphs: int
    operative: int
    footnotes: int
    words: int
    repairs: int
    by_hand: int
    unplaced: int
    source: str
    cites: tuple[str, ...]
    agenda_item: str = ""
    holders: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Damaged:
    """A record that cannot be read, and why."""

    stem: str
    problem: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph where it stands: `label` of `symbol`, which `organ` adopted on `adopted`.

    `place` counts the paragraphs of a resolution from 0; `series` is the same for each year's text of one item.
    """

    symbol: str
    label: str
    place: int
    text: str
    kind: Kind = Kind.OPERATIVE
    level: int = 0
    organ: Organ = Organ.GENERAL_ASSEMBLY
    adopted: date | None = None
    series: str = ""

    def source(self, quote: str) -> Source:
        """The place as the source of some of its words."""
        return Source(self.symbol, self.label, self.adopted.isoformat() if self.adopted else "", quote)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A resolution as an index takes it in; `fingerprint` tells whether the record has changed since."""

    symbol: str
    fingerprint: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Which passages count: adopted `since` a day and `before` another.

    `before` is strict: nothing adopted on that day or later counts. With either of them, undated texts do not count.
    """

    before: date | None = None
    since: date | None = None
    organs: frozenset[Organ] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    without_symbols: frozenset[str] = frozenset()
    without_series: frozenset[str] = frozenset()


ANYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; `score` orders the hits of one search and says nothing across searches."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class SearchHits:
    """Hits, best first.

    `matched` passages contain the words, None where they were not counted; `complete` is False where a part of
    the index did not answer or only some of the text's terms were looked for (`sought` of `terms`).
    """

    hits: tuple[Hit, ...]
    matched: int | None
    sought: int
    terms: int
    answered: bool = True

    @property
    def complete(self) -> bool:
        return self.answered and self.sought == self.terms


@dataclass(frozen=True, slots=True)
class Stats:
    resolutions: int
    passages: int
    bytes_on_disk: int


@dataclass(frozen=True, slots=True)
class AgreedPlace:
    """Where words stand: paragraph `label` of `symbol`, adopted on `adopted`."""

    symbol: str
    label: str
    adopted: date | None


@dataclass(frozen=True, slots=True)
class AgreedRun:
    """The words at the characters `start`..`end` stand in `count` resolutions, first and latest as given.

    No run lies within another: a longer one that stands somewhere takes its place.
    """

    start: int
    end: int
    words: int
    count: int
    first: AgreedPlace
    latest: AgreedPlace


@dataclass(frozen=True, slots=True)
class Coverage:
    """The runs of one text in order, how many words it has and how many of them lie in some run."""

    runs: tuple[AgreedRun, ...]
    words: int
    agreed_words: int


@dataclass(frozen=True, slots=True)
class YearlyChange:
    """Where `symbol` was adopted (its item's next text), the plain words `was` between the plain words `before`
    and `after` had become `new`, as it is printed in paragraph `label`; only `new` is never empty."""

    symbol: str
    label: str
    day: date
    series: str
    before: tuple[str, ...]
    was: tuple[str, ...]
    after: tuple[str, ...]
    new: str


@dataclass(frozen=True, slots=True)
class YearlyAddition:
    """A paragraph that is new in `symbol`, and the text of the one that it follows ("" at the beginning)."""

    symbol: str
    label: str
    day: date
    series: str
    kind: Kind
    level: int
    follows: str
    text: str


@dataclass(frozen=True, slots=True)
class PairChanges:
    """What changed from the text `old` to the item's next one, `new`; `fingerprint` tells whether either has changed
    since."""

    old: str
    new: str
    fingerprint: str
    changes: tuple[YearlyChange, ...] = ()
    additions: tuple[YearlyAddition, ...] = ()


@dataclass(frozen=True, slots=True)
class PairCounts:
    """By key, how often something in the text `old` stayed, moved with the session or became something else in the
    item's next text."""

    old: str
    new: str
    fingerprint: str
    counts: tuple[tuple[str, tuple[int, int, int]], ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record, at a paragraph's label, "note 3", "masthead", "source" or "record"."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying a record found: `problems` are () where its source still reads to the stored text.

    `record` is its name; `older_reader` says that earlier readers than today's made it.
    """

    record: str
    problems: tuple[Problem, ...]
    older_reader: bool = False


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading the source of `symbol` again came to.

    `kept` are the corrections made by hand that stay, `changed` what the readers read otherwise now; both by place.
    """

    symbol: Symbol
    kept: tuple[Problem, ...] = ()
    changed: tuple[Problem, ...] = ()
