"""What a suggestion would change in its paragraph, and whether the drafter has turned that down."""

from __future__ import annotations

from drafter.align.words import word_changes
from drafter.model.refusal import Refusal, exchange
from drafter.model.suggestion import Suggestion
from drafter.suggest.setting import Setting


def exchanged(setting: Setting, place: int, one: Suggestion) -> tuple[tuple[str, str], ...]:
    """The words that each of its changes takes out and puts in; of a new paragraph, its text."""
    new = one.inline.text
    if one.after is not None:
        return (("", new),)
    old = setting.paragraphs[place].text
    return tuple(
        (old[change.old_start : change.old_end].strip(), new[change.new_start : change.new_end].strip())
        for change in word_changes(old, new)
    )


def is_refused(setting: Setting, place: int, one: Suggestion) -> bool:
    """Whether all the words that it would put in were turned down here; deletions count only where it puts nothing
    in."""
    if one.key in setting.refused:
        return True
    at = "" if one.after is not None else setting.ids[place]
    refused = [known for known in setting.refused if isinstance(known, Refusal) and known.at == at]
    if not refused:
        return False
    changes = exchanged(setting, place, one)
    telling = [(out, put) for out, put in changes if exchange(out, put)[1]] or changes
    return all(any(known.covers(*change) for known in refused) for change in telling)
