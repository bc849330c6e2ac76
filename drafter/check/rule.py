"""What a rule is: a function that looks at one place, or at the whole text, and yields its slips.

Most rules look at one paragraph in its place. A `ParagraphInPlace` is a frozen value, so its slips are remembered, and
after an edit only the places that changed are checked again. Rules on the whole text (first mentions, notes) join facts
that are remembered paragraph by paragraph, and are cheap to run each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from drafter.check.profile import Profile
from drafter.model.finding import Severity
from drafter.model.reading import Repair
from drafter.model.resolution import Paragraph, Resolution
from drafter.model.suggestion import Update
from drafter.model.symbol import Symbol


def nothing_known(_symbol: Symbol) -> None:
    """What an empty library answers."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A finding still without its rule and label: characters `start`..`end`, and the words to put there.

    `index` names the paragraph where a rule looks at the whole text; `note` the footnote, where it is in one.
    """

    message: str
    start: int = 0
    end: int = 0
    suggest: str | None = None
    index: int | None = None
    note: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class ParagraphInPlace:
    """A paragraph in its place.

    `before` and `before_that` are the neighbours before it of the same kind, level and parent; `opens_list` says that
    a deeper paragraph follows, `last` that the operative part ends here, `closes_section` that a heading or another
    part follows, `inner` that the paragraph above is its parent or a sibling, as the order of levels demands, `opens`
    that it, or the paragraph whose list it is in, begins with an opening, as the text of a declaration does not.
    """

    paragraph: Paragraph
    profile: Profile
    before: Paragraph | None = None
    before_that: Paragraph | None = None
    opens_list: bool = False
    last: bool = False
    closes_section: bool = False
    inner: bool = True
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """`source` says where the rule comes from, `example` shows a slip and its correction."""

    name: str
    severity: Severity
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class Background:
    """What a rule on the whole text may need to know besides the text.

    `adopted` gives the date on which a resolution of the library was adopted, `successor` the latest one of the same
    title; `pending` are the updates that still stand, each with the place of
    its paragraph; `base_labels` maps each label of the base to the label its
    paragraph has now (None where it was dropped), `base_texts` the place of each paragraph that comes from the base to
    its words there, for a draft; `repairs` are what reading the file changed in it.
    """

    profile: Profile
    is_draft: bool = False
    session: int | None = None
    adopted: Callable[[Symbol], date | None] = nothing_known
    successor: Callable[[Symbol], Symbol | None] = nothing_known
    pending: tuple[tuple[int, Update], ...] = ()
    base_labels: Mapping[str, str | None] | None = None
    base_texts: Mapping[int, str] | None = None
    repairs: tuple[Repair, ...] = ()


PlaceLooker = Callable[[ParagraphInPlace], Iterable[Slip]]
TextLooker = Callable[[Resolution, Background], Iterable[Slip]]

PLACE_RULES: dict[Rule, PlaceLooker] = {}
TEXT_RULES: dict[Rule, TextLooker] = {}


def on_place(name: str, severity: Severity, *, source: str, example: str) -> Callable[[PlaceLooker], PlaceLooker]:
    """Register a rule that looks at one paragraph where it stands."""

    def register(look: PlaceLooker) -> PlaceLooker:
        PLACE_RULES[Rule(name, severity, source, example)] = look
        return look

    return register


def on_text(name: str, severity: Severity, *, source: str, example: str) -> Callable[[TextLooker], TextLooker]:
    """Register a rule that looks at the whole text."""

    def register(look: TextLooker) -> TextLooker:
        TEXT_RULES[Rule(name, severity, source, example)] = look
        return look

    return register
