"""The best few suggestions for a paragraph, from all miners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from drafter import plugins
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.rules.rulebook import current
from drafter.rules.tables import kept
from drafter.suggest.brought_up import update
from drafter.suggest.guards.guard import guarded
from drafter.suggest.lineage import lineage, restore
from drafter.suggest.prior import prior
from drafter.suggest.propagate import propagate, spreading
from drafter.suggest.refused import exchanged, is_refused
from drafter.suggest.setting import Setting
from drafter.suggest.shared import shared
from drafter.suggest.strength import strength
from drafter.suggest.wording import bare

Miner = Callable[[Setting, int], Iterable[Suggestion]]
MINERS: tuple[Miner, ...] = (update, propagate, spreading, shared, lineage, restore, prior, strength)

TOP = 10

EACH = 14
"""How many sound suggestions are asked of a miner."""

LAST = 5
"""How many of the suggestions may go back to words that the item once had; they come last."""

_BACK = frozenset({SuggestionKind.LINEAGE, SuggestionKind.RESTORE})

_AT_MOST = {
    SuggestionKind.PROPAGATE: 1,
    SuggestionKind.SPREADING: 1,
    SuggestionKind.STRENGTH: 1,
}


@kept()
def miners() -> tuple[Miner, ...]:
    """The shipped miners, in the order of their reasons, then those of plug-ins."""
    book = current()
    return (*MINERS, *(book.careful(plugin, miner, Suggestion) for plugin, miner in book.added(plugins.MINERS)))


def suggestions(
    setting: Setting, place: int, top: int = TOP, *, go_on: Callable[[], None] = lambda: None
) -> tuple[Suggestion, ...]:
    """The best `top` for paragraph `place`, best first: none twice, none that changes nothing, none turned down.

    `go_on` is called before each miner's work and may raise, to stop there.
    """
    mined = (one for miner in miners() for one in islice(_mined(miner, setting, place, go_on), EACH))
    useful = (one for one in mined if _changes(setting, place, one) and not is_refused(setting, place, one))
    chosen: list[Suggestion] = []
    counts: Counter[SuggestionKind] = Counter()
    for one in sorted(_each_once(useful), key=lambda one: -one.score):
        counts[one.kind] += 1
        if counts[one.kind] <= _AT_MOST.get(one.kind, top):
            chosen.append(one)
    back = list({_origin(one): one for one in chosen[::-1] if one.kind in _BACK}.values())[::-1][:LAST]
    forward = [one for one in chosen if one.kind not in _BACK][: top - len(back)]
    return tuple(replace(one, exchanged=exchanged(setting, place, one)) for one in (*forward, *back))


def _origin(one: Suggestion) -> tuple[str, ...]:
    """Where the words come from: an earlier wording is offered once, not also in part."""
    return one.kind, *(f"{source.symbol} {source.label}" for source in one.sources)


def _mined(miner: Miner, setting: Setting, place: int, go_on: Callable[[], None]) -> Iterator[Suggestion]:
    go_on()
    for one in miner(setting, place):
        sound = guarded(setting, place, one)
        if sound is not None:
            yield sound


def _each_once(mined: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Of suggestions with the same words the first, with the best score among them; the miners are ordered by their
    reasons."""
    alike: dict[tuple[str | None, str], list[Suggestion]] = {}
    for one in mined:
        alike.setdefault((one.after, bare(one.inline.text)), []).append(one)
    return (replace(several[0], score=max(one.score for one in several)) for several in alike.values())


def _changes(setting: Setting, place: int, one: Suggestion) -> bool:
    return one.after is not None or bare(one.inline.text) != bare(setting.paragraphs[place].text)
