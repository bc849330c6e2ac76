"""Accepting updates of the turn of the year, by an edit like any other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.edit import edits
from drafter.edit.edits import Edit
from drafter.edit.pending import place_of
from drafter.edit.reworded import replaced
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.resolution import Footnote
from drafter.model.suggestion import AGENDA_ITEM, Update

_SYMBOL = re.compile(r"(?P<body>[A-Z](?:/[A-Z][A-Za-z.\d]*)*)/(?P<session>\d{1,3})/(?P<rest>\S+)")
_NUMBER = re.compile(r"\d{1,3}/\d{1,3}\b")


def accepted(draft: Draft, update: Update, words: str | None = None) -> Edit:
    """The edit that puts the update's words, or the drafter's own, in place of what it found.

    If the words are not known yet, a placeholder in square brackets stands for them. Raises DrafterError if the text
    has changed since and what was found is gone.
    """
    return accepted_all(draft, [update], words, name=f"update {update.label}")


def accepted_all(
    draft: Draft, updates: Iterable[Update], words: str | None = None, *, name: str = "bring up to date"
) -> Edit:
    """Several updates as one edit."""
    paragraphs: dict[str, Inline] = {}
    notes: dict[str, Inline] = {}
    fields: list[Edit] = []
    for update in sorted(updates, key=lambda update: update.start, reverse=True):
        new = words if words is not None else update.proposed
        new = placeholder(update.found, draft.session) if new is None else new
        if update.label == AGENDA_ITEM:
            fields.append(edits.SetField("agenda_item", new))
        elif update.note is not None:
            known = notes.get(update.note) or _note(draft, update).inline
            notes[update.note] = _with(known, update, new)
        else:
            one = _paragraph(draft, update)
            paragraphs[one.id] = _with(paragraphs.get(one.id, one.inline), update, new)
    return edits.Several(
        (
            *fields,
            *(edits.SetText(paragraph_id, inline) for paragraph_id, inline in paragraphs.items()),
            *(edits.PutFootnote(Footnote(note_id, inline)) for note_id, inline in notes.items()),
        ),
        name,
    )


def placeholder(found: str, session: int | None) -> str:
    """A placeholder until the words are known; its brackets show that nothing is agreed.

    >>> placeholder("A/75/388", 76), placeholder("43/25 of 22 June 2020", 76), placeholder("97 States", 76)
    ('[A/76/___]', '[__/__ of ___]', '[97 States]')
    """
    if symbol := _SYMBOL.fullmatch(found):
        own = str(session) if symbol["body"] == "A" or symbol["body"].startswith("A/C.") else "__"
        return f"[{symbol['body']}/{own}/___]"
    if number := _NUMBER.match(found):
        return "[__/__ of ___]" if " of " in found[number.end() :] else "[__/__]"
    return f"[{found}]"


def _with(inline: Inline, update: Update, words: str) -> Inline:
    if inline.text[update.start : update.end] != update.found:
        raise DrafterError(
            f"“{update.found}” is no longer where it was found", place=update.label, remedy="look for updates again"
        )
    return replaced(inline, update.start, update.end, words)


def _paragraph(draft: Draft, update: Update) -> DraftParagraph:
    id = place_of(draft, update)
    if not id:
        raise DrafterError("the paragraph of this update is gone", place=update.label, remedy="look for updates again")
    return draft[id]


def _note(draft: Draft, update: Update) -> Footnote:
    for footnote in draft.footnotes:
        if footnote.id == update.note:
            return footnote
    raise DrafterError("the footnote of this update is gone", place=update.label, remedy="look for updates again")
