"""Splitting, merging, promoting and demoting paragraphs."""

from __future__ import annotations

from drafter.edit import edits
from drafter.edit.apply import new_id
from drafter.edit.described import described
from drafter.edit.edits import Edit
from drafter.edit.gestures.gesture import Gesture, label_of, standing
from drafter.edit.gestures.tidying import halves, joint
from drafter.errors import DrafterError
from drafter.model.draft import Draft


def split(draft: Draft, paragraph_id: str, at: int) -> Gesture:
    """Cut a paragraph before the character `at`, both halves opened and ended as such; the second is shown."""
    one, fresh = standing(draft, paragraph_id), new_id(draft)
    cut = edits.Split(paragraph_id, at, fresh)
    found = halves(one, at)
    tidy = () if found is None else (edits.SetText(paragraph_id, found[0]), edits.SetText(fresh, found[1]))
    return Gesture(_with(draft, cut, tidy), fresh)


def parts(draft: Draft, paragraph_id: str, at: int) -> tuple[str, str]:
    """Both paragraphs as they would read after `split` there."""
    one = standing(draft, paragraph_id)
    found = halves(one, at)
    return (found[0].text, found[1].text) if found else (one.text[:at].strip(), one.text[at:].strip())


def merge(draft: Draft, paragraph_id: str) -> Gesture:
    """Join the next paragraph that is not deleted to this one, by ", and" where it opens as a paragraph does."""
    one = standing(draft, paragraph_id)
    following = draft.standing[draft.standing.index(one) + 1 :][:1]
    if not following:
        raise DrafterError("there is no paragraph after this one", place=label_of(draft, paragraph_id))
    said = f"{label_of(draft, following[0].id)} was joined to {label_of(draft, paragraph_id)}."
    found = joint(draft, one, following[0])
    ready = () if found is None else (edits.SetText(paragraph_id, found[0]), edits.SetText(following[0].id, found[1]))
    joined = edits.Merge(paragraph_id, following[0].id)
    return Gesture(_with(draft, joined, ready, first=True), paragraph_id, said)


def promote(draft: Draft, paragraph_id: str) -> Gesture:
    """One level higher: (a) becomes a paragraph."""
    return Gesture(edits.SetLevel(paragraph_id, standing(draft, paragraph_id).level - 1), paragraph_id)


def demote(draft: Draft, paragraph_id: str) -> Gesture:
    """One level deeper: a paragraph becomes a subparagraph of the one before it."""
    return Gesture(edits.SetLevel(paragraph_id, standing(draft, paragraph_id).level + 1), paragraph_id)


def _with(draft: Draft, edit: Edit, tidy: tuple[Edit, ...], *, first: bool = False) -> Edit:
    """An edit with what tidies it, before it or after it, under its own name."""
    if not tidy:
        return edit
    return edits.Several((*tidy, edit) if first else (edit, *tidy), described(edit, draft))
