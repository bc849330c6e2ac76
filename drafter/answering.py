"""One open library for many askers: what was found out once is kept until the library changes, and a question that
its asker has overtaken is not worked on.

Nothing here knows a screen. Answers are worked out in the caller's thread, one of each kind at a time: what is quickly
found does not wait for what takes long.
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
"""Of how many texts it is kept which of their words are agreed."""

_DRAFTS = 4
"""For how many drafts, or states of one, it is kept what suggestions are mined from."""


class NotPreparedError(LibraryError):
    """The library cannot be searched yet."""


class OvertakenError(Exception):
    """The asker has asked something newer since: nobody waits for the answer, and no user has to be told."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of one asker, such as a pane; its later ones have higher numbers."""

    asker: str
    number: int


@dataclass(eq=False)
class _Known:
    """What was found out since the library last changed; work that began before a change ends in its own."""

    searchable: Searchable | None = None
    covered: dict[str, Coverage] = field(default_factory=dict)
    settings: deque[tuple[Draft, Setting]] = field(default_factory=lambda: deque(maxlen=_DRAFTS))
    followed: dict[str, tuple[Sequence[Resolution], Lineages]] = field(default_factory=dict)


class Answering:
    """A library that is open to be asked.

    Every answer may be given a question; it raises OvertakenError where its asker has a newer one by the time its
    turn comes, and soon after where that happens in the middle of the work. Without a question it is always worked out.
    """

    def __init__(self, library: Records) -> None:
        self.library = library
        self._known = _Known()
        self._newest: dict[str, int] = {}
        self._numbering, self._suggesting, self._covering, self._following = Lock(), Lock(), Lock(), Lock()

    def question(self, asker: str) -> Question:
        """A new question of this asker, which overtakes all its earlier ones; to be made when it is thought of, and
        not in the worker that waits for the answer."""
        with self._numbering:
            number = self._newest[asker] = self._newest.get(asker, 0) + 1
        return Question(asker, number)

    def overtaken(self, question: Question | None) -> bool:
        """Whether the asker has a newer question by now."""
        return question is not None and self._newest.get(question.asker, 0) > question.number

    def prepare(self, watch: Watch = lambda _: None) -> Progress | None:
        """Open the library to be searched, which takes minutes once where it is large.

        `watch` hears how far it is, and stops it by a StoppedError: then the answer is how far it came, and that much
        is searched.
        """
        from drafter.library.searchable import Searchable

        searchable = Searchable(self.library, watch=watch)
        searchable.prepare()
        self._known = _Known(searchable)
        return searchable.stopped

    def forget(self) -> None:
        """Hold nothing of what was found out for true: a text was added, corrected or taken out.

        What is searched has to be prepared anew; lineages are followed anew by themselves.
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
        """The same where it was found out already; never waits."""
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
        """The asker's turn, with what its work calls now and then: it stops where the question was overtaken."""

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
