"""Footnotes: adding, changing and removing them."""

from __future__ import annotations

import secrets
from dataclasses import replace

from drafter.edit import edits
from drafter.edit.edits import Edit
from drafter.edit.gestures.gesture import Gesture, label_of, standing
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.inline import Inline, NoteMark
from drafter.model.resolution import Footnote


def new_note_id(draft: Draft) -> str:
    """An id for a new footnote, drawn so that two people's copies of a draft do not choose the same."""
    taken = {footnote.id for footnote in draft.footnotes}
    while (fresh := f"f{secrets.token_hex(3)}") in taken:
        pass
    return fresh


def new_footnote(draft: Draft, paragraph_id: str, at: int, citation: Inline) -> Gesture:
    """A new footnote with its full citation, its mark after the character before `at` in the paragraph."""
    one = standing(draft, paragraph_id)
    if not 0 <= at <= len(one.text):
        raise DrafterError(
            f"there is no place {at} in a text of {len(one.text)} characters", place=label_of(draft, paragraph_id)
        )
    note = Footnote(new_note_id(draft), _citation(citation))
    inline = replace(one.inline, marks=(*one.inline.marks, NoteMark(at, note.id)))
    steps = (edits.PutFootnote(note), edits.SetText(paragraph_id, inline))
    return Gesture(edits.Several(steps, f"footnote in {label_of(draft, paragraph_id)}"), paragraph_id)


def footnote_to_mark(draft: Draft, citation: Inline) -> tuple[Gesture, str]:
    """A new footnote and its id, for a text being typed in which the editor sets the mark."""
    note = Footnote(new_note_id(draft), _citation(citation))
    return Gesture(edits.PutFootnote(note)), note.id


def edit_footnote(draft: Draft, note: str, citation: Inline) -> Gesture:
    """New words for a footnote, in full."""
    _known(draft, note)
    return Gesture(edits.PutFootnote(Footnote(note, _citation(citation))), _citing(draft, note))


def drop_footnote(draft: Draft, note: str) -> Gesture:
    """Remove a footnote and all its marks."""
    _known(draft, note)
    steps: list[Edit] = []
    if any(mark.note == note for mark in draft.title.marks):
        steps.append(edits.SetTitle(_without(draft.title, note)))
    steps += [
        edits.SetText(one.id, _without(one.inline, note))
        for one in draft.standing
        if any(mark.note == note for mark in one.inline.marks)
    ]
    if all(mark.note != note for one in draft if one.deleted for mark in one.inline.marks):
        steps.append(edits.DropFootnote(note))
    return Gesture(edits.Several(tuple(steps), "drop a footnote"), _citing(draft, note))


def _citation(citation: Inline) -> Inline:
    citation = citation.strip()
    if not citation.text:
        raise DrafterError("a footnote needs its citation")
    return citation


def _known(draft: Draft, note: str) -> None:
    if all(footnote.id != note for footnote in draft.footnotes):
        raise DrafterError(f"the draft has no footnote {note!r}")


def _without(inline: Inline, note: str) -> Inline:
    return replace(inline, marks=tuple(mark for mark in inline.marks if mark.note != note))


def _citing(draft: Draft, note: str) -> str | None:
    citing = (one.id for one in draft.standing if any(mark.note == note for mark in one.inline.marks))
    return next(citing, None)
