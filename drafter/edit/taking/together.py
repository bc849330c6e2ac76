"""Changes that were accepted, as one edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from drafter.align.three_way import merge
from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.edits import Edit
from drafter.edit.taking.change import TakenChange
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.model.inline import Inline


def accepted(draft: Draft, chosen: Iterable[TakenChange], name: str) -> Edit:
    """The chosen changes as one edit with that name. Raises DrafterError if one of them cannot be made."""
    steps: list[Edit] = []
    behind: dict[str | None, str] = {}
    worded: set[str] = set()
    for change in sorted(chosen, key=lambda one: one.kind == "delete"):  # a list's parent takes what is still below it
        for step in change.edit.edits if isinstance(change.edit, edits.Several) else (change.edit,):
            if isinstance(step, edits.Insert):
                after = behind.get(step.after, step.after)
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
