"""Changes that were accepted, as one edit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from drafter.align.three_way import merge
from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.edits import Edit
from drafter.edit.structure import subtree
from drafter.edit.taking.change import TakenChange
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.inline import Inline


def accepted(draft: Draft, chosen: Iterable[TakenChange], name: str) -> Edit:
    """The chosen changes as one edit with that name. Raises DrafterError if one of them cannot be made."""
    steps: list[Edit] = []
    behind: dict[str | None, str] = {}
    worded: set[str] = set()
    chosen = list(chosen)
    gone = {change.place for change in chosen if change.kind == "delete"}
    for change in sorted(chosen, key=lambda one: one.kind == "delete"):  # a list's parent takes what is still below it
        own = change.edit.edits if isinstance(change.edit, edits.Several) else (change.edit,)
        for step in (*_out_of_its_list(draft, change), *own):
            if isinstance(step, edits.Insert):
                after = behind.get(step.after) or _past(draft, step.after, step.paragraph.level, gone)
                behind[step.after] = step.paragraph.id
                step = replace(step, after=after)
            elif isinstance(step, edits.Move):
                after = behind.get(step.after, step.after)
                behind[step.after] = step.id
                step = replace(step, after=after)
            elif isinstance(step, edits.SetText) and change.between and step.id in worded:
                step = replace(step, inline=_joined(change, draft[step.id].inline))
            elif isinstance(step, edits.Delete) and all(one.id != step.id or one.deleted for one in draft):
                continue  # it went with the paragraph above it
            draft = apply(draft, step)
            steps.append(step)
        worded |= {change.place} if change.between else set()
    return edits.Several(tuple(steps), name)


def taken_from(file: Path, chosen: Sequence[TakenChange]) -> str:
    """What a step is called that takes these changes."""
    return f"take {'1 change' if len(chosen) == 1 else f'{len(chosen)} changes'} from {file.name}"


def _out_of_its_list(draft: Draft, change: TakenChange) -> Iterator[Edit]:
    """Moves those of a list that stay before its parent, which is to be deleted and would take them along."""
    if not change.spared or all(one.id != change.place for one in draft):
        return
    place = draft.index(change.place)
    below = {draft.paragraphs[n].id for n in subtree(draft.paragraphs, place)}
    before = draft.paragraphs[place - 1].id if place else None
    for id in change.spared:
        if id in below and not draft[id].deleted:
            yield edits.Move(id, before)
            before = id


def _past(draft: Draft, after: str | None, level: int, gone: Collection[str]) -> str | None:
    """The last paragraph of those behind `after` that are to be deleted: what takes the place of a list's parent stands
    behind it, so that the list is not deleted with that."""
    place = 0 if after is None else draft.index(after) + 1
    for one in draft.paragraphs[place:]:
        if one.id not in gone or one.level < level:
            break
        after = one.id
    return after


def _joined(change: TakenChange, words: Inline) -> Inline:
    """The words of a paragraph into which another of the chosen changes was put, with this one in them too."""
    assert change.between is not None
    was, theirs = change.between
    both = merge(was, {"chosen": words, "theirs": theirs})
    if both.conflicts:
        raise DrafterError(
            "two of these changes are about the same words", place=change.label, remedy="take one of them alone"
        )
    return both.text()
