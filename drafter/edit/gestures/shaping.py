"""Splitting, merging, promoting and demoting paragraphs."""

from __future__ import annotations

from drafter.edit import edits
from drafter.edit.apply import new_id
from drafter.edit.gestures.gesture import Gesture, label_of, standing
from drafter.errors import DrafterError
from drafter.model.draft import Draft


def split(draft: Draft, paragraph_id: str, at: int) -> Gesture:
    """Cut a paragraph before the character `at`; the second half is shown."""
    standing(draft, paragraph_id)
    fresh = new_id(draft)
    return Gesture(edits.Split(paragraph_id, at, fresh), fresh)


def merge(draft: Draft, paragraph_id: str) -> Gesture:
    """Join the next paragraph that is not deleted to this one."""
    one = standing(draft, paragraph_id)
    following = draft.standing[draft.standing.index(one) + 1 :][:1]
    if not following:
        raise DrafterError("there is no paragraph after this one", place=label_of(draft, paragraph_id))
    said = f"{label_of(draft, following[0].id)} was joined to {label_of(draft, paragraph_id)}."
    return Gesture(edits.Merge(paragraph_id, following[0].id), paragraph_id, said)


def promote(draft: Draft, paragraph_id: str) -> Gesture:
    """One level higher: (a) becomes a paragraph."""
    return Gesture(edits.SetLevel(paragraph_id, standing(draft, paragraph_id).level - 1), paragraph_id)


def demote(draft: Draft, paragraph_id: str) -> Gesture:
    """One level deeper: a paragraph becomes a subparagraph of the one before it."""
    return Gesture(edits.SetLevel(paragraph_id, standing(draft, paragraph_id).level + 1), paragraph_id)
