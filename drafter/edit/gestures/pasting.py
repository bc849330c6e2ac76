"""Paragraphs copied from elsewhere, put in after one of the draft's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.gestures.gesture import Gesture, known, label_of
from drafter.edit.gestures.placing import inserted
from drafter.edit.gestures.wording import typed
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph
from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph


def put_in(draft: Draft, paragraph_id: str, found: Sequence[Paragraph], words: Inline | None = None) -> Gesture:
    """Paragraphs after this one and its list, as `parse.fragment` read them; the first of them is shown.

    They are of this one's kind and level where they are all of one kind. `words` are those just typed into this one,
    which gives way to the others if it is new and was left empty.
    """
    if not found:
        raise DrafterError("there are no words to put in", place=label_of(draft, paragraph_id))
    beside = known(draft, paragraph_id)
    own = beside.kind is not Kind.HEADING and len({one.kind for one in found} - {Kind.HEADING}) == 1
    made: list[edits.Edit] = []
    if words:
        made.append(typed(draft, paragraph_id, words).edit)
        draft = apply(draft, made[0])
    after, shown = paragraph_id, None
    for one in found:
        gesture = inserted(draft, _like(beside, one, own=own), after)
        made.append(gesture.edit)
        draft = apply(draft, gesture.edit)
        after = gesture.show or after
        shown = shown or gesture.show
    if words is not None and not words and not beside.text and beside.origin is None:
        made.append(edits.Delete(paragraph_id))
    counted = "1 paragraph" if len(found) == 1 else f"{len(found)} paragraphs"
    return Gesture(edits.Several(tuple(made), f"put in {counted}"), shown)


def _like(beside: DraftParagraph, one: Paragraph, *, own: bool) -> Paragraph:
    """The paragraph in the part of another one, and if it is to be its `own`, of its kind and below its level."""
    one = replace(one, part=beside.paragraph.part)
    if not own or one.kind is Kind.HEADING:
        return one
    return replace(one, kind=beside.kind, level=beside.level + one.level)
