"""Inserting, deleting, restoring and moving paragraphs."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit import edits
from drafter.edit.apply import new_id
from drafter.edit.gestures.gesture import Gesture, known, label_of, standing
from drafter.edit.gestures.turning import crossing, turning
from drafter.edit.reworded import with_opening
from drafter.edit.structure import subtree
from drafter.errors import DrafterError
from drafter.model.draft import Draft, DraftParagraph, Source, Status
from drafter.model.inline import Inline
from drafter.model.resolution import Kind, Paragraph

EMPTY = Inline()
"""The text of a paragraph that is still to be written."""


def insert_after(draft: Draft, paragraph_id: str, inline: Inline = EMPTY) -> Gesture:
    """A new paragraph of the same kind and level after this one and its list; in an empty draft ("") the first."""
    if not draft.paragraphs:
        return inserted(draft, Paragraph(Kind.PREAMBULAR, inline), None)
    beside = known(draft, paragraph_id)
    return inserted(draft, like(beside, beside.level, inline), beside.id)


def insert_before(draft: Draft, paragraph_id: str, inline: Inline = EMPTY) -> Gesture:
    """A new paragraph of the same kind and level before this one."""
    beside = known(draft, paragraph_id)
    place = draft.index(paragraph_id)
    return inserted(draft, like(beside, beside.level, inline), draft.paragraphs[place - 1].id if place else None)


def insert_below(draft: Draft, paragraph_id: str, inline: Inline = EMPTY) -> Gesture:
    """A new first subparagraph of this one."""
    above = standing(draft, paragraph_id)
    if above.kind is Kind.HEADING:
        raise DrafterError("a heading has no subparagraphs", place=label_of(draft, paragraph_id))
    return inserted(draft, like(above, above.level + 1, inline), above.id)


def inserted(draft: Draft, paragraph: Paragraph, after: str | None, sources: tuple[Source, ...] = ()) -> Gesture:
    """A new paragraph after the one of the id `after`, or as the first; its opening is set in italics."""
    opened = replace(paragraph, inline=with_opening(paragraph, paragraph.inline.strip()))
    fresh = DraftParagraph(new_id(draft), opened, status=Status.ADDED, sources=sources)
    return Gesture(edits.Insert(fresh, after), fresh.id)


def like(beside: DraftParagraph, level: int, inline: Inline = EMPTY) -> Paragraph:
    """A paragraph of the kind and part of another one."""
    return replace(beside.paragraph, inline=inline, level=level, variant="", continued=False)


def delete(draft: Draft, paragraph_id: str) -> Gesture:
    """Delete the paragraph and its list; if a new one vanishes, its neighbour is shown."""
    one = standing(draft, paragraph_id)
    edit = edits.Delete(paragraph_id)
    own = subtree(draft.paragraphs, draft.index(paragraph_id))
    below = sum(not draft.paragraphs[place].deleted for place in range(own.start + 1, own.stop))
    said = f"{label_of(draft, paragraph_id)} and its {_counted(below)} are deleted." if below else ""
    if one.origin is not None and _only_of_its_origin(draft, one):
        return Gesture(edit, paragraph_id, said)
    rest = [*draft.paragraphs[own.stop :], *reversed(draft.paragraphs[: own.start])]
    return Gesture(edit, rest[0].id if rest else None, said)


def _counted(below: int) -> str:
    return "subparagraph" if below == 1 else f"{below} subparagraphs"


def restore(draft: Draft, paragraph_id: str) -> Gesture:
    """Restore a deleted paragraph, as the base has it."""
    if not known(draft, paragraph_id).deleted:
        raise DrafterError("this paragraph is not deleted", place=label_of(draft, paragraph_id))
    return Gesture(edits.Restore(paragraph_id), paragraph_id)


def delete_or_restore(draft: Draft, paragraph_id: str) -> Gesture:
    """Delete a paragraph, or restore it if it is deleted."""
    return (restore if known(draft, paragraph_id).deleted else delete)(draft, paragraph_id)


def move_up(draft: Draft, paragraph_id: str) -> Gesture:
    """Move the paragraph before the one that precedes it in its list."""
    own = standing(draft, paragraph_id)
    for place in range(draft.index(paragraph_id) - 1, -1, -1):
        above = draft.paragraphs[place]
        if above.deleted:
            continue
        if above.kind is not own.kind or above.level < own.level:
            break
        if above.level == own.level:
            after = draft.paragraphs[place - 1].id if place else None
            return Gesture(edits.Move(paragraph_id, after), paragraph_id)
    raise DrafterError(f"{label_of(draft, paragraph_id)} is already the first in its list")


def move_down(draft: Draft, paragraph_id: str) -> Gesture:
    """Move the paragraph after the one that follows it in its list."""
    own = standing(draft, paragraph_id)
    further = subtree(draft.paragraphs, draft.index(paragraph_id)).stop
    below = next((one for one in draft.paragraphs[further:] if not one.deleted), None)
    if below is None or below.kind is not own.kind or below.level < own.level:
        raise DrafterError(f"{label_of(draft, paragraph_id)} is already the last in its list")
    return Gesture(edits.Move(paragraph_id, below.id), paragraph_id)


def move_after(draft: Draft, paragraph_id: str, after: str | None, *, turn: bool = False) -> Gesture:
    """Move the paragraph after the one with the id `after`, or to the top.

    Across the border between preamble and operative part its kind has to change: without `turn` the move is refused,
    and `crossing` says beforehand which kind it would become; with it the opening and the ending change too.
    """
    one = standing(draft, paragraph_id)
    other = crossing(draft, paragraph_id, after)
    move = edits.Move(paragraph_id, after)
    if other is None:
        return Gesture(move, paragraph_id)
    label = label_of(draft, paragraph_id)
    if not turn:
        where = "among the preambular ones" if one.kind is Kind.OPERATIVE else "among the operative ones"
        raise DrafterError(f"it is {one.kind} and cannot stand {where}", place=label, remedy=f"make it {other} as well")
    where = "to the top" if after is None else f"after {label_of(draft, after)}"
    edit = edits.Several(turning(draft, paragraph_id, other, move), f"move {label} {where} and make it {other}")
    return Gesture(edit, paragraph_id)


def move_before(draft: Draft, paragraph_id: str, before: str, *, turn: bool = False) -> Gesture:
    """Move the paragraph before another one; otherwise as `move_after`."""
    return move_after(draft, paragraph_id, place_before(draft, paragraph_id, before), turn=turn)


def place_before(draft: Draft, paragraph_id: str, before: str) -> str | None:
    """The id of the paragraph to move `paragraph_id` after, so that it comes before `before`; None for the top."""
    own = subtree(draft.paragraphs, draft.index(paragraph_id))
    target = draft.index(known(draft, before).id)
    if target in own:
        raise DrafterError(
            "a paragraph cannot be moved before itself or into its own list", place=label_of(draft, paragraph_id)
        )
    rest = [one.id for place, one in enumerate(draft.paragraphs[:target]) if place not in own]
    return rest[-1] if rest else None


def _only_of_its_origin(draft: Draft, one: DraftParagraph) -> bool:
    return all(other.origin != one.origin for other in draft if other.id != one.id)
