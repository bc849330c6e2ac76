"""The results of workers, as values; the caller decides whether they still apply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.edit.drafts import OpenDraft
    from drafter.model.draft import Draft
    from drafter.model.finding import Finding
    from drafter.model.reading import Reading
    from drafter.model.suggestion import Update
    from drafter.tui.state.session import Session


@dataclass(frozen=True, slots=True)
class Added:
    """The result of adding one file: the reading, or the reason why there is none."""

    path: Path
    reading: Reading | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What the turn of the year changes in `draft`, and what the checks say of it."""

    draft: Draft
    updates: tuple[Update, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A draft was read, or begun, and can be worked on."""

    file: OpenDraft
    session: Session
