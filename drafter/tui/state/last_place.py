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
    """The last place in the draft of one file; what cannot be read or written is no fault."""

    def __init__(self, draft: Path) -> None:
        self._beside = Beside(draft)
        self._kept = self._beside.folder / f"{draft.name}.place"

    def of(self, session: Session) -> str:
        """The id of the paragraph to begin with: the last one, else the first; "" in an empty draft."""
        last = ""
        with contextlib.suppress(OSError, DrafterError):
            last = files.read_text(self._kept).strip()[:_LONGEST] if self._kept.is_file() else ""
        ids = [one.id for one in session.draft]
        return last if last in ids else next(iter(ids), "")

    def keep(self, id: str) -> None:
        """Remember the paragraph of that id."""
        with contextlib.suppress(OSError, DrafterError):
            if id and self._beside.folder.is_dir():
                files.write(self._kept, f"{id}\n", durable=False)
