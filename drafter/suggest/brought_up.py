"""The paragraph brought up to date for the new session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.edit.pending import pending
from drafter.model.draft import Draft
from drafter.model.suggestion import Suggestion, SuggestionKind, Update, UpdateStatus
from drafter.suggest.setting import Setting
from drafter.suggest.updates import offered
from drafter.suggest.wording import Replacement, reworded


def update(setting: Setting, place: int) -> Iterator[Suggestion]:
    """One suggestion with all updates that are certain or likely."""
    found = [one for one in _updates(setting, place) if one.note is None]
    pieces = [
        Replacement(one.start, one.end, one.proposed)
        for one in found
        if one.proposed is not None and one.status is not UpdateStatus.VERIFY
    ]
    inline = reworded(setting.paragraphs[place], pieces) if pieces else None
    if inline is not None:
        yield Suggestion(SuggestionKind.UPDATE, inline, "; ".join(dict.fromkeys(one.why for one in found)), score=1.0)


def _updates(setting: Setting, place: int) -> Iterable[Update]:
    """The updates still to be made in the paragraph; where it was split, in the half that has the words."""
    text, label = setting.text, setting.origins[place]
    session = text.session if isinstance(text, Draft) else None
    found = (one for one in setting.candidates.updates(session) if one.label == label)
    if isinstance(text, Draft) and text.adopted:
        return pending(text, offered(text, found)).get(setting.ids[place], ())
    return found
