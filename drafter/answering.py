"""One open library for many askers: an answer is kept until the library changes, and a question that its asker has
replaced by a newer one is dropped.

Nothing here knows a screen. Answers are worked out in the caller's thread, one of each kind at a time, so that a quick
answer does not wait for a slow one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from drafter.errors import LibraryError

if TYPE_CHECKING:
    from drafter.align.lineage import Lineages, Year
    from drafter.library.ports import Records
    from drafter.library.searchable import Progress, Searchable, Watch
    from drafter.library.values import Coverage
    from drafter.model.draft import Draft
    from drafter.model.resolution import Resolution
    from drafter.model.suggestion import Suggestion
    from drafter.suggest.setting import Setting

COVERED = 1000
"""For how many texts the agreed language is remembered."""

_DRAFTS = 4
"""For how many drafts, or states of one draft, the material for suggestions is remembered."""


class NotPreparedError(LibraryError):
    """The library cannot be searched yet."""


class OvertakenError(Exception):
    """The asker has asked something newer since. Nobody waits for the answer, and the user need not be told."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question from one asker, such as a pane; a later question has a higher number."""

    asker: str
    number: int


@dataclass(eq=False)
class _Known:
    """What was learned since the library last changed; work that began before a change writes into the older one."""

    searchable: Searchable | None = None
    covered: dict[str, Coverage] = field(default_factory=dict)
    settings: deque[tuple[Draft, Setting]] = field(default_factory=lambda: deque(maxlen=_DRAFTS))
    followed: dict[str, tuple[Sequence[Resolution], Lineages]] = field(default_factory=dict)


class Answering:
    """A library that is open for questions.

    Each method takes an optional question. It raises OvertakenError if the asker has a newer question by the time its
    turn comes, or soon after one arrives during the work. Without a question the answer is always worked out.
    """

    def __init__(self, library: Records) -> None:
        self.library = library
        self._known = _Known()
        self._newest: dict[str, int] = {}
        self._numbering, self._suggesting, self._covering, self._following = Lock(), Lock(), Lock(), Lock()

    def question(self, asker: str) -> Question:
        """A new question from this asker, which overtakes all its earlier ones. Make it when the question arises, not
        in the worker that waits for the answer."""
        with self._numbering:
            number = self._newest[asker] = self._newest.get(asker, 0) + 1
        return Question(asker, number)

    def overtaken(self, question: Question | None) -> bool:
        """Whether the asker has a newer question by now."""
        return question is not None and self._newest.get(question.asker, 0) > question.number

    def prepare(self, watch: Watch = lambda _: None) -> Progress | None:
        """Open the library for searching; the first time this takes minutes where the library is large.

        `watch` is called with the progress and may raise StoppedError to stop the work. Then the answer says how far it
        came, and only that part is searched.
        """
        from drafter.library.searchable import Searchable

        searchable = Searchable(self.library, watch=watch)
        searchable.prepare()
        self._known = _Known(searchable)
        return searchable.stopped

    def forget(self) -> None:
        """Forget every answer, as a text was added, corrected or removed.

        The library has to be prepared again before it is searched; lineages are worked out again when asked for.
        """
        self._known = _Known()

    def suggestions(self, draft: Draft, paragraph_id: str, question: Question | None = None) -> tuple[Suggestion, ...]:
        """The best few suggestions for a standing paragraph, best first; none for one that is not there."""
        from drafter.suggest.rank import suggestions

        index = next((n for n, paragraph in enumerate(draft.standing) if paragraph.id == paragraph_id), None)
        if index is None:
            return ()
        known = self._known
        with self._turn(self._suggesting, question) as go_on:
            return suggestions(_setting(known, draft), index, go_on=go_on)

    def coverage(self, text: str, question: Question | None = None) -> Coverage:
        """Which words of a text are agreed language."""
        known = self._known
        if text in known.covered:
            return known.covered[text]
        with self._turn(self._covering, question):
            if text not in known.covered:
                known.covered[text] = _searchable(known).agreed.coverage(text)
                if len(known.covered) > COVERED:
                    del known.covered[next(iter(known.covered))]
            return known.covered[text]

    def known_coverage(self, text: str) -> Coverage | None:
        """The same if it is known already; never waits."""
        return self._known.covered.get(text)

    def lineage(
        self, draft: Draft, paragraph_id: str, question: Question | None = None
    ) -> tuple[Sequence[Resolution], tuple[Year, ...]]:
        """The texts of the draft's series up to its base, oldest first, and the years of the paragraph that this one
        comes from, newest first: those that have it. Nothing for a new paragraph."""
        origin = draft[paragraph_id].origin
        if draft.adopted is None or origin is None:
            return (), ()
        index = list(draft.adopted.paragraphs).index(origin)
        known = self._known
        with self._turn(self._following, question):
            texts, lineages = _followed(known, draft.base, self.library, draft.adopted.resolution)
            return texts, tuple(year for year in lineages.of(index) if year.indices)

    @contextmanager
    def _turn(self, one_at_a_time: Lock, question: Question | None) -> Iterator[Callable[[], None]]:
        """The asker's turn, with a function that its work calls now and then and that raises once the question is
        overtaken."""

        def go_on() -> None:
            if self.overtaken(question):
                raise OvertakenError("something newer was asked")

        with one_at_a_time:
            go_on()
            yield go_on


def series_up_to(library: Records, last: Resolution) -> tuple[Resolution, ...]:
    """The texts of the same item in the library that are older than `last`, oldest first, then `last` itself."""
    known = library.series_of(last.symbol) if last.symbol else ()
    known = known or library.series_of(last.title.text)
    newest = last.symbol
    earlier = (symbol for symbol in known if newest is None or symbol.sort_key < newest.sort_key)
    return (*map(library.get, earlier), last)


def _searchable(known: _Known) -> Searchable:
    if known.searchable is None:
        raise NotPreparedError("The library is being prepared for searching …")
    return known.searchable


def _setting(known: _Known, draft: Draft) -> Setting:
    from drafter.suggest.setting import Setting

    for kept, setting in known.settings:
        if kept is draft:
            return setting
    last = next((setting for kept, setting in reversed(known.settings) if kept.base == draft.base), None)
    setting = Setting(draft, _searchable(known), last=last)
    known.settings.append((draft, setting))
    return setting


def _followed(known: _Known, base: str, library: Records, adopted: Resolution) -> tuple[Sequence[Resolution], Lineages]:
    from drafter.align.lineage import Lineages

    texts, lineages = known.followed.get(base, ((), None))
    if lineages is None or texts[-1] is not adopted:
        texts = series_up_to(library, adopted)
        lineages = Lineages(texts)
        known.followed[base] = (texts, lineages)
    return texts, lineages
