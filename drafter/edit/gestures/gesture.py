"""What a gesture gives, and how a paragraph is found by its label."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.edit.edits import Edit
from drafter.edit.paragraphs import label_of as label_of
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, labels
from drafter.model.numbering import same_label


@dataclass(frozen=True, slots=True)
class Gesture:
    """One edit, and what to do once it is done.

    show  the id of the paragraph to show then; None where the edit concerns no paragraph
    said  a sentence to tell, "" where the text shows it well enough
    """

    edit: Edit
    show: str | None = None
    said: str = ""


def paragraph_at(draft: Draft, label: str, *, deleted: bool = False) -> str:
    """The id of the paragraph with a label as a person types it.

    Two paragraphs may bear one label, since a deleted one goes by the base's: a standing one comes first, with
    `deleted` a deleted one. Raises DrafterError where there is none.
    """
    named = labels(draft)
    found = [one for one in draft if named[one.id] and same_label(label, named[one.id])]
    if not found:
        raise DrafterError(f"there is no {label.strip() or 'such paragraph'} in this draft")
    return next((one for one in found if one.deleted is deleted), found[0]).id


def known(draft: Draft, paragraph_id: str) -> DraftParagraph:
    """The paragraph, deleted or not. Raises DrafterError where it is gone."""
    for one in draft:
        if one.id == paragraph_id:
            return one
    raise DrafterError("this paragraph is no longer in the draft")


def standing(draft: Draft, paragraph_id: str) -> DraftParagraph:
    """The paragraph where it stands. Raises DrafterError where it is deleted or gone."""
    one = known(draft, paragraph_id)
    if one.deleted:
        raise DrafterError("the paragraph is deleted", place=label_of(draft, paragraph_id), remedy="restore it first")
    return one
