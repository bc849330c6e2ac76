"""A colleague's changes as proposals: what takes time, run in workers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.edit.drafts import user_name
from drafter.edit.taking import TakenChange
from drafter.errors import DrafterError
from drafter.model.draft import Draft
from drafter.negotiation.edits import RoundEdit
from drafter.negotiation.intake.kept import KeptChanges, keep
from drafter.negotiation.rounds import at_work, is_round, latest_round


def round_for(draft: Draft, file: Path) -> Path:
    """The latest round on that text beside the draft's file, else a new file for one."""
    there = sorted(file.parent.glob("*.toml"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in (one for one in there if is_round(one)):
        try:
            if Path(latest_round(path).text.base).name == Path(draft.base).name:
                return path
        except DrafterError:
            continue
    return file.with_name(f"{file.stem}-round.toml")


def kept(round_: Path, mine: Draft, chosen: Sequence[TakenChange], file: Path, by: str) -> KeptChanges:
    """Keep the changes as proposals."""
    return keep(round_, mine, chosen, file, by, user_name())


def taken_back(round_: Path, edit: RoundEdit) -> RoundEdit:
    """Undo an edit of a round, if it was the last one."""
    with at_work(round_, user_name()) as held:
        last = held.history.past[-1].edit if held.history.past else None
        if last != edit:
            raise DrafterError("other steps were done in the round since", file=round_, remedy="undo it there")
        held.undo(anyones=True)
    return edit
