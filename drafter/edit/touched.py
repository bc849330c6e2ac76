"""Which paragraphs an edit touched, for whoever shows them after undo and redo."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.edit import edits
from drafter.edit.edits import Edit
from drafter.model.draft import Draft


def touched(edit: Edit, before: Draft, after: Draft) -> tuple[str, ...]:
    """The ids of the paragraphs that `edit` concerns, as they are in `after`; the first is the one to show.

    `before` and `after` are the drafts on the two sides of a step, in the order of the step: for undo `after` is the
    older one. If a paragraph is gone, the one before it counts instead. Empty for the masthead.
    """
    named = dict.fromkeys(_named(edit, before, after))
    here = {one.id for one in after}
    found = dict.fromkeys(id for id in named if id in here)
    return tuple(found) or tuple(_beside(before, named, here))


def _named(edit: Edit, before: Draft, after: Draft) -> Iterator[str]:
    match edit:
        case edits.Several(inner):
            for one in inner:
                yield from _named(one, before, after)
        case edits.Insert(paragraph):
            yield paragraph.id
        case edits.Split(id, _, new_id):
            yield from (new_id, id)
        case edits.Merge(id, following):
            yield from (id, following)
        case edits.PutFootnote(footnote):
            yield from _citing(footnote.id, before, after)
        case edits.DropFootnote(note):
            yield from _citing(note, before, after)
        case edits.ReplaceAll():
            was = {one.id: one for one in before}
            yield from (one.id for one in after if was.get(one.id) != one)
        case edits.Verify(verified):
            yield from (one.id for one in after if one.origin == verified.at)
            yield from _citing(verified.at.removeprefix("note "), before, after)
        case edits.RefuseChanges(changes):
            yield from (change.at for change in changes)
        case edits.SetTitle() | edits.SetField() | edits.Refuse() | edits.SetBriefed():
            return
        case _:
            yield edit.id


def _citing(note: str, *drafts: Draft) -> Iterator[str]:
    for draft in drafts:
        yield from (one.id for one in draft if any(mark.note == note for mark in one.inline.marks))


def _beside(before: Draft, gone: dict[str, None], here: set[str]) -> Iterator[str]:
    ids = [one.id for one in before]
    for id in gone:
        if id in ids:
            place = ids.index(id)
            near = [*reversed(ids[:place]), *ids[place + 1 :]]
            yield from [other for other in near if other in here][:1]
            return
