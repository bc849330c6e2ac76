"""Every suggestion passes here, whatever miner made it: changes that read wrong are left out of it, and what then says
nothing, or is wrong as a whole, stays away."""

from __future__ import annotations

from dataclasses import replace

from drafter.align.words import word_changes
from drafter.library.terms import plain_words
from drafter.model.change import WordChange
from drafter.model.inline import Inline
from drafter.model.resolution import Paragraph
from drafter.model.suggestion import Suggestion, SuggestionKind
from drafter.rules.openings import opening_length, opening_verbs
from drafter.suggest.guards.joins import attested, joins_attested
from drafter.suggest.guards.names import glued, inside_a_name, name_for_name
from drafter.suggest.guards.whole import declares, objections, of_another_place
from drafter.suggest.setting import Setting
from drafter.suggest.wording import Replacement, reworded, says_something

_BY_RULE = frozenset({SuggestionKind.UPDATE, SuggestionKind.STRENGTH})
"""Kinds that a rule words, not a passage. What the item itself said stays as it was, too."""


def guarded(setting: Setting, place: int, one: Suggestion) -> Suggestion | None:
    """The suggestion without what reads wrong in it; None where nothing is left of it."""
    paragraph = setting.paragraphs[place]
    if one.kind in _BY_RULE or (one.kind is SuggestionKind.RESTORE and one.after is not None):
        return one
    if one.after is not None:
        return None if any(objections(setting, one.inline.text)) else one
    changes = word_changes(paragraph.text, one.inline.text)
    sound = [change for change in changes if is_sound(setting, paragraph, one.inline.text, change)]
    if not any(_tells(paragraph.text, one.inline.text, change) for change in sound):
        return None
    if len(sound) == len(changes):
        return one
    inline = _with(paragraph, one.inline, sound)
    return replace(one, inline=inline) if inline is not None else None


def is_sound(setting: Setting, paragraph: Paragraph, text: str, change: WordChange) -> bool:
    """Whether one change of a paragraph to `text` reads as adopted texts do."""
    old, new = paragraph.text, text
    was, now = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
    if declares(old, now) or of_another_place(setting, now) or name_for_name(was, now, opens=not change.new_start):
        return False
    if change.old_start < opening_length(old, paragraph.kind) and not opening_length(new, paragraph.kind):
        return False
    if change.new_start and any(word in opening_verbs() for word in now.split()):
        return False
    if inside_a_name(old, change):
        return False
    if not all(attested(setting, " ".join(plain_words(name))) for name in glued(new, change.new_start, change.new_end)):
        return False
    edges = {change.new_start, change.new_end}
    return all(joins_attested(setting, new, edge, paragraph.kind) for edge in edges)


def _tells(old: str, new: str, change: WordChange) -> bool:
    was, now = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
    return says_something(plain_words(was), plain_words(now))


def _with(paragraph: Paragraph, new: Inline, sound: list[WordChange]) -> Inline | None:
    pieces = (
        Replacement(change.old_start, change.old_end, new.text[change.new_start : change.new_end]) for change in sound
    )
    return reworded(paragraph, pieces)
