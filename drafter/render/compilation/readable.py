"""The tracked text as it reads back: what tracked changes alone cannot tell apart is said beside them.

Two changes of one owner that touch come back as one, a new wording of which much stays as words, a merger of
paragraphs that are no neighbours as a deletion and words; as a comment of its owner each says what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.proposal import Arrival, Proposal
from drafter.negotiation.intake.basetext import base_of
from drafter.negotiation.intake.owners import anchored, owned
from drafter.negotiation.intake.tracked import from_tracked
from drafter.negotiation.values import Round
from drafter.render.compilation.authored import AuthoredText
from drafter.render.compilation.exact import Planned, trackable

_TURNS = 4


def readable(round_: Round, planned: Planned, written: Callable[[AuthoredText], bytes]) -> tuple[AuthoredText, bytes]:
    """What is tracked of a round's text, and its file; `planned` is how a text is tracked, `written` its file."""
    text = trackable(AuthoredText(round_), planned)
    content = written(text)
    for turn in range(_TURNS):
        lost = frozenset(one.id for one in _aside(_lost(text, content), every=turn == _TURNS - 1))
        if not lost:
            break
        text = trackable(AuthoredText(round_, text.left_out | lost), planned)
        content = written(text)
    return text, content


def _lost(text: AuthoredText, content: bytes) -> Iterator[Proposal]:
    """What is tracked and does not come back, of owners whom a comment can name."""
    from drafter.parse.word.tracked import TrackedWord

    round_ = text.round_
    path = Path("compilation.docx")
    try:
        word = TrackedWord(path, content)
        given_back = from_tracked(base_of(round_), word, Arrival((), path.name), round_.names)
        found = anchored(owned(given_back, round_.names), round_)
    except DrafterError:
        return
    back = {(one.id, one.by) for one in found.proposals}
    given = {one.id for one in round_.proposals}
    wrong = {
        (place, name)
        for one in found.proposals
        if one.id not in given
        for place in (one.place, one.second)
        for name in one.by
    }
    for one in text.standing:
        by = round_.names.owners(one.by)
        # Where a comment repeats a proposal for a stand on it, the change may come back as another beside it.
        twice = any((place, name) in wrong for place in filter(None, (one.place, one.second)) for name in by)
        if ((one.id, by) not in back or twice) and all(map(round_.names.known_in, by)):
            yield one


def _aside(lost: Iterable[Proposal], *, every: bool) -> Iterator[Proposal]:
    """Of several of one owner in a paragraph all but the first, which may come back alone; all of them where asked."""

    def place(one: Proposal) -> tuple[str, tuple[str, ...]]:
        return one.place, one.by

    for _, group in groupby(sorted(lost, key=place), place):
        first, *rest = group
        yield from rest
        if every or not rest:
            yield first
