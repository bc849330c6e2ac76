"""Where the drafter was in a draft, kept in `.drafter` beside it, so that it opens there again."""

from __future__ import annotations

import contextlib
from pathlib import Path

from drafter import files
from drafter.edit.local.beside import Beside
from drafter.errors import DrafterError
from drafter.tui.state.session import Session

_LONGEST = 200
"""The most characters of an id that is read back."""


class LastPlace:
    """The last place in the draft that is asked about; what cannot be read or written is no fault."""

    def __init__(self) -> None:
        self._kept: Path | None = None

    def of(self, session: Session) -> str:
        """The id of the paragraph to begin with: the last one, else the first; "" in an empty draft."""
        self._kept = Beside(session.path).folder / f"{session.path.name}.place"
        last = ""
        with contextlib.suppress(OSError, DrafterError):
            last = files.read_text(self._kept).strip()[:_LONGEST] if self._kept.is_file() else ""
        ids = [one.id for one in session.draft]
        return last if last in ids else next(iter(ids), "")

    def keep(self, id: str) -> None:
        """Remember the paragraph of that id, once a draft was asked about."""
        with contextlib.suppress(OSError, DrafterError):
            if id and self._kept is not None and self._kept.parent.is_dir():
                files.write(self._kept, f"{id}\n", durable=False)
