"""What a gesture gives, and how to find a paragraph by its label."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.described import described
from drafter.edit.edits import Edit
from drafter.edit.paragraphs import label_of as label_of
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, labels
from drafter.model.numbering import same_label


@dataclass(frozen=True, slots=True)
class Gesture:
    """One edit, and what to show after it.

    show  the id of the paragraph to show then; None where the edit concerns no paragraph
    said  a sentence to tell the user, "" where the text shows it well enough
    """

    edit: Edit
    show: str | None = None
    said: str = ""


Intent = Callable[[Draft], Gesture]
"""A gesture that is still to be made, on the draft as the gestures before it leave it."""


def together(draft: Draft, steps: Iterable[Intent]) -> Gesture:
    """Several gestures in turn, as one edit with the first one's name; the last one's paragraph is shown."""
    made: list[Gesture] = []
    names: list[str] = []
    for step in steps:
        gesture = step(draft)
        names.append(described(gesture.edit, draft))
        draft = apply(draft, gesture.edit)
        made.append(gesture)
    if len(made) == 1:
        return made[0]
    said = " ".join(filter(None, (gesture.said for gesture in made)))
    shown = next((gesture.show for gesture in reversed(made) if gesture.show is not None), None)
    return Gesture(edits.Several(tuple(gesture.edit for gesture in made), "".join(names[:1])), shown, said)


def paragraph_at(draft: Draft, label: str, *, deleted: bool = False) -> str:
    """The id of the paragraph with that label, as people type it.

    Two paragraphs may have the same label, since a deleted one has the base's: then it is the standing one, or with
    `deleted` the deleted one. Raises DrafterError if there is none.
    """
    named = labels(draft)
    found = [one for one in draft if named[one.id] and same_label(label, named[one.id])]
    if not found:
        raise DrafterError(f"there is no {label.strip() or 'such paragraph'} in this draft")
    return next((one for one in found if one.deleted is deleted), found[0]).id


def known(draft: Draft, paragraph_id: str) -> DraftParagraph:
    """The paragraph, deleted or not. Raises DrafterError if it is gone."""
    for one in draft:
        if one.id == paragraph_id:
            return one
    raise DrafterError("this paragraph is no longer in the draft")


def standing(draft: Draft, paragraph_id: str) -> DraftParagraph:
    """The standing paragraph. Raises DrafterError if it is deleted or gone."""
    one = known(draft, paragraph_id)
    if one.deleted:
        raise DrafterError("the paragraph is deleted", place=label_of(draft, paragraph_id), remedy="restore it first")
    return one
