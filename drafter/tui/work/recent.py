"""What the library's rows say of recent drafts and rounds; read in a worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.edit.status import Matter, status
from drafter.errors import DrafterError
from drafter.tui.shown.series import RecentDraft, recent_file

if TYPE_CHECKING:
    from drafter.desk import Desk
    from drafter.model.draft import Draft


def told(desk: Desk, paths: Iterable[Path]) -> dict[Path, RecentDraft]:
    """Each file with what is in it; of one that cannot be read, its name."""
    quiet = replace(desk, tell=lambda _: None)
    found = {}
    for path in paths:
        found[path] = recent_file(path)
        with suppress(DrafterError, OSError):
            found[path] = _read(quiet, found[path])
    often = Counter(one.heading for one in found.values())
    return {path: _apart(one) if often[one.heading] > 1 else one for path, one in found.items()}


def _apart(recent: RecentDraft) -> RecentDraft:
    """A draft whose heading others have too, headed by its file's name."""
    return replace(recent, heading=f"{recent.path.stem}: {recent.heading}") if recent.heading else recent


def _read(desk: Desk, recent: RecentDraft) -> RecentDraft:
    when = datetime.fromtimestamp(recent.path.stat().st_mtime)
    if recent.kind == "round":
        from drafter.negotiation.rounds import latest_round

        round_ = latest_round(recent.path)
        return _about(recent, round_.text, len(round_.proposals), "proposal", when)
    draft = desk.draft(str(recent.path))
    return _about(recent, draft, len(status(draft, (), ()).of(Matter.CHANGE)), "change", when)


def _about(recent: RecentDraft, text: Draft, count: int, what: str, when: datetime) -> RecentDraft:
    symbol = str(text.symbol) if text.symbol and text.symbol.number is not None else ""
    counted = f"{count} {what}{'' if count == 1 else 's'}"
    return replace(recent, heading=text.title.text, symbol=symbol, counted=counted, when=when)
