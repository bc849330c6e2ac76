"""The round as it can be tracked exactly: what would not come out as its owner's alone stands aside.

Word joins paragraphs by their marks, so a whole paragraph that one delegation moves or deletes can take another's words
with it, above all at the end of the text and at its first note.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafter.model.draft import printed as as_printed
from drafter.model.proposal import Deed, Proposal
from drafter.model.resolution import Resolution
from drafter.negotiation.apply import applied
from drafter.render.compilation.authored import AuthoredText
from drafter.render.document import printed
from drafter.render.lists import Lists
from drafter.render.redline.values import Plan, State

Planned = Callable[[AuthoredText], Plan]

_ORDER = (Deed.TITLE, Deed.WORDS, Deed.REPLACE, Deed.NEW, Deed.DELETE, Deed.SPLIT, Deed.MERGE, Deed.MOVE)


def trackable(text: AuthoredText, planned: Planned) -> AuthoredText:
    """The text with as much tracked as comes out exactly for each delegation; `planned` is how a text is tracked."""
    if exact(text, planned(text)):
        return text
    found = _ByHalves(text, planned)
    found.add(sorted(text.standing, key=lambda one: _ORDER.index(one.kind)))
    return found.made


class _ByHalves:
    """Adds proposals by halves, as long as the text stays exact."""

    def __init__(self, text: AuthoredText, planned: Planned) -> None:
        self._planned = planned
        self._all = frozenset(one.id for one in text.standing)
        self._tracked: frozenset[str] = frozenset()
        self._round, self._left_out = text.round_, text.left_out
        self.made = AuthoredText(text.round_, text.left_out | self._all)

    def add(self, given: Sequence[Proposal]) -> None:
        tracked = self._tracked | {one.id for one in given}
        text = AuthoredText(self._round, self._left_out | (self._all - tracked))
        if exact(text, self._planned(text)):
            self._tracked, self.made = tracked, text
        elif len(given) > 1:
            self.add(given[: len(given) // 2])
            self.add(given[len(given) // 2 :])


def exact(text: AuthoredText, made: Plan) -> bool:
    """Whether the plan gives the base when all is rejected, and each delegation's own text when it alone is
    accepted."""
    if _part(made, None) != _words(text.texts[0]):
        return False
    standing = text.standing
    names = sorted({name for one in standing for name in one.by})
    return all(
        _part(made, name) == _words(as_printed(applied(text.round_, (one for one in standing if name in one.by))))
        for name in names
    )


def _words(text: Resolution) -> list[str]:
    return [one.text for one, _ in printed(text.organ, text.paragraphs, Lists())]


def _part(made: Plan, name: str | None) -> list[str]:
    """The paragraphs' words when the changes of `name` are accepted and all others rejected."""
    found, words = [], ""
    for paragraph in made.paragraphs:
        words += "".join(one.text for one in paragraph.pieces if _stays(one.state, one.by, name))
        if _stays(paragraph.mark, paragraph.mark_by, name):
            found.append(words)
            words = ""
    return [*found, words] if words else found


def _stays(state: State, by: str, name: str | None) -> bool:
    return state.stands if name is not None and name in by.split(", ") else state.stood
