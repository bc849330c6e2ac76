"""The paragraph as the turn of the year leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from drafter.model.suggestion import Suggestion, SuggestionKind, Update, UpdateStatus
from drafter.suggest.setting import Setting
from drafter.suggest.updates import updates
from drafter.suggest.wording import Piece, reworded


def update(setting: Setting, place: int) -> Iterator[Suggestion]:
    """One suggestion with all updates that are certain or likely."""
    found = [one for one in _updates(setting) if one.label == setting.origins[place] and one.note is None]
    pieces = [
        Piece(one.start, one.end, one.proposed)
        for one in found
        if one.proposed is not None and one.status is not UpdateStatus.VERIFY
    ]
    inline = reworded(setting.paragraphs[place], pieces) if pieces else None
    if inline is not None:
        yield Suggestion(SuggestionKind.UPDATE, inline, "; ".join(dict.fromkeys(one.why for one in found)), score=1.0)


@lru_cache(maxsize=4)
def _updates(setting: Setting) -> tuple[Update, ...]:
    return updates(setting.text, setting.searchable.library, before=setting.before)
