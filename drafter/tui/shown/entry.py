"""One entry of a pane at the side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from drafter.model.finding import Finding
from drafter.model.suggestion import Suggestion, Update

if TYPE_CHECKING:
    from drafter.library.values import AgreedRun


@dataclass(frozen=True)
class PaneEntry:
    """One thing to read, and what it can do: an `update`, a `suggestion` or the words a `finding` suggests can be
    put in (a suggestion also by the phrase, or refused); where a `run` of agreed words stands can be opened."""

    body: Content
    update: Update | None = None
    suggestion: Suggestion | None = None
    finding: Finding | None = None
    run: AgreedRun | None = None
