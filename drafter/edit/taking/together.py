"""Changes that were accepted, as one edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.edit import edits
from drafter.edit.apply import apply
from drafter.edit.edits import Edit
from drafter.edit.taking.change import TakenChange
from drafter.model.draft import Draft


def accepted(draft: Draft, chosen: Iterable[TakenChange], name: str) -> Edit:
    """The chosen changes as one edit with that name. Raises DrafterError if one of them cannot be made."""
    steps: list[Edit] = []
    behind: dict[str | None, str] = {}
    for change in sorted(chosen, key=lambda one: one.kind == "delete"):  # a list's parent takes what is still below it
        for step in change.edit.edits if isinstance(change.edit, edits.Several) else (change.edit,):
            if isinstance(step, edits.Insert):
                after = behind.get(step.after, step.after)
                behind[step.after] = step.paragraph.id
                step = replace(step, after=after)
            elif isinstance(step, edits.Delete) and all(one.id != step.id or one.deleted for one in draft):
                continue  # it went with the paragraph above it
            draft = apply(draft, step)
            steps.append(step)
    return edits.Several(tuple(steps), name)
