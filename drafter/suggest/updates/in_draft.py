"""Updates found in the base, moved to the places where a draft still has the base's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.align.words import word_changes
from drafter.model.draft import Draft
from drafter.model.suggestion import AGENDA_ITEM, Update


def in_draft(draft: Draft, found: Iterable[Update]) -> Iterator[Update]:
    """Each update at the place where the draft still has the base's words."""
    assert draft.adopted is not None
    adopted = draft.adopted
    in_draft = {footnote.id: footnote.text for footnote in draft.footnotes}
    by_origin: dict[str, list[str]] = {}
    marked: set[str] = {mark.note for mark in draft.title.marks}
    for one in draft.standing:
        by_origin.setdefault(one.origin or "", []).append(one.text)
        marked.update(mark.note for mark in one.inline.marks)
    for update in found:
        if update.label == AGENDA_ITEM:
            if draft.agenda_item == update.found:
                yield update
            continue
        if update.note is not None:
            old = adopted.notes[update.note].text
            texts = [in_draft[update.note]] if update.note in in_draft and update.note in marked else []
        else:
            old = adopted.paragraphs[update.label].text
            texts = by_origin.get(update.label, [])
        places = (_place(old, text, update) for text in texts)
        start = next((place for place in places if place is not None), None)
        if start is not None:
            yield replace(update, start=start, end=start + len(update.found))


def _place(old: str, new: str, update: Update) -> int | None:
    """Where the update's words begin in the new text; None where they were touched."""
    shift = 0
    for change in word_changes(old, new, typography=True):
        if change.old_start >= update.end:
            break
        if change.old_end > update.start:
            return None
        shift = change.new_end - change.old_end
    start = update.start + shift
    return start if new[start : start + len(update.found)] == update.found else None
