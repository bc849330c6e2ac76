"""The folder `.drafter` beside a document's file, with its log, its lock and the text being typed."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from drafter import files
from drafter.edit.documents import Typing
from drafter.errors import DrafterError

FOLDER = ".drafter"


class Beside:
    """The files beside the document's file `path`."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent / FOLDER
        self.history = self.folder / f"{path.name}.history"
        self.lock = self.folder / f"{path.name}.lock"
        self._typing = self.folder / f"{path.name}.typing"

    def make(self) -> None:
        """The folder, kept out of version control. Raises OSError or DrafterError."""
        self.folder.mkdir(exist_ok=True)
        ignore = self.folder / ".gitignore"
        if not ignore.exists():
            files.write(ignore, "*\n", durable=False)

    def put_history_aside(self) -> None:
        """Keep a damaged log under another name."""
        with contextlib.suppress(OSError):
            self.history.replace(self.history.with_name(f"{self.history.name}.damaged"))

    def drop_history(self) -> None:
        """Remove a log that is behind the file."""
        with contextlib.suppress(OSError):
            self.history.unlink(missing_ok=True)

    def typing(self) -> Typing | None:
        """The text that was being typed; None if there is none or it cannot be read."""
        with contextlib.suppress(DrafterError, ValueError, KeyError, TypeError):
            if self._typing.is_file():
                kept = json.loads(files.read_text(self._typing))
                return Typing(str(kept["id"]), str(kept["markup"]))
        return None

    def keep_typing(self, typing: Typing | None) -> None:
        """Write it to disk; if that fails, the text is still on the screen."""
        with contextlib.suppress(DrafterError, OSError):
            if typing is None:
                self._typing.unlink(missing_ok=True)
            else:
                files.write(self._typing, json.dumps({"id": typing.id, "markup": typing.markup}), durable=False)
